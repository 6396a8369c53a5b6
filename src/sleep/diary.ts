import { z } from 'zod'
import type { CalendarDay, LocalDateTime } from '../shared/calendarDay.ts'
import type { Json } from '../shared/json.ts'
import { minuteOf } from './night.ts'
import { implausibleIn, reckonNight, type Implausible, type NightFigures, type NightTimes } from './formulas.ts'

/** An entry of the sleep programme as it stands in the record, its newest version. */
export interface SleepEntry {
  id: string
  name: string
  fields: { readonly [field: string]: Json | undefined }
  /** The entry it is about. */
  about: string | null
  at: LocalDateTime
}

/** Under this name the morning diary is kept, in its full and its short form. */
const DIARY = 'sleep-diary'

/** The fields of a diary entry, by the brief's names. */
const kept = z.object({
  night_of: z.iso.date(),
  night: z.enum(['given', 'declined']),
  form: z.enum(['full', 'short']).default('full'),
  into_bed: z.string().optional(),
  tried_to_sleep: z.string().optional(),
  sol_min: z.number().optional(),
  wakings: z.number().optional(),
  waso_min: z.number().optional(),
  final_wake: z.string().optional(),
  out_of_bed: z.string().optional(),
  quality: z.number().optional(),
  rested: z.number().optional(),
  school_day_after: z.boolean().optional(),
  note: z.string().optional(),
  backfilled: z.boolean().default(false),
  too_late: z.boolean().default(false),
})

/** One night of somebody's diary, as the last entry about it has it. Blanks stay blank. */
export interface DiaryNight extends z.infer<typeof kept> {
  /** Present where the night can be worked out and may be averaged. */
  figures?: NightFigures
  times?: NightTimes
  implausible: Implausible[]
}

/** Takes the times out of a diary's answers; undefined where one that is needed was not given. */
export function timesOf(night: CalendarDay, answers: DiaryAnswers): NightTimes | undefined {
  const { intoBed, tried, solMin, wakings, wasoMin, finalWake, outOfBed } = answers
  const awake = wakings === 0 ? 0 : wasoMin
  if (intoBed === undefined || tried === undefined || solMin === undefined) return undefined
  if (awake === undefined || finalWake === undefined || outOfBed === undefined) return undefined
  return { night, intoBed, tried, solMin, wasoMin: awake, finalWake, outOfBed }
}

/** Whether somebody was up after going to bed, where both are known. */
export const inOrder = (night: CalendarDay, intoBed: string | undefined, outOfBed: string | undefined): boolean =>
  intoBed === undefined || outOfBed === undefined || minuteOf(night, intoBed) < minuteOf(night, outOfBed)

/** The morning diary's answers that a night is worked out from. No waking in the night is no minute awake. */
export interface DiaryAnswers {
  readonly intoBed?: string
  readonly tried?: string
  readonly solMin?: number
  readonly wakings?: number
  readonly wasoMin?: number
  readonly finalWake?: string
  readonly outOfBed?: string
}

/** Entries of one name, the oldest first. */
export const entriesNamed = (entries: readonly SleepEntry[], name: string): SleepEntry[] =>
  entries.filter((entry) => entry.name === name).toSorted((a, b) => a.at.localeCompare(b.at))

/** The nights in a person's entries, oldest first, each once: what was written last about a night counts. */
export function readNights(entries: readonly SleepEntry[]): DiaryNight[] {
  const nights = new Map<CalendarDay, DiaryNight>()
  for (const entry of entriesNamed(entries, DIARY)) {
    const read = kept.safeParse(entry.fields)
    if (read.success) nights.set(read.data.night_of, reckoned(read.data))
  }
  return [...nights.values()].sort((a, b) => (a.night_of < b.night_of ? -1 : 1))
}

function reckoned(night: z.infer<typeof kept>): DiaryNight {
  const times = timesOf(night.night_of, {
    intoBed: night.into_bed,
    tried: night.tried_to_sleep,
    solMin: night.sol_min,
    wakings: night.wakings,
    wasoMin: night.waso_min,
    finalWake: night.final_wake,
    outOfBed: night.out_of_bed,
  })
  if (times === undefined || night.night === 'declined') return { ...night, implausible: [] }
  const implausible = implausibleIn(times)
  const usable = implausible.length === 0 && !night.too_late
  return { ...night, times, implausible, ...(usable ? { figures: reckonNight(times)! } : {}) }
}
