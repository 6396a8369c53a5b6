import { nextClockTime, nextStaffed, addStaffedMinutes, endOfStaffedDay, isOpen } from '../../rota/staffedTime.ts'
import { isReachable, unique } from '../../rota/presence.ts'
import type { Rota } from '../../rota/rota.ts'
import { addDays, instantOf, londonDay } from '../../shared/calendarDay.ts'
import type { Escalation } from '../escalation.ts'
import type { LadderRules, Place, RungRule } from './ladderFile.ts'

/** One step of the ladder of one matter: due at a time, telling some people, unless somebody has acknowledged by then. */
export interface PlannedRung {
  rung: string
  dueAt: Date
  tell: readonly Place[]
  by: 'every-route' | 'page'
  incidentLog: boolean
}

/** What the times are counted from: the matter as it was when it was opened, raised or handed over. */
export interface Climb {
  tier: Escalation['tier']
  priority: boolean
  from: Date
}

/**
 * All rungs of a matter in the order of their times (brief 4.4, 4.5). Pure: whom each tells is worked out when it is due,
 * because leave and duty change meanwhile. What comes while nobody is there stands on the page at once, and is told when
 * somebody is.
 */
export function planRungs(climb: Climb, rota: Rota, rules: LadderRules): PlannedRung[] {
  const { tier, from } = climb
  const ofTier = withoutGoingBack(rules.tiers[tier].rungs.map((rule) => rungOf(rule, climb, rota, rules)))
  const first = ofTier[0]!
  if (first.by === 'page') first.dueAt = from
  const planned = tier === 'T1' ? ofTier : withMorning(ofTier, morningRungs(from, tier, rota, rules))
  if (first.dueAt > from) planned.unshift({ ...first, rung: 'on-the-page', dueAt: from, by: 'page' })
  return planned.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}

/**
 * What follows the last rung of a T2 or T3 that still nobody has acknowledged: everybody of the morning board, at every
 * next opening time. Undefined for T1, and where the service never opens again.
 */
export function planAgain(
  tier: Escalation['tier'],
  after: Date,
  rota: Rota,
  rules: LadderRules,
): PlannedRung | undefined {
  const opening = nextStaffed(rota, startOfNextDay(after))
  if (tier === 'T1' || opening === undefined) return undefined
  const { tell, else_tell } = rules.morning_board
  return {
    rung: 'morning-board-again',
    dueAt: opening,
    tell: unique([...tell, ...else_tell]),
    by: 'every-route',
    incidentLog: false,
  }
}

/** A rung that comes out earlier than those before it takes them along. */
function withoutGoingBack(rungs: PlannedRung[]): PlannedRung[] {
  for (let n = rungs.length - 2; n >= 0; n--) rungs[n]!.dueAt = earliest(rungs[n]!.dueAt, rungs[n + 1]!.dueAt)
  return rungs
}

/** A morning rung due at the same moment as a rung of the tier tells its people there: nobody is told twice in a minute. */
function withMorning(ofTier: PlannedRung[], morning: readonly PlannedRung[]): PlannedRung[] {
  const apart = morning.filter((one) => {
    const same = ofTier.find((rung) => rung.by === one.by && rung.dueAt.getTime() === one.dueAt.getTime())
    if (same) same.tell = unique([...same.tell, ...one.tell])
    return same === undefined
  })
  return [...ofTier, ...apart]
}

function rungOf(rule: RungRule, climb: Climb, rota: Rota, rules: LadderRules): PlannedRung {
  const changed = climb.priority ? { ...rule, ...rule.with_priority } : rule
  return {
    rung: rule.id,
    dueAt: dueAt(changed, climb, rota, rules),
    tell: changed.tell,
    by: rule.by,
    incidentLog: rule.incident_log,
  }
}

function dueAt(rule: RungRule, { tier, from }: Climb, rota: Rota, rules: LadderRules): Date {
  const capped = (at: Date) =>
    earliest(at, rule.no_later_than === undefined ? undefined : nextClockTime(rota, from, rule.no_later_than))
  if (rule.at !== undefined) return nextClockTime(rota, from, rule.at) ?? from
  if (rule.end_of_working_day !== undefined) return capped(endOfStaffedDay(rota, from, rule.end_of_working_day))
  const minutes = rule.after_minutes ?? 0
  if (rules.tiers[tier].clock === 'staffed')
    return capped(addStaffedMinutes(rota, nextStaffed(rota, from) ?? from, minutes))
  return capped(new Date(reachableFrom(rota, from).getTime() + minutes * 60_000))
}

/** The moment itself while anyone is rota'd or on call; else the first moment when somebody is. */
function reachableFrom(rota: Rota, at: Date): Date {
  if (isReachable(rota, at)) return at
  const turns = rota.onCall.filter((turn) => turn.from > at).map((turn) => turn.from)
  return (
    [...turns, nextStaffed(rota, at)]
      .filter((moment) => moment !== undefined)
      .sort((a, b) => a.getTime() - b.getTime())
      .find((moment) => isReachable(rota, moment)) ?? at
  )
}

/**
 * The morning board: whatever is open at the next opening time, because it came while nobody was there or was never
 * acknowledged, is told then, and the supervisor once its time of the morning has passed.
 */
function morningRungs(from: Date, tier: 'T2' | 'T3', rota: Rota, { morning_board: board }: LadderRules): PlannedRung[] {
  const after = isOpen(rota, from) ? startOfNextDay(from) : from
  const opening = nextStaffed(rota, after)
  const overdue = nextClockTime(rota, after, board.acknowledged_by[tier])
  if (opening === undefined || overdue === undefined) return []
  const morning = { by: 'every-route', incidentLog: false } as const
  return [
    { rung: 'morning-board', dueAt: opening, tell: board.tell, ...morning },
    { rung: 'morning-board-overdue', dueAt: overdue, tell: board.else_tell, ...morning },
  ]
}

const startOfNextDay = (at: Date): Date => instantOf(`${addDays(londonDay(at), 1)}T00:00`)
/** The earlier of two moments, where there are two. */
export const earliest = (a: Date, b: Date | undefined): Date => (b !== undefined && b < a ? b : a)
