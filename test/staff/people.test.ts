import { loadMeasures } from '../../src/content/loadMeasures.ts'
import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { missingFromConsent, type Consent } from '../../src/staff/consent.ts'
import { whyNotMeasure } from '../../src/staff/people/measureAvailability.ts'
import { whyNotModule } from '../../src/staff/remit.ts'
import { ageOn, birthday } from '../../src/staff/age.ts'
import { initialsOfCase } from '../../src/staff/initials.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { fillLadder } from '../helpers/rota.ts'
import { createWorld, NOW, type World } from './world.ts'

const TODAY = '2026-11-18'
const GILLICK: Consent = {
  capacityBasis: 'gillick', judgedBy: 'Dani', judgedOn: '2026-11-01', informationVersion: '1', parentsMaySee: 'nothing', assent: null,
  reviewOn: '2027-01-10', withdrawnOn: null,
} // prettier-ignore
const AT_14 = { role: 'young-person', dateOfBirth: '2012-05-05' } as const
const AT_16 = { role: 'young-person', dateOfBirth: '2010-03-01' } as const
const PARENT = { role: 'parent-carer', dateOfBirth: null } as const

describe('the minimum consent record', () => {
  const gaps = (record: Consent | null, person: Parameters<typeof missingFromConsent>[1]) =>
    missingFromConsent(record, person, TODAY).map((m) => m.code)

  it.each<[string, Consent | null, Parameters<typeof missingFromConsent>[1], string[]]>([
    ['is missing where nothing was recorded', null, AT_14, ['no-record']],
    ['is complete with a Gillick judgement under 16', GILLICK, AT_14, []],
    [
      'is complete for 16 and over with presumed capacity',
      { ...GILLICK, capacityBasis: 'presumed-16-or-over' },
      AT_16,
      [],
    ],
    [
      'does not presume capacity under 16',
      { ...GILLICK, capacityBasis: 'presumed-16-or-over' },
      AT_14,
      ['basis-does-not-fit'],
    ],
    ['is looked at again from the 16th birthday', GILLICK, AT_16, ['basis-does-not-fit']],
    [
      'needs the young person’s assent where a parent consents',
      { ...GILLICK, capacityBasis: 'parental-responsibility' },
      AT_14,
      ['assent'],
    ],
    [
      'needs it where the local authority consents',
      { ...GILLICK, capacityBasis: 'local-authority' },
      AT_14,
      ['assent'],
    ],
    [
      'is complete with consent of a parent and assent',
      { ...GILLICK, capacityBasis: 'parental-responsibility', assent: true },
      AT_14,
      [],
    ],
    [
      'does not go against a young person who says no',
      { ...GILLICK, capacityBasis: 'parental-responsibility', assent: false },
      AT_14,
      ['assent-refused'],
    ],
    ['never runs past the 16th birthday', { ...GILLICK, reviewOn: '2028-05-06' }, AT_14, ['review-by-16th-birthday']],
    ['may be due for review on the birthday itself', { ...GILLICK, reviewOn: '2028-05-05' }, AT_14, []],
    ['needs a date of birth to be judged by', GILLICK, { ...AT_14, dateOfBirth: null }, ['date-of-birth']],
    ['ends when its review is overdue', { ...GILLICK, reviewOn: '2026-11-17' }, AT_14, ['review-due']],
    ['ends when it is withdrawn', { ...GILLICK, withdrawnOn: TODAY }, AT_14, ['withdrawn']],
    ['cannot be judged tomorrow', { ...GILLICK, judgedOn: '2026-11-19' }, AT_14, ['judged-on']],
    ['is a parent’s own, as an adult', { ...GILLICK, capacityBasis: 'adult', parentsMaySee: null }, PARENT, []],
    ['is never Gillick for a parent', { ...GILLICK, parentsMaySee: null }, PARENT, ['basis-does-not-fit']],
    [
      'lists everything that is missing at once',
      {
        capacityBasis: null,
        judgedBy: null,
        judgedOn: null,
        informationVersion: null,
        parentsMaySee: null,
        assent: null,
        reviewOn: null,
        withdrawnOn: null,
      },
      AT_14,
      ['capacity-basis', 'judged-by', 'judged-on', 'information-version', 'review-on', 'parents-may-see'],
    ],
  ])('%s', (_, record, person, expected) => {
    expect(gaps(record, person)).toEqual(expected)
  })
})

