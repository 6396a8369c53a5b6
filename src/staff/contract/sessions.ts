import { z } from 'zod'
import { ATTENDANCES, SESSION_WAYS } from '../../record/events.ts'
import { endpoint } from './endpoint.ts'
import { instant } from './shapes.ts'

const attendance = z.enum(ATTENDANCES).meta({ id: 'Attendance' })
const how = z.enum(SESSION_WAYS).meta({ id: 'SessionWay' })

/** Read in chat as it stands: one or two lines of plain words, no link, no number to ring, none of our placeholders. */
const agreedWords = z
  .string()
  .trim()
  .min(3)
  .max(240)
  .regex(/^[^\p{Cc}\p{Cf}{}<>]*$/u)

export const newSession = z
  .object({
    sessionId: z.uuid().describe('Chosen by the page: a record sent twice is kept once.'),
    version: z.int().describe('The version of the case the record was made from; another one is answered with 409.'),
    personId: z.uuid().describe('Whom the session was with; what was agreed is theirs.'),
    attendance,
    startsAt: instant,
    minutes: z.int().min(1).max(480).nullable().default(null),
    how: how.default('face-to-face'),
    present: z.array(z.enum(['young-person', 'parent-carer', 'other'])).default([]),
    agreed: agreedWords.nullable().default(null).describe('What was agreed until the next session.'),
    promptAt: instant.nullable().default(null).describe('When the bot prompts the first practice; null for no prompt.'),
    checkAt: instant.nullable().default(null).describe('When it asks how it is going; null for no check.'),
    openStep: z
      .object({ assignmentId: z.uuid(), from: z.int().min(1), step: z.int().min(1) })
      .nullable()
      .default(null)
      .describe('The step that the session opens (G3).'),
    nextSessionAt: instant.nullable().default(null),
    note: z.string().trim().max(2000).nullable().default(null),
  })
  .meta({ id: 'NewSession' })

/** Where an episode stands against 4 to 6 sessions in 4 to 6 weeks. */
export const episodeClock = z
  .object({
    sessionsHeld: z.int(),
    week: z.int().describe('From the first session; before it, from the day the case was opened.'),
    over: z.boolean().describe('More than six sessions or six weeks.'),
  })
  .meta({ id: 'EpisodeClock' })

export const keptSession = z
  .object({
    sessionId: z.uuid(),
    personId: z.uuid(),
    number: z.int(),
    attendance,
    startsAt: instant,
    how,
    minutes: z.int().nullable(),
    agreed: z.string().nullable(),
    nextSessionAt: instant.nullable(),
    note: z.string().nullable(),
    recordedBy: z.string(),
    recordedAt: instant,
  })
  .meta({ id: 'KeptSession' })

const params = z.object({ caseId: z.uuid() })

export const recordSession = endpoint({
  id: 'recordSession',
  method: 'post',
  path: '/staff/api/cases/{caseId}/sessions',
  summary:
    'What happened in a session and what was agreed: kept for good, delivered to the case record, and the start of the bot’s loop until the next one.',
  subject: 'change-cases',
  params,
  body: newSession,
  reply: z.object({ session: keptSession, clock: episodeClock }).meta({ id: 'SessionRecorded' }),
})

export const listSessions = endpoint({
  id: 'listSessions',
  method: 'get',
  path: '/staff/api/cases/{caseId}/sessions',
  summary: 'Every session of a case that was recorded, held or not, newest first.',
  subject: 'see-cases',
  params,
  reply: z.object({ sessions: z.array(keptSession), clock: episodeClock }),
})
