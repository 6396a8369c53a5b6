import type { CaseFacts, EndFacts, ReferralFacts } from '../../src/reports/facts.ts'
import { DEFINITIONS } from '../../src/reports/definitions.ts'
import { daysOf, quarterOf } from '../../src/reports/quarter.ts'
import { median, quarterlyReport } from '../../src/reports/quarterlyReport.ts'
import { smallFigures } from '../../src/reports/smallFigures.ts'

const phq9 = (firstDay: string | null, paired = false) => ({ measure: 'phq-9', title: 'PHQ-9', firstDay, paired })
const goals = (firstDay: string | null, paired = false) => ({ measure: 'gbo', title: 'Goals', firstDay, paired })
const end = (day: string, more: Partial<EndFacts> = {}): EndFacts => ({
  day,
  reopenedOn: null,
  reason: 'completed',
  destination: 'no-further-support',
  specialist: null,
  sessionsHeld: 6,
  ...more,
})
const aCase = (caseId: string, openedOn: string, more: Partial<CaseFacts> = {}): CaseFacts => ({
  caseId, openedOn, careStatus: 'none', ends: [], measures: [], alerts: [], ...more,
}) // prettier-ignore
const referral = (id: string, source: ReferralFacts['source'], receivedOn: string, caseId: string | null, again = false): ReferralFacts => ({ id, source, receivedOn, caseId, again }) // prettier-ignore

/**
 * A fictional year of a small service, written out. What each quarter must say is worked out by hand below, from this list
 * alone.
 */
const CASES = [
  // Opened in the last quarter of 2025, ended on the first day of 2026: six sessions in exactly six weeks.
  aCase('a', '2025-11-20', { ends: [end('2026-01-01')], measures: [phq9('2025-11-21', true), goals('2025-11-21')] }),
  // Ended, opened again within the quarter, and ended for good in the next.
  aCase('b', '2026-01-05', {
    careStatus: 'in-care',
    ends: [
      end('2026-02-02', { reason: 'declined', destination: 'none', reopenedOn: '2026-03-02' }),
      end('2026-04-13', { destination: 'universal-or-voluntary', sessionsHeld: 4 }),
    ],
    measures: [goals('2026-01-06', true)],
    alerts: [{ day: '2026-01-20', minutes: 30 }, { day: '2026-04-01', minutes: null }],
  }),
  // Not attended.
  aCase('c', '2026-02-02', {
    ends: [end('2026-03-30', { reason: 'not-attended', destination: 'none', sessionsHeld: 1 })],
    measures: [phq9('2026-02-03')],
    alerts: [{ day: '2026-02-10', minutes: 10 }, { day: '2026-03-31', minutes: 50 }],
  }),
  // Referred on.
  aCase('d', '2026-02-09', {
    careStatus: 'kinship',
    ends: [end('2026-03-31', { reason: 'other-service-agreed', destination: 'specialist', specialist: 'camhs', sessionsHeld: 3 })],
    measures: [phq9('2026-02-10', true)],
  }),
  // Open over the end of the quarter, opened on its last day, opened the day after.
  aCase('e', '2026-03-02', { measures: [phq9('2026-04-01')] }),
  aCase('f', '2026-03-31'),
  aCase('g', '2026-04-01', { measures: [phq9(null)] }),
] // prettier-ignore
const REFERRALS = [
  referral('1', 'school', '2026-01-01', 'b'),
  referral('2', 'school', '2026-01-30', 'c'),
  referral('3', 'gp', '2026-02-02', 'd', true),
  referral('4', 'parent-carer', '2026-02-20', null),
  referral('5', 'school', '2026-03-31', 'f'),
  referral('6', 'self', '2026-04-01', 'g'),
]

const of = (quarter: string) => {
  const figures = quarterlyReport(quarter, CASES, REFERRALS)
  return (id: string, kind: string | null = null) => {
    const found = figures.find((one) => one.id === id && one.of === kind)
    return found && [found.value, found.outOf, found.caseIds.join('')]
  }
}

