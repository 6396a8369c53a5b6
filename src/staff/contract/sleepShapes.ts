import { z } from 'zod'
import { HABITS } from '../../sleep/habits.ts'
import { day } from './shapes.ts'

const minutes = z.number().optional()
const clock = z.string().optional()

/** One column of the table: nothing but `n` is there where there were no nights. */
const column = z
  .object({
    n: z.int(),
    bed: clock,
    wake: clock,
    midSleep: clock,
    sol: minutes,
    waso: minutes,
    tst: minutes,
    phoneGap: minutes,
    se: z.number().optional().describe('All sleep over all time in bed, per cent.'),
    seAttempt: z.number().optional().describe('All sleep over all time since trying, per cent.'),
  })
  .meta({ id: 'SleepNights' })

const sign = z.discriminatedUnion('sign', [
  z.object({ sign: z.literal('told'), what: z.string(), on: day }),
  z.object({ sign: z.literal('long-awake'), nights: z.int(), of: z.int() }),
  z.object({ sign: z.literal('little-sleep-yet-rested'), nights: z.int(), of: z.int() }),
])

/** What the sleep programme shows the practitioner (brief 1c): the last fortnight of nights, and the changes that are tried. */
export const sleepSummary = z
  .object({
    nights: z.object({ valid: z.int(), declined: z.int(), short: z.int(), leftOut: z.int() }),
    enough: z.boolean().describe('Five usable nights, one of them before a free day.'),
    all: column,
    school: column,
    free: column,
    weekendShift: z.number().optional().describe('Minutes by which mid-sleep of free nights is later.'),
    rested: z.array(z.object({ from: day, mean: z.number(), n: z.int() })).describe('By weeks, 0 to 10.'),
    changes: z
      .array(z.object({ what: z.string(), days: z.string(), did: z.int(), partly: z.int(), no: z.int(), of: z.int() }))
      .describe('Of the seven nights before.'),
    notUpToThem: z.array(z.enum(HABITS)),
    notes: z.array(z.object({ night: day, note: z.string() })),
    noticed: z.array(z.string()).describe('In their words, of their own diary.'),
    signs: z.array(sign).describe('For somebody else to look at, never a conclusion.'),
  })
  .meta({ id: 'SleepSummary' })
