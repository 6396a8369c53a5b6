import { z } from 'zod'

/**
 * What reaches the case record, one schema a type. The type is also the outbox entry's type and names the file in
 * `outbox/deliveries`. Shared fields follow the clinical brief, section 1.0.
 */
const shared = {
  /** The entry in the case record: the same for every version of it. */
  entryId: z.uuid(),
  /** 1 for the first; an amended entry is a new version and the old one is kept. */
  version: z.int().min(1),
  personId: z.uuid(),
  respondent: z.enum(['young-person', 'parent-carer', 'practitioner']),
  occurredAt: z.iso.datetime(),
  /** The day in England. */
  localDate: z.iso.date(),
  /** Version of the words and rules the person saw. */
  contentVersion: z.string(),
}

export const selfHelpEntry = z.object({
  ...shared,
  type: z.literal('self-help-entry'),
  recordType: z.enum(['entry', 'plan', 'review', 'checkin']),
  module: z.string(),
  name: z.string(),
  dialog: z.object({ id: z.string(), version: z.int() }),
  fields: z.record(z.string(), z.json()),
  /** Moved on without answering. */
  skipped: z.array(z.string()),
  /** Preferred not to say. Never merged with skipped or with never asked. */
  declined: z.array(z.string()),
  refersTo: z.string().nullable(),
  about: z.uuid().nullable(),
})

export const itemAnswer = z.object({
  item: z.string(),
  /** `given` has a number; `declined` was asked and not answered; `missing` was never shown. */
  state: z.enum(['given', 'declined', 'missing']),
  answer: z.number().nullable(),
})

export const scoreOutcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('scored'), total: z.number(), rule: z.string() }),
  z.object({ state: z.literal('not-scorable'), reason: z.string(), rule: z.string() }),
])

/**
 * One scale of an administration with its own score: raw, and in T points where norms were chosen. `code` is the SNOMED CT
 * code of the score in the national table; null where there is none (then it is never submitted).
 */
export const scaleScore = z.object({
  scale: z.string(),
  title: z.string(),
  code: z.string().nullable(),
  score: z.discriminatedUnion('state', [
    z.object({ state: z.literal('scored'), raw: z.number() }),
    z.object({ state: z.literal('not-scorable'), reason: z.string() }),
  ]),
  tScore: z
    .object({
      value: z.number(),
      form: z.string(),
      convention: z.string().nullable(),
      band: z.string(),
      sex: z.enum(['M', 'F']),
    })
    .optional(),
})

export const measureAdministration = z.object({
  ...shared,
  type: z.literal('measure-administration'),
  measure: z.string(),
  measureVersion: z.string(),
  startedAt: z.iso.datetime(),
  answers: z.array(itemAnswer),
  score: scoreOutcome,
  /** Every scale, the total among them. Entries from before scales were kept have none. */
  scales: z.array(scaleScore).optional(),
  /** The record's own id of the care activity in which it was answered; absent where that was by chat. */
  careActivityRef: z.string().optional(),
  /** Less than 1.5 seconds an item over five items or more: for staff only. */
  fast: z.boolean(),
})

/** A goal in the words agreed in a session. Its ratings are administrations of `gbo`; its number is never used again. */
export const goal = z.object({
  ...shared,
  type: z.literal('goal'),
  number: z.int().min(1).max(3),
  words: z.string(),
  state: z.enum(['active', 'reached', 'dropped']),
})

/** `was-not-brought`: a child who depends on others to come is not said to have stayed away (brief 5.2). */
export const ATTENDANCES = [
  'attended', 'not-attended', 'was-not-brought', 'cancelled-by-family', 'cancelled-by-service',
] as const // prettier-ignore
export const SESSION_WAYS = ['face-to-face', 'phone', 'video', 'talk-type', 'text', 'email', 'other'] as const

/** What the practitioner recorded of a session, held or not (brief 6.3). `occurredAt` is when it was recorded. */
export const sessionRecord = z.object({
  ...shared,
  type: z.literal('session-record'),
  number: z.int().min(1),
  startsAt: z.iso.datetime(),
  minutes: z.int().nullable(),
  how: z.enum(SESSION_WAYS),
  attendance: z.enum(ATTENDANCES),
  /** Besides the practitioner. */
  present: z.array(z.enum(['young-person', 'parent-carer', 'other'])),
  agreed: z.string().nullable(),
  nextSessionAt: z.iso.datetime().nullable(),
  note: z.string().nullable(),
  careActivityRef: z.string().nullable(),
  /** Name of the member of staff. */
  recordedBy: z.string(),
})

/** The end of a case (brief 6.4): the service's own reasons and destinations, no national codes. */
export const closure = z.object({
  ...shared,
  type: z.literal('closure'),
  reason: z.enum([
    'completed', 'other-service-agreed', 'not-attended', 'moved-away', 'declined', 'outside-remit', 'other',
  ]), // prettier-ignore
  destination: z.enum(['no-further-support', 'universal-or-voluntary', 'specialist', 'none']),
  destinationDetail: z.string().nullable(),
  sessionsHeld: z.int().min(0),
  /** Measures without a paired score, each with the reason recorded. */
  measuresMissing: z.array(z.object({ measure: z.string(), reason: z.string() })),
  note: z.string().nullable(),
  recordedBy: z.string(),
  /** The supervisor who signed it off. */
  signedOffBy: z.string().nullable(),
})

export const riskFlag = z.object({
  type: z.literal('risk-flag'),
  flagId: z.uuid(),
  personId: z.uuid(),
  openedAt: z.iso.datetime(),
  lane: z.string(),
  tier: z.enum(['T1', 'T2', 'T3']),
  priority: z.boolean(),
  /** Exactly what the person wrote or chose. */
  words: z.string(),
  rules: z.array(z.string()),
  rulesVersion: z.string(),
  /** Messages around the words, as far as they are kept with the flag (brief 4.8). */
  context: z.array(z.record(z.string(), z.json())).optional(),
})

/** Everything that happened to a flag later: append-only, like the flag's own history. */
export const riskFlagEvent = z.object({
  type: z.literal('risk-flag-event'),
  flagId: z.uuid(),
  eventId: z.uuid(),
  at: z.iso.datetime(),
  kind: z.enum(['raised', 'answered', 'shown', 'told', 'acknowledged', 'contact', 'note', 'released', 'closed']),
  /** Name of the member of staff; null where no human did it. */
  by: z.string().nullable(),
  detail: z.record(z.string(), z.json()),
})

export const recordEvent = z.discriminatedUnion('type', [
  selfHelpEntry, measureAdministration, goal, sessionRecord, closure, riskFlag, riskFlagEvent,
]) // prettier-ignore

export type RecordEvent = z.infer<typeof recordEvent>
export type SelfHelpEntry = z.infer<typeof selfHelpEntry>
export type MeasureAdministration = z.infer<typeof measureAdministration>
export type Goal = z.infer<typeof goal>
export type SessionRecord = z.infer<typeof sessionRecord>
export type Closure = z.infer<typeof closure>
export type RiskFlag = z.infer<typeof riskFlag>
export type RiskFlagEvent = z.infer<typeof riskFlagEvent>
export type ItemAnswer = z.infer<typeof itemAnswer>
export type ScoreOutcome = z.infer<typeof scoreOutcome>
export type ScaleScore = z.infer<typeof scaleScore>
