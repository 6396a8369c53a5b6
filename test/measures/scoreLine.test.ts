import { scoreLine } from '../../src/measures/scoreLine.ts'
import { shippedCatalogue } from './measureFiles.ts'

const catalogue = await shippedCatalogue()
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const score = (line: Record<string, unknown>): any => scoreLine(catalogue, { id: 1, respondent: 'self', ...line })
const all = (n: number, value: number | null = 1) => Array<number | null>(n).fill(value)
const rcads = (more: object) => score({ measure: 'rcads-47-self', answers: all(47), ...more })

describe('norms of the RCADS', () => {
  it('reads a boy of 10 with a raw depression score of 15 as T 71.8 by NHS England and 66.5 by UCLA', () => {
    const answers = all(47, 0)
    for (const item of [2, 6, 11, 15, 19, 21, 25]) answers[item - 1] = 2
    answers[28] = 1
    const of = (convention?: string) => rcads({ answers, sex: 'M', age: 10, convention }).subscales.MDD
    expect(of('nhs-england').t).toBeCloseTo(71.8, 1)
    expect(of('ucla').t).toBeCloseTo(66.5, 1)
    expect(of()).toEqual(of('nhs-england'))
  })

  it('gives the same raw depression score another T in the RCADS-25: 66.5 and 60.3 for boys of band 3-4', () => {
    const short = score({ measure: 'rcads-25-self', answers: [2, 0, 0, 2, 0, 0, 0, 2, 0, 2, 0, 0, 2, 0, 2, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0], sex: 'M', normBand: '3-4' }) // prettier-ignore
    expect(short.subscales.DEPRESSION_10).toEqual({ raw: 15, t: expect.closeTo(60.3, 1) })
  })

  it.each([
    ['nhs-england', 7, undefined], ['nhs-england', 8, '3-4'], ['nhs-england', 9, '3-4'], ['nhs-england', 10, '5-6'],
    ['nhs-england', 11, '5-6'], ['nhs-england', 12, '7-8'], ['nhs-england', 13, '7-8'], ['nhs-england', 14, '9-10'],
    ['nhs-england', 15, '9-10'], ['nhs-england', 16, '11-12'], ['nhs-england', 17, '11-12'], ['nhs-england', 18, undefined],
    ['ucla', 8, undefined], ['ucla', 9, '3-4'], ['ucla', 10, '3-4'], ['ucla', 11, '5-6'], ['ucla', 12, '5-6'], ['ucla', 13, '7-8'],
    ['ucla', 14, '7-8'], ['ucla', 15, '9-10'], ['ucla', 16, '9-10'], ['ucla', 17, '11-12'], ['ucla', 18, '11-12'], ['ucla', 19, undefined],
  ])('by the %s convention age %p is band %p, and without one raw scores are kept', (convention, age, band) => {
    const scored = rcads({ sex: 'F', age, convention })
    expect(scored.norm?.band).toBe(band)
    expect(scored.subscales.MDD.raw).toBe(10)
    expect(scored.subscales.MDD.t === undefined).toBe(band === undefined)
    if (band === undefined) expect(scored.notes).toEqual([expect.stringContaining('no T-scores')])
  }) // prettier-ignore

  it('rises with every raw point, in every norm cell', () => {
    for (const sex of ['M', 'F'])
      for (const normBand of ['3-4', '5-6', '7-8', '9-10', '11-12'])
        for (const measure of ['rcads-47-self', 'rcads-47-parent']) {
          const t = [0, 1, 2, 3].map(
            (v) => score({ measure, respondent: measure.slice(9), answers: all(47, v), sex, normBand }).subscales,
          )
          for (const scale of ['SP', 'PD', 'MDD', 'SAD', 'GAD', 'OCD'])
            expect(
              t[0][scale].t < t[1][scale].t && t[1][scale].t < t[2][scale].t && t[2][scale].t < t[3][scale].t,
            ).toBe(true)
        }
  })

  it.each([[{}], [{ sex: 'M' }], [{ age: 10 }], [{ sex: 'X', age: 10 }], [{ sex: null, age: 10 }]])('keeps raw scores only for %j: norms are binary, and nothing is guessed', (more) => {
    const scored = rcads(more)
    expect(scored.subscales.SP).toEqual({ raw: 9 })
    expect(scored.norm).toBeUndefined()
    expect(scored.bands).toBeUndefined()
  }) // prettier-ignore

  it('has no T for the two totals, which have no published mean', () => {
    const { subscales, total } = rcads({ sex: 'M', age: 10 })
    expect(subscales.TOTAL_ANXIETY).toEqual({ raw: 37 })
    expect(subscales.TOTAL_ANXIETY_DEPRESSION).toEqual({ raw: 47 })
    expect(total).toBe(47)
  })
})

