import { z } from 'zod'
import { administration, caseDetail } from './caseShapes.ts'
import { outcome } from './alertShapes.ts'
import { endpoint } from './endpoint.ts'
import { goal } from './goals.ts'
import { episodeClock, keptSession } from './sessions.ts'
import { band, careStatus, day, engagement, instant, lane, role, staffMember, tier } from './shapes.ts'

const strip = z.object({
  name: z.string(),
  pronouns: z.string().nullable(),
  role,
  age: z.int().nullable(),
  band,
  careStatus,
  practitioner: staffMember,
  sessionNumber: z.int().describe('The session that comes next.'),
  sessionsPlanned: z.int(),
  clock: episodeClock,
  nextSessionAt: instant.nullable(),
  modules: z.array(z.object({ title: z.string(), step: z.int(), steps: z.int(), stepTitle: z.string().nullable() })),
  consent: z.object({
    complete: z.boolean(),
    missing: z.array(z.string()),
    parentsMaySee: z.enum(['nothing', 'topics', 'agreed-items']).nullable(),
    reviewOn: day.nullable(),
  }),
  access: z.string().nullable().describe('Language and access needs; null where nothing was recorded.'),
  personTerms: z.string().nullable(),
  wordsToAvoid: z.string().nullable(),
})

const flag = z.object({
  alertId: z.uuid(),
  personName: z.string().nullable(),
  tier,
  lane,
  words: z.string(),
  openedAt: instant,
  state: z.enum(['open', 'acknowledged', 'closed']),
  outcome: outcome.nullable().describe('How it ended; null while it is open.'),
})

const measure = z.object({
  personName: z.string(),
  title: z.string(),
  max: z.number().nullable(),
  direction: z.enum(['higher-is-worse', 'higher-is-better']).nullable(),
  last: administration
    .pick({
      occurredAt: true,
      localDate: true,
      total: true,
      reason: true,
      band: true,
      change: true,
      changeFromBaseline: true,
      reliable: true,
      fast: true,
    })
    .nullable()
    .describe('Null where nothing was ever sent.'),
  isNew: z.boolean().describe('Sent since the last session.'),
  declined: z.array(z.string()).describe('Items they preferred not to answer, in words.'),
  missing: z.int().describe('Items that were never shown.'),
  riskItems: z
    .array(z.object({ text: z.string(), answer: z.string().nullable() }))
    .describe('Null: declined or not shown.'),
  waiting: z.boolean().describe('Asked for and not sent in.'),
})

const agreed = z.object({
  sessionId: z.uuid(),
  agreed: z.string(),
  agreedAt: instant,
  confirmed: z.enum(['yes', 'change', 'no-answer']).describe('What they said to the card of the same day.'),
  change: z.string().nullable().describe('What they would change, in their words.'),
  checkAt: instant.nullable(),
  outcome: z
    .enum(['done', 'part', 'not-yet', 'changed-my-mind', 'no-answer', 'not-asked'])
    .describe('`no-answer`: asked and not answered. `not-asked`: no check was wanted, or its time has not come.'),
  barrier: z.string().nullable().describe('What got in the way, as tapped.'),
  whatHappened: z.string().nullable().describe('In their words.'),
  becameOfIt: z.string().nullable().describe('Moved, halved, rested: what was settled then.'),
})

export const brief = z
  .object({
    caseId: z.uuid(),
    caseRef: z.string(),
    version: z.int().describe('Of the case: a session is recorded from it.'),
    mayChange: z.boolean(),
    madeAt: instant,
    since: instant.nullable().describe('The last session that took place; null before the first.'),
    lastSession: keptSession.nullable().describe('The last one that was recorded, held or not.'),
    strip,
    flags: z.array(flag).describe('Open ones, and those that were closed since the last session.'),
    measures: z.array(measure),
    goals: z.array(
      goal
        .pick({ goalId: true, number: true, words: true, state: true, change: true, reliable: true })
        .extend({ ratings: z.array(z.object({ localDate: day, value: z.int().nullable() })) }),
    ),
    goalsWaiting: z.boolean().describe('Asked to be rated, and not sent in.'),
    agreed: agreed.nullable().describe('Null where nothing was agreed.'),
    facts: z.array(z.object({ words: z.string(), n: z.int() })).describe('At most three, each with of how many.'),
    agenda: z.array(z.object({ text: z.string(), createdAt: instant })),
    notes: z.array(z.object({ text: z.string(), createdAt: instant })),
    notices: z.array(z.object({ words: z.string(), createdAt: instant })),
    engagement: z.object({
      state: engagement,
      lastEntryAt: instant.nullable(),
      days: z.array(z.object({ day, entries: z.int() })).describe('The last fourteen, oldest first.'),
    }),
    questions: z.array(z.string()).describe('A suggested focus, never a conclusion.'),
    reviewWantedAt: caseDetail.shape.reviewWantedAt,
  })
  .meta({ id: 'Brief' })

export const readBrief = endpoint({
  id: 'readBrief',
  method: 'get',
  path: '/staff/api/cases/{caseId}/brief',
  summary: 'What there is to know before a session, on one screen and one printed page. The view is written down.',
  subject: 'see-cases',
  params: z.object({ caseId: z.uuid() }),
  reply: brief,
})
