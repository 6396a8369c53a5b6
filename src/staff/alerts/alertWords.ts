import type { z } from 'zod'
import type { lane, tier } from '../contract/shapes.ts'

/** How fast a human must look (brief 4.2), in words for staff. Never a prediction, never "low, medium, high". */
export const TIER_WORDS: Record<z.infer<typeof tier>, string> = {
  T3: 'Act now',
  T2: 'Same working day',
  T1: 'Worth a look',
}

/** What it is about, in words for staff. */
export const LANE_WORDS: Record<z.infer<typeof lane>, string> = {
  self: 'About themselves',
  safeguarding: 'Safeguarding',
  others: 'Harm to others',
  medical: 'Medical',
  third_party: 'About somebody else',
  parent_self: 'Parent or carer, about themselves',
  unscanned: 'Could not be read by the screen',
  scope: 'Outside what this service offers',
}
