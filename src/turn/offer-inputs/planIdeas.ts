import type { OfferInput } from './offerInput.ts'

/** At most this many new plans in a week (brief 1a). */
export const PLANS_A_WEEK = 2

/** Of the person's own activities, this many are offered for a plan. */
const IDEAS = 3

/** For a new plan: the person's own activities. Nothing while a plan is ahead, or the week has enough of them. */
export const planIdeas: OfferInput = ({ open }) =>
  open.plansThisWeek < PLANS_A_WEEK && open.ahead.length === 0 ? { ideas: open.ideas.slice(0, IDEAS) } : undefined
