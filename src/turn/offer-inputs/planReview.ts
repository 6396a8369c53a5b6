import { mayPlan, plansOf, toReview, wasLower } from '../../low-mood/plans.ts'
import { londonDateTime } from '../../shared/calendarDay.ts'
import type { Json } from '../../shared/json.ts'
import { entryId } from '../recordEffects.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { Asked, OfferInput } from './offerInput.ts'

/** For a plan without a day, or whose reminder is gone: how it went, before anything new. Nothing while another is due. */
export const planToReview: OfferInput = async (asked) => {
  if (asked.open.due.length > 0) return undefined
  const [plan] = toReview(plansOf(await moduleEntries(asked, 'low-mood')), londonDateTime(asked.now))
  if (plan === undefined || plan.activity === '') return undefined
  return knownOf(asked, {
    plan: plan.id,
    activity: plan.activity,
    cycle: plan.outcomes.length + 1,
    ...(plan.when === undefined ? {} : { when: plan.when }),
    ...(plan.area === undefined ? {} : { area: plan.area }),
  })
}

/** What looking back at a plan needs to know of the record: whether mood was lower the last time, whether a new plan may follow. */
export async function knownOf(asked: Asked, input: { [name: string]: Json }): Promise<{ [name: string]: Json }> {
  const plans = plansOf(await moduleEntries(asked, 'low-mood'))
  const activity = typeof input.activity === 'string' ? input.activity : ''
  return {
    ...input,
    lowerLastTime: wasLower(plans, activity, asked.lowMood),
    mayPlan: mayPlan(plans, londonDateTime(asked.now), asked.lowMood, heardOf(input)),
  }
}

/** The plan's entry: named by its id, or by the key that the dialog gave it. */
function heardOf({ plan }: { [name: string]: Json }): string | undefined {
  if (typeof plan !== 'string') return undefined
  return plan.includes('/') ? entryId(plan) : plan
}
