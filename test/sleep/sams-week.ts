import type { SleepEntry } from '../../src/sleep/diary.ts'

/** Scenario S3 of the brief: five nights of March 2026, with what follows from each, to the minute. The clocks go forward in the last. */
export const SAMS_WEEK = [
  { night: '2026-03-23', intoBed: '22:30', tried: '23:15', solMin: 45, wasoMin: 20, finalWake: '07:00', outOfBed: '07:30', school: true, tib: 540, tst: 400, se: '74.1', seAttempt: '80.8', midSleep: '03:30' },
  { night: '2026-03-24', intoBed: '23:50', tried: '00:20', solMin: 30, wasoMin: 0, finalWake: '07:00', outOfBed: '07:10', school: true, tib: 440, tst: 370, se: '84.1', seAttempt: '90.2', midSleep: '03:55' },
  { night: '2026-03-25', intoBed: '22:45', tried: '23:30', solMin: 60, wasoMin: 15, finalWake: '06:50', outOfBed: '07:20', school: true, tib: 515, tst: 365, se: '70.9', seAttempt: '77.7', midSleep: '03:40' },
  { night: '2026-03-27', intoBed: '00:40', tried: '01:30', solMin: 20, wasoMin: 10, finalWake: '12:05', outOfBed: '13:10', school: false, tib: 750, tst: 605, se: '80.7', seAttempt: '86.4', midSleep: '06:57' },
  { night: '2026-03-28', intoBed: '23:30', tried: '00:15', solMin: 30, wasoMin: 0, finalWake: '10:00', outOfBed: '10:30', school: false, tib: 600, tst: 495, se: '82.5', seAttempt: '89.2', midSleep: '05:52' },
] as const // prettier-ignore

let made = 0

/** A diary entry as the record keeps it. */
export const diaryEntry = (fields: SleepEntry['fields'], more: Partial<SleepEntry> = {}): SleepEntry => ({
  name: 'sleep-diary',
  id: `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  at: '2026-03-29T11:00',
  about: null,
  fields: { night: 'given', form: 'full', backfilled: false, ...fields },
  ...more,
})

/** Sam's entries: five nights given, two declined. */
export const samsEntries = (): SleepEntry[] => [
  ...SAMS_WEEK.map((night) =>
    diaryEntry({
      night_of: night.night,
      into_bed: night.intoBed,
      tried_to_sleep: night.tried,
      sol_min: night.solMin,
      wakings: night.wasoMin === 0 ? 0 : 1,
      ...(night.wasoMin === 0 ? {} : { waso_min: night.wasoMin }),
      final_wake: night.finalWake,
      out_of_bed: night.outOfBed,
      school_day_after: night.school,
    }),
  ),
  diaryEntry({ night_of: '2026-03-26', night: 'declined' }),
  diaryEntry({ night_of: '2026-03-29', night: 'declined' }),
]
