import fc from 'fast-check'
import type { Database } from '../../src/database/database.ts'
import { COMMANDS, type Dialog } from '../../src/dialog-kit/index.ts'
import type { Opening, Programme } from '../../src/programmes/programme.ts'
import { newId } from '../../src/shared/ids.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, realProduct, Talker, type Pipeline } from '../helpers/pipeline.ts'

const { programmes, dialogs } = await realProduct()
const young = [...programmes.values()].filter(({ steps }) =>
  steps.some(({ opens }) => opens.some(({ dialog }) => dialogs.get(dialog)?.audience !== 'parent-carer')),
)

/** Dialogs that a dialog can lead to, itself among them; written here a second time, from the plans alone. */
function leadsTo(dialog: string, seen = new Set<string>()): Set<string> {
  if (seen.has(dialog)) return seen
  seen.add(dialog)
  for (const next of targetsOf(dialogs.get(dialog)?.steps ?? [])) leadsTo(next, seen)
  return seen
}

const targetsOf = (steps: Dialog['steps']): string[] =>
  steps.flatMap((step) => {
    if (step.step === 'hand-over') return [...step.dialogs]
    if (step.step === 'call') return [step.dialog]
    if (step.step === 'branch') return Object.values(step.paths).flatMap(targetsOf)
    return step.step === 'again' || step.step === 'repeat' ? targetsOf(step.steps) : []
  })

const opensOf = (programme: Programme, upTo = Infinity): Opening[] =>
  programme.steps.slice(0, upTo).flatMap(({ opens }) => opens)
const reachable = (opens: readonly Opening[]) => new Set(opens.flatMap(({ dialog }) => [...leadsTo(dialog)]))
/** What belongs to programmes at all: everything else is there for everybody. */
const everything = [...programmes.values()].flatMap((one) => opensOf(one))
const owned = new Set(everything.map(({ dialog }) => dialog))
const offers = new Set(everything.map(({ offer }) => offer))
const NEEDS = [...new Set(everything.flatMap(({ needs }) => needs ?? []))]

type Act =
  | { does: 'taps'; n: number }
  | { does: 'types'; text: string }
  | { does: 'commands'; command: (typeof COMMANDS)[number] }
  | { does: 'forges'; value: string }
  | { does: 'comes back'; minutes: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('taps' as const), n: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('types' as const), text: fc.constantFrom('resume', 'my ladder', 'leave one thing open', 'not-knowing', 'bed rules', 'check a thought', 'a walk', '5', 'yes', 'tomorrow at 4pm') }) }, // prettier-ignore
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('commands' as const), command: fc.constantFrom(...COMMANDS) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('forges' as const), value: fc.constantFrom(...offers) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('comes back' as const), minutes: fc.constantFrom(5, 45, 300, 1500) }) }, // prettier-ignore
)

const situation = fc.record({
  programme: fc.constantFrom(...young),
  step: fc.integer({ min: 1, max: 6 }),
  authorised: fc.subarray(NEEDS),
  expired: fc.subarray(NEEDS),
  acts: fc.array(act, { minLength: 12, maxLength: 30 }),
})

describe.each(ENGINES)('only what is open (G3, G4), on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const does = async (person: Talker, one: Act) => {
    const ask = person.question
    switch (one.does) {
      case 'taps': {
        if (!ask) return person.opens()
        const { control } = ask
        if (control.kind === 'choices') {
          const value = control.options[one.n % control.options.length]!.value
          return person.taps(control.several ? [value] : value)
        }
        if (control.kind === 'rating' || control.kind === 'number') return person.taps(Math.min(control.max, control.min + one.n)) // prettier-ignore
        return control.kind === 'review' ? person.taps('send') : person.types('a walk with Sam')
      }
      case 'types':
        return person.types(one.text)
      case 'commands':
        return person.commands(one.command)
      case 'forges':
        return ask ? person.sends({ answer: { run: ask.run, step: ask.step, value: one.value } }, one.value) : undefined
      case 'comes back':
        pipeline.clock.advance(one.minutes * 60_000)
        return person.opens()
    }
  }

  it('whatever somebody taps, types, commands or forges, nothing answers that is not open for them', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async ({ programme, step, authorised, expired, acts }) => {
        pipeline.clock.set('2026-11-24T16:00:00Z')
        const made = await pipeline.people({ name: 'Ash', band: 'Y14-15', modules: [programme.programme] })
        await database.query('update assignments set step_opened = $2 where person_id = $1', [made.personId, step])
        const keep = (item: string, until: string) =>
          database.query(
            `insert into remit_authorisations (id, case_id, item, reason, authorised_by, authorised_at, expires_on)
             select $1, k.id, $3, 'Agreed in supervision', k.supervisor_id, $5, $4 from cases k where k.id = $2`,
            [newId(), made.caseId, item, until, pipeline.clock.now()],
          )
        for (const item of authorised) await keep(item, '2027-01-31')
        for (const item of expired) await keep(item, '2026-11-23')

        const open = opensOf(programme, step).filter(({ needs }) => needs === undefined || authorised.includes(needs))
        const [mayAnswer, mayOffer] = [reachable(open), new Set(open.map(({ offer }) => offer))]
        const person = new Talker(pipeline, made)
        await person.opens()
        for (const one of acts) {
          await does(person, one)
          for (const part of person.parts) {
            if (part.kind !== 'ask') continue
            if (owned.has(part.dialog)) expect([...mayAnswer]).toContain(part.dialog)
            if (part.dialog !== 'home' || part.control.kind !== 'choices') continue
            for (const { value } of part.control.options) if (offers.has(value)) expect([...mayOffer]).toContain(value)
          }
        }
      }),
      { numRuns: process.env.LONG_TESTS === '1' ? 200 : 12 },
    )
  })

  it('tries what is locked: there is something to be authorised, and it is opened by nothing else', () => {
    expect(NEEDS).toContain('behavioural-experiments')
    const free = reachable(everything.filter(({ needs }) => needs === undefined))
    for (const { dialog, needs } of everything) if (needs !== undefined) expect([...free]).not.toContain(dialog)
  })
})
