import { newId } from '../../src/shared/ids.ts'
import type {
  Closure,
  Goal,
  MeasureAdministration,
  RecordEvent,
  RiskFlag,
  RiskFlagEvent,
  SelfHelpEntry,
  SessionRecord,
} from '../../src/record/events.ts'

const shared = (personId: string) => ({
  entryId: newId(),
  version: 1,
  personId,
  respondent: 'young-person' as const,
  occurredAt: '2026-03-29T16:15:00.000Z',
  localDate: '2026-03-29',
  contentVersion: 'a1b2c3',
})

/** A measure with all three kinds of answer. */
export const aMeasure = (personId: string, over: Partial<MeasureAdministration> = {}): MeasureAdministration => ({
  ...shared(personId),
  type: 'measure-administration',
  measure: 'phq-9',
  measureVersion: '1',
  startedAt: '2026-03-29T16:10:00.000Z',
  answers: [
    { item: '1', state: 'given', answer: 0 },
    { item: '2', state: 'declined', answer: null },
    { item: '3', state: 'missing', answer: null },
  ],
  score: { state: 'not-scorable', reason: 'too-many-missing', rule: 'phq-9/prorate' },
  fast: false,
  ...over,
})

export const anEntry = (personId: string, over: Partial<SelfHelpEntry> = {}): SelfHelpEntry => ({
  ...shared(personId),
  type: 'self-help-entry',
  recordType: 'plan',
  module: 'low-mood',
  name: 'activity',
  dialog: { id: 'plan-an-activity', version: 1 },
  fields: { activity: 'walk the dog \u{1F415} “slowly”', confidence: 6.5, with: null, when: { day: '2026-03-30' } },
  skipped: ['where'],
  declined: [],
  refersTo: null,
  about: null,
  ...over,
})

export const aFlag = (personId: string, over: Partial<RiskFlag> = {}): RiskFlag => ({
  type: 'risk-flag',
  flagId: newId(),
  personId,
  openedAt: '2026-03-29T16:12:00.000Z',
  lane: 'self',
  tier: 'T2',
  priority: false,
  words: 'exact words',
  rules: ['suicide-thoughts.1'],
  rulesVersion: 'f00d',
  ...over,
})

export const aFlagEvent = (flagId: string, over: Partial<RiskFlagEvent> = {}): RiskFlagEvent => ({
  type: 'risk-flag-event',
  flagId,
  eventId: newId(),
  at: '2026-03-29T16:20:00.000Z',
  kind: 'acknowledged',
  by: 'Sam Taylor',
  detail: { plannedAction: 'ring today' },
  ...over,
})

/** A measure by scales: one coded with a T-score, one without a code, one that cannot be scored. */
export const aMeasureByScales = (personId: string, over: Partial<MeasureAdministration> = {}): MeasureAdministration =>
  aMeasure(personId, {
    measure: 'rcads-47-self',
    score: { state: 'not-scorable', reason: 'needs every scale', rule: 'rcads-47-self 1: sum-of-scales' },
    scales: [
      {
        scale: 'MDD',
        title: 'Depression',
        code: '718655001',
        score: { state: 'scored', raw: 15 },
        tScore: { value: 71.8, form: 'rcads-47', convention: 'nhs-england', band: '3-4', sex: 'M' },
      },
      { scale: 'own', title: 'Own scale', code: null, score: { state: 'scored', raw: 2.5 } },
      {
        scale: 'SP',
        title: 'Social phobia',
        code: '718660002',
        score: { state: 'not-scorable', reason: 'needs at least 7 of 9 answers and has 3' },
      },
    ],
    ...over,
  })

export const aGoal = (personId: string, over: Partial<Goal> = {}): Goal => ({
  ...shared(personId),
  type: 'goal',
  number: 1,
  words: 'go to football on Saturdays',
  state: 'active',
  ...over,
})

export const aSessionRecord = (personId: string, over: Partial<SessionRecord> = {}): SessionRecord => ({
  ...shared(personId),
  respondent: 'practitioner',
  type: 'session-record',
  number: 3,
  startsAt: '2026-03-29T15:00:00.000Z',
  minutes: 50,
  how: 'face-to-face',
  attendance: 'attended',
  present: ['young-person'],
  agreed: 'one walk, and the diary on two days',
  nextSessionAt: '2026-04-05T14:00:00.000Z',
  note: null,
  careActivityRef: 'CA-77',
  recordedBy: 'Sam Taylor',
  ...over,
})

export const aClosure = (personId: string, over: Partial<Closure> = {}): Closure => ({
  ...shared(personId),
  respondent: 'practitioner',
  type: 'closure',
  reason: 'completed',
  destination: 'universal-or-voluntary',
  destinationDetail: 'school nurse',
  sessionsHeld: 6,
  measuresMissing: [{ measure: 'phq-9', reason: 'declined at the end' }],
  note: null,
  recordedBy: 'Sam Taylor',
  signedOffBy: 'Sol Ahmed',
  ...over,
})

/** One of every type, with and without what may be left out; `flag` is the flag that the events belong to. */
export function everyEvent(personId: string) {
  const flag = aFlag(personId)
  return [
    aMeasure(personId),
    aMeasure(personId, { score: { state: 'scored', total: 3.5, rule: 'phq-9/prorate' }, fast: true }),
    aMeasureByScales(personId, { careActivityRef: 'CA-77' }),
    anEntry(personId),
    anEntry(personId, { refersTo: 'plan-1', about: newId(), respondent: 'parent-carer', fields: {} }),
    aGoal(personId),
    aGoal(personId, { state: 'reached', respondent: 'parent-carer' }),
    aSessionRecord(personId),
    aSessionRecord(personId, {
      minutes: null, agreed: null, nextSessionAt: null, note: 'rang, no answer', careActivityRef: null,
      attendance: 'not-attended', present: [],
    }), // prettier-ignore
    aClosure(personId),
    aClosure(personId, { destinationDetail: null, note: 'moved', signedOffBy: null, measuresMissing: [] }),
    flag,
    aFlag(personId, { tier: 'T3', priority: true, context: [{ from: 'person', text: 'hi' }] }),
    aFlagEvent(flag.flagId),
    aFlagEvent(flag.flagId, { by: null, kind: 'raised', detail: { from: 'T1', tier: 'T3' } }),
    aFlagEvent(flag.flagId, { kind: 'released', detail: { outcome: 'contacted', note: 'spoke with mum' } }),
  ] satisfies RecordEvent[]
}