it('counts whole years, also for those born on 29 February', () => {
  expect(ageOn('2010-11-19', TODAY)).toBe(15)
  expect(ageOn('2010-11-18', TODAY)).toBe(16)
  expect(ageOn(null, TODAY)).toBeNull()
  expect(birthday('2012-02-29', 16)).toBe('2028-02-29')
  expect(birthday('2012-02-29', 18)).toBe('2030-03-01')
})

it('names a case by the young person’s initials, or by the child’s where the work goes through a parent', () => {
  expect(initialsOfCase([{ role: 'parent-carer', preferredName: 'Maureen', childCalled: 'Tyler' }], 'REF-1')).toBe('T')
  expect(initialsOfCase([{ role: 'parent-carer', preferredName: 'Mo' }, { role: 'young-person', preferredName: 'élodie van' }], 'REF-1')).toBe('ÉV') // prettier-ignore
  expect(initialsOfCase([], 'REF-0042')).toBe('0042')
})

it('assigns only what the role may do, exists here and is for this person', () => {
  expect(whyNotModule('low-mood', 'young-person', new Map([['low-mood', {}]]))).toBeNull()
  expect(whyNotModule('worry', 'young-person', new Map([['low-mood', {}]]))).toContain('not part of this release')
  expect(whyNotModule('erp-mild-ocd', 'young-person', new Map([['erp-mild-ocd', {}]]))).toContain('supervisor')
  expect(whyNotModule('trauma', 'young-person', new Map([['trauma', {}]]))).toContain('outside what the role may do')
  expect(whyNotModule('low-mood', 'parent-carer', new Map([['low-mood', {}]]))).toContain('young person')
})

it('never shows a measure whose permission is not recorded or has ended', async () => {
  const { measures } = await loadMeasures(new URL('../../content/', import.meta.url))
  const phq9 = measures.get('phq-9')!
  const licensed = (licence: object) => ({ ...phq9, licence: { ...phq9.licence, ...licence } })
  expect(whyNotMeasure(phq9, AT_16, TODAY)).toBeNull()
  expect(whyNotMeasure(licensed({ status: 'not-cleared' }), AT_16, TODAY)).toContain('permission')
  expect(whyNotMeasure(licensed({ expires: '2026-11-17' }), null, TODAY)).toContain('ended on 2026-11-17')
  expect(whyNotMeasure(licensed({ expires: TODAY }), null, TODAY)).toBeNull()
})

