import { z } from 'zod'
import { alert } from './alertShapes.ts'
import { goal } from './goals.ts'
import { measurePlan } from './measurePlans.ts'
import { normGroup, scaleSeries } from './measureShapes.ts'
import { person, missing } from './personShapes.ts'
import { band, careStatus, day, deliveryCounts, engagement, instant, role, staffMember, tier } from './shapes.ts'
import { referral } from './reports.ts'

const caseState = z.enum(['setting-up', 'active', 'paused', 'closed']).meta({ id: 'CaseState' })

export const caseloadRow = z
  .object({
    caseId: z.uuid(),
    caseRef: z.string(),
    initials: z.string(),
    state: caseState,
    people: z.array(z.object({ id: z.uuid(), role, preferredName: z.string(), band, state: person.shape.state })),
    careStatus,
    practitioner: staffMember,
    sessionNumber: z.int(),
    sessionsPlanned: z.int(),
    nextSessionAt: instant.nullable(),
    sessionsHeld: z.int(),
    week: z.int().describe('From the first session; before it, from the day the case was opened.'),
    overPlan: z.boolean().describe('More than six sessions or six weeks.'),
    modules: z
      .array(z.object({ title: z.string(), step: z.int(), steps: z.int() }))
      .describe('What is assigned in this case, and the step that is open.'),
    lastEntryAt: instant.nullable().describe('By somebody in the case, not by staff.'),
    engagement: engagement
      .nullable()
      .describe('Of whom the case is about, or whom the work goes through; null before anybody was added.'),
    stuck: z.boolean().describe('The bot has stopped proposing, or the task may be the wrong one; not looked at yet.'),
    openAlerts: z.object({
      count: z.int(),
      unacknowledged: z.int(),
      highestTier: tier.nullable(),
      oldestAt: instant.nullable(),
    }),
    onHold: z.boolean(),
    reviewWantedAt: instant.nullable().describe('Two incidents of T2 or T3: for supervisor case review.'),
    measuresWaiting: z.int(),
    unseenNotices: z.int(),
    delivery: deliveryCounts,
    openedAt: instant,
  })
  .meta({ id: 'CaseloadRow' })

export const caseload = z.object({
  cases: z
    .array(caseloadRow)
    .describe('Open alerts, worried silence, a session within 48 hours, stuck, then the rest by next session.'),
})

/** What is set up for a case before the bot says anything (brief 2.1). Never in the young person's view. */
export const caseSetup = z
  .object({
    languageAndAccess: z.string().max(1000).optional(),
    personTerms: z.string().max(1000).optional().describe('What they call each adult.'),
    wordsToAvoid: z.string().max(1000).optional(),
    parentalResponsibility: z.string().max(1000).optional(),
    delegatedAuthority: z.string().max(1000).optional(),
    school: z.string().max(1000).optional(),
    whoMayKnow: z.string().max(1000).optional(),
    safeContact: z.string().max(1000).optional(),
    cover: z.string().max(1000).optional(),
    timeIn: z
      .boolean()
      .optional()
      .describe('Stay close, never ignore: a history of neglect or trauma. Left out: the care status decides.'),
    familyTime: z
      .boolean()
      .optional()
      .describe('Family time is arranged by others: look for patterns round it, nothing touches it.'),
    needsFirst: z.boolean().optional().describe('SEND, autism or sensory needs: demand and sensory load come first.'),
  })
  .meta({ id: 'CaseSetup' })

export const entry = z
  .object({
    entryId: z.uuid(),
    version: z.int().describe('More than 1: amended; the earlier versions are kept.'),
    personId: z.uuid(),
    respondent: z.enum(['young-person', 'parent-carer', 'practitioner']),
    recordType: z.enum(['entry', 'plan', 'review', 'checkin']),
    module: z.string(),
    name: z.string(),
    occurredAt: instant,
    localDate: day,
    refersTo: z.string().nullable(),
    about: z.uuid().nullable().describe('The entry this one is about: a review names its plan.'),
    fields: z.record(z.string(), z.unknown()),
    skipped: z.array(z.string()),
    declined: z.array(z.string()),
  })
  .meta({ id: 'Entry' })

const itemAnswer = z
  .object({
    item: z.string(),
    text: z.string(),
    state: z.enum(['given', 'declined', 'missing']),
    answer: z.number().nullable(),
    answerText: z.string().nullable(),
    risk: z.boolean().describe('A risk item: shown on top.'),
    change: z.number().nullable().describe('Since it was answered last; null where there is nothing to compare.'),
  })
  .meta({ id: 'ItemAnswer' })