describe('declined answers', () => {
  it('scores an RCADS-47 scale with two declined and none with three; totals only when every scale is there', () => {
    const answers = all(47, 2)
    answers[0] = answers[12] = null
    expect(rcads({ answers }).subscales.GAD).toEqual({ raw: 12 })
    answers[21] = null
    const scored = rcads({ answers })
    expect(Object.keys(scored.notScorable)).toEqual(['GAD', 'TOTAL_ANXIETY', 'TOTAL_ANXIETY_DEPRESSION', 'total'])
    expect(scored.total).toBeUndefined()
    expect(scored.subscales.MDD).toEqual({ raw: 20 })
  })

  it('scores the RCADS-25 total by its own rule, with at most four missing, whatever the scales', () => {
    const answers = all(25, 3)
    for (const item of [1, 4, 8]) answers[item - 1] = null
    const scored = score({ measure: 'rcads-25-self', answers })
    expect(scored.notScorable).toEqual({ DEPRESSION_10: 'needs at least 8 of 10 answers and has 7' })
    expect(scored.total).toBe(75)
  })

  it('prorates the YP-CORE with one declined, turning items 3, 5 and 10 first, and refuses two', () => {
    expect(score({ measure: 'yp-core', answers: [0, 0, 4, 0, 4, 0, 0, 0, 0, 4] }).total).toBe(0)
    expect(score({ measure: 'yp-core', answers: [4, 4, 0, 4, 0, 4, 4, 4, 4, 0] }).total).toBe(40)
    expect(score({ measure: 'yp-core', answers: [1, 1, 3, 1, 3, 1, 1, 1, 1, null] }).total).toBe(10)
    expect(score({ measure: 'yp-core', answers: [1, 1, 3, 0, 3, 1, 1, 1, null, null] })).toMatchObject({ notScorable: { total: 'needs at least 9 of 10 answers and has 8' } })
  }) // prettier-ignore

  it('never says "no risk" of a risk item that was not answered', () => {
    expect(score({ measure: 'phq-9', answers: [...all(8), 0] }).risk).toEqual([])
    const declined = score({ measure: 'phq-9', answers: [...all(8), null] })
    expect(declined).toMatchObject({ riskNotAnswered: ['9'] })
    expect(declined.risk).toBeUndefined()
    expect(score({ measure: 'phq-a', answers: [...all(9, 0), 'No', null, 'Yes', null] })).toMatchObject({ total: 0, risk: ['12'], riskNotAnswered: ['13'] }) // prettier-ignore
  })
})

