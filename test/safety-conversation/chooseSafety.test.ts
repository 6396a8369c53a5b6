import fc from 'fast-check'
import { LANES, tierRank, type Finding } from '../../src/risk/types.ts'
import { chooseSafety, type SafetyCircumstances } from '../../src/safety-conversation/chooseSafety.ts'
import { safetyDialogs } from '../../src/safety-conversation/index.ts'
import { safetyInput } from '../../src/safety-conversation/input.ts'

const found = (lane: Finding['lane'], tier: Finding['tier'], more: Partial<Finding> = {}): Finding => ({ family: 'any', lane, tier, rule: 'r', words: 'w', because: 'b', ...more }) // prettier-ignore
const young: SafetyCircumstances = { role: 'young-person', staffedNow: true, told: true }
const parent: SafetyCircumstances = { ...young, role: 'parent-carer' }

describe('which safety dialog answers', () => {
  it.each([
    ['medical before everything', [found('self', 'T3'), found('medical', 'T3')], young, 'medical'],
    ['T3 before T2, whatever it is about', [found('self', 'T2'), found('safeguarding', 'T3')], young, 'safeguarding'],
    ['own safety before others of the same tier', [found('others', 'T2'), found('third_party', 'T2'), found('self', 'T2')], young, 'self-t2'],
    ['T1', [found('self', 'T1')], young, 't1-check'],
    ['T3', [found('self', 'T3')], young, 'self-t3'],
    ['others', [found('others', 'T2')], young, 'others'],
    ['a friend', [found('third_party', 'T2')], young, 'third-party'],
    ['another language', [found('unscanned', 'T1')], young, 'unscanned'],
    ['outside the remit', [found('scope', 'T1')], young, 'scope'],
    ["a parent's own", [found('parent_self', 'T2')], parent, 'parent-self-t2'],
    ["a parent's own, now", [found('parent_self', 'T3')], parent, 'parent-self-t3'],
    ['a parent about the child', [found('third_party', 'T2')], parent, 'parent-child-risk'],
    ['a parent about the child, now', [found('third_party', 'T3')], parent, 'parent-child-now'],
    ['a parent who has hit', [found('safeguarding', 'T2', { family: 'carer-strain' })], parent, 'parent-harm'],
    ['a parent who has hit, heard as urgent as a whole (S4)', [found('safeguarding', 'T3', { family: 'classifier' }), found('safeguarding', 'T2', { family: 'carer-strain' })], parent, 'parent-harm'],
    ['a whole message without a rule of its lane', [found('safeguarding', 'T3', { family: 'classifier' }), found('third_party', 'T2')], parent, 'parent-safeguarding'],
    ['a parent who is hit by a partner', [found('safeguarding', 'T2', { family: 'physical-abuse' }), found('safeguarding', 'T2', { family: 'domestic-abuse' })], parent, 'parent-domestic-abuse'],
    ['a parent whose child is hit by somebody', [found('safeguarding', 'T3', { family: 'classifier' }), found('safeguarding', 'T2', { family: 'physical-abuse' })], parent, 'parent-safeguarding'],
    ['a parent who is hurt', [found('safeguarding', 'T2', { family: 'domestic-abuse' })], parent, 'parent-domestic-abuse'],
    ['a parent about another adult', [found('safeguarding', 'T2', { family: 'sexual-abuse' })], parent, 'parent-safeguarding'],
    ['item nine', [found('self', 'T2', { family: 'measure-item' })], { ...young, item: { value: 1, rule: 'R-M1' } }, 'item-nine'],
    ['item nine declined', [found('self', 'T1', { family: 'measure-item' })], { ...young, item: { value: 'declined', rule: 'R-M1' } }, 'declined-item'],
    ['item nine beside plain words', [found('self', 'T2'), found('self', 'T3')], { ...young, item: { value: 1, rule: 'R-M1' } }, 'self-t3'],
  ] as const)('%s', (_, findings, circumstances, dialog) => {
    expect(chooseSafety([...findings], circumstances as SafetyCircumstances)!.dialog).toBe(dialog)
  }) // prettier-ignore

  it('lets the open conversation go on unless what is new is more urgent', () => {
    const open = (dialog: string, tier: Finding['tier']) => ({ ...young, openDialog: { dialog, tier } })
    expect(chooseSafety([found('self', 'T2')], open('self-t2', 'T2'))).toBeNull()
    expect(chooseSafety([found('self', 'T1')], open('self-t3', 'T3'))).toBeNull()
    expect(chooseSafety([found('self', 'T3')], open('self-t2', 'T2'))!.dialog).toBe('self-t3')
    expect(chooseSafety([found('medical', 'T3')], open('self-t3', 'T3'))!.dialog).toBe('medical')
    expect(chooseSafety([found('self', 'T3')], open('medical', 'T3'))).toBeNull()
    expect(chooseSafety([], young)).toBeNull()
  })

  it('always names a dialog there is, for somebody it is for, at the highest tier or medical, with an input that fits', () => {
    const finding = fc.record({ lane: fc.constantFrom(...LANES), tier: fc.constantFrom('T1', 'T2', 'T3'), family: fc.constantFrom('carer-strain', 'domestic-abuse', 'x') }) // prettier-ignore
    fc.assert(
      fc.property(
        fc.array(finding, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(young, parent),
        (some, circumstances) => {
          const findings = some.map((f) => found(f.lane, f.tier, { family: f.family }))
          const choice = chooseSafety(findings, circumstances)!
          const dialog = safetyDialogs.find((d) => d.id === choice.dialog)!
          expect(dialog.audience === 'both' || dialog.audience === circumstances.role).toBe(true)
          expect(safetyInput.safeParse(choice.input).success).toBe(true)
          const highest = Math.max(...findings.map((f) => tierRank(f.tier)))
          expect(tierRank(choice.tier)).toBe(highest)
        },
      ),
    )
  })
})
