import { tierRank, type Finding, type Lane } from '../risk/types.ts'
import type { SafetyInput } from './input.ts'

/** What is known, once the escalations are committed, about how to answer. */
export interface SafetyCircumstances {
  role: 'young-person' | 'parent-carer'
  staffedNow: boolean
  /** Somebody's alert route succeeded. */
  told: boolean
  /** No alert gets through at this moment. */
  unreached?: boolean
  /** Something of this kind was escalated earlier in this episode. */
  repeat?: boolean
  /** The young person's coping plan. */
  plan?: SafetyInput['plan']
  /** Questions answered already in this incident. */
  answered?: string[]
  /** A dialog of an ordinary kind is waiting behind. */
  canCarryOn?: boolean
  /** The safety dialog that is open now, with the tier it was started for. */
  openDialog?: { dialog: string; tier: Finding['tier'] }
  /** What the findings come from: a measure's risk item has a conversation of its own. */
  item?: { value: number | 'declined'; rule: 'R-M1' | 'R-M2' }
}

export interface SafetyChoice {
  dialog: string
  input: SafetyInput
  lane: Lane
  tier: Finding['tier']
}

/** Of several findings the first of this order speaks: what could kill soonest, then who is being hurt, then the rest. */
const LANE_ORDER: readonly Lane[] = [
  'medical',
  'self',
  'parent_self',
  'safeguarding',
  'others',
  'third_party',
  'unscanned',
  'scope',
]

/**
 * Which safety dialog answers these findings. Null where nothing was found, or where the dialog that is open already
 * speaks to something at least as urgent: it goes on, and the message is its answer.
 */
export function chooseSafety(findings: readonly Finding[], circumstances: SafetyCircumstances): SafetyChoice | null {
  const inOrder = [...findings].sort(moreUrgentFirst)
  const finding = inOrder[0]
  if (!finding) return null
  const dialog = dialogFor({ ...named(finding, inOrder), tier: finding.tier }, circumstances)
  const { openDialog } = circumstances
  if (openDialog) {
    if (tierRank(openDialog.tier) > tierRank(finding.tier)) return null
    if (openDialog.dialog === 'medical' || (openDialog.tier === finding.tier && dialog !== 'medical')) return null
  }
  return { dialog, lane: finding.lane, tier: finding.tier, input: inputFor(finding, circumstances) }
}

/** Families that say that there is harm, and not who does it to whom. */
const SAYS_LITTLE = ['classifier', 'physical-abuse']

/**
 * What says little about whom it concerns is answered by the words of a rule of the same lane that says more: the message
 * taken as a whole is only urgent, and a blow may fall in a relationship. A parent who has lost control is not asked as if
 * somebody else had, and one who is hit leaves the page quickly first (brief 4.6).
 */
function named(finding: Finding, inOrder: readonly Finding[]): Finding {
  const saysMore = (little: readonly string[]) =>
    inOrder.find(({ family, lane }) => lane === finding.lane && !little.includes(family))
  return SAYS_LITTLE.includes(finding.family) ? (saysMore(SAYS_LITTLE) ?? saysMore(['classifier']) ?? finding) : finding
}

const moreUrgentFirst = (a: Finding, b: Finding): number =>
  Number(b.lane === 'medical' && b.tier === 'T3') - Number(a.lane === 'medical' && a.tier === 'T3') ||
  tierRank(b.tier) - tierRank(a.tier) ||
  Number(b.priority ?? false) - Number(a.priority ?? false) ||
  LANE_ORDER.indexOf(a.lane) - LANE_ORDER.indexOf(b.lane)

function dialogFor(finding: Finding, { role, item }: SafetyCircumstances): string {
  if (item !== undefined && finding.lane === 'self' && finding.tier !== 'T3') {
    if (item.value === 'declined') return 'declined-item'
    if (item.rule === 'R-M1') return 'item-nine'
  }
  if (finding.lane === 'medical') return 'medical'
  if (finding.lane === 'unscanned') return 'unscanned'
  if (finding.lane === 'scope') return 'scope'
  if (finding.lane === 'others' && finding.tier !== 'T1') return 'others'
  return role === 'parent-carer' ? parentDialog(finding) : youngPersonDialog(finding)
}

function youngPersonDialog({ lane, tier }: Finding): string {
  if (lane === 'safeguarding') return 'safeguarding'
  if (lane === 'third_party') return 'third-party'
  if (tier === 'T1') return 't1-check'
  return tier === 'T3' ? 'self-t3' : 'self-t2'
}

function parentDialog({ lane, tier, family }: Finding): string {
  if (lane === 'safeguarding') {
    if (family === 'carer-strain') return 'parent-harm'
    return family === 'domestic-abuse' ? 'parent-domestic-abuse' : 'parent-safeguarding'
  }
  if (lane === 'third_party') return tier === 'T3' ? 'parent-child-now' : 'parent-child-risk'
  if (tier === 'T1') return 't1-check'
  return tier === 'T3' ? 'parent-self-t3' : 'parent-self-t2'
}

const inputFor = (finding: Finding, circumstances: SafetyCircumstances): SafetyInput => ({
  tier: finding.tier,
  staffedNow: circumstances.staffedNow,
  told: circumstances.told,
  unreached: circumstances.unreached ?? false,
  repeat: circumstances.repeat ?? false,
  aboutOther: finding.about === 'other',
  value: typeof circumstances.item?.value === 'number' ? circumstances.item.value : null,
  canCarryOn: circumstances.canCarryOn ?? false,
  answered: circumstances.answered ?? [],
  plan: circumstances.plan ?? null,
})
