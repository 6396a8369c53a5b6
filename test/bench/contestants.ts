import { setTimeout as pause } from 'node:timers/promises'
import type { Engine } from '../helpers/database.ts'
import type { Connector } from './connector.ts'
import { install, type CaseRecord } from './ours.ts'
import { memoryOf, startProcess, type ServerProcess } from './processes.ts'
import type { BenchPerson } from './seed.ts'
import { bareTalker, botTalker, directLineTalker, plainTalker, type Talker } from './talkers.ts'

/** A way in, and how the replies come back. */
export type Door = 'directline' | 'connector' | 'expectReplies' | 'POST'

/** Starting and memory of one contestant. */
export interface Start {
  firstMs?: number
  againMs: number
  restedMb: number | undefined
}

/** One server under measurement, in a process of its own, with its conversations. */
export interface Contestant {
  name: string
  server: ServerProcess
  start: Start
  /** Opened once for each door and kept; empty for a door it does not have. */
  talkers(door: Door): Promise<readonly Talker[]>
  stop(): Promise<void>
}

/** Until what a start has left behind is done. */
const REST_MS = 2000

const keptTalkers = (open: (door: Door) => Promise<readonly Talker[]>) => {
  const opened = new Map<Door, Promise<readonly Talker[]>>()
  return {
    talkers: (door: Door) => opened.get(door) ?? opened.set(door, open(door)).get(door)!,
    async close() {
      for (const talkers of opened.values()) for (const talker of await talkers) talker.close()
    },
  }
}

/** The product on one engine, on its second start, with as many people for each door as there are conversations at most. */
export async function startOurs(
  engine: Engine,
  most: number,
  connector: Connector,
  record: CaseRecord,
  nodeArgs: string[],
): Promise<Contestant> {
  const installation = await install(engine, record, nodeArgs)
  const doors: Door[] = ['directline', 'connector', 'expectReplies']
  try {
    const first = await installation.start()
    await first.stop()
    const people = await installation.seed(most * doors.length)
    const server = await installation.start()
    await installation.seedRecord(people)
    await pause(REST_MS)
    const open = async (door: Door): Promise<Talker[]> => {
      const own = doors.includes(door) ? people.slice(doors.indexOf(door) * most).slice(0, most) : []
      return Promise.all(own.map((person) => talkerFor(door, person)))
    }
    const talkerFor = async (door: Door, person: BenchPerson) =>
      door === 'directline'
        ? directLineTalker(installation.base, person)
        : botTalker(installation.base, connector, person.account, door as 'connector')
    const { talkers, close } = keptTalkers(open)
    return {
      name: engine === 'postgres' ? 'ours on PostgreSQL' : 'ours, embedded',
      server,
      start: { firstMs: first.readyInMs, againMs: server.readyInMs, restedMb: (await memoryOf(server.pid))?.now },
      talkers,
      async stop() {
        await close()
        await server.stop()
        await installation.remove()
      },
    }
  } catch (error) {
    await installation.remove()
    throw error
  }
}

async function startPeer(
  name: string,
  script: string,
  args: string[],
  open: (base: string, door: Door) => readonly Talker[],
): Promise<Contestant> {
  const server = await startProcess({ script: new URL(script, import.meta.url), args, ready: /ready (\d+)/ })
  await pause(REST_MS)
  const { talkers, close } = keptTalkers((door) => Promise.resolve(open(`http://127.0.0.1:${server.ready[1]}`, door)))
  return {
    name,
    server,
    start: { againMs: server.readyInMs, restedMb: (await memoryOf(server.pid))?.now },
    talkers,
    async stop() {
      await close()
      await server.stop()
    },
  }
}

/** The bot of the documentation. */
export const startPlain = (name: string, args: string[], most: number, connector: Connector): Promise<Contestant> =>
  startPeer(name, './plainBot.ts', args, (base, door) =>
    door === 'connector' || door === 'expectReplies'
      ? Array.from({ length: most }, (_, n) => plainTalker(base, connector, `${door}-${args.length}-${n}`, door))
      : [],
  )

export const startBare = (most: number): Promise<Contestant> =>
  startPeer('bare restify', './bareServer.ts', [], (base, door) =>
    door === 'POST' ? Array.from({ length: most }, () => bareTalker(base)) : [],
  )
