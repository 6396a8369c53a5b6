import { answeredFast, itemAnswers } from '../../src/measures/administration.ts'
import { riskOfAnswer } from '../../src/measures/riskItems.ts'
import { shippedCatalogue } from './measureFiles.ts'

const { measures } = await shippedCatalogue()
const phq9 = measures.get('phq-9')!

describe('PHQ-9 item 9 (R-M1)', () => {
  it.each([
    [0, undefined],
    [1, { tier: 'T2', priority: false, label: 'Several days' }],
    [2, { tier: 'T2', priority: true, label: 'More than half the days' }],
    [3, { tier: 'T2', priority: true, label: 'Nearly every day' }],
    ['declined', { tier: 'T1', priority: false, label: null }],
  ] as const)('answered %p gives %j', (answer, expected) => {
    const outcome = riskOfAnswer(phq9, 'item-9', answer)
    if (expected === undefined) expect(outcome).toBeUndefined()
    else expect(outcome).toMatchObject({ rule: 'R-M1', item: '9', ...expected })
  })

  it('is the only item that acts', () => {
    for (let i = 1; i <= 8; i++) expect(riskOfAnswer(phq9, `item-${i}`, 3)).toBeUndefined()
    expect(riskOfAnswer(phq9, 'begin', 3)).toBeUndefined()
  })
})

describe('risk items of the other measures', () => {
  it.each([
    ['yp-core', '4', 1, { rule: 'R-M1', tier: 'T2', priority: false }],
    ['yp-core', '4', 2, { rule: 'R-M1', tier: 'T2', priority: true }],
    ['phq-a', '9', 1, { rule: 'R-M1', tier: 'T2', priority: false }],
    ['rcads-47-self', '37', 1, { rule: 'R-M2', tier: 'T1' }],
    ['rcads-47-self', '37', 2, { rule: 'R-M2', tier: 'T2' }],
    ['rcads-47-parent', '37', 3, { rule: 'R-M2', tier: 'T2' }],
    ['rcads-25-self', '18', 1, { rule: 'R-M2', tier: 'T1' }],
    ['rcads-25-parent', '18', 'declined', { rule: 'R-M2', tier: 'T1', label: null }],
    ['dass-y', '5', 1, undefined],
    ['dass-y', '5', 3, { tier: 'T1' }],
  ] as const)('%s item %s answered %p (R-M1, R-M2)', (id, item, answer, expected) => {
    const outcome = riskOfAnswer(measures.get(id)!, `item-${item}`, answer)
    if (expected === undefined) expect(outcome).toBeUndefined()
    else expect(outcome).toMatchObject(expected)
  })
})

describe('an administration', () => {
  it('keeps given, declined and never shown apart (G9)', () => {
    const answers = itemAnswers(phq9, { 'item-1': { state: 'given', value: '2' }, 'item-2': { state: 'declined' } })
    expect(answers.slice(0, 3)).toEqual([
      { item: '1', state: 'given', answer: 2 },
      { item: '2', state: 'declined', answer: null },
      { item: '3', state: 'missing', answer: null },
    ])
  })

  it('is marked fast after five answers in a row under a second and a half each, and not before', () => {
    const every = (ms: number, n: number) => Array.from({ length: n }, (_, i) => i * ms)
    expect(answeredFast(every(1000, 6))).toBe(true)
    expect(answeredFast(every(1000, 5))).toBe(false)
    expect(answeredFast(every(1500, 9))).toBe(false)
  })
})
