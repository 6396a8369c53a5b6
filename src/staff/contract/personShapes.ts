import { z } from 'zod'
import { band, carer, day, instant, role } from './shapes.ts'

/** The minimum consent record (brief 2.2). Every field may be empty while it is being filled in; what is missing is listed. */
export const consent = z
  .object({
    capacityBasis: z
      .enum([
        'presumed-16-or-over',
        'gillick',
        'parental-responsibility',
        'local-authority',
        'delegated-authority',
        'adult',
      ])
      .nullable()
      .describe(
        'Who can decide: the young person (16 or over; or Gillick competent), or somebody for them together with their assent; `adult` for a parent or carer.',
      ),
    judgedBy: z.string().trim().max(120).nullable(),
    judgedOn: day.nullable(),
    informationVersion: z.string().trim().max(60).nullable().describe('Version of the information that was shown.'),
    parentsMaySee: z.enum(['nothing', 'topics', 'agreed-items']).nullable(),
    assent: z.boolean().nullable().describe('The young person agrees; needed where somebody else consents.'),
    reviewOn: day.nullable(),
    withdrawnOn: day.nullable(),
  })
  .meta({ id: 'Consent' })

/** Something that stands between a person and activation, with the words to show. */
export const missing = z.object({ code: z.string(), words: z.string() }).meta({ id: 'Missing' })

export const consentState = z
  .object({
    record: consent.nullable(),
    recordedAt: instant.nullable(),
    recordedBy: z.string().nullable(),
    complete: z.boolean(),
    missing: z.array(missing),
  })
  .meta({ id: 'ConsentState' })

export const assignment = z
  .object({
    id: z.uuid(),
    module: z.string(),
    title: z.string(),
    stepOpened: z.int(),
    assignedAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Assignment' })

export const measureRequest = z
  .object({
    id: z.uuid(),
    measure: z.string(),
    title: z.string(),
    reason: z
      .enum(['baseline', 'session', 'review', 'end', 'exit'])
      .describe('`exit`: offered at the first sign of dropping out.'),
    state: z.enum(['asked', 'started', 'sent', 'expired', 'withdrawn']),
    askedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'MeasureRequest' })

export const person = z
  .object({
    id: z.uuid(),
    role,
    preferredName: z.string(),
    pronouns: z.string().nullable(),
    band,
    dateOfBirth: day.nullable(),
    age: z.int().nullable(),
    state: z.enum(['invited', 'joined', 'active', 'paused', 'closed']),
    version: z.int(),
    childCalled: z.string().nullable().describe('Parents and carers: what this adult calls the child.'),
    called: z.string().nullable().describe('Parents and carers: what the child calls them.'),
    carer: carer.nullable().describe('Parents and carers; null where nobody has recorded it.'),
    onHold: z.boolean().describe('Modules stop until a human releases the alert that holds.'),
    consent: consentState,
    invitation: z.object({
      state: z.enum(['none', 'waiting', 'used', 'expired', 'locked']),
      expiresAt: instant.nullable(),
    }),
    pin: z.enum(['not-set', 'set', 'locked']),
    devices: z.int(),
    assignments: z.array(assignment).describe('Newest first, ended ones too.'),
    measureRequests: z.array(measureRequest).describe('Newest first.'),
  })
  .meta({ id: 'Person' })

export const newPerson = z
  .object({
    role,
    preferredName: z.string().trim().min(1).max(60),
    pronouns: z.string().trim().max(40).nullable().default(null),
    band,
    dateOfBirth: day.nullable().default(null),
    childCalled: z.string().trim().max(60).nullable().default(null),
    called: z.string().trim().max(60).nullable().default(null),
    carer: carer.nullable().default(null),
  })
  .meta({ id: 'NewPerson' })

/** How a parent or carer stands to the child. */
export const caringChange = newPerson
  .pick({ childCalled: true, called: true, carer: true })
  .meta({ id: 'CaringChange' })

export const newInvitation = z
  .object({
    link: z.string(),
    code: z.string().describe('Six digits. Shown once: neither link nor code can be read again.'),
    teamsCode: z.string().describe('What the person sends to the bot in Teams instead of opening the link.'),
    expiresAt: instant,
  })
  .meta({ id: 'NewInvitation' })
