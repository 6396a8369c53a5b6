import { HABITS } from '../../src/sleep/habits.ts'
import type { Json } from '../../src/shared/json.ts'
import type { Ask } from './stage.ts'

const PLAN = {
  plan: 'run-9/plan',
  activity: 'a walk with Sam',
  when: '2026-03-26T17:15',
  expectedEnjoyment: 4,
  checkIn: 'run-9/afterwards',
}

const AGREED = { session: '0198a000-0000-7000-8000-000000000001', task: 'Log on three days.', module: 'low-mood' }

const NEXT_TIME = '2026-03-26T17:30'
const HELD = { worry: 'run-9/caught', text: 'what if I get moved again' }

const PHONE = { plan: 'run-9/plan', habit: 'phone-away', what: 'phone in the kitchen', whole: 'phone in the kitchen', days: 'every-day' } // prettier-ignore
const WAKE = { plan: 'run-8/plan', habit: 'wake-time', what: 'up by 9:30', whole: 'up by 9:30', days: 'free-nights' }

const SAMS_READ = {
  school: { nights: 3, hours: 6, minutes: 20 },
  free: { nights: 2, hours: 9, minutes: 10 },
  shift: { way: 'later', hours: '2¾' },
  bed: { from: '22:30', until: '00:40' },
  wake: { from: '06:50', until: '12:05' },
  steady: false,
}

const AT_HOME = { carer: 'parent', timeIn: false, familyTime: false, needsFirst: false }
const AWAY = { carer: 'foster', timeIn: true, familyTime: true, needsFirst: false }

const LIFT = { id: 'run-9/step', text: 'stand by the lift', fear: 4, adultOk: 'not-needed' }
const GO = { step: LIFT.id, start: 3, leftEarly: false }