describe('the first quarter of the written-out year', () => {
  const q1 = of('2026-Q1')
  it.each([
    // Received from January to March: 1 to 5. Number 4 was not accepted. Number 3 is one again.
    ['referrals', null, [5, null, 'bcdf']],
    ['referrals-by-source', 'school', [3, 5, 'bcf']],
    ['referrals-by-source', 'gp', [1, 5, 'd']],
    ['referrals-by-source', 'self', [0, 5, '']],
    ['accepted', null, [4, 5, 'bcdf']],
    ['accepted-by-source', 'school', [3, 3, 'bcf']],
    ['accepted-by-source', 'parent-carer', [0, 1, '']],
    ['referred-again', null, [1, 5, 'd']],
    // On 31 March: b (opened again on 2 March), e and f. Case g comes a day later.
    ['held', null, [3, null, 'bef']],
    ['held-by-care-status', 'in-care', [1, 3, 'b']],
    ['held-by-care-status', 'none', [2, 3, 'ef']],
    // Ended and stayed so: a on the first day, c, d on the last. The first end of b was undone.
    ['closed', null, [3, null, 'acd']],
    ['dropped-out', null, [1, 3, 'c']],
    ['no-further', null, [1, 3, 'a']],
    ['universal', null, [0, 3, '']],
    ['specialist', null, [1, 3, 'd']],
    ['specialist-by-service', 'camhs', [1, 1, 'd']],
    ['elsewhere', null, [0, 3, '']],
    // Sessions 6, 1, 3. Days 42, 56, 50: the middle is 50.
    ['sessions', null, [3, null, 'acd']],
    ['weeks', null, [50 / 7, null, 'acd']],
    // Held or ended: a to f. Case e was scored a day too late, f never.
    ['measured', null, [4, 6, 'abcd']],
    ['paired', null, [2, 3, 'ad']],
    ['paired-by-measure', 'PHQ-9', [2, 3, 'ad']],
    ['paired-by-measure', 'Goals', [0, 1, '']],
    // 20 January (30 minutes), 10 February (10), 31 March (50).
    ['alerts', null, [3, null, 'bc']],
    ['alerts-taken', null, [3, 3, 'bc']],
    ['minutes-to-take', null, [30, null, 'bc']],
  ])('%s %s', (id, kind, expected) => {
    expect(q1(id, kind)).toEqual(expected)
  })
})

describe('the second quarter, and one in which nothing was', () => {
  it('counts the end that lasted, and an alert that nobody took', () => {
    const q2 = of('2026-Q2')
    expect(q2('closed')).toEqual([1, null, 'b'])
    expect(q2('universal')).toEqual([1, 1, 'b'])
    expect(q2('weeks')).toEqual([14, null, 'b'])
    expect(q2('held')).toEqual([3, null, 'efg'])
    expect(q2('alerts-taken')).toEqual([0, 1, ''])
    expect(q2('minutes-to-take')).toEqual([null, null, ''])
  })
  it('says nought and not unknown where there was nothing, and nothing of a median', () => {
    const none = of('2024-Q1')
    expect(none('closed')).toEqual([0, null, ''])
    expect(none('dropped-out')).toEqual([0, 0, ''])
    expect(none('sessions')).toEqual([null, null, ''])
  })
  it('changes by one in the right cells when one more case is closed', () => {
    const named = (cases: readonly CaseFacts[]) =>
      new Map(
        quarterlyReport('2026-Q2', cases, REFERRALS).map(({ id, of: kind, value }) => [
          kind ? `${id} ${kind}` : id,
          value,
        ]),
      )
    const before = named(CASES)
    const after = named(CASES.map((one) => (one.caseId === 'e' ? { ...one, ends: [end('2026-06-30')] } : one)))
    const changed = [...after].filter(([id, value]) => value !== before.get(id))
    // 120 days are added to the 98 of case b, and six sessions to its four.
    expect(changed.map(([id, value]) => [id, before.get(id), value])).toEqual([
      ['held', 3, 2], ['held-by-care-status none', 3, 2], ['closed', 1, 2], ['no-further', 0, 1], ['sessions', 4, 5],
      ['weeks', 14, (98 + 120) / 7 / 2], ['paired-by-measure PHQ-9', undefined, 0],
    ]) // prettier-ignore
  })
})

it('every figure has a name and says how it is counted', () => {
  const ids = new Set(quarterlyReport('2026-Q1', CASES, REFERRALS).map(({ id }) => id))
  expect([...ids].filter((id) => DEFINITIONS[id] === undefined)).toEqual([])
  expect(Object.keys(DEFINITIONS).filter((id) => !ids.has(id))).toEqual([])
})

it('quarters begin and end where they should, over a leap day and the end of a year', () => {
  expect(daysOf('2028-Q1')).toEqual({ from: '2028-01-01', until: '2028-03-31' })
  expect(daysOf('2026-Q4')).toEqual({ from: '2026-10-01', until: '2026-12-31' })
  expect(['2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual(['2026-Q1', '2026-Q2', '2026-Q4'])
})

it('the middle of an even number of values is the mean of the two', () => {
  expect([median([]), median([3]), median([5, 1]), median([9, 1, 4])]).toEqual([null, 3, 3, 4])
})

describe('small numbers', () => {
  const figure = (id: string, basis: number, kind: string | null = null) => ({
    id,
    of: kind,
    value: basis,
    basis,
    outOf: null,
    caseIds: [],
  })
  it('from 1 to 4 are not shown, nought and 5 are', () => {
    const all = [0, 1, 4, 5].map((basis) => figure(`of ${basis}`, basis))
    expect([...smallFigures(all)].map(({ basis }) => basis)).toEqual([1, 4])
  })
  it('hide the next smallest of a breakdown where they stand alone, so that the total does not tell them', () => {
    const kinds = [figure('by', 9, 'a'), figure('by', 2, 'b'), figure('by', 7, 'c'), figure('by', 0, 'd')]
    expect([...smallFigures(kinds)].map(({ of: kind }) => kind).sort()).toEqual(['b', 'c'])
    const two = [figure('by', 9, 'a'), figure('by', 2, 'b'), figure('by', 3, 'c')]
    expect([...smallFigures(two)].map(({ of: kind }) => kind).sort()).toEqual(['b', 'c'])
  })
})
