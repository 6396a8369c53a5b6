import { joinLabels } from '../../src/risk/corpus/message.ts'
import { beyondFloors, confusionOf, figuresBy, figuresOf, type Heard } from '../../src/risk/corpus/evaluation.ts'
import { shareOf } from '../../src/risk/corpus/wilson.ts'
import type { Tier } from '../../src/risk/types.ts'

const heard = (is: Tier, as: Tier, scope = false): Heard => ({
  message: joinLabels({ id: 'a-0001', text: 'x', role: 'young_person', register: 'Y14-15', context: null, tier: is, family: is === 'T0' ? (scope ? 'scope-ocd' : 'none') : 'self-harm', lane: 'none', disguise: 'plain' }, undefined),
  tier: as,
  scope,
}) // prettier-ignore
const all = [heard('T3', 'T3'), heard('T3', 'T2'), heard('T2', 'T2'), heard('T2', 'T1'), heard('T1', 'T0'), heard('T0', 'T0', true), heard('T0', 'T0'), heard('T0', 'T1'), heard('T0', 'T3')] // prettier-ignore

describe('what an evaluation counts', () => {
  it('counts sensitivity by tier, false flags among what is no risk, and precision', () => {
    const shares = Object.fromEntries(Object.entries(figuresOf(all)).map(([name, { hit, of }]) => [name, `${hit}/${of}`])) // prettier-ignore
    expect(shares).toEqual({
      'urgent-heard': '3/4',
      'risk-heard': '4/5',
      'emergency-heard': '1/2',
      'false-flags': '2/4',
      'false-urgent': '1/4',
      'flags-right': '4/6',
      'urgent-right': '3/4',
      'scope-heard': '1/1',
      'scope-false': '0/8',
    })
  })

  it('shows which tier was heard as which', () => {
    expect(confusionOf(all)).toEqual([[2, 1, 0, 1], [1, 0, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]]) // prettier-ignore
  })

  it('tells families apart', () => {
    expect(figuresBy(all, 'family').map(([family]) => family)).toEqual(['none', 'scope-ocd', 'self-harm'])
  })

  it("gives Wilson's interval as published examples have it, and everything where nothing was counted", () => {
    const { low, high } = shareOf(81, 263)
    expect([low, high]).toEqual([expect.closeTo(0.2553, 3), expect.closeTo(0.3662, 3)])
    expect(shareOf(10, 10).high).toBeCloseTo(1, 10)
    expect(shareOf(0, 0)).toMatchObject({ low: 0, high: 1 })
  })

  it('fails below a floor, and above one for what is false', () => {
    const figures = figuresOf(all)
    expect(beyondFloors(figures, { 'urgent-heard': 0.75, 'false-flags': 0.5 })).toEqual([])
    expect(beyondFloors(figures, { 'urgent-heard': 0.76, 'false-flags': 0.49, 'scope-false': 0 })).toEqual([
      expect.stringMatching(/^urgent-heard is 0.7500, and must be at least 0.76/),
      expect.stringMatching(/^false-flags is 0.5000, and must be at most 0.49/),
    ])
  })
})
