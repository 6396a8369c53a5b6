import { isJob, kindsOf } from '../../low-mood/kinds.ts'
import { mayPlan, onlyJobs, plansOf, type Plan } from '../../low-mood/plans.ts'
import { byGap, valueCards, valuedActivities, type Area } from '../../low-mood/values.ts'
import { londonDateTime } from '../../shared/calendarDay.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { Asked, OfferInput } from './offerInput.ts'

/** Of the person's own activities, this many are offered for a plan. */
const IDEAS = 3

/**
 * For a new plan: the person's own activities. What they listed for what matters comes first, the areas that had the fewest
 * plans before the others, the widest gap before the narrower; then what they logged. Nothing while a plan is ahead or was
 * not looked back at, or the week has enough of them. After nothing but homework and chores, one of another kind is asked for.
 */
export const planIdeas: OfferInput = async (asked) => {
  const plans = plansOf(await moduleEntries(asked, 'low-mood'))
  if (asked.open.ahead.length > 0 || !mayPlan(plans, londonDateTime(asked.now), asked.lowMood)) return undefined
  const balance = onlyJobs(plans, asked.lowMood)
  const known = (await knownIdeas(asked, plans)).filter(
    ({ idea, area }) =>
      !(balance && (area === 'things' || isJob(idea, asked.lowMood))) &&
      !(asked.open.eatingConcern && kindsOf(idea, asked.lowMood).includes('moving')),
  )
  const ideas = known.slice(0, IDEAS)
  return {
    ideas: ideas.map(({ idea }) => idea),
    areas: Object.fromEntries(ideas.flatMap(({ idea, area }) => (area === undefined ? [] : [[idea, area]]))),
    ...(balance ? { onlyJobs: true } : {}),
  }
}

interface Idea {
  idea: string
  area?: Area
}

async function knownIdeas(asked: Asked, plans: readonly Plan[]): Promise<Idea[]> {
  const entries = await moduleEntries(asked, 'low-mood')
  const widest = byGap(valueCards(entries)).map(({ card }) => card)
  const rank = (card: (typeof widest)[number]) => (widest.includes(card) ? widest.indexOf(card) : widest.length)
  const had = (area: Area) => plans.filter((plan) => plan.area === area).length
  const listed = valuedActivities(entries)
    .filter(({ activity }) => !plans.some((plan) => plan.activity === activity))
    .toSorted((a, b) => had(a.area) - had(b.area) || rank(a.card) - rank(b.card))
    .map(({ activity, area }) => ({ idea: activity, area }))
  const logged = asked.open.ideas.filter((idea) => !listed.some((one) => one.idea === idea)).map((idea) => ({ idea }))
  return [...listed, ...logged]
}
