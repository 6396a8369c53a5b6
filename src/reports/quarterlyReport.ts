import type { CalendarDay } from '../shared/calendarDay.ts'
import { daysBetween } from '../shared/calendarDay.ts'
import { REFERRAL_SOURCES, type CaseFacts, type EndFacts, type ReferralFacts } from './facts.ts'
import { daysOf, type Quarter } from './quarter.ts'

/** A number of the report, with what it is of and the cases behind it. */
export interface Figure {
  id: string
  /** What is counted apart, where a figure is broken down: a source, a service, a measure. */
  of: string | null
  value: number | null
  /** How many it was counted or worked out from. */
  basis: number
  /** Null where the figure is no share of anything. */
  outOf: number | null
  caseIds: readonly string[]
}

/** Reasons that are no completion: somebody stopped coming or did not want to go on. */
const DROPPED_OUT = new Set(['not-attended', 'declined'])

/**
 * Activity and outcomes of one quarter (operational guidance, section 7; brief 6.4): every number with its denominator and
 * the cases behind it. Counts only; what is too small to be shown is decided where it is shown. Pure.
 */
export function quarterlyReport(
  quarter: Quarter,
  cases: readonly CaseFacts[],
  referrals: readonly ReferralFacts[],
): Figure[] {
  const { from, until } = daysOf(quarter)
  const within = (day: CalendarDay) => day >= from && day <= until
  const received = referrals.filter(({ receivedOn }) => within(receivedOn))
  const held = cases.filter((one) => isOpenOn(one, until))
  const closed = cases.flatMap((one) => {
    const end = one.ends.find(({ day, reopenedOn }) => within(day) && (reopenedOn === null || reopenedOn > until))
    return end ? [{ ...one, end }] : []
  })
  const completed = closed.filter(({ end }) => !DROPPED_OUT.has(end.reason))
  const to = (destination: EndFacts['destination']) => completed.filter(({ end }) => end.destination === destination)
  const specialists = to('specialist')
  const alerts = cases.flatMap(({ caseId, alerts: all }) =>
    all.filter(({ day }) => within(day)).map((alert) => ({ caseId, ...alert })),
  )
  const taken = alerts.flatMap(({ caseId, minutes }) => (minutes === null ? [] : [{ caseId, minutes }]))
  const inWork = [...held, ...closed.filter(({ caseId }) => !held.some((one) => one.caseId === caseId))]
  return [
    count('referrals', received),
    ...broken('referrals-by-source', REFERRAL_SOURCES, received, ({ source }) => source),
    count('accepted', received.filter(isAccepted), received.length),
    ...broken('accepted-by-source', REFERRAL_SOURCES, received.filter(isAccepted), ({ source }) => source, (source) => received.filter((one) => one.source === source).length),
    count('referred-again', received.filter(({ again }) => again), received.length),
    count('held', held),
    ...broken('held-by-care-status', idsIn(held.map(({ careStatus }) => careStatus)), held, ({ careStatus }) => careStatus, () => held.length),
    count('closed', closed),
    count('dropped-out', closed.filter(({ end }) => DROPPED_OUT.has(end.reason)), closed.length),
    count('no-further', to('no-further-support'), closed.length),
    count('universal', to('universal-or-voluntary'), closed.length),
    count('specialist', specialists, closed.length),
    ...broken('specialist-by-service', idsIn(specialists.map(({ end }) => end.specialist ?? 'other')), specialists, ({ end }) => end.specialist ?? 'other', () => specialists.length),
    count('elsewhere', to('none'), closed.length),
    { ...count('sessions', closed), value: median(closed.map(({ end }) => end.sessionsHeld)) },
    { ...count('weeks', closed), value: median(closed.map(({ openedOn, end }) => daysBetween(openedOn, end.day) / 7)) },
    count('measured', inWork.filter(({ measures }) => measures.some(({ firstDay }) => firstDay !== null && firstDay <= until)), inWork.length),
    count('paired', closed.filter(({ measures }) => measures.some(({ paired }) => paired)), closed.length),
    ...pairedByMeasure(closed),
    count('alerts', alerts),
    count('alerts-taken', taken, alerts.length),
    { ...count('minutes-to-take', taken), value: median(taken.map(({ minutes }) => minutes)) },
  ] // prettier-ignore
}

const isAccepted = ({ caseId }: ReferralFacts): boolean => caseId !== null

const isOpenOn = ({ openedOn, ends }: CaseFacts, day: CalendarDay): boolean =>
  openedOn <= day && !ends.some((end) => end.day <= day && (end.reopenedOn === null || end.reopenedOn > day))

const count = (id: string, behind: readonly { caseId: string | null }[], outOf: number | null = null): Figure => ({
  id,
  of: null,
  value: behind.length,
  basis: behind.length,
  outOf,
  caseIds: idsIn(behind.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]))),
})

const idsIn = (values: readonly string[]): string[] => [...new Set(values)].sort()

/** One figure for each kind, those of none among them where the kinds are known beforehand. */
const broken = <T extends { caseId: string | null }>(
  id: string,
  kinds: readonly string[],
  behind: readonly T[],
  kindOf: (one: T) => string,
  outOf: (kind: string) => number = () => behind.length,
): Figure[] =>
  kinds.map((kind) => ({
    ...count(id, behind.filter((one) => kindOf(one) === kind), outOf(kind)),
    of: kind,
  })) // prettier-ignore

/** For each measure: of the closed cases in which it was planned or answered, those in which everybody's is a pair. */
function pairedByMeasure(closed: readonly CaseFacts[]): Figure[] {
  const titles = new Map(
    closed.flatMap(({ measures }) => measures.map(({ measure, title }) => [measure, title] as const)),
  )
  return [...titles.keys()].sort().map((measure) => {
    const used = closed.filter((one) => one.measures.some((m) => m.measure === measure))
    const paired = used.filter((one) => one.measures.every((m) => m.measure !== measure || m.paired))
    return { ...count('paired-by-measure', paired, used.length), of: titles.get(measure)! }
  })
}

/** The middle value; of two in the middle their mean. Null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