describe('change', () => {
  it.each<[string, object, object]>([
    ['phq-9', { first: { total: 16 }, last: { total: 10 } }, { total: { difference: -6, threshold: 6, reliable: 'improved' } }],
    ['phq-9', { first: { total: 16 }, last: { total: 11 } }, { total: { difference: -5, threshold: 6, reliable: 'none' } }],
    ['gad-7', { first: { total: 5 }, last: { total: 9 } }, { total: { difference: 4, threshold: 4, reliable: 'deteriorated' } }],
    ['yp-core', { first: { 'YP-CORE': 30 }, last: { 'YP-CORE': 22 } }, { 'YP-CORE': { difference: -8, threshold: 8, reliable: 'improved' } }],
    ['gbo', { first: { goal1: 2, goal2: 5, goal3: 8 }, last: { goal1: 5, goal2: 5, goal3: 5 } }, { goal1: { difference: 3, threshold: 3, reliable: 'improved' }, goal2: { difference: 0, threshold: 3, reliable: 'none' }, goal3: { difference: -3, threshold: 3, reliable: 'deteriorated' } }],
    ['ors-cors-srs', { first: { ORS: 20 }, last: { ORS: 26.6 } }, { ORS: { difference: 6.6, threshold: 6.6, reliable: 'improved' } }],
    ['ors-cors-srs', { first: { ORS: 30.1 }, last: { ORS: 23.5 } }, { ORS: { difference: -6.6, threshold: 6.6, reliable: 'deteriorated' } }],
    ['ors-cors-srs', { first: { CORS: 20 }, last: { CORS: 29.9 } }, { CORS: { difference: 9.9, threshold: 10, reliable: 'none' } }],
    ['swemwbs-wemwbs', { first: { SWEMWBS: 15, WEMWBS: 30 }, last: { SWEMWBS: 18, WEMWBS: 38 } }, { SWEMWBS: { difference: 3, threshold: 3, reliable: 'improved' }, WEMWBS: { difference: 8, threshold: 9, reliable: 'none' } }],
    ['rcads-47-self', { sex: 'M', age: 10, first: { TOTAL_ANXIETY: 60 }, last: { TOTAL_ANXIETY: 20 } }, { TOTAL_ANXIETY: { difference: -40 } }],
    ['dass-y', { first: { depression: 20 }, last: { depression: 4 } }, { depression: { difference: -16 } }],
    ['me-and-my-feelings', { first: { emotional: 12 }, last: { emotional: 6 } }, { emotional: { difference: -6 } }],
  ])('%s %j', (measure, lines, change) => expect(score({ measure, ...lines }).change).toEqual(change)) // prettier-ignore

  it.each([
    ['self', 'peer problems', 4, 'none'], ['self', 'peer problems', 5, 'deteriorated'], ['parent', 'peer', 3, 'deteriorated'],
    ['parent', 'emotional symptoms', 3, 'none'], ['self', 'emo', 4, 'deteriorated'], ['self', 'prosocial', 3, 'none'],
    ['self', 'prosocial', 4, 'improved'], ['parent', 'prosocial', 3, 'improved'], ['parent', 'impact', 3, 'deteriorated'],
  ])('of the SDQ by %s: %s up by %p is %s', (respondent, scale, by, reliable) => {
    const scored = score({ measure: 'sdq', respondent, first: { [scale]: 2 }, last: { [scale]: 2 + by } })
    expect(scored.change[scale].reliable).toBe(reliable)
  }) // prettier-ignore

  it('of the RCADS is in T points of one norm band, and is refused without one', () => {
    const lines = { measure: 'rcads-47-parent', respondent: 'parent', first: { PD: 9 }, last: { PD: 2 } }
    const scored = score({ ...lines, sex: 'F', age: 12 })
    expect(scored.change.PD).toEqual({
      difference: expect.closeTo((10 * -7) / 1.98, 9),
      threshold: 40.93,
      reliable: 'none',
    })
    const without = score(lines)
    expect(without.change).toBeUndefined()
    expect(without.notCompared.PD).toContain('T points')
  })

  it('of RCADS-25 scales has no threshold: they never count', () => {
    const scored = score({
      measure: 'rcads-25-self',
      sex: 'M',
      age: 10,
      first: { DEPRESSION_10: 20 },
      last: { DEPRESSION_10: 5 },
    })
    expect(scored.change.DEPRESSION_10).toEqual({ difference: expect.closeTo((10 * -15) / 4.22, 9) })
    expect(scored.notes).toEqual([expect.stringContaining('never counts')])
  })

  it('takes the answers as last where only first is given, and pairs nothing with an end that is missing', () => {
    const scored = score({ measure: 'gbo', answers: [6, null], first: { goal1: 2, goal2: 4 } })
    expect(scored.change).toEqual({ goal1: { difference: 4, threshold: 3, reliable: 'improved' } })
    expect(scored.notCompared).toEqual({ goal2: 'has no last score' })
  })
})

