import { addDays, type LocalDateTime } from '../shared/calendarDay.ts'
import { isJob, settled } from './kinds.ts'
import { number, text, type LowMoodEntry } from './log.ts'
import type { LowMoodRules } from './rules.ts'
import { AREAS, type Area } from './values.ts'

export type Outcome = 'done' | 'part' | 'not' | 'changed'

/** A look back at an activity that was done, whole or in part. */
export interface Review {
  moodBefore: number | undefined
  moodAfter: number | undefined
  enjoyment: number | undefined
  expected: number | undefined
}

/** A planned activity, and what became of it. */
export interface Plan {
  id: string
  activity: string
  area: Area | undefined
  madeAt: LocalDateTime
  /** When it is meant for, after every change; undefined where no day was set. */
  when: LocalDateTime | undefined
  /** How often it was planned: once when it was made, and once more for each new time after it was not done. */
  times: number
  /** What was said of it each time, in order. */
  outcomes: Outcome[]
  reviews: Review[]
}

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  done: 'done',
  part: 'part',
  'not-yet': 'not',
  'changed-my-mind': 'changed',
}

/** Every plan in the record with what was said about it since, the oldest first. */
export function plansOf(entries: readonly LowMoodEntry[]): Plan[] {
  const inOrder = entries.toSorted((a, b) => a.at.localeCompare(b.at))
  return inOrder
    .filter(({ name }) => name === 'activity-plan')
    .map(({ id, fields, at }) => {
      const plan: Plan = {
        id,
        activity: text(fields.activity) ?? '',
        area: (Object.keys(AREAS) as Area[]).find((area) => area === fields.area),
        madeAt: at,
        when: timeOf(fields),
        times: 1,
        outcomes: [],
        reviews: [],
      }
      for (const one of inOrder) if (one.about === id) add(plan, one)
      return plan
    })
}

function add(plan: Plan, { name, fields }: LowMoodEntry): void {
  if (name === 'activity-plan-change') plan.when = timeOf(fields) ?? plan.when
  if (name === 'activity-check-in') {
    const outcome = OUTCOMES[text(fields.outcome) ?? '']
    if (outcome) plan.outcomes.push(outcome)
  }
  if (name === 'activity-review')
    plan.reviews.push({
      moodBefore: number(fields.mood_before),
      moodAfter: number(fields.mood_after),
      enjoyment: number(fields.enjoyment),
      expected: number(fields.expected_enjoyment),
    })
  const again = name === 'not-done' ? text(fields.new_time) : undefined
  if (again !== undefined) {
    plan.when = again
    plan.times++
  }
}

function timeOf({ date, time }: LowMoodEntry['fields']): LocalDateTime | undefined {
  return typeof date === 'string' && typeof time === 'string' ? `${date}T${time}` : undefined
}

/** Whether it was planned once more than was said of it: how it went is still to be heard. */
const isOpen = ({ times, outcomes }: Plan): boolean => outcomes.length < times

/** Plans whose time has come and of which nothing was heard; one without a day from the day after it was made. The newest first. */
export const toReview = (plans: readonly Plan[], now: LocalDateTime): Plan[] =>
  plans
    .filter((plan) => isOpen(plan) && (plan.when ?? `${addDays(plan.madeAt.slice(0, 10), 1)}T00:00`) <= now)
    .toReversed()

/**
 * Whether a new plan may be opened: no more than so many a week, and never beside one that was not looked back at (brief 1a).
 * `heardNow` is the plan of which it is just being heard.
 */
export function mayPlan(
  plans: readonly Plan[],
  now: LocalDateTime,
  rules: Pick<LowMoodRules, 'plans'>,
  heardNow?: string,
): boolean {
  const weekAgo = `${addDays(now.slice(0, 10), -7)}${now.slice(10)}`
  const made = plans.filter(({ madeAt }) => madeAt > weekAgo)
  return made.length < rules.plans['a-week'] && toReview(plans, now).every(({ id }) => id === heardNow)
}

/** Whether the plans of late were homework and chores alone: then one for oneself or with people is asked for (brief 1a, branches). */
export function onlyJobs(plans: readonly Plan[], rules: Pick<LowMoodRules, 'plans' | 'kinds'>): boolean {
  const latest = plans.slice(-rules.plans['balance-over'])
  return latest.length >= 2 && latest.every(({ area, activity }) => area === 'things' || isJob(activity, rules))
}

/** Whether mood was so much lower after this same activity the last time it was looked back at. */
export function wasLower(plans: readonly Plan[], activity: string, rules: Pick<LowMoodRules, 'plans'>): boolean {
  const last = plans
    .filter((plan) => sameWords(plan.activity, activity))
    .flatMap(({ reviews }) => reviews)
    .findLast(({ moodBefore, moodAfter }) => moodBefore !== undefined && moodAfter !== undefined)
  return last !== undefined && last.moodBefore! - last.moodAfter! >= rules.plans['much-lower']
}

const sameWords = (a: string, b: string): boolean => settled(a) === settled(b)
