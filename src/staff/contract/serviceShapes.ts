import { z } from 'zod'
import { day, deliveryCounts, instant, role, staffMember, staffRole } from './shapes.ts'

export const me = z
  .object({
    staffId: z.uuid(),
    name: z.string(),
    roles: z.array(staffRole),
    serviceName: z.string(),
    botName: z.string(),
    demonstration: z.boolean(),
    may: z
      .object({
        seeAlerts: z.boolean(),
        seeCaseload: z.boolean(),
        changeCases: z.boolean(),
        seeReport: z.boolean(),
        seeDeliveries: z.boolean(),
        changeRota: z.boolean(),
      })
      .describe('Which parts of the page this member of staff has.'),
  })
  .meta({ id: 'Me' })

export const helplinesState = z
  .object({
    checked: z.boolean(),
    note: z.string().nullable().describe('To show to staff while numbers are unchecked.'),
    unchecked: z.array(z.object({ id: z.string(), name: z.string(), checkedOn: day.nullable() })),
  })
  .meta({ id: 'HelplinesState' })

/** What named humans of the service answer for beside the helplines, and whether alerts get through. */
export const serviceState = z
  .object({
    restrictedPhrases: z
      .int()
      .nullable()
      .describe('How many phrases the service’s own restricted list holds; null where none is loaded. Never which.'),
    safetyWordsSigned: z.boolean(),
    alertsReachNobody: z
      .array(z.enum(['database-down', 'jobs-silent', 'alert-routes-down']))
      .describe('Why no alert would reach anybody at this moment; empty while they do.'),
  })
  .meta({ id: 'ServiceState' })

/** What a form may offer. */
export const choices = z
  .object({
    modules: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        roles: z.array(role),
        steps: z.array(z.object({ title: z.string(), task: z.string() })),
        available: z.boolean(),
        whyNot: z.string().nullable(),
      }),
    ),
    measures: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        roles: z.array(role),
        available: z.boolean(),
        whyNot: z.string().nullable(),
      }),
    ),
    supervisors: z.array(staffMember),
    informationVersion: z.string().describe('The current version of the information that is shown before consent.'),
  })
  .meta({ id: 'Choices' })

export const parkedDelivery = z
  .object({
    outboxId: z.uuid(),
    caseId: z.uuid(),
    caseRef: z.string(),
    stream: z.enum(['case', 'risk']),
    type: z.string(),
    reason: z.string(),
    attempts: z.int(),
    createdAt: instant,
    parkedAt: instant,
  })
  .meta({ id: 'ParkedDelivery' })

/** What reading back from the record has shown. */
const readBack = z.object({
  same: z.int().describe('Delivered, and found in the record as it was sent.'),
  notYet: z.int().describe('Delivered, and not read back yet.'),
  lastAt: instant.nullable(),
  faults: z
    .array(
      z.object({
        caseId: z.uuid(),
        caseRef: z.string(),
        outboxId: z.uuid().nullable(),
        type: z.string().nullable(),
        what: z.enum(['different', 'doubled', 'out-of-order', 'unknown']),
      }),
    )
    .describe('What does not agree. What is missing is parked instead, so that it can be sent again.'),
})

export const deliveries = z
  .object({
    counts: deliveryCounts,
    oldestWaitingSince: instant.nullable(),
    parked: z.array(parkedDelivery),
    notReached: z
      .array(z.object({ stream: z.enum(['case', 'risk']), since: instant, reason: z.string().nullable() }))
      .describe('Where the record does not answer; it is asked by one entry at a time until it does.'),
    readBack,
  })
  .meta({ id: 'Deliveries' })

export const changes = z
  .object({
    cursor: z.string().describe('Send it back as `since`.'),
    changed: z
      .array(z.enum(['alerts', 'cases']))
      .describe('What to fetch again; empty when nothing changed within the wait.'),
  })
  .meta({ id: 'Changes' })

export const signInWays = z
  .object({ serviceName: z.string(), openIdConnect: z.boolean(), teams: z.boolean(), development: z.boolean() })
  .meta({ id: 'SignInWays' })