/** Inputs with which each dialog is started in the shared cases; a dialog that is not here takes none. */
export const SAMPLES: { readonly [dialog: string]: readonly Json[] } = {
  home: [
    {
      openings: [
        { value: 'review-plan', dialog: 'activity-check-in', input: PLAN },
        { value: 'plan', dialog: 'plan-an-activity', input: {} },
        { value: 'help-now' },
        { value: 'note', dialog: 'leave-a-note' },
      ],
      where: { kind: 'plan-due', about: 'a walk with Sam' },
    },
    {
      openings: [{ value: 'carry-on' }, { value: 'note', dialog: 'leave-a-note' }],
      where: { kind: 'put-aside' },
      daysAway: 9,
    },
    {
      openings: [{ value: 'agenda', dialog: 'agenda' }],
      where: { kind: 'worries-held', count: 3, about: NEXT_TIME },
    },
  ],
  'log-an-activity': [{}, { mode: 'full', about: 'today' }, { about: 'yesterday', rating: 'importance' }],
  'look-at-log': [
    {
      logged: 9,
      enough: true,
      contrasts: [
        { about: 'people', label: '', higher: { mean: 5.7, n: 3 }, lower: { mean: 2.4, n: 6 } },
        { about: 'time', label: 'evenings', higher: { mean: 5, n: 2 }, lower: { mean: 2, n: 7 } },
        { about: 'kind', label: 'moving about', higher: { mean: 6, n: 2 }, lower: { mean: 3, n: 7 } },
      ],
    },
    {
      logged: 6,
      enough: true,
      contrasts: [{ about: 'alone', label: '', higher: { mean: 6, n: 3 }, lower: { mean: 4.1, n: 3 } }],
    },
    { logged: 8, enough: true, contrasts: [] },
    { logged: 4, enough: false, still: 2 },
  ],
  'keep-going': [{}, { helped: ['netball with my cousin', 'dance video'] }],
  'value-card': [{}, { cards: ['bigger-picture', 'family'] }],
  'valued-activities': [
    { cards: [{ card: 'fun', line: 'someone who turns up' }, { card: 'friends' }, { card: 'school-work' }] },
    { cards: [{ card: 'bigger-picture' }, { card: 'body' }, { card: 'family' }, { card: 'special' }, { card: 'fun' }] },
  ],
  'plan-an-activity': [
    {},
    { ideas: ['bake with Nan', 'one song on the guitar'], area: 'people', instead: 'running' },
    { again: 'a walk with Sam' },
    { onlyJobs: true, ideas: ['text Mia'], areas: { 'text Mia': 'people' } },
  ],
  'plan-reminder': [PLAN],
  'activity-check-in': [PLAN, { plan: 'run-9/plan', activity: 'a walk', mayPlan: false }],
  'activity-review': [
    { plan: 'run-9/plan', activity: 'a walk with Sam', outcome: 'part', expectedEnjoyment: 4 },
    { plan: 'run-9/plan', activity: 'a walk with Sam', lowerLastTime: true, mayPlan: false },
  ],
  'what-got-in-the-way': [
    {
      task: 'a walk with Sam',
      module: 'low-mood',
      about: 'run-9/plan',
      when: '2026-03-26T17:15',
      checkInWith: 'activity-check-in',
    },
    { task: 'a walk with Sam', module: 'low-mood', cycle: 2 },
    {
      task: 'set two alarms',
      module: 'worry',
      about: 'run-9/plan',
      checkInWith: 'problem-review',
      carry: { problem: 'late for maths' },
    },
    { task: 'phone in the kitchen', module: 'sleep', about: 'run-9/plan', carry: { changes: [PHONE] } },
    { ...AGREED, about: AGREED.session, checkInWith: 'task-check-in', carry: AGREED },
    { module: 'behaviour-support', practiseWith: 'abc-log', carry: { week: 1, caring: AT_HOME } },
    { module: 'behaviour-support' },
  ],
  'what-we-agreed': [AGREED],
  'first-practice': [AGREED],
  'task-check-in': [AGREED, { ...AGREED, cycle: 2 }],
  'panic-now': [{}, { called: 'the wave', breath: false }],
  'panic-log': [
    {},
    {
      since: '2026-03-24',
      before: [
        { day: '2026-03-24', fainted: false, keptAway: true },
        { day: '2026-03-25', fainted: false, keptAway: false },
      ],
    },
    { justNow: true },
  ],
  'thought-check': [
    { thought: 'run-9/caught', text: 'they hate me', belief: 7, strength: 6 },
    { thought: 'run-9/caught', text: 'they hate me' },
  ],
  'exposure-step': [
    { need: { kind: 'first' } },
    { need: { kind: 'easier' }, steps: 2 },
    { need: { kind: 'more' }, steps: 3 },
    { need: { kind: 'between', lower: 'look at the lift', higher: 'go up one floor' }, steps: 4 },
    { need: { kind: 'half-step', lower: 'look at the lift', higher: 'go up one floor' }, steps: 7 },
    { need: { kind: 'enough' }, steps: 6 },
  ],
  'exposure-ladder': [
    { steps: [{ text: 'look at the lift', fear: 3 }], ready: false },
    { steps: [{ text: 'look at the lift', fear: 3 }], ready: true, now: 'look at the lift', go: 2 },
    { steps: [{ text: 'look at the lift', fear: 3 }], ready: true, adultFirst: true },
    { steps: [{ text: 'look at the lift', fear: 3 }], ready: true },
  ],
  'exposure-plan': [{ step: LIFT }, { step: LIFT, go: 2, before: [GO] }],
  'exposure-review': [
    { plan: 'run-9/plan', activity: LIFT.text, step: LIFT, prediction: 'it will stop', when: '2026-03-26T15:00' },
    { plan: 'run-9/plan', activity: LIFT.text, step: LIFT, before: [GO, GO] },
  ],
  'worry-catch': [{ nextTime: NEXT_TIME }, { nextTime: '2026-03-30T17:30', words: 'what if I fail' }],
  'worry-diary': [{}, { sort: true, nextTime: NEXT_TIME, maySolve: true }],
  'not-knowing-review': [{ plan: 'run-9/practice', guess: 'they will laugh' }, { plan: 'run-9/practice' }],
  'worry-night': [{ nextTime: NEXT_TIME }, { nextTime: NEXT_TIME, words: 'what if I fail' }],
  'worry-tree': [
    { nextTime: NEXT_TIME, maySolve: true },
    { ...HELD, nextTime: NEXT_TIME, kind: 'what-if', within: true, checked: true },
    { ...HELD, nextTime: NEXT_TIME, kind: 'real', within: true },
  ],
  'worry-time': [
    { held: [HELD, { ...HELD, old: true }], nextTime: NEXT_TIME, prompt: true },
    { nextTime: NEXT_TIME, unused: true },
    { nextTime: NEXT_TIME, tooLate: true },
  ],
  'problem-solving': [{}, { problem: 'late for maths', checked: true, round: 2, ideas: ['set two alarms'] }],
  'problem-review': [
    { plan: 'run-9/plan', activity: 'set two alarms', problem: 'late for maths', ideas: ['ask Mr Khan'] },
    { plan: 'run-9/plan', activity: 'set two alarms', problem: 'late for maths', round: 2 },
  ],
  'looking-back': [
    {
      since: 'lighter',
      line: {
        points: [
          { day: '2026-03-12', value: 12 },
          { day: '2026-03-19', value: 8 },
        ],
        min: 0,
        max: 27,
        heavier: 'up',
      },
      goals: [],
    },
    {
      since: 'heavier',
      goals: [
        {
          number: 2,
          words: 'See my mates once a week',
          points: [
            { day: '2026-03-12', value: 2 },
            { day: '2026-03-19', value: 5 },
          ],
        },
      ],
    },
  ],
  gbo: [
    {
      goals: [
        { number: 1, words: 'See my mates once a week' },
        { number: 3, words: 'Sleep in my own bed' },
      ],
    },
  ],
  'abc-log': [{}, { familyTimeTag: true }, { familyTimeTag: true, words: 'he kicks off after seeing his mum' }],
  'sleep-diary': [
    { night: '2026-03-25' },
    { night: '2026-03-25', form: 'short' },
    { night: '2026-03-24', form: 'short' },
  ],
  'sleep-fact': [{ fact: 'later-clock' }, { fact: 'trying-hard' }],
  'sleep-checklist': [
    { habits: [...HABITS] },
    { habits: HABITS.slice(3) },
    { habits: HABITS.slice(6) },
    { habits: HABITS.slice(9) },
  ],
  'sleep-plan': [
    { habits: ['wake-time', 'phone-away'] },
    { habits: [...HABITS.slice(0, 7)], instead: 'run-9/plan' },
    { habits: [...HABITS.slice(3, 10)] },
    { habits: [...HABITS.slice(7)] },
  ],
  'sleep-tick': [
    { night: '2026-03-25', changes: [PHONE, { ...WAKE, round: 2 }], habits: ['caffeine', 'naps'] },
    { night: '2026-03-25', changes: [PHONE] },
  ],
  'sleep-adjust': [
    { changes: [PHONE, WAKE], habits: ['caffeine'] },
    { changes: [PHONE], habits: ['caffeine', 'naps'], mayAdd: true },
    { changes: [WAKE], way: 'smaller' },
    { changes: [WAKE], way: 'swap', habits: ['caffeine'] },
  ],
  'sleep-keep': [
    {},
    { changes: [{ what: 'up by 9:30' }] },
    { changes: [{ what: 'up by 9:30' }, { what: 'phone in the kitchen' }] },
  ],
  'sleep-week': [
    { read: SAMS_READ },
    {
      read: {
        free: { nights: 5, hours: 9, minutes: 0 },
        bed: { from: '22:00', until: '22:30' },
        wake: { from: '07:00', until: '07:30' },
        steady: true,
      },
    },
    {
      read: { ...SAMS_READ, school: { nights: 4, hours: 8, minutes: 0 }, shift: { way: 'later-minutes', minutes: 45 } },
    },
    { read: { ...SAMS_READ, shift: { way: 'later-hour' } } },
    { read: { ...SAMS_READ, shift: { way: 'same' } } },
    { read: { ...SAMS_READ, shift: { way: 'earlier' } } },
    { needed: { nights: 3, free: 1 } },
    { needed: { nights: 1, free: 1 } },
    { needed: { nights: 2, free: 0 } },
  ],
  'parent-check-in': [
    ...[1, 2, 3, 4, 5, 6].map((week) => ({ week, target: 'asks for a turn', task: 'five notes' })),
    { week: 2, stressedBefore: true, checkInAhead: true, cycle: 2, caring: AWAY },
  ],
  'parent-week': [
    { topic: 'time-together', caring: AT_HOME },
    { topic: 'instructions', caring: { ...AWAY, needsFirst: true } },
    { topic: 'time-together', caring: { ...AWAY, carer: 'kinship' }, checkInAhead: true },
    { topic: 'instructions', caring: { ...AWAY, carer: 'residential' } },
  ],
  'reward-plan': [{ caring: AT_HOME }, { target: 'asks for a turn', caring: { ...AWAY, needsFirst: true } }],
  'calm-limits': [{ caring: AT_HOME }, { caring: { ...AWAY, needsFirst: true } }],
  'family-meeting': [{ caring: AT_HOME }, { caring: AWAY }, { caring: { ...AWAY, carer: 'residential' } }],
  'did-not-suit': [
    { week: 5, caring: AT_HOME, task: 'one calm limit' },
    { week: 5, caring: AWAY, said: 'made-it-worse' },
  ],
  'parent-tips': [
    { topics: ['behind-behaviour', 'you'], caring: AT_HOME },
    {
      topics: ['limits', 'rewards', 'instructions', 'time-together', 'behind-behaviour', 'family-time', 'you'],
      caring: { ...AWAY, carer: 'kinship' },
    },
    { topics: ['low-mood', 'worry', 'sleep', 'self-harm', 'you'], caring: AT_HOME },
    {
      topics: [
        'keep-going',
        'limits',
        'rewards',
        'instructions',
        'time-together',
        'behind-behaviour',
        'family-time',
        'you',
        'low-mood',
        'worry',
        'sleep',
        'self-harm',
      ],
      caring: AWAY,
    },
  ],
}

/** Everything a person could give at a question, as far as it can lead another way. */
export function answersFor({ control }: Ask): Json[] {
  switch (control.kind) {
    case 'choices': {
      const values = control.options.map((option) => option.value)
      return control.several ? [...values.map((value) => [value]), values] : values
    }
    case 'rating':
    case 'number':
      return [control.min, 3, 5, 7, control.max].filter(
        (n, at, all) => n >= control.min && n <= control.max && all.indexOf(n) === at,
      )
    case 'text':
      return ['Sitting in the garden', ...(control.suggestions ?? []), 'a rest in bed']
    case 'date':
      return ['2026-03-28']
    case 'time':
      return ['17:15']
    case 'date-time':
      return ['2026-03-28T17:15']
    case 'review':
      return ['send']
  }
}
