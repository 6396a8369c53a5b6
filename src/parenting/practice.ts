import type { CalendarDay } from '../shared/calendarDay.ts'
import type { Json } from '../shared/json.ts'

/** An entry of the behaviour-support programme as it stands in the record, its newest version. */
export interface PracticeEntry {
  name: string
  fields: { readonly [field: string]: Json | undefined }
  /** When it was written down, local time. */
  at: string
}

/** What is known of a parent's practice in the week that a session opened last. */
export interface Practice {
  /** The week's plan has been made. */
  planned: boolean
  /** The behaviour to see more of, in their words. */
  target: string | undefined
  /** One more than the check-ins in a row, up to the last, with no day practised (brief 1.0). */
  cycle: number
  /** Stress at the last check-in was as high as at which support is signposted. */
  stressedBefore: boolean
  /** There was something to practise yesterday, and nothing was said of it yet. */
  asksYesterday: boolean
}

const MUCH_STRESS = 8

/** Reads it from the entries, the oldest first. Pure. */
export function practiceOf(entries: readonly PracticeEntry[], week: number, yesterday: CalendarDay): Practice {
  const checkIns = entries.filter(({ name }) => name === 'weekly').map(({ fields }) => fields)
  const plans = entries.filter(({ name }) => /^week-\d$/.test(name))
  const lastPractised = checkIns.findLastIndex((fields) => fields.days_practised !== 0)
  const last = checkIns.at(-1)?.stress
  return {
    planned: plans.some(({ name }) => name === `week-${week}`),
    target: targetIn(plans.findLast(({ name }) => name === 'week-1')?.fields.target_behaviours),
    cycle: checkIns.length - lastPractised,
    stressedBefore: typeof last === 'number' && last >= MUCH_STRESS,
    asksYesterday:
      plans.some(({ at }) => at.slice(0, 10) <= yesterday) &&
      !entries.some(({ name, fields }) => name === 'day' && fields.date === yesterday),
  }
}

function targetIn(targets: Json | undefined): string | undefined {
  const first: unknown = Array.isArray(targets) ? targets[0] : undefined
  const opposite = (first as { opposite?: unknown } | null | undefined)?.opposite
  return typeof opposite === 'string' ? opposite : undefined
}
