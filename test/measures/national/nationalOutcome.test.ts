import fc from 'fast-check'
import { nationalOutcome, wins, type RaterOutcome } from '../../../src/measures/national/nationalOutcome.ts'
import type { CareContact, CodedAssessment, Referral } from '../../../src/measures/national/referral.ts'
import { shippedCatalogue } from '../measureFiles.ts'

const catalogue = await shippedCatalogue()
const PHQ9 = '720433000'
const GAD7 = '445455005'
const GOAL1 = '1034351000000101'
const referral: Referral = {
  receivedOn: '2026-03-01', dischargedOn: '2026-06-01', rejected: false, ageAtReferral: 15, sex: 'F', hospitalSpell: false,
  teamType: null, livesOutsideEngland: false, odsCode: 'RXX',
} // prettier-ignore
const met = (on: string, more: Partial<CareContact> = {}): CareContact => ({
  on,
  attendance: '5',
  mechanism: '01',
  indirect: false,
  ...more,
})
const contacts = [met('2026-03-10'), met('2026-03-20'), met('2026-05-01')]
let id = 0
const scored = (code: string, on: string, score: number | string): CodedAssessment => ({ id: ++id, code, score, on })

const outcome = (assessments: CodedAssessment[], change: Partial<Referral> = {}, seen = contacts) => {
  const result = nationalOutcome(catalogue, { ...referral, ...change }, seen, assessments)
  if (!result.counts) throw new Error(result.why)
  return result
}
const self = (...given: Parameters<typeof outcome>): RaterOutcome => outcome(...given).raters.Self

describe('the national cohort', () => {
  it.each<[Partial<Referral>, string | null]>([
    [{}, null],
    [{ ageAtReferral: 0 }, null],
    [{ ageAtReferral: 17 }, null],
    [{ teamType: 'A13' }, null],
    [{ ageAtReferral: 18 }, 'age at referral'],
    [{ dischargedOn: null }, 'still open'],
    [{ rejected: true }, 'rejected'],
    [{ receivedOn: '2015-12-31' }, 'before 2016-01-01'],
    [{ hospitalSpell: true }, 'hospital spell'],
    [{ livesOutsideEngland: true }, 'outside England'],
    [{ teamType: 'E04' }, 'team type E04'],
  ])('%j: %s', (change, why) => {
    const result = nationalOutcome(catalogue, { ...referral, ...change }, contacts, [])
    expect(result.counts ? null : result.why).toEqual(why === null ? null : expect.stringContaining(why))
  })
})

