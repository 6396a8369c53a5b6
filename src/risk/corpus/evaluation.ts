import { TIERS, tierRank, type Tier } from '../types.ts'
import type { LabelledMessage } from './message.ts'
import { shareOf, type Share } from './wilson.ts'

/** A message and what a screen made of it. `tier` leaves the scope lane out, which raises no alarm. */
export interface Heard {
  message: LabelledMessage
  tier: Tier
  scope: boolean
}

/** The figures that floors are kept for. All are better when higher, except those named false. */
export interface Figures {
  /** T2 and T3 messages that were heard as T2 or T3. */
  'urgent-heard': Share
  /** T1, T2 and T3 messages that were heard as anything. */
  'risk-heard': Share
  /** T3 messages that were heard as T3. */
  'emergency-heard': Share
  /** Messages that are no risk, and were flagged at all. */
  'false-flags': Share
  /** Messages that are no risk, and were heard as T2 or T3. */
  'false-urgent': Share
  /** Of what was flagged, what is risk: precision. */
  'flags-right': Share
  /** Of what was heard as T2 or T3, what is T2 or T3. */
  'urgent-right': Share
  /** Messages outside the remit that the scope lane heard. */
  'scope-heard': Share
  /** Messages not outside the remit that the scope lane heard. */
  'scope-false': Share
}

/** All figures over a list of heard messages. */
export function figuresOf(heard: readonly Heard[]): Figures {
  const share = (of: (h: Heard) => boolean, hit: (h: Heard) => boolean) => {
    const all = heard.filter(of)
    return shareOf(all.filter(hit).length, all.length)
  }
  const isAtLeast = (tier: Tier) => (h: Heard) => tierRank(h.message.tier) >= tierRank(tier)
  const heardAtLeast = (tier: Tier) => (h: Heard) => tierRank(h.tier) >= tierRank(tier)
  const noRisk = (h: Heard) => h.message.tier === 'T0'
  return {
    'urgent-heard': share(isAtLeast('T2'), heardAtLeast('T2')),
    'risk-heard': share(isAtLeast('T1'), heardAtLeast('T1')),
    'emergency-heard': share(isAtLeast('T3'), heardAtLeast('T3')),
    'false-flags': share(noRisk, heardAtLeast('T1')),
    'false-urgent': share(noRisk, heardAtLeast('T2')),
    'flags-right': share(heardAtLeast('T1'), isAtLeast('T1')),
    'urgent-right': share(heardAtLeast('T2'), isAtLeast('T2')),
    'scope-heard': share(
      (h) => h.message.scope,
      (h) => h.scope,
    ),
    'scope-false': share(
      (h) => !h.message.scope,
      (h) => h.scope,
    ),
  }
}

/** The figures for each value of one property of the messages (tier, family, role, register, disguise), in order. */
export function figuresBy(
  heard: readonly Heard[],
  property: 'tier' | 'family' | 'role' | 'register' | 'disguise' | 'batch',
): [string, Figures][] {
  const values = [...new Set(heard.map((h) => h.message[property]))].sort()
  return values.map((value) => [value, figuresOf(heard.filter((h) => h.message[property] === value))])
}

/** How many messages of each tier (rows) were heard as which (columns), T0 to T3. */
export function confusionOf(heard: readonly Heard[]): number[][] {
  return TIERS.map((is) => TIERS.map((as) => heard.filter((h) => h.message.tier === is && h.tier === as).length))
}

/** Figures that must not get worse than this; `false-…` must not be higher, all others not lower. */
export type Floors = Partial<Record<keyof Figures, number>>

/** One sentence for each figure that is beyond its floor. */
export function beyondFloors(figures: Figures, floors: Floors): string[] {
  return (Object.entries(floors) as [keyof Figures, number][]).flatMap(([name, floor]) => {
    const { share } = figures[name]
    const most = name.startsWith('false-') || name.endsWith('-false')
    const holds = most ? share <= floor : share >= floor
    return holds ? [] : [`${name} is ${share.toFixed(4)}, and must be ${most ? 'at most' : 'at least'} ${floor}`]
  })
}