describe('a line that cannot be used says where and how to mend it', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ measure: 'phq-10', answers: [] }, 'measure: there is no measure "phq-10"'],
    [{ measure: undefined, answers: [] }, 'measure: is missing'],
    [{ measure: 'phq-9', respondent: undefined, answers: all(9) }, 'respondent: is missing'],
    [{ measure: 'phq-9', respondent: 'parent', answers: all(9) }, 'respondent: phq-9 is not answered by "parent" (one of self)'],
    [{ measure: 'phq-9', respondent: 'the cat', answers: all(9) }, 'respondent: "the cat" is nobody known here'],
    [{ measure: 'sdq', respondent: 'self 11-17, parent 4-17, teacher', answers: all(25) }, 'one of parent, self, teacher'],
    [{ measure: 'phq-9' }, 'answers: is missing'],
    [{ measure: 'phq-9', answers: [] }, 'answers: is missing'],
    [{ measure: 'phq-9', answers: all(8) }, 'answers: has 8, and phq-9 has 9 items'],
    [{ measure: 'phq-9', answers: all(10) }, 'answers: has 10, and phq-9 has 9 items'],
    [{ measure: 'phq-9', answers: { 1: 2 } }, 'answers: must be a list in item order'],
    [{ measure: 'phq-9', answers: [...all(8), 4] }, 'answers[8]: 4 is no answer to item 9 (0, 1, 2, 3, or null for declined)'],
    [{ measure: 'phq-9', answers: [-1, ...all(7), 1.5] }, 'answers[8]: 1.5 is no answer'],
    [{ measure: 'phq-9', answers: ['2', ...all(8)] }, 'answers[0]: "2" is no answer'],
    [{ measure: 'bpses', respondent: 'parent', answers: [0, 1, 2, 3, 4] }, 'answers[0]: 0 is no answer to item 1 (1, 2, 3, 4, 5'],
    [{ measure: 'ors', answers: [10.1, 0, 0, 0] }, 'answers[0]: 10.1 is no answer to item 1 (a number from 0 to 10'],
    [{ measure: 'gbo', answers: [1, 2, 3, 4] }, 'answers: has 4, and gbo has 1 to 3 items'],
    [{ measure: 'sdq', answers: all(27) }, 'answers: has 27, and sdq-self has 25 or 30 items'],
    [{ measure: 'sleep-diary-metrics', answers: ['25:00', '23:00', 20, 2, 25, '07:00', '07:30', 3, 0] }, 'answers[0]: "25:00" is no answer to item bedTime (a time such as "23:15"'],
    [{ measure: 'rcads-47-self', answers: all(47), age: 10.5 }, 'age: must be a whole number of years'],
    [{ measure: 'rcads-47-self', answers: all(47), convention: 'corc' }, 'convention: must be one of nhs-england, ucla'],
    [{ measure: 'rcads-47-self', answers: all(47), normBand: '4-5' }, 'normBand: must be one of 3-4, 5-6'],
    [{ measure: 'rcads-47-self', answers: all(47), sex: 'M', age: 10, normBand: '3-4', convention: 'nhs-england' }, 'normBand: is 3-4, and the age 10 belongs to 5-6'],
    [{ measure: 'rcads-47-self', first: { MDD: 66 }, last: { MDD: 5 } }, 'first.MDD: 66 is outside 0 to 30 (give the raw score, not a T-score)'],
    [{ measure: 'rcads-47-self', first: { XYZ: 6 }, last: { XYZ: 5 } }, 'first.XYZ: rcads-47-self has no such scale (one of SP, PD'],
    [{ measure: 'phq-9', first: { total: '6' }, last: { total: 5 } }, 'first.total: must be a number'],
    [{ measure: 'phq-9', last: { total: 5 }, answers: all(9) }, 'first: is missing beside last'],
    [{ measure: 'phq-9', first: { total: 5 } }, 'answers: is missing'],
  ])('%j: %s', (line, error) => {
    const faulty = score(line)
    expect(Object.keys(faulty)).toEqual(['id', 'error'])
    expect(faulty.error).toContain(error)
  }) // prettier-ignore

  it('names every fault of a line at once, and keeps its id', () => {
    expect(score({ id: 'x', measure: 'gad-7', answers: [9, 0, 0, 0, 0, 0, 8] })).toEqual({
      id: 'x',
      error: 'answers[0]: 9 is no answer to item 1 (0, 1, 2, 3, or null for declined); answers[6]: 8 is no answer to item 7 (0, 1, 2, 3, or null for declined)',
    })
  }) // prettier-ignore
})

