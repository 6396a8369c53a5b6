import * as fc from 'fast-check'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { spoken } from '../helpers/contacts.ts'
import { acknowledge, noteOnEscalation, release } from '../../src/risk/acknowledge.ts'
import { logContact } from '../../src/risk/contacts.ts'
import { EscalationConflict } from '../../src/risk/escalation.ts'
import { handOver } from '../../src/risk/handOver.ts'
import { newId } from '../../src/shared/ids.ts'
import { TIERS } from '../../src/risk/types.ts'
import { raiseUnclarified } from '../../src/turn/quiet/raiseUnclarified.ts'
import { sayNoReply } from '../../src/turn/quiet/sayNoReply.ts'
import { NO_REPLY, type Unanswered } from '../../src/turn/quiet/waitForReply.ts'

const LONG = process.env.LONG_TESTS === '1'
const RUNS = LONG ? 150 : 6
const INPUTS = LONG ? 40 : 14

const WORDS = [
  'i want to kill myself', 'i am going to kill myself tonight', 'i have been cutting myself again', 'my stepdad hits me',
  'whats the point of any of this', 'ugh kms', 'i slapped him', 'i took too many tablets', 'i keep having nightmares about the car crash',
  'jk', 'was joking lol', 'dont tell anyone', 'ignore that', 'im fine now', 'delete it', 'stop', 'skip', 'back', 'my plan', 'help', 'hello', 'yes', 'no', '7', '',
] as const // prettier-ignore
const COMMANDS = ['back', 'skip', 'not-sure', 'decline', 'pause', 'resume', 'change', 'stop', 'help'] as const

type Act =
  | { act: 'types' | 'edits'; words: string }
  | { act: 'taps'; option: number }
  | { act: 'commands'; command: string }
  | { act: 'opens' | 'again' | 'picture' }
  | { act: 'waits'; minutes: number }
  /** What staff do with a matter short of releasing it: none of it lowers or ends anything either. */
  | { act: 'staff'; does: (typeof STAFF_ACTS)[number]; which: number }

const STAFF_ACTS = [
  'acknowledges',
  'hands-over',
  'logs-contact',
  'logs-a-try',
  'notes',
  'closes-without-what-it-needs',
] as const

const one: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constantFrom('types' as const, 'edits' as const), words: fc.constantFrom(...WORDS) }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('taps' as const), option: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('commands' as const), command: fc.constantFrom(...COMMANDS) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('opens' as const, 'again' as const, 'picture' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('staff' as const), does: fc.constantFrom(...STAFF_ACTS), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('waits' as const), minutes: fc.constantFrom(1, 11, 31, 1500) }) },
) // prettier-ignore
const sequence = fc.array(fc.record({ who: fc.constantFrom('leo' as const, 'nan' as const), what: one }), {
  minLength: 3,
  maxLength: INPUTS,
})

interface Kept {
  id: string
  tier: (typeof TIERS)[number]
  priority: boolean
  holds: boolean
  state: string
  events: number
}

