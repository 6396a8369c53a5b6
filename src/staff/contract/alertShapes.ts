import { z } from 'zod'
import { OUTCOMES } from '../../risk/outcomes.ts'
import { contact, contactState, loggedContact } from './contactShapes.ts'
import { ladderStep, nextRung, told } from './ladderShapes.ts'
import { band, careStatus, instant, lane, role, staffMember, staffRole, tier } from './shapes.ts'

/** How a held person's hold, or an open alert, may end (brief 6.3). */
export const outcome = z.enum(OUTCOMES).meta({ id: 'AlertOutcome' })

const line = z
  .object({ from: z.enum(['person', 'bot']), text: z.string(), at: instant.nullable() })
  .meta({ id: 'ContextLine' })

export const alert = z
  .object({
    id: z.uuid(),
    incidentId: z.uuid().describe('What the same person said within half an hour is one incident.'),
    version: z.int().describe('Send it back with an acknowledgement or a release.'),
    tier,
    tierWords: z.string().describe('How fast a human must look; never a prediction of risk.'),
    lane,
    laneWords: z.string(),
    priority: z.boolean(),
    state: z.enum(['open', 'acknowledged', 'closed']),
    holds: z.boolean().describe('This person’s modules are on hold until a human releases.'),
    words: z.string().describe('Exactly what the person wrote or chose.'),
    because: z.array(z.string()).describe('Why the screen or the safety conversation raised it.'),
    context: z.array(line).describe('The messages around it, oldest first.'),
    openedAt: instant,
    repeats: z.int().describe('Times it was said again within the same incident.'),
    noReplyAt: instant
      .nullable()
      .describe('A question about safety stayed unanswered: help was given once more, and nothing after it.'),
    told: z.array(told),
    next: nextRung.nullable().describe('Null once somebody has acknowledged, and where nothing more is to come.'),
    acknowledged: z.object({ by: staffMember, at: instant, plannedAction: z.string() }).nullable(),
    handedOver: z
      .object({ to: staffMember, by: staffMember, at: instant, reason: z.string() })
      .nullable()
      .describe('Who it was given to by name, until somebody acknowledges.'),
    contact: contactState,
    released: z
      .object({
        by: staffMember,
        at: instant,
        outcome,
        note: z.string(),
        toWhom: z.string().nullable(),
        nextAction: z.string().nullable(),
        nextActionAt: instant.nullable(),
      })
      .nullable(),
    person: z
      .object({
        id: z.uuid(),
        preferredName: z.string(),
        pronouns: z.string().nullable(),
        role,
        band,
        age: z.int().nullable(),
      })
      .nullable()
      .describe('Null when nobody is linked to the conversation: the duty worker’s queue.'),
    case: z.object({ id: z.uuid(), caseRef: z.string(), careStatus, practitioner: staffMember }).nullable(),
    mayOpenCase: z.boolean().describe('Whether the caller may open the whole case, and not the incident only.'),
  })
  .meta({ id: 'Alert' })

/** T0: an ambiguous term that was clarified (brief 4.2). */
export const saying = z
  .object({
    id: z.uuid(),
    preferredName: z.string(),
    caseId: z.uuid(),
    caseRef: z.string(),
    words: z.string().describe('Exactly what the person wrote.'),
    saidAt: instant,
  })
  .meta({ id: 'Saying' })

export const alertList = z.object({
  alerts: z.array(alert).describe('T3 first, then the oldest first.'),
  unacknowledged: z.int(),
  oldestWaitingSince: instant.nullable(),
  sayings: z
    .array(saying)
    .describe('Of the last seven days: said to be just a saying. Nothing to do; kept for the weekly look.'),
})

export const alertHistory = z
  .object({
    id: z.uuid(),
    at: instant,
    kind: z
      .string()
      .describe('opened, repeated, raised, told, shown, answered, viewed, acknowledged, note, released …'),
    by: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AlertHistory' })

export const alertWithHistory = z
  .object({
    alert,
    history: z.array(alertHistory).describe('Oldest first.'),
    contacts: z.array(loggedContact).describe('Every try at reaching somebody, oldest first.'),
    ladder: z.array(ladderStep).describe('Every step of every round, in order.'),
  })
  .meta({ id: 'AlertWithHistory' })

export const acknowledgement = z
  .object({ plannedAction: z.string().trim().min(3).max(500), version: z.int() })
  .meta({ id: 'Acknowledgement' })

/** Why it was none, picked by a human (brief 4.8); for the monthly look at the lexicon. */
const falseAlarmReason = z
  .enum(['saying', 'quotation', 'game-or-story', 'about-somebody-else', 'slip-of-typing', 'misread', 'other'])
  .meta({ id: 'FalseAlarmReason' })

export const release = z
  .object({
    outcome,
    falseAlarmReason: falseAlarmReason.optional().describe('Needed with the outcome false-alarm, and only there.'),
    toWhom: z.string().trim().min(2).max(300).optional().describe('Needed with referred and emergency-services.'),
    nextAction: z.string().trim().min(3).max(500).optional().describe('Needed with no-contact, with its time.'),
    nextActionAt: instant.optional(),
    contact: contact
      .optional()
      .describe('Written down in the same step. Some outcomes are refused while no contact has reached anybody.'),
    note: z.string().trim().min(3).max(4000),
    version: z.int(),
  })
  .refine((given) => (given.outcome === 'false-alarm') === (given.falseAlarmReason !== undefined), {
    path: ['falseAlarmReason'],
    message: 'A false alarm needs its reason, and nothing else has one.',
  })
  .meta({ id: 'Release' })

export const alertNote = z.object({ note: z.string().trim().min(1).max(4000) }).meta({ id: 'AlertNote' })

export const handover = z
  .object({ toStaffId: z.uuid(), reason: z.string().trim().min(3).max(500), version: z.int() })
  .meta({ id: 'Handover' })

export const colleagues = z
  .object({
    colleagues: z.array(
      z.object({
        staffId: z.uuid(),
        name: z.string(),
        roles: z.array(staffRole),
        atWork: z.boolean(),
        reachedOutside: z.boolean().describe('Whether an alert reaches them outside this page.'),
      }),
    ),
  })
  .meta({ id: 'Colleagues' })
