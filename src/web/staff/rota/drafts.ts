import type { Schemas } from '../api/client.ts'
import { instantOf, localInput } from '../words/index.ts'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Hours of a week while they are typed: a day without a tick has nobody. 0 Monday … 6 Sunday. */
export type WeekDraft = { on: boolean; from: string; until: string }[]

export const weekDraft = (hours: readonly Schemas['DayHours'][]): WeekDraft =>
  WEEKDAYS.map((_, n) => {
    const known = hours.find(({ weekday }) => weekday === n + 1)
    return { on: known !== undefined, from: known?.from ?? '09:00', until: known?.until ?? '17:00' }
  })

export const hoursOf = (week: WeekDraft): Schemas['DayHours'][] =>
  week.flatMap(({ on, from, until }, n) => (on ? [{ weekday: n + 1, from, until }] : []))

/** A stretch of time while it is typed, as `datetime-local` has it, with whoever it is about. */
export interface SpanDraft {
  staffId: string
  from: string
  until: string
}

export const spanDraft = (span: { from: string; until: string }, staffId: string): SpanDraft => ({
  staffId,
  from: localInput(span.from),
  until: localInput(span.until),
})

/** Null while it is not a whole stretch. */
export function spanOf({ from, until }: SpanDraft): { from: string; until: string } | null {
  const [start, end] = [instantOf(from), instantOf(until)]
  return start && end ? { from: start, until: end } : null
}

export type People = readonly Schemas['StaffOnRota'][]
export const choicesOfPeople = (people: People): [string, string][] =>
  people.map(({ staff }) => [staff.staffId, staff.name])
export const withRole = (people: People, role: Schemas['StaffRole']): People =>
  people.filter(({ roles }) => roles.includes(role))
/** Roles that deal with alerts: who may cover or be on call. */
export const dealWithAlerts = (people: People): People =>
  people.filter(({ roles }) => roles.some((role) => role !== 'service-set-up'))