describe.each(ENGINES)('whatever a young person and a parent send (R2), on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  const colleague = newId()
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
    await database.query(
      `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'test', 'kit', 'Kit', 'Kit', '{duty-worker}', $2)`,
      [colleague, pipeline.clock.now()],
    )
  })
  afterAll(() => database.close())

  const keptOf = async (caseId: string) =>
    new Map(
      (
        await database.query<Kept>(
          `select e.id, e.tier, e.priority, e.holds, e.state,
             (select count(*)::int from escalation_events v where v.escalation_id = e.id) as events
           from escalations e where e.case_id = $1`,
          [caseId],
        )
      ).rows.map((row) => [row.id, row]),
    )

  async function perform(talker: Talker, act: Act): Promise<unknown> {
    switch (act.act) {
      case 'types':
        return talker.types(act.words)
      case 'edits':
        return talker.edits(act.words)
      case 'commands':
        return talker.commands(act.command)
      case 'opens':
        return talker.opens()
      case 'again':
        return talker.last && talker.again()
      case 'picture':
        return talker.receive(talker.inbound({ type: 'message', text: '', value: null, attachments: [{ name: 'a.jpg', contentType: 'image/jpeg' }] })) // prettier-ignore
      case 'waits':
        return waits(act.minutes)
      case 'staff':
        return staffDo(act.does, act.which, talker.personId)
      case 'taps': {
        if (!talker.question) return undefined
        const { control } = talker.question
        const values = control.kind === 'choices' ? control.options.map((o) => o.value) : ['5']
        return talker.taps(values[act.option % values.length])
      }
    }
  }

  async function staffDo(does: (typeof STAFF_ACTS)[number], which: number, personId: string): Promise<void> {
    const { rows } = await database.query<{ id: string; version: number; practitioner: string; other: string }>(
      `select e.id, e.version, k.practitioner_id as practitioner, $2::text as other
       from escalations e join cases k on k.id = e.case_id join people p on p.case_id = k.id where p.id = $1 order by e.opened_at, e.id`,
      [personId, colleague],
    )
    const row = rows[which % rows.length]!
    const step = { escalationId: row.id, staffId: row.practitioner, expectedVersion: row.version, now: pipeline.clock.now(), outbox: pipeline.outbox } // prettier-ignore
    const done = {
      acknowledges: () => acknowledge(database, { ...step, plannedAction: 'ring' }),
      'hands-over': () => handOver(database, { ...step, toStaffId: row.other, reason: 'away', roles: ['duty-worker'], ladder: pipeline.parts.ladder }), // prettier-ignore
      'logs-contact': () => logContact(database, { ...step, contact: spoken(step.now), key: newId() }),
      'logs-a-try': () => logContact(database, { ...step, contact: { ...spoken(step.now), reached: false, nextAction: 'ring again', nextActionAt: step.now }, key: newId() }), // prettier-ignore
      notes: () => noteOnEscalation(database, { ...step, key: newId(), text: 'seen' }),
      'closes-without-what-it-needs': () => release(database, { ...step, outcome: 'no-contact', note: 'rang out' }),
    }[does]()
    // A second acknowledgement, or a handover to who has it, is refused: that changes nothing either.
    await done.catch((error: unknown) => {
      if (!(error instanceof EscalationConflict)) throw error
    })
  }

  async function waits(minutes: number): Promise<void> {
    pipeline.clock.advance(minutes * 60_000)
    const due = pipeline.jobs.jobs.splice(0).filter(({ queue }) => queue === NO_REPLY || queue === 'not-clarified')
    for (const job of due)
      if (job.startAfter! > pipeline.clock.now()) pipeline.jobs.jobs.push(job)
      else if (job.queue === NO_REPLY) await sayNoReply(job.data as Unanswered, pipeline.parts)
      else await raiseUnclarified(job.data as Unanswered, pipeline.parts)
  }

  it(
    `lowers nothing, closes nothing and loses nothing, in ${RUNS} conversations`,
    async () => {
      await fc.assert(
        fc.asyncProperty(sequence, fc.boolean(), async (acts, taken) => {
          const leo = await pipeline.people({ measures: ['phq-9'] })
          const nan = await pipeline.people({ role: 'parent-carer', name: 'Nan', caseId: leo.caseId })
          const talkers = { leo: new Talker(pipeline, leo), nan: new Talker(pipeline, nan) }
          await talkers.leo.opens()
          await talkers.nan.opens()
          await talkers.leo.types('i want to kill myself')
          if (taken) {
            const [first] = [...(await keptOf(leo.caseId)).keys()]
            await acknowledge(database, { escalationId: first!, staffId: leo.practitionerId, expectedVersion: 1, plannedAction: 'ring', now: pipeline.clock.now(), outbox: pipeline.outbox }) // prettier-ignore
          }
          let before = await keptOf(leo.caseId)
          for (const { who, what } of acts) {
            await perform(talkers[who], what)
            const after = await keptOf(leo.caseId)
            for (const [id, was] of before) {
              const is = after.get(id)
              expect(is).toBeDefined()
              expect(TIERS.indexOf(is!.tier)).toBeGreaterThanOrEqual(TIERS.indexOf(was.tier))
              expect({ closed: is!.state === 'closed', holds: is!.holds || !was.holds, priority: is!.priority || !was.priority, kept: is!.events >= was.events }).toEqual({ closed: false, holds: true, priority: true, kept: true }) // prettier-ignore
              // Somebody's acknowledgement ends only where something more urgent or new came to it.
              if (was.state === 'acknowledged' && is!.state === 'open') expect(is!.events).toBeGreaterThan(was.events)
            }
            before = after
          }
        }),
        { numRuns: RUNS, ...(LONG ? {} : { seed: 20_261_121 }) },
      )
    },
    LONG ? 3_600_000 : 240_000,
  )
})
