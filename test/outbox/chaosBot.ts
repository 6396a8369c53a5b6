/**
 * The bot's side of the chaos test, in a process that can be killed: writes record events with their outbox entries, in one
 * commit each, and delivers them meanwhile. Started again it goes on where the database says. Says how many it has written,
 * and `done` when everything was delivered. One argument: a `ChaosBot` as JSON.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { connectPostgres } from '../../src/database/connect.ts'
import { openEmbedded } from '../../src/database/embedded.ts'
import { createJobs } from '../../src/database/pgBoss.ts'
import { deliveryState } from '../../src/outbox/deliveryState.ts'
import { createOutbox } from '../../src/outbox/outbox.ts'
import { keepEvents, type Unnumbered } from '../../src/record/keepEvents.ts'
import { createRecordSide, type RecordAddress } from '../../src/recordSide.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { idFrom } from '../../src/shared/ids.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { aFlag, aGoal, aMeasure, anEntry } from './events.ts'
import { QUICK, QUICK_CIRCUIT } from './scene.ts'

export interface ChaosBot {
  databaseUrl: string | null
  folder: string
  record: RecordAddress
  cases: { caseId: string; personId: string }[]
  events: number
}

const bot = JSON.parse(process.argv[2]!) as ChaosBot
const database =
  bot.databaseUrl === null
    ? await openEmbedded({ folder: bot.folder, logger: silentLogger })
    : await connectPostgres({ url: bot.databaseUrl, logger: silentLogger })
const jobs = createJobs({ database, logger: silentLogger, pollSeconds: 0.25 })
const { target } = createRecordSide(bot.record, { clock: systemClock, terms: new Map() })
const outbox = createOutbox({
  database,
  jobs,
  target,
  clock: systemClock,
  logger: silentLogger,
  random: Math.random,
  backOff: QUICK,
  circuit: QUICK_CIRCUIT,
  sweepSeconds: 1,
})
await outbox.start()
await jobs.start()

for (;;) {
  const { rows } = await database.query<{ n: number }>('select count(*)::int as n from outbox')
  const n = rows[0]!.n
  if (n >= bot.events) break
  const { caseId, personId } = bot.cases[n % bot.cases.length]!
  const now = systemClock.now()
  await database.transaction(async (client) => {
    const id = idFrom('chaos', String(n))
    if (n % 7 === 6) {
      const flag = aFlag(personId, { flagId: id })
      await outbox.enqueue(client, [{ id, caseId, stream: 'risk', idempotencyKey: id, event: flag }], now)
    } else await keepEvents(client, [{ event: eventOf(n, personId, id), caseId, personId, at: now }], outbox)
  })
  process.stdout.write(`written ${n + 1}\n`)
}
outbox.nudge()
while ((await deliveryState(database)).waiting > 0) await pause(50)
await jobs.stop()
await database.close()
process.stdout.write('done\n')

/** Every fifth entry is amended by the next of its kind: a version beside the first. */
function eventOf(n: number, personId: string, id: string): Unnumbered {
  const amended = n % 10 === 5 ? idFrom('chaos', String(n - 5)) : id
  const { version: _, ...event } =
    n % 5 === 0
      ? anEntry(personId, { entryId: amended, fields: { activity: `number ${n}` } })
      : n % 5 === 1
        ? aGoal(personId, { entryId: id })
        : aMeasure(personId, { entryId: id })
  return event
}
