import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export interface ServerProcess {
  pid: number
  /** Milliseconds from spawning to the line that says it is ready. */
  readyInMs: number
  /** What `ready` matched in its output. */
  ready: RegExpExecArray
  /** Everything it has printed since. */
  output(): string
  /** Ctrl-C, and waits for its end. */
  stop(): Promise<void>
}

/** Starts a script of this repository and waits until its output matches. */
export async function startProcess(options: {
  script: URL
  args?: string[]
  nodeArgs?: string[]
  environment?: Record<string, string>
  ready: RegExp
}): Promise<ServerProcess> {
  const began = performance.now()
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...(options.nodeArgs ?? []),
      fileURLToPath(options.script),
      ...(options.args ?? []),
    ],
    { env: { PATH: process.env.PATH ?? '', ...options.environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  let printed = ''
  const ready = await new Promise<RegExpExecArray>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = options.ready.exec(printed)
      if (found) resolve(found)
    }
    child.stdout!.on('data', look)
    child.stderr!.on('data', look)
    child.on('exit', (code) => reject(new Error(`${options.script.pathname} ended with ${code}:\n${printed}`)))
  })
  return {
    pid: child.pid!,
    readyInMs: performance.now() - began,
    ready,
    output: () => printed,
    async stop() {
      child.kill('SIGINT')
      const patience = setTimeout(() => child.kill('SIGKILL'), 20_000)
      await ended
      clearTimeout(patience)
    },
  }
}

/** Resident memory in megabytes, now and at its highest; undefined where the system does not say (only Linux does). */
export async function memoryOf(pid: number): Promise<{ now: number; peak: number } | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined)
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status ?? '')?.[1]) / 1024
  return status === undefined ? undefined : { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}

/** The clock tick of Linux, by which it counts processor time. */
const TICK_MS = 10

/** Processor time that a process has used, in milliseconds; undefined where the system does not say. */
export async function processorTimeOf(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (stat === undefined) return undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}