describe('forms of one instrument', () => {
  it.each([
    ['mfq-smfq', 'self', 33, 33], ['mfq-smfq', 'self 6-17, parent', 13, 13], ['swemwbs-wemwbs', 'self', 7, 7],
    ['swemwbs-wemwbs', 'self', 14, 14], ['sci-isi', 'self (adult measures)', 8, 8], ['sci-isi', 'self', 7, 7],
    ['rcads-25', 'parent', 25, 25], ['rcads-47', 'young person (self)', 47, 47], ['ORS', 'self', 4, 4],
  ])('%s answered by %s with %p answers is found', (measure, respondent, count, total) => {
    expect(score({ measure, respondent, answers: all(count) })).toMatchObject({ total })
  }) // prettier-ignore

  it('scores the SDQ with and without its impact supplement', () => {
    const short = score({ measure: 'sdq', answers: all(25) })
    expect(short).toMatchObject({ total: 20, subscales: { prosocial: { raw: 5 } } })
    expect(short.subscales.impact).toBeUndefined()
    expect(short.notScorable).toBeUndefined()
    expect(score({ measure: 'sdq', answers: [...all(25), 0, 1, 2, 3, 3] }).subscales.impact).toEqual({ raw: 5 })
  })

  it.each([
    ['kidscreen', [1, 2, 3], ['total']],
    ['me-and-my-feelings', all(16), ['emotional', 'behavioural']],
    ['ycors', [1], ['YCORS', 'total']],
  ])('%s is not scorable from answers, with the reason: its key was not found', (measure, answers, scales) => {
    const scored = score({ measure, answers })
    expect(Object.keys(scored.notScorable)).toEqual(scales)
    for (const reason of Object.values(scored.notScorable)) expect(reason).toMatch(/not found|were found/)
    expect(scored.total).toBeUndefined()
  })

  it('reports item scores of experience forms and of Current View, and never adds them up', () => {
    const esq = score({ measure: 'chi-esq-12-18', answers: [3, 2, 1, null, 9, ...all(7, 3)] })
    expect(esq.total).toBeUndefined()
    expect(esq.subscales['1']).toEqual({ raw: 3 })
    expect(esq.notScorable).toEqual({ 4: 'was not answered', 5: 'was answered with a choice that is not scored' })
    const view = score({ measure: 'current-view', respondent: 'Clinician', answers: all(36, 1) })
    expect(view.risk).toEqual(['ppd10', 'ppd16'])
    expect(Object.keys(view.subscales)).toHaveLength(36)
  })
})

describe('the sleep diary', () => {
  const night = ['22:30', '23:00', 20, 2, 25, '07:00', '07:30', 3, 0]
  const sleep = (answers: unknown[], more = {}) => score({ measure: 'sleep-diary-metrics', answers, ...more })

  it('refuses times that cannot follow each other, and more minutes awake than the night had', () => {
    expect(sleep(['22:30', '22:00', ...night.slice(2)]).notScorable.SE).toContain('do not follow')
    expect(sleep(['22:30', '23:00', 400, 2, 200, '07:00', '07:30', 3, 0]).notScorable.TST).toContain(
      'more minutes awake',
    )
  })

  it('averages each metric over the nights complete for it, and says how many', () => {
    const scored = sleep([night, ['23:00', '23:30', 20, 0, 10, '06:00', '06:30', null, null], ['22:30', null, null, null, null, '07:00', '07:30', 3, 0]]) // prettier-ignore
    expect(scored.nights).toMatchObject({ TIB: 3, TST: 2, SE: 2 })
    expect(scored.subscales.TST.raw).toBeCloseTo((435 + 360) / 2, 9)
    expect(scored.subscales.SE.raw).toBeCloseTo(((100 * 435) / 540 + (100 * 360) / 450) / 2, 9)
    expect(sleep([night]).nights).toMatchObject({ SE: 1 })
  })
})
