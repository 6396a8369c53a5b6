/**
 * npm run bench: turns a second of the product through each of its doors, on PostgreSQL and embedded, beside a plain
 * botbuilder bot and a bare POST, and what the outbox carries to the case record, all in one run on one machine. Options
 * after `--`: --quick, --json, --outbox (nothing else), --profile=<folder>
 * (processor profiles of the product), and to leave something out --engine=postgres|embedded, --without-peers, --door=…, --conversations=…
 */
import { parseArgs } from 'node:util'
import { ENGINES } from '../helpers/database.ts'
import { startConnector } from './connector.ts'
import { startBare, startOurs, startPlain, type Contestant, type Door } from './contestants.ts'
import { closeConnections } from './http.ts'
import { startCaseRecord } from './ours.ts'
import { summarise, talk, type Stretch } from './measureCell.ts'
import { measureOutbox } from './outboxRate.ts'
import { memoryOf } from './processes.ts'
import { printReport, type Report } from './report.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    outbox: { type: 'boolean', default: false },
    'without-peers': { type: 'boolean', default: false },
    engine: { type: 'string' },
    door: { type: 'string' },
    conversations: { type: 'string' },
    profile: { type: 'string' },
  },
})

/** A cell is measured in rounds, all contestants in turn, so that what else the machine does falls on all of them. */
const ROUNDS = options.quick ? 2 : 3
const TIMES = options.quick ? { warmMs: 500, ms: 1500 } : { warmMs: 1000, ms: 3000 }
const CONVERSATIONS = options.conversations === undefined ? [16, 64] : [Number(options.conversations)]
const MOST = Math.max(...CONVERSATIONS)
/** Direct Line beside the connector: both push replies. */
const GROUPS: Door[][] = [['POST'], ['connector', 'directline'], ['expectReplies']]

const say = (line: string) => void process.stderr.write(`${line}\n`)

async function measureGroup(doors: readonly Door[], contestants: readonly Contestant[], report: Report): Promise<void> {
  for (const conversations of CONVERSATIONS) {
    const stretches = new Map<string, { bot: string; door: Door; stretches: Stretch[] }>()
    for (let round = 0; round < ROUNDS; round++)
      for (const door of doors)
        for (const { name, server, talkers } of contestants) {
          const own = (await talkers(door)).slice(0, conversations)
          if (own.length === 0) continue
          const key = `${name} ${door}`
          const cell = stretches.get(key) ?? { bot: name, door, stretches: [] }
          stretches.set(key, cell)
          cell.stretches.push(await talk(own, server.pid, TIMES))
        }
    for (const { bot, door, stretches: all } of stretches.values()) {
      const cell = { bot, door, conversations, ...summarise(all) }
      report.cells.push(cell)
      say(
        `${bot}, ${door}, ${conversations} conversations: ${cell.turnsPerSecond.toFixed(0)} turns/s, p99 ${cell.p99.toFixed(1)} ms, ${cell.processorMs?.toFixed(2)} ms of processor a turn`,
      )
    }
  }
}

const connector = await startConnector()
const record = await startCaseRecord()
const contestants: Contestant[] = []
const report: Report = { cells: [], starts: [], outbox: [] }
const engines = (['postgres', 'embedded'] as const).filter((e) => ENGINES.includes(e) && (options.engine ?? e) === e)
try {
  for (const engine of engines) {
    const rate = await measureOutbox(engine, record, options.quick ? 10 : 50)
    report.outbox.push(rate)
    say(`outbox on ${engine}: ${rate.perSecond.toFixed(0)} entries/s`)
  }
  if (!options['without-peers'] && !options.outbox) {
    contestants.push(await startBare(MOST))
    contestants.push(await startPlain('plain bot', [], MOST, connector))
    contestants.push(await startPlain('plain bot, text only', ['--text-only'], MOST, connector))
  }
  for (const engine of options.outbox ? [] : engines)
    contestants.push(
      await startOurs(
        engine,
        MOST,
        connector,
        record,
        options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`],
      ),
    )
  for (const group of options.outbox ? [] : GROUPS) {
    const doors = group.filter((door) => (options.door ?? door) === door)
    await measureGroup(doors, contestants, report)
  }
  for (const { name, server, start } of contestants) {
    report.starts.push({ bot: name, ...start, peakMb: (await memoryOf(server.pid))?.peak })
    const complaints = server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    if (complaints.length > 0) say(`${name} logged ${complaints.length} lines, the first: ${complaints[0]}`)
  }
} finally {
  for (const contestant of contestants) await contestant.stop()
  await record.stop()
  connector.close()
  closeConnections()
}
if (options.json) console.log(JSON.stringify(report, null, 2))
else printReport(report)
