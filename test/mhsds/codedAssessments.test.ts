import { Faults } from '../../src/content/faults.ts'
import { loadCatalogue } from '../../src/content/loadCatalogue.ts'
import { recordedScales, scoreAdministration } from '../../src/measures/score.ts'
import { codedAssessments, type AdministrationOfCase } from '../../src/mhsds/codedAssessments.ts'
import { readAdministrations } from '../../src/mhsds/readAdministrations.ts'
import { toCsv } from '../../src/mhsds/toCsv.ts'
import type { ItemAnswer, MeasureAdministration } from '../../src/record/events.ts'
import { newId } from '../../src/shared/ids.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { aMeasure, aMeasureByScales } from '../outbox/events.ts'

const catalogue = (await loadCatalogue(new URL('../../content/measures/', import.meta.url), new Faults()))!
const quarter = { from: '2026-07-01', until: '2026-09-30' } as const

/** PHQ-9 with nine equal answers, some of them not given, completed at the given moment. */
function phq9(over: Partial<MeasureAdministration> & { given?: number; value?: number } = {}): AdministrationOfCase {
  const { given = 9, value = 2, ...more } = over
  const measure = catalogue.measures.get('phq-9')!
  const answers = measure.items.map(
    ({ id }, n): ItemAnswer =>
      n < given ? { item: id, state: 'given', answer: value } : { item: id, state: 'declined', answer: null },
  )
  const scored = { score: scoreAdministration(measure, answers), scales: recordedScales(measure, answers) }
  const at = { occurredAt: '2026-07-15T15:30:00.000Z', localDate: '2026-07-15' }
  return { caseRef: 'CWP-1', event: aMeasure(newId(), { answers, ...scored, ...at, ...more }) }
}
const exported = (...administrations: AdministrationOfCase[]) =>
  codedAssessments(administrations, catalogue.codes, quarter)

test('a score answered by chat is a row of its referral: SNOMED code, raw score, time in England', () => {
  expect(exported(phq9())).toEqual({
    referral: [
      {
        ServiceRequestId: 'CWP-1',
        CodedAssToolType: '720433000',
        PersScore: '18',
        AssToolCompTimestamp: '2026-07-15T16:30:00+01:00',
      },
    ],
    activity: [],
    excluded: [],
    countNationally: 1,
  })
})

test('one answered in a care activity is a row of that', () => {
  const { referral, activity } = exported(phq9({ careActivityRef: 'CA-9' }))
  expect(referral).toEqual([])
  expect(activity).toEqual([{ CareActId: 'CA-9', CodedAssToolType: '720433000', PersScore: '18' }])
})

test.each<[string, Partial<MeasureAdministration>, number]>([
  ['the first minute of the period in England', { occurredAt: '2026-06-30T23:00:00.000Z', localDate: '2026-07-01' }, 1],
  ['the last', { occurredAt: '2026-09-30T22:59:00.000Z', localDate: '2026-09-30' }, 1],
  ['the minute after', { occurredAt: '2026-09-30T23:00:00.000Z', localDate: '2026-10-01' }, 0],
  ['the day before', { occurredAt: '2026-06-30T22:59:00.000Z', localDate: '2026-06-30' }, 0],
])('%s', (_, when, rows) => {
  expect(exported(phq9(when)).referral).toHaveLength(rows)
})

test('of an amended administration the last version is submitted, once', () => {
  const first = phq9()
  const second = phq9({ entryId: first.event.entryId, version: 2, value: 1 })
  for (const order of [
    [first, second],
    [second, first],
  ])
    expect(exported(...order).referral.map((row) => row.PersScore)).toEqual(['9'])
})

