import { HABITS } from '../../src/sleep/habits.ts'
import { asks, playJourney, records, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

const PHONE = { plan: 'run-9/plan', habit: 'phone-away', what: 'phone in the kitchen', whole: 'phone in the kitchen', days: 'every-day' } // prettier-ignore
const WAKE = { ...PHONE, plan: 'run-8/plan', habit: 'wake-time', what: 'up by 9:30', whole: 'up by 9:30' }

describe('a fact about sleep (brief 1c, week 1)', () => {
  test('is told, one tap says whether it fits, and it is kept that it was told even when that is skipped', () => {
    playJourney({
      dialog: 'sleep-fact',
      input: { fact: 'later-clock' },
      rows: [['later-clock fits', taps('like-me'), [records('sleep-fact', { fact: 'later-clock', fits: 'like-me' })]]],
      last: 'one-a-day',
    })
    playJourney({
      dialog: 'sleep-fact',
      input: { fact: 'lie-ins' },
      rows: [['lie-ins fits', asks('skip'), [records('sleep-fact', { fact: 'lie-ins' })]]],
      last: 'one-a-day',
    })
  })
})

describe('reading the diary (brief 1c, week 2)', () => {
  test.each([
    [{ nights: 3, free: 0 }, 'nights-needed', /3/],
    [{ nights: 0, free: 1 }, 'free-night-needed', /night/],
    [{ nights: 1, free: 1 }, 'free-night-needed', /night/],
    [{ nights: 3, free: 1 }, 'nights-and-free-night-needed', /3/],
  ])('with %j still needed it says so, reads nothing and asks nothing', (needed, said, words) => {
    const visit = new Visit().start('sleep-week', { needed })
    expect(visit.said).toEqual([said])
    expect(visit.outputs[0]!.text).toMatch(words)
    expect(visit.isOver).toBe(true)
    expect(visit.effects).toEqual([])
  })

  test('what is for somebody else is told to the practitioner, with a warm line and no tip', () => {
    const read = { free: { nights: 5, hours: 9, minutes: 0 }, bed: { from: '22:00', until: '23:00' }, wake: { from: '07:00', until: '07:40' }, steady: true } // prettier-ignore
    playJourney({
      dialog: 'sleep-week',
      input: { read },
      rows: [
        ['free-nights steady noticed', asks('skip')],
        [
          'signs',
          taps(['snoring-gasping', 'asleep-in-lessons']),
          [
            records('sleep-week', { nights: 5, signs: ['snoring-gasping', 'asleep-in-lessons'] }),
            { type: 'notice', notice: 'scope-flag', detail: 'at night: snoring gasping, asleep in lessons' },
          ],
        ],
      ],
      last: 'one-to-take-along',
    })
  })
})

describe('the checklist (brief 1c)', () => {
  test('asks about three habits in a visit, and how up for it only where there is something to try', () => {
    playJourney({
      dialog: 'sleep-checklist',
      input: { habits: [...HABITS] },
      rows: [
        ['what-helps wake-time', taps('no')],
        ['upFor', taps(7)],
        ['morning-light', taps('yes')],
        [
          'caffeine',
          asks('skip'),
          [
            records('sleep-checklist', {
              habits: [
                { habit: 'wake-time', answer: 'no', up_for: 7 },
                { habit: 'morning-light', answer: 'yes', up_for: null },
                { habit: 'caffeine', answer: null, up_for: null },
              ],
            }),
          ],
        ],
      ],
      last: 'more-another-time',
    })
  })

  test('what is not up to them is not told off: it is solved, step by step, if they like', () => {
    const visit = new Visit().start('sleep-checklist', { habits: ['dark-quiet', 'hunger'] })
    visit.tap('not-up-to-me').tap('yes')
    expect(visit.said).toEqual(['not-down-to-you', 'solve'])
    expect(visit.fork().tap('solve').question.dialog).toBe('problem-solving')
    expect(visit.fork().tap('session').said).toEqual(['all-gone-through'])
    expect(visit.tap('solve').state.stack.at(-1)!.input).toMatchObject({ module: 'sleep' })
  })

  test('no visit takes more than six exchanges', () => {
    for (const answers of [
      ['no', 5, 'no', 5, 'no', 5],
      ['no', 5, 'no', 5, 'not-up-to-me', 'leave'],
    ]) {
      const visit = new Visit().start('sleep-checklist', { habits: [...HABITS] })
      for (const answer of answers) visit.tap(answer)
      expect(visit.isOver).toBe(true)
    }
  })
})

describe('planning a change (brief 1c)', () => {
  test('shows what they are most up for first, then others, and something of their own beside every one', () => {
    const visit = new Visit().start('sleep-plan', { habits: HABITS.slice(0, 9) })
    const values = () =>
      visit.question.control.kind === 'choices' ? visit.question.control.options.map(({ value }) => value) : []
    expect(values()).toEqual([...HABITS.slice(0, 3), 'more', 'own-idea'])
    visit.tap('more')
    expect(values()).toEqual([...HABITS.slice(3, 7), 'own-idea'])
    expect(visit.tap('own-idea').said).toEqual(['what-own-idea'])
  })

  test('is planned as what, when and what if, and takes the place of the one it is swapped for', () => {
    playJourney({
      dialog: 'sleep-plan',
      input: { habits: ['phone-away', 'caffeine'], instead: 'run-8/plan' },
      rows: [
        ['habit', taps('phone-away')],
        ['what-phone-away', types('charging in the kitchen')],
        ['days', taps('school-nights')],
        ['cue', taps('After my teeth')],
        ['snag', types('i forget')],
        [
          'then',
          taps('I do half of it'),
          [
            records(
              'sleep-plan',
              {
                habit: 'phone-away',
                what: 'charging in the kitchen',
                days: 'school-nights',
                cue: 'After my teeth',
                if: 'i forget',
                then: 'I do half of it',
              },
              { recordType: 'plan', module: 'sleep', about: 'run-8/plan' },
            ),
          ],
        ],
      ],
      last: 'planned',
    })
  })

  test('with nothing chosen nothing is planned, and nobody minds', () => {
    playJourney({
      dialog: 'sleep-plan',
      input: { habits: ['caffeine'] },
      rows: [['habit', asks('skip')]],
      last: 'another-day',
    })
  })
})

describe('the tick in the morning (brief 1c, weeks 3 and 4)', () => {
  const night = '2026-03-25'
  const tick = (outcome: string, habit = 'phone-away') =>
    records('sleep-tick', { night_of: night, outcome, habit }, { recordType: 'checkin' })

  test('done is answered with what they did; a part of it counts', () => {
    const done = playJourney({
      dialog: 'sleep-tick',
      input: { night, changes: [PHONE] },
      rows: [['outcome', taps('did'), [tick('did')]]],
      last: 'did-it',
    })
    expect(done.outputs[0]!.text).toContain('phone in the kitchen')
    playJourney({
      dialog: 'sleep-tick',
      input: { night, changes: [PHONE, WAKE] },
      rows: [
        ['outcome', taps('did'), [tick('did')]],
        ['outcome', taps('partly'), [tick('partly', 'wake-time')]],
      ],
      last: 'part-counts',
    })
  })

  test('not done asks whose it was: theirs goes to what got in the way, and is made smaller in their words', () => {
    const visit = new Visit().start('sleep-tick', { night, changes: [PHONE], habits: ['caffeine'] })
    visit.tap('no').tap('mine')
    expect(visit.said).toEqual(['useful-to-know', 'reason'])
    visit.tap('too-big').tap('half')
    expect(visit.effects).toMatchObject([
      records('not-done', { reason: 'too-big', change: 'halved' }, { module: 'sleep', about: 'run-9/plan' }),
    ])
    expect(visit.said).toEqual(['hardest'])
    visit.type('the last snap').type('15 minutes of phone-away')
    expect(visit.effects).toMatchObject([
      records(
        'sleep-plan',
        { habit: 'phone-away', what: 'phone in the kitchen', smaller: '15 minutes of phone-away' },
        { about: 'run-9/plan' },
      ),
    ])
    expect(visit.said).toEqual(['smaller-it-is'])
  })

  test('one they did not want is swapped for another', () => {
    const visit = new Visit().start('sleep-tick', { night, changes: [PHONE], habits: ['caffeine'] })
    visit.tap('no').tap('mine').tap('did-not-want').tap('something-else')
    expect(visit.question).toMatchObject({ dialog: 'sleep-plan', step: 'habit' })
    expect(visit.state.stack.at(-1)!.input).toEqual({ habits: ['caffeine'], instead: 'run-9/plan' })
  })

  test('what was not up to them is solved, and it is kept that it was not', () => {
    const visit = new Visit()
      .start('sleep-tick', { night, changes: [PHONE] })
      .tap('no')
      .tap('not-mine')
    expect(visit.effects).toMatchObject([records('not-up-to-me', { night_of: night }, { about: 'run-9/plan' })])
    expect(visit.question.dialog).toBe('problem-solving')
  })

  test('after two rounds with nothing done nothing more is proposed (brief 1.0)', () => {
    const second = new Visit()
      .start('sleep-tick', { night, changes: [{ ...PHONE, round: 2 }] })
      .tap('no')
      .tap('mine')
    second.tap('too-big')
    expect(second.effects).toContainEqual({ type: 'notice', notice: 'stuck' })
    expect(second.said).toEqual(['leave-it-to-the-session'])
    const third = new Visit().start('sleep-tick', { night, changes: [{ ...PHONE, round: 3 }] }).tap('no')
    expect(third.said).toEqual(['left-for-today'])
  })
})

test('a plan from problem solving that was not done is no change for the nights: nothing is adjusted', () => {
  const visit = new Visit().start('what-got-in-the-way', {
    task: 'ask about earplugs',
    module: 'sleep',
    checkInWith: 'problem-review',
    carry: { problem: 'noise', ideas: [], round: 1, module: 'sleep' },
  })
  expect(visit.tap('too-big').tap('half').said).toEqual(['startAgain'])
  expect(visit.tap('no-time-yet').said).toEqual(['smaller-is-the-task'])
})

describe('adjusting (brief 1c, week 5)', () => {
  const start = (input: object = {}) =>
    new Visit().start('sleep-adjust', { changes: [PHONE], habits: ['caffeine'], ...input })

  test('a bit more takes the place of what was; letting go ends it; keeping records nothing', () => {
    expect(start().tap('bigger').type('from nine').effects).toMatchObject([
      records('sleep-plan', { habit: 'phone-away', what: 'from nine', days: 'every-day' }, { about: 'run-9/plan' }),
    ])
    expect(start().tap('end').effects).toMatchObject([records('sleep-change-ended', {}, { about: 'run-9/plan' })])
    expect(start().tap('keep').effects).toEqual([])
  })

  test('one more may be added while there is one, and is planned like the first', () => {
    const visit = start({ mayAdd: true }).tap('keep')
    expect(visit.said).toEqual(['kept-as-it-is', 'add'])
    expect(visit.fork().tap('no').said).toEqual(['for-this-week'])
    expect(visit.tap('yes').question.dialog).toBe('sleep-plan')
    expect(
      start({ changes: [PHONE, WAKE] })
        .tap('run-8/plan')
        .tap('keep').said,
    ).toEqual(['kept-as-it-is', 'for-this-week'])
  })
})

describe('bed is for sleep (brief 1c, authorised only)', () => {
  const start = (band: 'Y11-13' | 'Y14-15') => new Visit({ band }).start('sleep-bed-rules', {})

  test('is not for the youngest, and not where those at home have not agreed or it is not sure', () => {
    expect(start('Y11-13').said).toEqual(['for-the-session'])
    for (const answer of ['not-agreed', 'not-sure']) {
      const visit = start('Y14-15').tap(answer)
      expect(visit.said).toEqual(['for-the-session'])
      expect(visit.effects).toEqual([])
    }
    expect(start('Y14-15').command('skip').said).toEqual(['for-the-session'])
  })

  test('whoever is not safe getting up at night is not given rules but raised', () => {
    const visit = start('Y14-15').tap('not-safe')
    expect(visit.effects).toMatchObject([{ type: 'raise', lane: 'safeguarding', tier: 'T1' }])
    expect(visit.outputs).toEqual([])
  })

  test('has three rules, a place and something dull', () => {
    const visit = start('Y14-15').tap('fine')
    expect(visit.said).toEqual(['when-sleepy', 'when-awake', 'same-time-up', 'where'])
    expect(visit.tap('The sofa').tap('Read an old book').effects).toMatchObject([
      records('sleep-bed-rules', { where: 'The sofa', something_dull: 'Read an old book' }, { recordType: 'plan' }),
    ])
  })
})

describe('keeping what works (brief 1c, week 6)', () => {
  test('begins with what they tried, asks about holidays and exams only where they come, and is looked over', () => {
    playJourney({
      dialog: 'sleep-keep',
      input: { changes: [{ what: 'up by 9:30' }] },
      rows: [
        ['you-tried-one keep', types('up by 9:30')],
        ['hardTimes', taps(['holidays', 'exams'])],
        ['holidays', types('up by ten')],
        ['exams', types('books shut at nine')],
        ['earlySign', types('i sleep through the alarm')],
        ['first', types('alarm back on')],
        [
          'check',
          taps('send'),
          [
            records('sleep-keep-plan', {
              keep: 'up by 9:30',
              hard_times: ['holidays', 'exams'],
              holidays: 'up by ten',
              exams: 'books shut at nine',
              early_sign: 'i sleep through the alarm',
              first: 'alarm back on',
            }),
          ],
        ],
      ],
      last: 'saved',
    })
  })
})
