import type { components } from '../../src/web/generated/staff-api.ts'

type Schemas = components['schemas']

/** Fictional people and what the staff API would say of them. Times are given, so that ages on the screen are known. */
export const DANI: Schemas['StaffMember'] = { staffId: '018f0000-0000-7000-8000-000000000001', name: 'Dani Hart' }
export const SUSHILA: Schemas['StaffMember'] = { staffId: '018f0000-0000-7000-8000-000000000002', name: 'Sushila Rao' }
export const CASE_ID = '018f0000-0000-7000-8000-0000000000c1'
const LEO = '018f0000-0000-7000-8000-0000000000a1'
const MAUREEN = '018f0000-0000-7000-8000-0000000000a2'

export const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()
const day = (iso: string): string => iso.slice(0, 10)

export const alertOf = (id: string, over: Partial<Schemas['Alert']> = {}): Schemas['Alert'] => ({
  id,
  incidentId: id,
  noReplyAt: null,
  version: 1,
  tier: 'T2',
  tierWords: 'Same working day',
  lane: 'self',
  laneWords: 'About themselves',
  priority: false,
  state: 'open',
  holds: true,
  words: 'i just want it all to stop, cant keep doing this every night',
  because: ['Wish for it to stop, said of themselves (family passive-ideation)'],
  context: [
    { from: 'bot', text: 'How was the evening walk you planned with Sam?', at: ago(21) },
    { from: 'person', text: 'didnt go', at: ago(20) },
    { from: 'person', text: 'i just want it all to stop, cant keep doing this every night', at: ago(19) },
  ],
  openedAt: ago(19),
  repeats: 0,
  told: [{ name: DANI.name, route: 'staff-page', state: 'sent', at: ago(19), tries: 1, nextTryAt: null }],
  next: { rung: 'supervisor', dueAt: ago(-11.5), tells: [SUSHILA.name], onPageOnly: false },
  acknowledged: null,
  handedOver: null,
  contact: { tries: 0, reachedPerson: false, reachedCarer: false, nextAction: null, nextActionAt: null },
  released: null,
  person: { id: LEO, preferredName: 'Leo', pronouns: 'he/him', role: 'young-person', band: 'Y16-18', age: 16 },
  case: { id: CASE_ID, caseRef: 'CWP-0042', careStatus: 'in-care', practitioner: DANI },
  mayOpenCase: true,
  ...over,
})

/** The ladder of such an alert: first told by two routes, one of which has not got through, and its supervisor next. */
export const ladderOf = (alert: Schemas['Alert']): Schemas['LadderStep'][] => [
  {
    id: '018f0000-0000-7000-8000-00000000dd01',
    round: 1,
    rung: 'first',
    state: 'run',
    dueAt: alert.openedAt,
    ranAt: alert.openedAt,
    onPageOnly: false,
    incidentLog: false,
    tells: [],
    told: [...alert.told, { name: DANI.name, route: 'email', state: 'failed', at: null, tries: 3, nextTryAt: ago(-1) }],
  },
  {
    id: '018f0000-0000-7000-8000-00000000dd02',
    round: 1,
    rung: 'supervisor',
    state: alert.state === 'open' ? 'waiting' : 'silent',
    dueAt: ago(-11.5),
    ranAt: null,
    onPageOnly: false,
    incidentLog: false,
    tells: alert.state === 'open' ? [SUSHILA.name] : [],
    told: [],
  },
]

const BANDS = [
  { name: 'minimal', min: 0, max: 4 },
  { name: 'mild', min: 5, max: 9 },
  { name: 'moderate', min: 10, max: 14 },
  { name: 'moderately severe', min: 15, max: 19 },
  { name: 'severe', min: 20, max: 27 },
]

const ITEMS = [
  'Interest',
  'Feeling down',
  'Sleep',
  'Energy',
  'Appetite',
  'About yourself',
  'Concentration',
  'Pace',
  'Dark thoughts',
]