test('what cannot be submitted is named with its reason', () => {
  const at = { occurredAt: '2026-07-15T15:30:00.000Z', localDate: '2026-07-15' }
  const scales = aMeasureByScales(newId(), at)
  const outside = phq9()
  outside.event.scales![0]!.score = { state: 'scored', raw: 28 }
  const wrong = phq9()
  wrong.event.scales![0]!.code = '123456'
  const { scales: _, ...before } = phq9().event
  const result = exported(phq9({ given: 8 }), { caseRef: 'CWP-2', event: scales }, outside, wrong, {
    caseRef: 'CWP-3',
    event: before,
  })
  // The T-score of the same scale is never what is submitted.
  expect(result.referral.map((row) => [row.CodedAssToolType, row.PersScore])).toEqual([['718655001', '15']])
  expect(result.excluded.map(({ scale, why }) => `${scale}: ${why}`).sort()).toEqual([
    'SP: not scorable: needs at least 7 of 9 answers and has 3',
    'own: the national table has no code for this score',
    'total: 28 is outside the range 0 to 27 that the national table permits',
    'total: not scorable: needs all 9 answers and has 8',
    'total: the code 123456 is not in the national table',
    'total: the national table has no code for this score',
  ])
})

test('CSV keeps text whole and runs no formula', () => {
  const rows = [
    { a: 'one, "two"', b: '=1+1' },
    { a: '-3', b: 'x' },
  ]
  expect(toCsv(['a', 'b'], rows)).toBe('a,b\r\n"one, ""two""",\'=1+1\r\n-3,x\r\n')
  expect(toCsv<{ a: string }>(['a'], [])).toBe('a\r\n')
})

describe.each(ENGINES)('read from the database (%s)', (engine) => {
  test('every version of what was completed in the period, with its case', async () => {
    const database = await freshDatabase(engine)
    const [staffId, caseId, personId] = [newId(), newId(), newId()]
    await database.query(
      `insert into staff (id, issuer, subject, display_name, first_name, created_at) values ($1, 'i', 's', 'Sam', 'Sam', now())`,
      [staffId],
    )
    await database.query(
      `insert into cases (id, case_ref, practitioner_id, state, created_at, updated_at) values ($1, 'CWP-1', $2, 'active', now(), now())`,
      [caseId, staffId],
    )
    await database.query(
      `insert into people (id, case_id, role, preferred_name, band, state, created_at) values ($1, $2, 'young-person', 'Alex', 'Y14-15', 'active', now())`,
      [personId, caseId],
    )
    const first = phq9()
    const events = [
      first.event,
      phq9({
        entryId: first.event.entryId,
        version: 2,
        localDate: '2026-10-02',
        occurredAt: '2026-10-02T10:00:00.000Z',
      }).event,
      phq9({ localDate: '2026-06-30' }).event,
    ]
    for (const event of events)
      await database.query(
        `insert into record_events (id, case_id, person_id, type, entry_id, entry_version, body, local_date, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
        [newId(), caseId, personId, event.type, event.entryId, event.version, JSON.stringify(event), event.localDate],
      )
    const found = await readAdministrations(database, quarter)
    expect(found.map((one) => [one.caseRef, one.event.version]).sort()).toEqual([
      ['CWP-1', 1],
      ['CWP-1', 2],
    ])
    // Amended after the quarter: it belongs to the quarter of its last version, and is never submitted twice.
    expect(codedAssessments(found, catalogue.codes, quarter).referral).toEqual([])
    await database.close()
  })
})

test('a parent’s goals are left out where the young person rates goals too: nationally they would pair with each other', () => {
  const gbo = catalogue.measures.get('gbo')!
  const answers: ItemAnswer[] = [{ item: 'goal1', state: 'given', answer: 4 }]
  const rated = (caseRef: string, respondent: MeasureAdministration['respondent'], localDate = '2026-07-15') => ({
    caseRef,
    event: aMeasure(newId(), {
      measure: 'gbo',
      respondent,
      localDate,
      answers,
      score: scoreAdministration(gbo, answers),
      scales: recordedScales(gbo, answers),
    }),
  })
  const { referral, excluded } = exported(
    // Rated before the period, and still the same referral.
    rated('CWP-1', 'young-person', '2026-05-01'),
    rated('CWP-1', 'parent-carer'),
    rated('CWP-2', 'parent-carer'),
  )
  expect(referral.map((row) => row.ServiceRequestId)).toEqual(['CWP-2'])
  expect(excluded).toMatchObject([{ caseRef: 'CWP-1', scale: 'goal1', why: expect.stringContaining('has no rater') }])
})
