import type { Database } from '../../src/database/database.ts'
import { nudgeDue } from '../../src/reminders/nudgeDue.ts'
import { addDays, addMinutes, instantOf, londonDateTime, type LocalDateTime } from '../../src/shared/calendarDay.ts'
import type { Json } from '../../src/shared/json.ts'
import { readNights, type SleepEntry } from '../../src/sleep/diary.ts'
import { clockAt } from '../../src/sleep/night.ts'
import { readSleep } from '../../src/staff/cases/readSleep.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { SAMS_WEEK } from '../sleep/sams-week.ts'

/** Scenario S3 of the brief: Sam, 16, they/them, message by message on the real pipeline. The clocks go forward on Sunday. */
describe.each(ENGINES)('a sleep diary week, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  let sam: Talker
  let caseId: string
  const saidInAll: string[] = []

  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
    at('2026-03-23T16:00')
    const person = await someone('Sam', 1)
    caseId = person.caseId
    sam = new Talker(pipeline, person)
  })
  afterAll(() => database.close())

  const at = (local: LocalDateTime) => pipeline.clock.set(instantOf(local).toISOString())
  const someone = async (name: string, step: number) => {
    const person = await pipeline.people({ name, band: 'Y16-18', modules: ['sleep'] })
    await database.query('update assignments set step_opened = $2 where person_id = $1', [person.personId, step])
    return person
  }
  const openStep = (step: number) =>
    database.query('update assignments set step_opened = $2 where person_id = $1', [sam.personId, step])
  const keep = () => saidInAll.push(sam.text)
  const opens = async (local: LocalDateTime) => {
    at(local)
    await sam.opens()
    keep()
  }
  /** Taps each in turn; the questions that were asked on the way, the last one open. */
  const taps = async (...values: unknown[]) => {
    const asked: (string | undefined)[] = []
    for (const value of values) {
      await sam.taps(value)
      keep()
      asked.push(sam.asked)
    }
    return asked
  }
  const types = async (...words: string[]) => {
    for (const text of words) {
      await sam.types(text)
      keep()
    }
  }
  const offered = () => {
    const control = sam.question!.control
    return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
  }
  const labels = () => {
    const control = sam.question!.control
    return control.kind === 'choices' ? control.options.map(({ label }) => label) : []
  }
  const entries = async (personId = sam.personId): Promise<SleepEntry[]> => {
    const { rows } = await database.query<{ body: Omit<SleepEntry, 'id' | 'at'> & { entryId: string; module: string; occurredAt: string } }>(
      `select distinct on (entry_id) body from record_events
       where person_id = $1 and type = 'self-help-entry' order by entry_id, entry_version desc`,
      [personId],
    ) // prettier-ignore
    return rows
      .filter(({ body }) => body.module === 'sleep')
      .map(({ body: { entryId: id, name, fields, about, occurredAt } }) => ({ id, name, fields, about, at: londonDateTime(new Date(occurredAt)) })) // prettier-ignore
  }
  const seenByPractitioner = (local: LocalDateTime) => readSleep(database, caseId, instantOf(local))
  const fieldsOf = async (name: string): Promise<{ [field: string]: Json | undefined }[]> =>
    (await entries())
      .filter((entry) => entry.name === name)
      .sort((a, b) => a.at.localeCompare(b.at))
      .map(({ fields }) => fields)

  describe('the diary, morning by morning', () => {
    it('1. bed "11ish" is asked back as 11 at night or in the morning, and all of it takes a few guesses', async () => {
      await opens('2026-03-24T07:45')
      expect(offered()[0]).toBe('sleep-diary')
      await taps('sleep-diary')
      expect(sam.text).toMatch(/guess/i)
      await types('11ish')
      expect(sam.asked).toBe('sleep-diary/intoBed')
      expect(labels().slice(0, 2)).toEqual(['11 at night', '11 in the morning'])
      await types('half 10 at night')
      expect(await taps('23:15', 45, 1, 20, '07:00', '07:30', 4, 5, 'yes')).toEqual(
        ['solMin', 'wakings', 'wasoMin', 'finalWake', 'outOfBed', 'rested', 'quality', 'schoolDay', 'note'].map((step) => `sleep-diary/${step}`),
      ) // prettier-ignore
      await sam.commands('skip')
      keep()
      expect(offered()).not.toContain('sleep-diary')
    })

    it('Tuesday and Wednesday night', async () => {
      await opens('2026-03-25T07:45')
      await taps('sleep-diary', '23:50', '00:20', 30, 0, '07:00', '07:10', 5, 5, 'yes')
      await types('skip')
      await opens('2026-03-26T07:45')
      await taps('sleep-diary', '22:45', '23:30', 60, 2, 15, '06:50', '07:20', 4, 4, 'yes')
      await types('skip')
      expect(await fieldsOf('sleep-diary')).toHaveLength(3)
    })

    it('2. Thursday "skip": the night is declined, which is not zero', async () => {
      await opens('2026-03-27T07:45')
      await taps('sleep-diary')
      await types('skip')
      expect(sam.asked).toBe('home/next')
      expect((await fieldsOf('sleep-diary')).at(-1)).toEqual({
        night_of: '2026-03-26',
        night: 'declined',
        form: 'full',
        backfilled: false,
      })
    })

    it('Saturday: waking at "12:05" is asked back as just after midday', async () => {
      await opens('2026-03-28T13:20')
      await taps('sleep-diary', '00:40', '01:30', 20, 1, 10)
      expect(sam.asked).toBe('sleep-diary/finalWake')
      await types('12:05')
      expect(labels()[0]).toBe('5 mins past midday')
      await taps('12:05', '13:10', 6, 6, 'no')
      await types('skip')
    })

    it('the night the clocks go forward, and Sunday night declined', async () => {
      await opens('2026-03-29T11:00')
      await taps('sleep-diary', '23:30', '00:15', 30, 0, '10:00', '10:30', 6, 6, 'no')
      await types('skip')
      await opens('2026-03-30T07:45')
      await taps('sleep-diary')
      await types('skip')
    })

    it('the record has the table of the brief, to the minute', async () => {
      const nights = readNights(await entries()).filter(({ figures }) => figures)
      expect(nights.map(({ night_of: night, figures }) => ({
        night, tib: figures!.tib, tst: figures!.tst, se: figures!.se.toFixed(1), seAttempt: figures!.seAttempt.toFixed(1), midSleep: clockAt(figures!.midSleep),
      }))).toEqual(SAMS_WEEK.map(({ night, tib, tst, se, seAttempt, midSleep }) => ({ night, tib, tst, se, seAttempt, midSleep }))) // prettier-ignore
    })

    it('3. the practitioner sees five usable nights, pooled 78.6, 378 and 550 minutes, a shift of 163', async () => {
      const summary = await seenByPractitioner('2026-03-30T16:00')
      expect(summary.nights).toEqual({ valid: 5, declined: 2, short: 0, leftOut: 0 })
      expect(summary.all.se!.toFixed(1)).toBe('78.6')
      expect([summary.school.n, Math.round(summary.school.tst!)]).toEqual([3, 378])
      expect([summary.free.n, Math.round(summary.free.tst!)]).toEqual([2, 550])
      expect(Math.round(summary.weekendShift!)).toBe(163)
    })
  })

  describe('reading it together and choosing', () => {
    it('4. nothing is read before the session has opened it (G3)', async () => {
      await opens('2026-03-30T16:10')
      expect(await everythingOffered()).not.toContain('sleep-week')
      await openStep(2)
      await opens('2026-03-30T16:50')
      expect(offered()[0]).toBe('sleep-week')
    })

    it('school nights about 6 hours 20, free nights about 2¾ hours later; no percentage, no "only"', async () => {
      await taps('sleep-week')
      expect(sam.text).toMatch(/6 hours 20/)
      expect(sam.text).toMatch(/9 hours 10/)
      expect(sam.text).toMatch(/2¾ hours later/)
      expect(sam.text).toMatch(/06:50/)
      expect(sam.text).not.toMatch(/%|per cent|efficien|only|enough|should|too little|78|163/i)
      expect(sam.asked).toBe('sleep-week/noticed')
      await types('weekends are really late')
      await taps(['none'])
      expect((await fieldsOf('sleep-week'))[0]).toMatchObject({ noticed: 'weekends are really late' })
      expect(offered()).not.toContain('sleep-week')
    })

    it('what helps comes in small portions, each done in six exchanges at most', async () => {
      const portions = [
        ['no', 7, 'yes', 'yes'],
        ['sometimes', 6, 'yes', 'yes'],
        ['yes', 'yes', 'not-up-to-me', 'session'],
        ['yes', 'no', 2, 'yes'],
      ]
      for (const portion of portions) {
        expect(await everythingOffered()).toContain('sleep-checklist')
        await reach('sleep-checklist')
        await taps(...portion)
        expect(portion.length).toBeLessThanOrEqual(6)
        expect(sam.asked).toBe('home/next')
      }
      expect(await everythingOffered()).not.toContain('sleep-checklist')
    })

    it('the two that Sam is most up for come first: weekend wake by 09:30, phone charging in the kitchen', async () => {
      await reach('sleep-plan')
      expect(offered().slice(0, 3)).toEqual(['wake-time', 'phone-away', 'nicotine-alcohol'])
      await taps('wake-time')
      await types('weekend wake by 09:30')
      await taps('free-nights')
      await types('when my alarm goes', 'i stay up late', 'i set a second alarm')
      expect(sam.text).toContain('weekend wake by 09:30')
      at('2026-03-30T16:55')
      await reach('sleep-plan')
      expect(offered()[0]).toBe('phone-away')
      await taps('phone-away')
      await types('phone charging in kitchen')
      await taps('every-day')
      await types('after my teeth', 'i forget')
      await taps('I do half of it')
      expect(await fieldsOf('sleep-plan')).toEqual([
        { habit: 'wake-time', what: 'weekend wake by 09:30', days: 'free-nights', cue: 'when my alarm goes', if: 'i stay up late', then: 'i set a second alarm' },
        { habit: 'phone-away', what: 'phone charging in kitchen', days: 'every-day', cue: 'after my teeth', if: 'i forget', then: 'I do half of it' },
      ]) // prettier-ignore
      // Two at most: never twelve tips at once.
      expect(await everythingOffered()).not.toContain('sleep-plan')
    })
  })

  describe('practising', () => {
    it('5. in the morning the diary comes first, then how the change went; five of seven', async () => {
      await openStep(3)
      const nights = ['did', 'did', 'no', 'did', 'did', 'no', 'did']
      for (const [day, outcome] of nights.entries()) {
        await opens(`${addDays('2026-03-31', day)}T08:05`)
        expect(offered()[0]).toMatch(/^sleep-diary/)
        expect(offered()[1]).toBe('sleep-tick')
        expect(sam.text).toContain('phone charging in kitchen')
        await taps(offered()[0])
        await types('skip')
        expect(offered()[0]).toBe('sleep-tick')
        await taps('sleep-tick')
        if (sam.text.includes('weekend wake')) await taps('did')
        expect(sam.text).toContain('phone charging in kitchen')
        await taps(outcome)
        if (outcome === 'no') await taps('leave')
        expect(sam.asked).toBe('home/next')
        expect(await everythingOffered()).not.toContain('sleep-tick')
      }
      expect((await seenByPractitioner('2026-04-06T16:00')).changes).toMatchObject([
        { what: 'weekend wake by 09:30', did: 2, no: 0, of: 7 },
        { what: 'phone charging in kitchen', did: 5, partly: 0, no: 2, of: 7 },
      ])
    })

    it('week 4, "too cold to get up": smaller, a lamp on at 09:30', async () => {
      await openStep(4)
      await opens('2026-04-12T10:30')
      await reach('sleep-tick')
      await taps('no')
      await taps('did', 'mine')
      expect(sam.asked).toBe('what-got-in-the-way/reason')
      expect(sam.text).toMatch(/useful to know/)
      await taps('not-up-to-it', 'half')
      expect(sam.asked).toBe('sleep-adjust/hardest')
      await types('too cold to get up', 'lamp on at 09:30')
      expect(sam.text).toContain('lamp on at 09:30')
      expect((await fieldsOf('sleep-plan')).at(-1)).toMatchObject({
        habit: 'wake-time',
        what: 'weekend wake by 09:30',
        smaller: 'lamp on at 09:30',
        days: 'free-nights',
      })
      await opens('2026-04-19T10:30')
      await reach('sleep-tick')
      expect(sam.text).toMatch(/weekend wake by 09:30: lamp on at 09:30|phone charging/)
    })
  })

  describe('what is asserted of all of it', () => {
    it('nothing that was said names a percentage, a verdict, or words that are never used', () => {
      const said = saidInAll.join('\n')
      expect(said).not.toMatch(/%|efficien|\bonly \d|\bred\b|failed|missed|streak|should have|disappointed|lazy\b/i)
    })

    it('no prompt from 21:30 to 07:00, even for what is due then; and in the evening nothing of sleep is offered', async () => {
      await database.query(
        `insert into reminders (key, person_id, due_at, nudge_at, dialog, input, state, created_at)
         values ($1, $2, $3, $3, 'problem-review', '{"plan":"p","activity":"earplugs"}', 'waiting', $3)`,
        [`${sam.personId}/late`, sam.personId, instantOf('2026-04-20T21:45')],
      )
      let prompted = 0
      for (let local = '2026-04-20T21:30'; local < '2026-04-21T07:00'; local = addMinutes(local, 15)) {
        at(local)
        prompted += await nudgeDue({ database, jobs: pipeline.jobs, rules: pipeline.product.reminderRules }, pipeline.clock.now()) // prettier-ignore
      }
      expect(prompted).toBe(0)
      await opens('2026-04-21T20:45')
      for (const offer of await everythingOffered()) expect(offer).not.toMatch(/^sleep-|earlier-night/)
    })

    it.each(['sleep-diary/note', 'sleep-diary/intoBed'])(
      '"cant sleep cos he messages me all night wanting pics" at %s is safeguarding T2, and no line of the module follows',
      async (where) => {
        const other = await atQuestion(where)
        await other.types('cant sleep cos he messages me all night wanting pics')
        for (const part of other.parts) if (part.kind === 'say' || part.kind === 'ask') expect(part.tone).toBe('safety')
        const { rows } = await database.query('select lane, tier, holds from escalations where person_id = $1', [
          other.personId,
        ])
        expect(rows).toEqual([{ lane: 'safeguarding', tier: 'T2', holds: true }])
      },
    )

    it('"same nightmare about the crash every night" is a scope flag, a warm line and no tip', async () => {
      const other = await atQuestion('sleep-diary/note')
      await other.types('same nightmare about the crash every night')
      const { rows } = await database.query('select notice from notices where person_id = $1', [other.personId])
      expect(rows).toEqual([{ notice: 'scope-flag' }])
      expect(other.text).toMatch(/one to take to Dani/)
      expect(other.text).not.toMatch(/caffeine|phone|light|wind.?down|try (a|to)/i)
    })
  })

  /** Somebody else, at a question of the diary. */
  async function atQuestion(where: string): Promise<Talker> {
    at('2026-03-24T07:45')
    const other = new Talker(pipeline, await someone('Ash', 1))
    await other.opens()
    await other.taps('sleep-diary')
    const answers = ['22:30', '23:15', 45, 0, '07:00', '07:30', 4, 5, 'yes']
    while (other.asked !== where) await other.taps(answers.shift())
    return other
  }

  /** All that the start offers, through its handfuls; ends back at the first of them. */
  async function everythingOffered(): Promise<string[]> {
    const seen = offered()
    while (offered().includes('more')) {
      await sam.taps('more')
      seen.push(...offered())
    }
    await sam.taps('nothing')
    await sam.opens()
    return seen
  }

  async function reach(offer: string): Promise<void> {
    while (!offered().includes(offer) && offered().includes('more')) await sam.taps('more')
    expect(offered()).toContain(offer)
    await sam.taps(offer)
    keep()
  }
})