describe('a paired score', () => {
  const good = [scored(PHQ9, '2026-03-10', 18), scored(PHQ9, '2026-05-01', 8)]

  it('is the first score on or after the first contact and the last on or after the second', () => {
    const pair = self([scored(PHQ9, '2026-03-09', 27), ...good, scored(PHQ9, '2026-04-01', 20)])
    expect(pair).toMatchObject({ paired: true, outcome: 'improvement' })
    expect(pair.pairs).toEqual([
      { term: 'Patient health questionnaire 9 score', first: { score: 18, on: '2026-03-10' }, last: { score: 8, on: '2026-05-01' }, difference: -10, reliable: 'improved' },
    ]) // prettier-ignore
  })

  it('does not exist with one score, with both before the second contact, or with one contact', () => {
    expect(self([good[0]!])).toMatchObject({ paired: false, outcome: null })
    expect(self([scored(PHQ9, '2026-03-10', 18), scored(PHQ9, '2026-03-19', 8)]).paired).toBe(false)
    expect(self(good, {}, [met('2026-03-10')]).paired).toBe(false)
  })

  it('is never made by answers in a chat alone: written contacts do not count, but for two organisations', () => {
    const written = contacts.map((c) => ({ ...c, mechanism: '10' }))
    expect(self(good, {}, written).paired).toBe(false)
    expect(self(good, { odsCode: 'DFC' }, written).paired).toBe(true)
    expect(self(good, { odsCode: 'S9X2N' }, written).paired).toBe(true)
  })

  it('counts phone, talk type, video and indirect activity, and no appointment that was missed', () => {
    for (const mechanism of ['01', '02', '04', '11'])
      expect(self(good, {}, contacts.map((c) => ({ ...c, mechanism }))).paired).toBe(true) // prettier-ignore
    expect(self(good, {}, contacts.map((c) => ({ ...c, indirect: true, attendance: '', mechanism: '' }))).paired).toBe(true) // prettier-ignore
    expect(
      self(
        good,
        {},
        contacts.map((c) => ({ ...c, attendance: '3' })),
      ).paired,
    ).toBe(false)
    expect(self(good, {}, [met('2026-03-10'), met('2026-06-02')]).paired).toBe(false)
  })

  it('takes the lower id of two scores on one day as first', () => {
    const pair = self([scored(PHQ9, '2026-03-10', 10), scored(PHQ9, '2026-03-10', 20), scored(PHQ9, '2026-05-01', 14)])
    expect(pair.pairs[0]).toMatchObject({ first: { score: 10 }, difference: 4 })
  })

  it('leaves out what is no number, outside its range (a T-score among raw ones), unknown, a duplicate, or after discharge', () => {
    const MDD = '718655001'
    expect(self([scored(MDD, '2026-03-10', 66), scored(MDD, '2026-05-01', 60)]).pairs).toEqual([])
    expect(self([scored(PHQ9, '2026-03-10', 'high'), scored(PHQ9, '2026-05-01', '')]).pairs).toEqual([])
    expect(self([scored('999', '2026-03-10', 3), scored('999', '2026-05-01', 4)]).pairs).toEqual([])
    expect(self([scored(PHQ9, '2026-03-20', 9), scored(PHQ9, '2026-03-20', 9)]).pairs).toEqual([])
    expect(self([scored(PHQ9, '2026-03-10', 18), scored(PHQ9, '2026-06-02', 9)]).pairs).toEqual([])
    expect(self([scored(PHQ9, '2026-03-10', '18'), scored(PHQ9, '2026-05-01', '9')]).pairs).toHaveLength(1)
  })

  it('pairs an older code with the current one of the same term, and never the two families of goals', () => {
    expect(self([scored('506701000000100', '2026-03-10', 18), scored(PHQ9, '2026-05-01', 8)]).pairs).toHaveLength(1)
    expect(self([scored(GOAL1, '2026-03-10', 2), scored('1638531000000102', '2026-05-01', 9)]).pairs).toEqual([])
  })

  it('compares RCADS in T points by age at referral, and raw with the same threshold where there are no norms (its quirk)', () => {
    const pair = [scored('718655001', '2026-03-10', 20), scored('718655001', '2026-05-01', 12)]
    expect(self(pair).pairs[0]).toMatchObject({ difference: expect.closeTo((10 * -8) / 3.68, 9), reliable: 'improved' })
    expect(self(pair, { ageAtReferral: 7 }).pairs[0]).toMatchObject({ difference: -8, reliable: 'none' })
    expect(self(pair, { sex: 'X' }).pairs[0]).toMatchObject({ difference: -8, reliable: 'none' })
  })

  it('reads a rise of prosocial behaviour as deterioration, as the published code does', () => {
    const code = '718147007'
    expect(self([scored(code, '2026-03-10', 2), scored(code, '2026-05-01', 8)]).outcome).toBe('deterioration')
  })

  it('keeps raters apart; a goal is always the young person’s own', () => {
    const parent = '986071000000101'
    const result = outcome([scored(parent, '2026-03-10', 8), scored(parent, '2026-05-01', 2), scored(GOAL1, '2026-03-10', 2), scored(GOAL1, '2026-05-01', 4)]) // prettier-ignore
    expect(result.raters).toMatchObject({
      Parent: { outcome: 'improvement' },
      Self: { outcome: 'no change' },
      Clinician: { paired: false },
    })
  })

  it.each([
    ['961031000000108', 'BPSES'], ['961231000000104', 'ODD-p'], ['1047091000000103', 'Me and My Feelings'], ['718661003', 'RCADS total anxiety'],
    ['718662005', 'RCADS total'], ['718134002', 'SDQ total difficulties'], ['987341000000108', 'Current View'], ['1047381000000103', 'SFQ'], ['720482000', 'SRS'],
  ])('is never made of %s (%s), whatever the scores', (code) => {
    const result = outcome([scored(code, '2026-03-10', 1), scored(code, '2026-03-10', 5), scored(code, '2026-05-01', 3), scored(code, '2026-05-01', 10)]) // prettier-ignore
    for (const rater of Object.values(result.raters)) expect(rater).toMatchObject({ paired: false, pairs: [], outcome: null })
  }) // prettier-ignore

  it('lets deterioration win over improvement, and both over no change', () => {
    const mixed = [...good, scored(GAD7, '2026-03-10', 5), scored(GAD7, '2026-05-01', 9)]
    expect(self(mixed).outcome).toBe('deterioration')
    expect(self([...good, scored(GAD7, '2026-03-10', 5), scored(GAD7, '2026-05-01', 6)]).outcome).toBe('improvement')
    const reliable = fc.constantFrom<'improved' | 'deteriorated' | 'none' | null>(
      'improved',
      'deteriorated',
      'none',
      null,
    )
    fc.assert(
      fc.property(fc.array(reliable), (list) => {
        const pairs = list.map((one) => ({ reliable: one }))
        const expected = list.includes('deteriorated') ? 'deterioration' : list.includes('improved') ? 'improvement' : list.includes('none') ? 'no change' : null // prettier-ignore
        expect(wins(pairs)).toBe(expected)
        expect(wins(pairs.toReversed())).toBe(expected)
      }),
    )
  })

  it('turned round in time gives the opposite, of the same size', () => {
    const codes = [PHQ9, GAD7, '718437004', '718655001', GOAL1]
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 10 }),
        (code, a, b) => {
          fc.pre(a !== b)
          const there = self([scored(code, '2026-03-10', a), scored(code, '2026-05-01', b)]).pairs[0]!
          const back = self([scored(code, '2026-03-10', b), scored(code, '2026-05-01', a)]).pairs[0]!
          expect(there.difference).toBeCloseTo(-back.difference, 9)
          const turned = { improved: 'deteriorated', deteriorated: 'improved', none: 'none' } as const
          expect(there.reliable).toBe(turned[back.reliable!])
        },
      ),
    )
  })
})

describe('MHS92-94', () => {
  it('wants a referral longer than 14 days, two contacts and two scores of one tool on different days', () => {
    const pair = [scored(PHQ9, '2026-03-02', 18), scored(PHQ9, '2026-03-14', 12)]
    const two = [met('2026-03-02'), met('2026-03-10')]
    expect(outcome(pair, { dischargedOn: '2026-03-16' }, two).mhs92).toBe(true)
    expect(outcome(pair, { dischargedOn: '2026-03-15' }, two).mhs92).toBe(false)
    expect(outcome(pair, { dischargedOn: '2026-03-16' }, [two[0]!]).mhs92).toBe(false)
    expect(outcome([pair[0]!], { dischargedOn: '2026-03-16' }, two).mhs92).toBe(false)
  })
})
