import type { Database } from '../../src/database/database.ts'
import { NUDGE, nudgeDue } from '../../src/reminders/nudgeDue.ts'
import { acknowledge, release } from '../../src/risk/acknowledge.ts'
import { spoken } from '../helpers/contacts.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'

/**
 * Scenario S4 of the brief: Maureen, Nan and special guardian of Tyler, 6, in plain mode, message by message on the real
 * pipeline. Beside her in the same case Tyler's mum, with an account of her own.
 */
describe.each(ENGINES)('a grandmother’s six weeks, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  let maureen: Talker
  let mum: Talker
  let personId: string
  let caseId: string
  let practitionerId: string
  const saidInAll: string[] = []
  const saidToMum: string[] = []

  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
    pipeline.clock.set('2026-11-18T10:00:00Z')
    const gran = await pipeline.people({ role: 'parent-carer', band: 'P5-7', name: 'Maureen', state: 'joined' })
    ;({ personId, caseId, practitionerId } = gran)
    await database.query(`update cases set care_status = 'special-guardianship' where id = $1`, [caseId])
    await database.query(`update people set carer = 'special-guardian', settings = '{"plain": true}' where id = $1`, [
      personId,
    ])
    const kelly = await pipeline.people({ role: 'parent-carer', band: 'P5-7', name: 'Kelly', caseId })
    maureen = new Talker(pipeline, gran)
    mum = new Talker(pipeline, kelly)
  })
  afterAll(() => database.close())

  const at = (instant: string) => pipeline.clock.set(instant)
  const opens = async (week: number) => {
    await database.query(
      `update assignments set step_opened = $2 where person_id = $1 and module = 'behaviour-support'`,
      [personId, week],
    )
    await maureen.opens()
    keep()
  }
  const keep = () => saidInAll.push(maureen.text)
  const taps = async (value: unknown) => {
    await maureen.taps(value)
    keep()
  }
  const types = async (text: string) => {
    await maureen.types(text)
    keep()
  }
  /** Taps an offer of the start, wherever it stands. */
  const chooses = async (offer: string) => {
    while (!offered().includes(offer)) await taps('more')
    await taps(offer)
  }
  const offered = () => {
    const { control } = maureen.question!
    return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
  }
  const fields = async (name: string) => {
    const { rows } = await database.query<{ fields: Record<string, unknown> }>(
      `select body->'fields' as fields from record_events where person_id = $1 and body->>'name' = $2 order by created_at desc limit 1`,
      [personId, name],
    )
    return rows[0]?.fields
  }
  const escalations = async () =>
    (
      await database.query<{ id: string; lane: string; tier: string; holds: boolean; version: number }>(
        'select id, lane, tier, holds, version from escalations where person_id = $1 order by opened_at',
        [personId],
      )
    ).rows

  it('1: Tyler calls her Nan; limits, own account, teach-back four of four', async () => {
    await maureen.opens()
    keep()
    for (const answer of ['yes', 'got-it', 'got-it', 'program', 'set-times', 'team', 'emergency']) await taps(answer)
    expect(maureen.asked).toBe('first-conversation-parent/childCallsYou')
    await types('Nan')
    await types('only me')
    await taps(['plainer-words'])
    await taps(true)
    await taps('10:00')
    const told = saidInAll.join('\n')
    expect(told).toMatch(/tell people who can help/)
    expect(told).toMatch(/yours alone/)
    expect(await fields('parent-first-conversation')).toMatchObject({ child_calls_them: 'Nan' })
    const { rows } = await database.query('select state, settings from people where id = $1', [personId])
    expect(rows).toMatchObject([{ state: 'active', settings: { plain: true, called: 'Nan' } }])
    await taps('6')
    await maureen.commands('skip')
    keep()
  })

  it('2: Monday of week 2, "no time 3 kids" goes inside the bath, five minutes', async () => {
    at('2026-11-30T10:00:00Z')
    await opens(2)
    await chooses('week')
    expect(maureen.text).toMatch(/ten minutes/)
    await taps('fits')
    expect(maureen.text).toMatch(/Tyler leads.*four days|Tyler in the lead.*four days/s)
    expect(maureen.asked).toBe('parent-week/when')
    await types('no time 3 kids')
    expect(maureen.text).toMatch(/five minutes/i)
    expect(maureen.text).toMatch(/bath/)
    await types('ok')
    await taps('7')
    expect(await fields('week-2')).toMatchObject({ no_time: true, minutes: 5, days_planned: 4 })
  })

  it('asks nothing of its own accord at night, and offers the check-in first when it is due', async () => {
    const told = async (instant: string) => {
      at(instant)
      const known = pipeline.jobs.jobs.length
      await nudgeDue({ database, jobs: pipeline.jobs, rules: pipeline.product.reminderRules }, pipeline.clock.now())
      return pipeline.jobs.jobs.slice(known).filter(({ queue }) => queue === NUDGE).length
    }
    expect(await told('2026-12-05T22:00:00Z')).toBe(0)
    expect(await told('2026-12-06T18:00:00Z')).toBe(1)
  })

  it('3: Sunday, three days, stress seven, and the praise that named exactly what he did', async () => {
    at('2026-12-06T18:05:00Z')
    await maureen.opens()
    keep()
    expect(offered()[0]).toBe('week-review')
    await taps('week-review')
    await taps(3)
    await taps('5')
    await taps('7')
    await taps('5')
    expect(maureen.asked).toBe('parent-check-in/praise')
    await types('well done for shoes on first time')
    await taps(false)
    expect(maureen.text).toMatch(
      /exactly what Tyler did|just what Tyler did|the very thing|the act itself|the act into words/,
    )
    expect(await fields('weekly')).toMatchObject({ week: 2, days_practised: 3, stress: 7 })
    // Done is done: the same check-in is not asked for again.
    await maureen.opens()
    expect(offered()).not.toContain('week-review')
  })

  it('4: "he just kicks off after seeing his mum" gets closeness and quiet, nothing ignored, nothing lost', async () => {
    at('2026-12-08T16:00:00Z')
    await opens(3)
    await types('he just kicks off after seeing his mum')
    expect(maureen.text).toMatch(/for you|both/i)
    expect(maureen.text).toMatch(/near|close/i)
    expect(maureen.text).toMatch(/few words|say little|slow evening/i)
    expect(maureen.text).toMatch(/snack|quiet/i)
    expect(maureen.text).toContain('Dani')
    expect(maureen.text).not.toMatch(/ignor|\blose|take away/i)
    await types('sat with him')
    await taps('7')
    await taps('hurt-or-scared')
    await taps(false)
    expect(await fields('abc')).toMatchObject({
      family_time_today: true,
      behaviour: 'he just kicks off after seeing his mum',
    })
    expect(await escalations()).toEqual([])
  })

  it('has tips of the weeks that are open, and of no other', async () => {
    await chooses('tips')
    expect(offered().slice(0, 3)).toEqual(['instructions', 'time-together', 'behind-behaviour'])
    expect(offered()).not.toContain('rewards')
    await taps('time-together')
    await taps('done')
  })

  it('5: week 4, "being good" becomes something to see, and the bike a story tonight', async () => {
    at('2026-12-14T10:00:00Z')
    await opens(4)
    await chooses('week')
    expect(maureen.asked).toBe('reward-plan/behaviour')
    await types('being good')
    expect(maureen.asked).toMatch(/reward-plan\/.*seen/)
    expect(maureen.text).toMatch(/see/)
    await types('teeth before story')
    await types('bike at Christmas')
    expect(maureen.text).toMatch(/too far|forgotten/i)
    await types('choose the story tonight')
    await taps('8')
    expect(await fields('week-4')).toMatchObject({
      behaviour: 'teeth before story',
      reward: 'choose the story tonight',
    })
    expect(maureen.text).toMatch(/never taken away|Stickers stay|No crossing out/)
  })

  it('stays close instead of ignoring in week 5, because of what Tyler has been through', async () => {
    at('2026-12-16T10:00:00Z')
    await opens(5)
    await chooses('week')
    expect(maureen.asked).toBe('calm-limits/staysClose')
    await maureen.commands('pause')
    keep()
  })

  it('6: Friday, "lost it, smacked him and locked him in his room" is thanked, made safe, told, and ends all tips', async () => {
    at('2026-12-18T11:00:00Z')
    await maureen.opens()
    keep()
    await types('lost it, smacked him and locked him in his room')
    for (const part of maureen.parts) if (part.kind === 'say' || part.kind === 'ask') expect(part.tone).toBe('safety')
    expect(maureen.text).toMatch(/Thank you for saying this/)
    expect(maureen.text).toMatch(/step away and breathe/)
    expect(maureen.text).toMatch(/all safe and unhurt now/)
    expect(maureen.asked).toBe('parent-harm/safeNow')
    expect((await escalations()).every(({ lane }) => lane === 'safeguarding')).toBe(true)
    await taps('not-sure')
    expect(maureen.text).toMatch(/999/)
    expect(maureen.text).toMatch(/have to tell Dani/)
    expect(maureen.text).toMatch(/NSPCC/)
    expect((await escalations()).map(({ tier }) => tier)).toContain('T3')
    expect((await escalations()).some(({ holds }) => holds)).toBe(true)
    for (const again of ['ok', 'week', 'tips']) {
      await types(again)
      for (const part of maureen.parts) if (part.kind === 'say' || part.kind === 'ask') expect(part.tone).toBe('safety')
    }
  })

  it('7: Dani takes it, calls, and the decision with what Maureen was told is written down; then she may go on', async () => {
    at('2026-12-18T11:20:00Z')
    const step = { staffId: practitionerId, now: pipeline.clock.now(), outbox: pipeline.outbox }
    for (const { id, version } of await escalations()) {
      await acknowledge(database, { ...step, escalationId: id, expectedVersion: version, plannedAction: 'I ring her now' }) // prettier-ignore
      await release(database, {
        ...step,
        escalationId: id,
        expectedVersion: version + 1,
        outcome: 'contacted',
        contact: spoken(pipeline.clock.now()),
        note: 'Told Maureen what I will pass on and to whom. Her sister comes tonight. Tips go on, smaller.',
      })
    }
    const { rows } = await database.query<{ body: { note?: string } }>(
      `select v.body from escalation_events v join escalations e on e.id = v.escalation_id where e.person_id = $1 and v.kind = 'released'`,
      [personId],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { body } of rows) expect(body.note).toMatch(/Told Maureen/)
    expect((await escalations()).some(({ holds }) => holds)).toBe(false)
    await pipeline.announce()
    await maureen.opens()
    keep()
    expect(maureen.text).not.toMatch(/smack|locked/)
  })

  it('blames nobody, compares no home with another, and calls nobody the real mum', () => {
    const said = saidInAll.join('\n')
    expect(said).not.toMatch(/real (mum|dad|parent)|\bcontact\b|\bplacement\b|\bLAC\b/i)
    expect(said).not.toMatch(/your fault|should have|failed|naughty|disappointed|you let (him|her|them) down/i)
  })

  it('shows the second carer nothing of it, and there is no account of a child', async () => {
    for (const instant of ['2026-12-18T12:00:00Z', '2026-12-19T12:00:00Z']) {
      at(instant)
      await mum.opens()
      saidToMum.push(mum.text, JSON.stringify(mum.parts))
    }
    const shown = saidToMum.join('\n')
    expect(shown).not.toMatch(/Maureen|Nan\b|shoes on first time|teeth before story|kicks off|smack|locked/)
    const { rows } = await database.query(`select 1 from people where case_id = $1 and role = 'young-person'`, [caseId])
    expect(rows).toEqual([])
  })
})
