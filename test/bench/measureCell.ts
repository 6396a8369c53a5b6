import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { processorTimeOf } from './processes.ts'
import type { Talker } from './talkers.ts'

/** What some seconds of talking came to; several stretches of one cell are put together in `summarise`. */
export interface Stretch {
  seconds: number
  /** How long each turn took, in milliseconds. */
  took: number[]
  /** Processor time that the server process used, in milliseconds. */
  usedMs: number | undefined
}

/** What one cell of the table came to. */
export interface Cell {
  turns: number
  turnsPerSecond: number
  p50: number
  p99: number
  /** Processor time of the server process for one turn; unlike the rest it hardly depends on what else the machine does. */
  processorMs: number | undefined
}

/** Keeps every conversation talking, each sending its next message as soon as it is answered; the first while is not counted. */
export async function talk(
  talkers: readonly Talker[],
  pid: number,
  times: { warmMs: number; ms: number },
): Promise<Stretch> {
  const from = performance.now() + times.warmMs
  const until = from + times.ms
  const took: number[] = []
  const usedBefore = pause(times.warmMs).then(() => processorTimeOf(pid))
  await Promise.all(
    talkers.map(async (talker) => {
      for (let begun = performance.now(); begun < until; ) {
        await talker.turn()
        const ended = performance.now()
        if (begun >= from) took.push(ended - begun)
        begun = ended
      }
    }),
  )
  const seconds = (performance.now() - from) / 1000
  const [before, after] = [await usedBefore, await processorTimeOf(pid)]
  return { seconds, took, usedMs: before === undefined || after === undefined ? undefined : after - before }
}

export function summarise(stretches: readonly Stretch[]): Cell {
  const took = stretches.flatMap((stretch) => stretch.took).sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  const seconds = stretches.reduce((sum, stretch) => sum + stretch.seconds, 0)
  const used = stretches.every((stretch) => stretch.usedMs !== undefined)
    ? stretches.reduce((sum, stretch) => sum + (stretch.usedMs ?? 0), 0)
    : undefined
  return {
    turns: took.length,
    turnsPerSecond: took.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    processorMs: used === undefined ? undefined : used / took.length,
  }
}