const administration = (
  index: number,
  weeksAgo: number,
  total: number | null,
  over: Partial<Schemas['Administration']> = {},
): Schemas['Administration'] => {
  const occurredAt = ago(weeksAgo * 7 * 24 * 60)
  return {
    administrationId: `018f0000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
    occurredAt,
    localDate: day(occurredAt),
    measureVersion: '1',
    state: total === null ? 'not-scorable' : 'scored',
    total,
    reason: total === null ? 'More than two of nine items have no answer.' : null,
    rule: 'Sum of nine items; up to two blanks filled with the mean of the rest',
    change: null,
    changeFromBaseline: null,
    reliable: null,
    band: total === null ? null : (BANDS.find(({ min, max }) => total >= min && total <= max)?.name ?? null),
    declined: [],
    missing: [],
    fast: false,
    answers: ITEMS.map((text, item): Schemas['ItemAnswer'] => ({
      item: `phq9-${item + 1}`,
      text: `${text} (item text as published)`,
      state: 'given',
      answer: item === 8 ? 1 : 2,
      answerText: item === 8 ? 'Several days' : 'More than half the days',
      risk: item === 8,
      change: null,
    })),
    ...over,
  }
}

export const series = (): Schemas['MeasureSeries'] => ({
  personId: LEO,
  measure: 'phq-9',
  title: 'PHQ-9',
  range: { min: 0, max: 27 },
  direction: 'higher-is-worse',
  bands: BANDS,
  reliableChange: 5,
  source: null,
  hasNorms: false,
  scales: [],
  administrations: [
    administration(1, 5, 18),
    administration(2, 4, 16, { change: -2, changeFromBaseline: -2, reliable: 'none', declined: ['phq9-9'] }),
    administration(3, 3, null, { declined: ['phq9-1', 'phq9-2'], missing: ['phq9-8', 'phq9-9'] }),
    administration(4, 2, 13, { change: -3, changeFromBaseline: -5, reliable: 'improved' }),
    administration(5, 0, 11, { change: -2, changeFromBaseline: -7, reliable: 'improved', missing: ['phq9-5'] }),
  ],
})

const person = (over: Partial<Schemas['Person']>): Schemas['Person'] => ({
  id: LEO,
  role: 'young-person',
  preferredName: 'Leo',
  pronouns: 'he/him',
  band: 'Y16-18',
  dateOfBirth: '2010-05-03',
  age: 16,
  state: 'active',
  version: 1,
  childCalled: null,
  called: null,
  carer: null,
  onHold: true,
  consent: {
    record: {
      capacityBasis: 'presumed-16-or-over',
      judgedBy: DANI.name,
      judgedOn: day(ago(60_000)),
      informationVersion: '1',
      parentsMaySee: 'nothing',
      assent: null,
      reviewOn: null,
      withdrawnOn: null,
    },
    recordedAt: ago(60_000),
    recordedBy: DANI.name,
    complete: true,
    missing: [],
  },
  invitation: { state: 'used', expiresAt: null },
  pin: 'set',
  devices: 2,
  assignments: [
    {
      id: '018f0000-0000-7000-8000-0000000000d1',
      module: 'low-mood',
      title: 'Low mood: doing more of what matters',
      stepOpened: 3,
      assignedAt: ago(40_000),
      endedAt: null,
    },
  ],
  measureRequests: [
    {
      id: '018f0000-0000-7000-8000-0000000000e1',
      measure: 'phq-9',
      title: 'PHQ-9',
      reason: 'session',
      state: 'sent',
      askedAt: ago(900),
      finishedAt: ago(30),
    },
  ],
  ...over,
})

export const caseDetail = (alerts: Schemas['Alert'][]): Schemas['CaseDetail'] => ({
  caseId: CASE_ID,
  caseRef: 'CWP-0042',
  version: 4,
  state: 'active',
  initials: 'LM',
  careStatus: 'in-care',
  practitioner: DANI,
  supervisor: SUSHILA,
  sessionNumber: 3,
  sessionsPlanned: 6,
  nextSessionAt: new Date(Date.now() + 2 * 24 * 3_600_000).toISOString(),
  openedAt: ago(60_000),
  reviewWantedAt: null,
  setup: { languageAndAccess: 'Dyslexic: larger text, no justified text' },
  ladderGaps: [],
  people: [
    person({}),
    person({
      id: MAUREEN,
      role: 'parent-carer',
      preferredName: 'Maureen',
      pronouns: null,
      band: 'P12+',
      dateOfBirth: null,
      age: null,
      state: 'invited',
      onHold: false,
      childCalled: 'Leo',
      called: 'Nan',
      consent: {
        record: null,
        recordedAt: null,
        recordedBy: null,
        complete: false,
        missing: [
          { code: 'capacity-basis', words: 'Who decides, and on what basis' },
          { code: 'information-version', words: 'Which information was shown' },
        ],
      },
      invitation: { state: 'none', expiresAt: null },
      pin: 'not-set',
      devices: 0,
      assignments: [],
      measureRequests: [],
    }),
  ],
  alerts,
  measures: [series()],
  normGroup: null,
  goals: [],
  measurePlans: [],
  entries: [
    {
      entryId: '018f0000-0000-7000-8000-0000000000f2',
      version: 2,
      personId: LEO,
      respondent: 'young-person',
      recordType: 'review',
      module: 'low-mood',
      name: 'activity-review',
      occurredAt: ago(180),
      localDate: day(ago(180)),
      refersTo: null,
      about: '018f0000-0000-7000-8000-0000000000f1',
      fields: { happened: 'part-of-it', moodBefore: 3, moodAfter: 5, expectedEnjoyment: 2, actualEnjoyment: 6 },
      skipped: ['what-helped'],
      declined: ['who-with'],
    },
    {
      entryId: '018f0000-0000-7000-8000-0000000000f1',
      version: 1,
      personId: LEO,
      respondent: 'young-person',
      recordType: 'plan',
      module: 'low-mood',
      name: 'plan-an-activity',
      occurredAt: ago(3000),
      localDate: day(ago(3000)),
      refersTo: null,
      about: null,
      fields: {
        activity: '10-minute dance video in the kitchen',
        when: '2026-11-20T17:15',
        confidence: 7,
        ifThen: 'if tired, one song sitting down',
      },
      skipped: [],
      declined: [],
    },
  ],
  nextEntries: null,
  notices: [
    {
      id: '018f0000-0000-7000-8000-0000000000b1',
      personId: LEO,
      notice: 'measure-finished',
      words: 'PHQ-9 has come in.',
      createdAt: ago(30),
      seenAt: null,
      seenBy: null,
    },
  ],
  notes: [
    {
      id: '018f0000-0000-7000-8000-0000000000b2',
      personId: LEO,
      purpose: 'agenda',
      text: 'school mornings',
      createdAt: ago(200),
    },
  ],
  delivery: { waiting: 0, parked: 1, delivered: 12 },
  mayChange: true,
})

export const rowOf = (
  shown: Schemas['CaseDetail'],
  over: Partial<Schemas['CaseloadRow']> = {},
): Schemas['CaseloadRow'] => {
  const open = shown.alerts.filter(({ state }) => state !== 'closed')
  return {
    caseId: shown.caseId,
    caseRef: shown.caseRef,
    initials: shown.initials,
    state: shown.state,
    people: shown.people.map(({ id, role, preferredName, band, state }) => ({ id, role, preferredName, band, state })),
    careStatus: shown.careStatus,
    practitioner: shown.practitioner,
    sessionNumber: shown.sessionNumber,
    sessionsPlanned: shown.sessionsPlanned,
    nextSessionAt: shown.nextSessionAt,
    sessionsHeld: 2,
    week: 3,
    overPlan: false,
    modules: [{ title: 'Low mood: activity scheduling', step: 2, steps: 6 }],
    engagement: 'active',
    stuck: false,
    lastEntryAt: shown.entries[0]?.occurredAt ?? null,
    openAlerts: {
      count: open.length,
      unacknowledged: open.filter(({ state }) => state === 'open').length,
      highestTier: open[0]?.tier ?? null,
      oldestAt: open.at(-1)?.openedAt ?? null,
    },
    onHold: open.some(({ holds }) => holds),
    reviewWantedAt: shown.reviewWantedAt,
    measuresWaiting: 0,
    unseenNotices: 1,
    delivery: shown.delivery,
    openedAt: shown.openedAt,
    ...over,
  }
}

/** A rota of two people, one of them a duty worker on leave, with a gap. */
export const rotaPage = (): Schemas['RotaPage'] => ({
  version: 3,
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
  hoursFromSettings: true,
  closures: [],
  bankHolidays: ['2026-12-25', '2026-12-28'],
  duty: [{ staffId: SUSHILA.staffId, weekday: 1, day: null }],
  onCall: [],
  staff: [
    {
      version: 0,
      staff: DANI,
      roles: ['practitioner'],
      atWork: true,
      hours: [{ weekday: 1, from: '09:00', until: '13:00' }],
      coverId: SUSHILA.staffId,
      absences: [],
      email: 'dani@service.example',
      webhook: null,
      inTeams: true,
    },
    {
      version: 0,
      staff: SUSHILA,
      roles: ['supervisor', 'duty-worker'],
      atWork: false,
      hours: null,
      coverId: null,
      absences: [{ from: '2026-12-01T09:00:00.000Z', until: '2026-12-04T17:00:00.000Z', coverId: DANI.staffId }],
      email: null,
      webhook: null,
      inTeams: false,
    },
  ],
  routes: ['email', 'teams'],
  gaps: [
    { code: 'no-duty-worker-on-2', words: 'No duty worker is on the rota on Tuesdays, besides the practitioner.' },
  ],
  changed: null,
})

/** The same case with the sleep programme assigned to its young person. */
export const withSleepProgramme = (shown: Schemas['CaseDetail']): Schemas['CaseDetail'] => ({
  ...shown,
  people: shown.people.map((person) => ({
    ...person,
    assignments: person.assignments.map((one) => ({ ...one, module: 'sleep', title: 'Sleep hygiene' })),
  })),
})

/** Scenario S3 of the brief as the practitioner sees it. */
export const sleepOfSam: Schemas['SleepSummary'] = {
  nights: { valid: 5, declined: 2, short: 0, leftOut: 0 },
  enough: true,
  all: { n: 5, se: 78.6 },
  school: { n: 3, bed: '23:01', wake: '06:56', sol: 45, waso: 12, tst: 378, phoneGap: 40, se: 75.9, seAttempt: 82.5 },
  free: { n: 2, bed: '00:05', wake: '11:02', sol: 25, waso: 5, tst: 550, phoneGap: 47, se: 81.5, seAttempt: 87.6 },
  weekendShift: 163,
  rested: [{ from: '2026-03-23', mean: 5, n: 5 }],
  changes: [{ what: 'phone charging in kitchen', days: 'every-day', did: 5, partly: 0, no: 2, of: 7 }],
  notUpToThem: ['dark-quiet'],
  notes: [{ night: '2026-03-25', note: 'hot room' }],
  noticed: ['weekends are really late'],
  signs: [{ sign: 'long-awake', nights: 3, of: 5 }],
}