export const administration = z
  .object({
    administrationId: z.uuid(),
    occurredAt: instant,
    localDate: day,
    measureVersion: z.string(),
    state: z.enum(['scored', 'not-scorable']),
    total: z.number().nullable().describe('The raw score; null exactly when not scorable.'),
    reason: z.string().nullable().describe('Why it is not scorable.'),
    rule: z.string(),
    change: z.number().nullable().describe('Since the last scorable administration.'),
    changeFromBaseline: z.number().nullable(),
    reliable: z
      .enum(['improved', 'deteriorated', 'none'])
      .nullable()
      .describe('Change from baseline beyond measurement error; null where it cannot be said.'),
    band: z
      .string()
      .nullable()
      .describe('The named range the raw score falls in. For staff only; screening, not diagnosis.'),
    declined: z.array(z.string()),
    missing: z.array(z.string()),
    fast: z.boolean().describe('Answered faster than reading allows.'),
    answers: z.array(itemAnswer),
  })
  .meta({ id: 'Administration' })

export const measureSeries = z
  .object({
    personId: z.uuid(),
    measure: z.string(),
    title: z.string(),
    range: z.object({ min: z.number(), max: z.number() }).nullable(),
    direction: z.enum(['higher-is-worse', 'higher-is-better']).nullable(),
    bands: z
      .array(z.object({ name: z.string(), min: z.number(), max: z.number() }))
      .describe('Named ranges, inclusive. For staff only.'),
    reliableChange: z.number().nullable(),
    source: z.string().nullable(),
    hasNorms: z.boolean().describe('Its scales have T-scores where the case has a norm group.'),
    scales: z.array(scaleSeries).describe('Its single scales, where it has more than a total.'),
    administrations: z.array(administration).describe('Oldest first.'),
  })
  .meta({ id: 'MeasureSeries' })

export const notice = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    notice: z.string(),
    words: z.string(),
    createdAt: instant,
    seenAt: instant.nullable(),
    seenBy: z.string().nullable(),
  })
  .meta({ id: 'Notice', description: 'Something to know that is not a risk.' })

export const personNote = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    purpose: z.enum(['for-practitioner', 'agenda']),
    text: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'PersonNote', description: 'What a person left for their practitioner.' })

export const caseDetail = z
  .object({
    caseId: z.uuid(),
    caseRef: z.string(),
    version: z.int(),
    state: caseState,
    initials: z.string(),
    careStatus,
    practitioner: staffMember,
    supervisor: staffMember.nullable(),
    sessionNumber: z.int(),
    sessionsPlanned: z.int(),
    nextSessionAt: instant.nullable(),
    openedAt: instant,
    reviewWantedAt: instant.nullable().describe('Two incidents of T2 or T3: for supervisor case review.'),
    setup: caseSetup,
    ladderGaps: z.array(missing).describe('Who is not there to be told: blocks activation.'),
    people: z.array(person),
    alerts: z.array(alert).describe('Open ones first, then closed ones, newest first.'),
    normGroup: normGroup.nullable().describe('In which norms T-scores are read; null: raw scores only.'),
    measures: z.array(measureSeries),
    measurePlans: z.array(measurePlan),
    goals: z.array(goal).describe('By person and number, those that were reached or dropped among them.'),
    entries: z.array(entry).describe('The newest version of each, newest first.'),
    nextEntries: z.string().nullable().describe('Cursor for earlier entries; null when these are all.'),
    notices: z.array(notice),
    notes: z.array(personNote),
    delivery: deliveryCounts,
    mayChange: z.boolean(),
  })
  .meta({ id: 'CaseDetail' })

export const newCase = z
  .object({
    caseRef: z.string().trim().min(1).max(80).describe('Its id in the case record.'),
    createInRecord: z
      .boolean()
      .default(false)
      .describe('Create it in the case record where it is not there yet and the record allows it.'),
    careStatus: careStatus.default('not-known'),
    sessionsPlanned: z.int().min(1).max(6).default(6),
    nextSessionAt: instant.nullable().default(null),
    supervisorId: z.uuid().nullable().default(null),
    setup: caseSetup.default({}),
    referral: referral.optional(),
  })
  .meta({ id: 'NewCase' })

export const caseChange = z
  .object({
    version: z.int().describe('The version the change was made from; another one is answered with 409.'),
    sessionNumber: z.int().min(1).max(20).optional(),
    sessionsPlanned: z.int().min(1).max(20).optional(),
    nextSessionAt: instant.nullable().optional(),
    careStatus: careStatus.optional(),
    supervisorId: z.uuid().nullable().optional(),
    setup: caseSetup.optional(),
    normGroup: normGroup.nullable().optional(),
  })
  .meta({ id: 'CaseChange' })
