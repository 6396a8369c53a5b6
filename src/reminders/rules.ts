import { z } from 'zod'
import { BANDS } from '../dialog-kit/index.ts'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a clock time, as 15:30')
const hours = z.strictObject({ from: clockTime, until: clockTime })
const day = z.iso.date()
const caps = z.strictObject({ 'a-day': z.int().min(0), 'a-week': z.int().min(0) })

/** `content/reminders.yaml`: when the bot may come first, and what silence is called. */
export const reminderRules = z.strictObject({
  quiet: z.record(z.enum(BANDS), hours),
  school: hours,
  terms: z.array(z.strictObject({ from: day, until: day })),
  'inset-days': z.array(day),
  'at-most': caps,
  fewer: caps,
  /** Times of the loop between two sessions: the card of the same day, and the agenda of the day before. */
  session: z.strictObject({ 'recap-at': clockTime, 'agenda-at': clockTime }),
  'stop-after-unanswered': z.int().min(1),
  engagement: z.strictObject({
    active: z.int(),
    'no-contact': z.int(),
    disengaging: z.int(),
    'quiet-after-unanswered': z.int(),
  }),
})
export type ReminderRules = z.infer<typeof reminderRules>
export type Hours = z.infer<typeof hours>
