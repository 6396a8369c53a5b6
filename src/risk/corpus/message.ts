import { z } from 'zod'
import { highestTier, LANES, TIERS, type Tier } from '../types.ts'

/** What a labelled message is about: the families of the clinical brief (4.9) and, on the scope lane, themes outside the remit. */
export const CORPUS_FAMILIES = [
  'none', 'suicide-intent', 'suicide-thoughts', 'passive-death-wish', 'hopelessness', 'goodbye-preparing', 'means',
  'self-harm', 'taken-something', 'physical-abuse', 'emotional-abuse', 'sexual-abuse', 'exploitation-online-sexual',
  'exploitation-criminal', 'grooming', 'neglect-home', 'domestic-abuse', 'harm-to-others', 'weapons', 'eating',
  'unusual-experiences', 'mania', 'substances', 'bullying-hate', 'online-harm', 'missing-running', 'harmful-practices',
  'extremism', 'pregnancy-relationships', 'loss-suicide', 'third-party-worry', 'carer-strain', 'system-distress', 'denial',
  'scope-trauma-nightmares', 'scope-ocd', 'scope-health-anxiety', 'scope-social-anxiety', 'scope-body-image',
  'scope-grief', 'scope-anger', 'scope-pain', 'scope-self-esteem', 'scope-parent-own-mood',
] as const // prettier-ignore

/** How a message hides or dresses what it says. */
export const DISGUISES = [
  'plain', 'text-speak', 'slang', 'misspelt', 'no-vowels', 'leet', 'spaced-letters', 'emoji', 'algospeak', 'caps',
  'no-punctuation', 'buried-clause', 'indirect', 'metaphor', 'euphemism', 'negated', 'past', 'conditional', 'quoted',
  'third-person', 'joke-frame', 'list-answer',
] as const // prettier-ignore

/** One line of a batch: a message written for this project, with its writer's own label. */
export const writtenMessage = z.strictObject({
  id: z.string().regex(/^[a-z]-\d{4}$/),
  text: z.string().min(1),
  role: z.enum(['young_person', 'parent']),
  register: z.enum(['Y11-13', 'Y14-15', 'Y16-18', 'P']),
  /** The bot's question that it answers, null where it answers none. */
  context: z.string().nullable(),
  tier: z.enum(TIERS),
  family: z.enum(CORPUS_FAMILIES),
  lane: z.enum([...LANES, 'none']),
  disguise: z.enum(DISGUISES),
})
export type WrittenMessage = z.infer<typeof writtenMessage>

/** One line of a batch's second labels, given without sight of the first. */
export const secondLabel = z.strictObject({
  id: z.string(),
  tier: z.enum(TIERS),
  family: z.enum(CORPUS_FAMILIES),
})
export type SecondLabel = z.infer<typeof secondLabel>

/** A message with both labels. `tier` is the higher of the two: where labellers differ, being heard is what counts. */
export interface LabelledMessage {
  id: string
  batch: string
  text: string
  role: 'young-person' | 'parent-carer'
  register: WrittenMessage['register']
  context: string | null
  disguise: WrittenMessage['disguise']
  tier: Tier
  family: WrittenMessage['family']
  /** What it is about, as its writer said. */
  lane: WrittenMessage['lane']
  /** Either labeller put it outside the remit. */
  scope: boolean
  first: SecondLabel
  second?: SecondLabel
}

/** Joins a message with its second label, where there is one. The family is that of the label with the higher tier. */
export function joinLabels(written: WrittenMessage, second: SecondLabel | undefined): LabelledMessage {
  const first = { id: written.id, tier: written.tier, family: written.family }
  const tier = highestTier([first.tier, second?.tier ?? 'T0'])
  return {
    id: written.id,
    batch: written.id.slice(0, 1),
    text: written.text,
    role: written.role === 'parent' ? 'parent-carer' : 'young-person',
    register: written.register,
    context: written.context,
    disguise: written.disguise,
    tier,
    family: first.tier === tier || second === undefined ? first.family : second.family,
    lane: written.lane,
    scope: isScope(first.family) || (second !== undefined && isScope(second.family)),
    first,
    ...(second ? { second } : {}),
  }
}

const isScope = (family: string) => family.startsWith('scope-')