describe.each(ENGINES)('people of a case on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  let caseId: string
  const add = (body: object) => world.call('addPerson', dani, { params: { caseId }, body })
  const consent = (personId: string, body: object) => world.call('recordConsent', dani, { params: { personId }, body })
  const invite = (personId: string) => world.call('invitePerson', dani, { params: { personId } })

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
    await fillLadder(database, NOW)
    caseId = await world.openCase({
      caseRef: newId(),
      practitioner: dani,
      supervisor: await world.staff('Sol', ['supervisor']),
    })
    await database.query(`update cases set state = 'setting-up' where id = $1`, [caseId])
  })
  afterAll(() => database.close())

  it('are added with a band that fits, and can do nothing until they are invited', async () => {
    const { status, body } = await add({
      role: 'young-person',
      preferredName: ' Leo ',
      band: 'Y14-15',
      dateOfBirth: '2011-06-01',
      pronouns: 'he/him',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      preferredName: 'Leo',
      state: 'invited',
      age: 15,
      pin: 'not-set',
      invitation: { state: 'none' },
      consent: { complete: false, missing: [{ code: 'no-record' }] },
    })
    expect(
      await add({ role: 'young-person', preferredName: 'Leo', band: 'Y16-18', dateOfBirth: '2011-06-01' }),
    ).toMatchObject({ status: 422, code: 'band-does-not-fit' })
    expect(await add({ role: 'parent-carer', preferredName: 'Sam', band: 'Y16-18' })).toMatchObject({
      status: 422,
      code: 'band-does-not-fit',
    })
  })

  it('are invited only when consent is complete and the ladder has no gap; the case is active from then on', async () => {
    const { body: leo } = await add({
      role: 'young-person',
      preferredName: 'Leo',
      band: 'Y14-15',
      dateOfBirth: '2012-05-05',
    })
    expect(await invite(leo.id)).toMatchObject({
      status: 409,
      code: 'not-ready',
      body: { missing: [{ code: 'no-record' }] },
    })

    const partly = await consent(leo.id, { ...GILLICK, parentsMaySee: null })
    expect(partly.body.consent).toMatchObject({
      complete: false,
      recordedBy: 'Dani',
      missing: [{ code: 'parents-may-see' }],
    })
    expect((await consent(leo.id, GILLICK)).body.consent).toMatchObject({
      complete: true,
      missing: [],
      record: GILLICK,
    })

    await database.query('update cases set supervisor_id = null where id = $1', [caseId])
    expect(await invite(leo.id)).toMatchObject({ status: 409, body: { missing: [{ code: 'no-supervisor' }] } })
    await database.query('update cases set supervisor_id = $2 where id = $1', [
      caseId,
      (await world.staff('Sol', ['supervisor'])).staffId,
    ])
    await database.query(`update staff set active = false where 'duty-worker' = any(roles)`)
    expect(await invite(leo.id)).toMatchObject({ status: 409, body: { missing: [{ code: 'no-duty-worker' }] } })
    await database.query(`update staff set active = true where 'duty-worker' = any(roles)`)
    await database.query('delete from rota_duty where weekday = 2')
    expect(await invite(leo.id)).toMatchObject({ status: 409, body: { missing: [{ code: 'no-duty-worker-on-2' }] } })
    await fillLadder(database, NOW)

    expect(await invite(leo.id)).toMatchObject({
      status: 201,
      body: { link: 'http://here/chat/#join=x', code: '123456' },
    })
    expect((await database.query('select state from cases where id = $1', [caseId])).rows).toEqual([
      { state: 'active' },
    ])
    const audit = await database.query<{ detail: object }>(
      `select detail from audit where action = 'invite-person' and person_id = $1`,
      [leo.id],
    )
    expect(audit.rows).toEqual([{ detail: {} }])
    expect((await database.query('select 1 from consents where person_id = $1', [leo.id])).rows).toHaveLength(2)
  })

  it('have it recorded how they care for the child, and what they call each other (brief 2.1, 1e)', async () => {
    const { body: gran } = await add({ role: 'parent-carer', preferredName: 'Maureen', band: 'P5-7', carer: 'kinship' })
    expect(gran).toMatchObject({ carer: 'kinship', called: null })
    const caring = (personId: string, body: object) => world.call('changeCaring', dani, { params: { personId }, body })
    const changed = await caring(gran.id, { childCalled: 'Tyler', called: 'Nan', carer: 'special-guardian' })
    expect(changed.body).toMatchObject({ childCalled: 'Tyler', called: 'Nan', carer: 'special-guardian' })
    const { body: young } = await add({ role: 'young-person', preferredName: 'Kai', band: 'Y11-13' })
    expect(await caring(young.id, { carer: 'foster' })).toMatchObject({ status: 422, code: 'not-a-parent' })
  })

  it('get a module once at a time, and again after it has ended', async () => {
    const { id: personId } = await world.person(caseId)
    const assign = (module: string) => world.call('assignModule', dani, { params: { personId }, body: { module } })
    const { body } = await assign('low-mood')
    expect(body).toMatchObject({ module: 'low-mood', stepOpened: 1, endedAt: null })
    expect(await assign('low-mood')).toMatchObject({ status: 409, code: 'already-assigned' })
    expect(await assign('behaviour-support')).toMatchObject({ status: 422, code: 'module-not-available' })
    expect(
      (await world.call('endAssignment', dani, { params: { personId, assignmentId: body.id } })).body.endedAt,
    ).not.toBeNull()
    expect((await assign('low-mood')).status).toBe(201)
  })

  it('have a step opened by a session, one at a time and never past the last (G3)', async () => {
    const { id: personId } = await world.person(caseId)
    const assigned = await world.call('assignModule', dani, { params: { personId }, body: { module: 'low-mood' } })
    const open = (from: number, step: number) =>
      world.call('openStep', dani, { params: { personId, assignmentId: assigned.body.id }, body: { from, step } })
    expect(await open(1, 2)).toMatchObject({ status: 200, body: { module: 'low-mood', stepOpened: 2 } })
    expect(await open(1, 2)).toMatchObject({ status: 409, code: 'step-changed' })
    expect(await open(2, 3)).toMatchObject({ status: 422, code: 'no-such-step' })
    expect(await open(2, 1)).toMatchObject({ status: 200, body: { stepOpened: 1 } })
    await world.call('endAssignment', dani, { params: { personId, assignmentId: assigned.body.id } })
    expect(await open(1, 2)).toMatchObject({ status: 404, code: 'no-such-assignment' })
  })

  it('are asked for a measure once at a time, and never for one that is not theirs or not cleared', async () => {
    const { id: personId } = await world.person(caseId)
    const younger = await world.person(caseId, { dateOfBirth: '2012-05-05', band: 'Y14-15' })
    const parent = await world.person(caseId, { role: 'parent-carer', band: 'P12+', dateOfBirth: null })
    const ask = (who: string, measure: string) =>
      world.call('requestMeasure', dani, { params: { personId: who }, body: { measure, reason: 'baseline' } })
    const { body } = await ask(personId, 'phq-9')
    expect(body).toMatchObject({ measure: 'phq-9', reason: 'baseline', state: 'asked' })
    expect(await ask(personId, 'phq-9')).toMatchObject({ status: 409, code: 'already-asked' })
    for (const [who, measure] of [[personId, 'rcads-47'], [younger.id, 'phq-9'], [parent.id, 'phq-9']] as const) // prettier-ignore
      expect(await ask(who, measure)).toMatchObject({ status: 422, code: 'measure-not-available' })
    expect((await world.call('withdrawMeasure', dani, { params: { personId, requestId: body.id } })).body.state).toBe(
      'withdrawn',
    )
    expect(await world.call('withdrawMeasure', dani, { params: { personId, requestId: body.id } })).toMatchObject({
      status: 409,
    })
    expect((await ask(personId, 'phq-9')).status).toBe(201)
  })

  it('cannot be changed any more once they or their case are closed', async () => {
    const { id: personId } = await world.person(caseId, { state: 'closed' })
    expect(
      await world.call('assignModule', dani, { params: { personId }, body: { module: 'low-mood' } }),
    ).toMatchObject({ status: 409, code: 'closed' })
    await database.query(`update cases set state = 'closed' where id = $1`, [caseId])
    expect(await add({ role: 'parent-carer', preferredName: 'Sam', band: 'P12+' })).toMatchObject({
      status: 409,
      code: 'closed',
    })
  })

  it('start again without a PIN after a reset', async () => {
    const { id: personId } = await world.person(caseId)
    await database.query(`update people set pin_hash = 'x', pin_tries = 5, pin_locked_at = now() where id = $1`, [
      personId,
    ])
    expect((await world.call('readCase', dani, { params: { caseId } })).body.people[0].pin).toBe('locked')
    expect((await world.call('resetPin', dani, { params: { personId } })).body.pin).toBe('not-set')
  })
})
