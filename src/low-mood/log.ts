import type { CalendarDay, LocalDateTime } from '../shared/calendarDay.ts'
import type { Json } from '../shared/json.ts'

/** An entry of the low mood programme as it stands in the record, its newest version. */
export interface LowMoodEntry {
  id: string
  name: string
  fields: { readonly [field: string]: Json | undefined }
  /** The entry it is about. */
  about: string | null
  at: LocalDateTime
}

export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening', 'night'] as const
export type PartOfDay = (typeof PARTS_OF_DAY)[number]

/** One moment of the activity log (brief 1a). What was not given is not there; a rating is never 0 because it is missing. */
export interface LoggedMoment {
  day: CalendarDay
  part: PartOfDay | undefined
  activity: string | undefined
  with: string | undefined
  mood: number | undefined
  enjoyment: number | undefined
  achievement: number | undefined
  closeness: number | undefined
  importance: number | undefined
}

/** The moments somebody logged, in the order in which they were logged. */
export const readLog = (entries: readonly LowMoodEntry[]): LoggedMoment[] =>
  entries
    .filter(({ name }) => name === 'activity-log')
    .map(({ fields, at }) => ({
      day: text(fields.date) ?? at.slice(0, 10),
      part: PARTS_OF_DAY.find((part) => part === fields.slot),
      activity: text(fields.activity),
      with: text(fields.with),
      mood: number(fields.mood),
      enjoyment: number(fields.enjoyment),
      achievement: number(fields.achievement),
      closeness: number(fields.closeness),
      importance: number(fields.importance),
    }))

/** A moment with its mood rated: what patterns are made of. */
export type RatedMoment = LoggedMoment & { mood: number }
export const isRated = (moment: LoggedMoment): moment is RatedMoment => moment.mood !== undefined

/** Whether somebody was there, as far as that was said: a pet is company, and not people. */
export function company({ with: who }: LoggedMoment): 'people' | 'alone' | undefined {
  if (who === 'alone') return 'alone'
  return who === undefined || who === 'pet' ? undefined : 'people'
}

export const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined)
export const number = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined)
