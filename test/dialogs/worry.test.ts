import { dialogs } from '../../dialogs/index.ts'
import { asks, playJourney, records, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

const NEXT_TIME = '2026-03-26T17:30'
const moved = { worry: 'run-9/caught', text: 'what if I get moved again' }
const said = (visit: Visit) => visit.outputs.map(({ text }) => text).join('\n')

describe('holding a worry (brief 1b, catch)', () => {
  test('takes three messages: the words, held until its time, something to turn to', () => {
    playJourney({
      dialog: 'worry-catch',
      input: { nextTime: NEXT_TIME },
      rows: [
        [
          'worry',
          types('what if mum is late'),
          [
            records(
              'worry',
              { worry_text: 'what if mum is late', status: 'held', route: 'hold', at_night: false },
              { recordType: 'entry', module: 'worry' },
            ),
          ],
        ],
        ['refocus', taps('music')],
      ],
      last: 'music',
    })
    const visit = new Visit().start('worry-catch', { nextTime: NEXT_TIME }).type('what if mum is late')
    expect(said(visit)).toContain('17:30')
  })

  test('needs no words a second time where they were typed at the start', () => {
    const visit = new Visit().start('worry-catch', { nextTime: NEXT_TIME, words: 'what if mum is late' })
    expect(visit.said).toEqual(['refocus'])
    expect(visit.effects).toMatchObject([records('worry', { worry_text: 'what if mum is late' })])
  })

  test('holds nothing where nothing is said', () => {
    const visit = new Visit().start('worry-catch', { nextTime: NEXT_TIME }).command('skip')
    expect(visit.effects).toEqual([])
    expect(visit.said).toEqual(['nothing-held'])
  })

  test('says the day where worry time is not within a day', () => {
    const visit = new Visit().start('worry-catch', { nextTime: '2026-03-30T17:30', words: 'what if' })
    expect(said(visit)).toContain('Monday, 17:30')
  })
})

describe('a worry at night (brief 1b, night rule)', () => {
  test('is held when wanted, then one exercise and good night', () => {
    playJourney({
      dialog: 'worry-night',
      staging: { now: '2026-03-26T22:40', band: 'Y11-13' },
      input: { nextTime: '2026-03-27T17:30' },
      rows: [
        ['worry', types('what if i get moved again')],
        ['hold', taps(true), [records('worry', { status: 'held', at_night: true })]],
        ['settle', taps('sounds')],
      ],
      last: 'sounds held-good-night',
    })
  })

  test('is not held against somebody’s will, and is still answered kindly', () => {
    const visit = new Visit({ now: '2026-03-26T23:10' })
      .start('worry-night', { nextTime: '2026-03-27T17:30', words: 'what if' })
      .tap(false)
    expect(visit.effects).toMatchObject([records('worry', { status: 'let_go', route: 'not-held' })])
    expect(visit.tap('nothing').said).toEqual(['good-night'])
  })

  test('never says that it is unlikely, in any of its words', () => {
    for (let seed = 0; seed < 6; seed++) {
      const visit = new Visit({ seed, now: '2026-03-26T23:10' }).start('worry-night', {
        nextTime: NEXT_TIME,
        words: 'x',
      })
      expect(said(visit)).not.toMatch(/unlikely|probably|chance|won['’]t happen|be fine/i)
    }
  })

  test('only holds and settles: no tree, no problem solving, no questionnaire', () => {
    const night = dialogs.find(({ id }) => id === 'worry-night')!
    const kinds = JSON.stringify(night.steps)
    expect(kinds).not.toContain('hand-over')
    expect(kinds).not.toContain('"call"')
  })
})

describe('the worry tree (brief 1b, Q0 to Q4)', () => {
  const start = (more: object = {}, band: 'Y11-13' | 'Y14-15' = 'Y14-15') =>
    new Visit({ band }).start('worry-tree', { nextTime: NEXT_TIME, ...more })

  test('asks first whether it is about not being safe (Q0), before it asks which kind it is', () => {
    expect(start().type('mum goes out at night').said).toEqual(['safe'])
  })

  test.each([
    ['yes', 'T2'],
    ['not-sure', 'T1'],
  ])('Q0 answered "%s" is raised as %s, and there is no sorting of it', (answer, tier) => {
    const visit = start().type('mum goes out at night').tap(answer)
    expect(visit.effects).toMatchObject([
      records('worry', { route: 'told-somebody', status: 'planned' }),
      { type: 'raise', lane: 'safeguarding', tier },
    ])
    expect(visit.outputs).toEqual([])
    expect(visit.isOver).toBe(true)
  })

  test('"dunno" at Q0 is "not sure", not a blank', () => {
    expect(start().type('mum goes out at night').type('dunno').effects).toContainEqual(
      expect.objectContaining({ type: 'raise', tier: 'T1' }),
    )
  })

  test('Q2 a what-if is held for worry time, then something to turn to (Q4)', () => {
    const visit = start().type('what if I fail').tap('no').tap('what-if')
    expect(visit.effects).toMatchObject([
      records('worry', { type: 'what_if', route: 'hold', status: 'held', checked: true }),
    ])
    expect(visit.said).toEqual(['held', 'refocus'])
    expect(said(visit)).toContain('17:30')
  })

  test.each([
    [true, 'hands'],
    [false, 'refocus'],
  ])('Q2 not sure: one thing to do this week (%s) decides', (oneThing, next) => {
    const visit = start().type('the test').tap('no').tap('not-sure')
    expect(visit.said).toEqual(['oneThing'])
    expect(visit.tap(oneThing).said.at(-1)).toBe(next)
  })

  test('Q3 now: one thing of ten minutes, then refocus', () => {
    const visit = start().type('the test').tap('no').tap('real').tap('now').type('pack my bag')
    expect(visit.effects).toMatchObject([
      records('worry', { type: 'real_now', in_my_control: 'yes', route: 'do-now', first_step: 'pack my bag' }),
    ])
    expect(visit.said).toEqual(['do-it-now', 'refocus'])
  })

  test('Q3 later: a plan with a time, parked, and asked about the day after', () => {
    const visit = start()
      .type('the test')
      .tap('no')
      .tap('real')
      .tap('later')
      .type('ask Mr Khan')
      .tap('2026-03-27T12:30')
    expect(visit.effects).toMatchObject([
      records('worry', { route: 'plan', status: 'planned' }),
      records('problem-plan', { problem: 'the test', what: 'ask Mr Khan', date: '2026-03-27', time: '12:30' }),
      { type: 'remind', dialog: 'problem-review', at: '2026-03-28T12:30', input: { activity: 'ask Mr Khan' } },
    ])
    expect(visit.said).toEqual(['parked', 'refocus'])
  })

  test('Q3 not in my hands: real and hard, somebody, words to say; never "unlikely"', () => {
    const visit = start().type('mum is ill').tap('no').tap('real').tap('not-mine')
    expect(visit.said).toEqual(['real-and-hard', 'support'])
    expect(said(visit)).not.toMatch(/unlikely|probably|chance/i)
    expect(visit.tap('practitioner').said).toEqual(['words-for-practitioner', 'giveTime'])
    expect(visit.tap('worry-time').effects).toMatchObject([
      records('worry', { in_my_control: 'no', route: 'support', support: 'practitioner', give_time: 'worry-time' }),
    ])
  })

  test('the seven steps are offered where they are open, and only for a real one', () => {
    const visit = start({ maySolve: true })
      .type('late for maths')
      .tap('no')
      .tap('real')
      .tap('later')
      .tap('step-by-step')
    expect(visit.said).toEqual(['seven-steps', 'better'])
    expect(start({ maySolve: true }).type('what if').tap('no').tap('what-if').said).toEqual(['held', 'refocus'])
  })

  test('speaks of now worries and what-if worries to the youngest', () => {
    const visit = start({}, 'Y11-13').type('the test').tap('no')
    expect(visit.question.control).toMatchObject({
      options: [{ label: 'A now worry' }, { label: 'A what-if worry' }, { label: 'Not sure' }],
    })
  })
})

describe('reassurance (brief 1b, branches)', () => {
  test('is answered kindly once, named, then only named; the question stays and odds are never given', () => {
    const visit = new Visit().start('worry-tree', { nextTime: NEXT_TIME, text: 'the test', checked: true })
    visit.type("are you sure it'll be ok?")
    expect(visit.question.step).toBe('kind')
    const first = said(visit)
    expect(visit.effects).toMatchObject([records('asked-for-reassurance', { times: 1 })])
    visit.type('will it be ok')
    expect(visit.question.step).toBe('kind')
    expect(said(visit)).not.toBe(first)
    expect(said(visit)).toMatch(/again|asking|answer/i)
    expect(visit.effects).toMatchObject([records('asked-for-reassurance', { times: 2 })])
    expect(first + said(visit)).not.toMatch(/unlikely|probably|chance|it will be ok|percent/i)
    expect(visit.tap('what-if').said).toEqual(['held', 'refocus'])
  })

  test('is no worry to hold and no wrong answer', () => {
    const visit = new Visit().start('worry-catch', { nextTime: NEXT_TIME }).type('will it be ok?')
    expect(visit.question.step).toBe('worry')
    expect(visit.effects).toMatchObject([records('asked-for-reassurance', {})])
  })
})

describe('worry time (brief 1b, week 4)', () => {
  const input = { held: [moved], minutes: 10, nextTime: '2026-03-27T17:30', prompt: true }

  test('counts what is held, asks before and after, closes the box and goes on to something else', () => {
    playJourney({
      dialog: 'worry-time',
      input,
      rows: [
        ['box-opens before', taps(8)],
        [
          'choice',
          taps('not-bothering'),
          [records('worry-outcome', { choice: 'not-bothering', status: 'let_go' }, { about: 'run-9/caught' })],
        ],
        ['after', taps(5)],
        [
          'box-closes activity',
          types('football'),
          [
            records('worry-time', {
              quiet: false,
              strength_before: 8,
              strength_after: 5,
              held: 1,
              gone_through: 1,
              length: 10,
              next_activity: 'football',
            }),
            { type: 'remind', dialog: 'worry-time', at: '2026-03-27T17:30' },
          ],
        ],
      ],
      last: 'onto-it',
    })
  })

  test('keeps a worry in the box when that is wanted', () => {
    const visit = new Visit().start('worry-time', input).tap(8).tap('keep')
    expect(visit.effects).toMatchObject([records('worry-outcome', { choice: 'keep', status: 'kept' })])
  })

  test('leaves a worry that was skipped in the box', () => {
    const visit = new Visit().start('worry-time', input).tap(8).command('skip')
    expect(visit.effects).toEqual([])
    expect(visit.said).toEqual(['after'])
  })

  test('goes through three at most; the others wait', () => {
    const four = { ...input, held: ['a', 'b', 'c', 'd'].map((text) => ({ worry: text, text })) }
    const visit = new Visit().start('worry-time', four).tap(8).tap('keep').tap('keep').tap('keep')
    expect(visit.said).toEqual(['after'])
  })

  test('asks of one that has been held a week whether to keep or bin it', () => {
    const visit = new Visit().start('worry-time', { ...input, held: [{ ...moved, old: true }] }).tap(8)
    expect(visit.said).toEqual(['keepOrBin'])
    expect(visit.tap('bin').effects).toMatchObject([records('worry-outcome', { status: 'expired' })])
  })

  test('thinks or writes about a what-if until the time is up, and lets it go then', () => {
    const held = [{ ...moved, checked: true }]
    const visit = new Visit()
      .start('worry-time', { ...input, held })
      .tap(8)
      .tap('what-if')
    expect(visit.said).toEqual(['written'])
    expect(visit.type('it all goes wrong').effects).toMatchObject([
      records(
        'worry-outcome',
        { choice: 'what-if', type: 'what_if', route: 'worry-time', status: 'let_go' },
        {
          about: 'run-9/caught',
        },
      ),
    ])
    expect(visit.said).toEqual(['after'])
  })

  test('a disclosure found at Q0 is no what-if to think about', () => {
    const visit = new Visit().start('worry-time', input).tap(8).tap('what-if')
    expect(visit.said).toEqual(['safe'])
    expect(visit.tap('yes').effects).toContainEqual(expect.objectContaining({ type: 'raise', tier: 'T2' }))
  })

  test('"it was quiet" is a result, and asks nothing more', () => {
    const visit = new Visit().start('worry-time', { ...input, held: [] })
    expect(visit.said).toEqual(['quiet'])
    visit.tap('quiet')
    expect(visit.effects).toMatchObject([records('worry-time', { quiet: true }), { type: 'remind' }])
    expect(visit.said).toEqual(['quiet-counts'])
  })

  test('looks at one that is there now where nothing is held', () => {
    const visit = new Visit()
      .start('worry-time', { ...input, held: [] })
      .tap('one-now')
      .type('what if')
    expect(visit.effects).toMatchObject([records('worry', { worry_text: 'what if', status: 'held' })])
    expect(visit.said).toEqual(['before'])
    expect(visit.tap(6).said).toEqual(['choice'])
    expect(visit.tap('not-bothering').effects).toMatchObject([
      records('worry-outcome', {}, { about: 'run-0/new-worry' }),
    ])
  })

  test('after one that went by asks if time and place suit, and offers five minutes; no blame', () => {
    const visit = new Visit().start('worry-time', { ...input, unused: true })
    expect(visit.said).toEqual(['fits'])
    expect(said(visit)).not.toMatch(/missed|failed|should/i)
    expect(visit.fork().tap('change').said).toEqual(['why-a-time', 'bedtime'])
    expect(said(visit.fork().tap('five-minutes'))).toMatch(/\b5\b/)
  })

  test('never opens the box after 20:30', () => {
    const visit = new Visit().start('worry-time', { ...input, tooLate: true })
    expect(visit.said).toEqual(['too-late'])
    expect(said(visit)).not.toContain('moved')
  })

  test('speaks of a box to draw to the youngest', () => {
    const texts = [0, 1, 2].map((seed) => said(new Visit({ band: 'Y11-13', seed }).start('worry-time', input)))
    expect(texts.join('\n')).toMatch(/draw a box/i)
  })
})

describe('settling worry time (brief 1b)', () => {
  test('the time, place and length are kept, and a nudge is set where wanted', () => {
    const visit = new Visit({ band: 'Y11-13' }).start('worry-time-settings').tap('21:00').tap('17:30').tap('table')
    visit.tap('every-day').tap(true)
    expect(visit.effects).toMatchObject([
      records('worry-time-plan', { time: '17:30', place: 'table', length: 10, days: 'every-day', prompt: true }),
      { type: 'remind', dialog: 'worry-time', at: '2026-03-26T17:30' },
    ])
  })

  test.each([
    ['20:00', ['16:30', '17:30', '18:30', 'another']],
    ['22:00', ['16:30', '17:30', '18:30', '19:30', 'another']],
  ])('with bed at about %s only times 90 minutes before it are offered', (bed, times) => {
    const { control } = new Visit().start('worry-time-settings').tap(bed).question
    expect(control.kind === 'choices' && control.options.map(({ value }) => value)).toEqual(times)
  })

  test('a time too near to bed is asked again, and never settled', () => {
    const visit = new Visit().start('worry-time-settings').tap('20:00').tap('another').tap('19:15')
    expect(visit.said).toEqual(['too-early-or-late', 'exactTime'])
    expect(visit.tap('19:00').tap('20:00').said).toEqual(['another-day'])
    expect(visit.effects).toEqual([])
  })

  test('a place in bed or at school is asked again', () => {
    const visit = new Visit().start('worry-time-settings').tap('21:00').tap('17:30').tap('somewhere-else')
    expect(visit.type('in my bed').said).toEqual(['not-in-bed', 'ownPlace'])
    expect(visit.type('the stairs').said).toEqual(['days'])
  })

  test.each([
    ['Y11-13', 10],
    ['Y14-15', 15],
  ] as const)('lasts for %s %s minutes', (band, length) => {
    const visit = new Visit({ band }).start('worry-time-settings').tap('21:00').tap('17:30').tap('table')
    expect(visit.tap('every-day').tap(false).effects).toMatchObject([records('worry-time-plan', { length })])
  })

  test('lasts 15 or 20 minutes for the oldest', () => {
    const visit = new Visit({ band: 'Y16-18' })
      .start('worry-time-settings')
      .tap('22:00')
      .tap('17:30')
      .tap('table')
      .tap('20')
    expect(visit.tap('every-day').tap(false).effects).toMatchObject([records('worry-time-plan', { length: 20 })])
  })
})

describe('the worry diary (brief 1b, weeks 1 and 2)', () => {
  test('asks in six answers what the brief asks, in its order', () => {
    playJourney({
      dialog: 'worry-diary',
      staging: { band: 'Y11-13' },
      rows: [
        ['situation', types('maths')],
        ['worry', types('i get it wrong')],
        ['strength', taps(7)],
        ['body', taps(['tummy', 'tense'])],
        ['did', taps(['asked-again'])],
        [
          'type',
          taps('not-sure'),
          [
            records('worry', {
              situation: 'maths',
              worry_text: 'i get it wrong',
              strength: 7,
              body: ['tummy', 'tense'],
              did: ['asked-again'],
              type: 'unsure',
            }),
          ],
        ],
      ],
      last: 'saved',
    })
  })

  test('records that it was quiet', () => {
    const visit = new Visit().start('worry-diary').type('It was quiet')
    expect(visit.said).toEqual(['evenSmall'])
    expect(visit.tap(false).effects).toMatchObject([records('worry-diary', { quiet: true }, { recordType: 'checkin' })])
    expect(visit.said).toEqual(['quiet-counts'])
  })

  test('takes a small one after all', () => {
    expect(new Visit().start('worry-diary').type('nothing really').tap(true).said).toEqual(['worry'])
  })

  test('goes on to the tree from week 2, which is about the very entry', () => {
    const visit = new Visit({ band: 'Y11-13' })
      .start('worry-diary', { sort: true, nextTime: NEXT_TIME })
      .type('maths')
      .type('i get it wrong')
      .tap(7)
      .tap(['tense'])
      .tap(['carried-on'])
      .tap(true)
    expect(visit.said).toEqual(['safe'])
    visit.tap('no').tap('what-if')
    expect(visit.effects).toMatchObject([records('worry-outcome', { status: 'held' }, { about: 'run-0/entry' })])
  })
})

describe('problem solving (brief 1d)', () => {
  const upToIdeas = () => new Visit().start('problem-solving').type('late for maths').tap('no').type('on time twice')

  test('goes through seven steps to a plan that is asked about', () => {
    const visit = upToIdeas().type('set two alarms').type('fly there').type('go with Sam').tap(false)
    expect(visit.said).toEqual(['pros'])
    for (let n = 0; n < 3; n++) visit.type('easy').command('skip')
    expect(visit.said).toEqual(['chosen'])
    visit.tap('set two alarms').type('ask for a clock').tap('2026-03-27T16:00').tap('alone').tap(false)
    expect(visit.effects).toMatchObject([
      records('problem-plan', {
        problem: 'late for maths',
        better: 'on time twice',
        ideas: ['set two alarms', 'fly there', 'go with Sam'],
        chosen: 'set two alarms',
        what: 'ask for a clock',
        round: 1,
      }),
      {
        type: 'remind',
        dialog: 'problem-review',
        at: '2026-03-28T16:00',
        input: { activity: 'ask for a clock', ideas: ['fly there', 'go with Sam'], round: 1 },
      },
    ])
  })

  test('weighs with one tap each at 11 to 13', () => {
    const visit = new Visit({ band: 'Y11-13' }).start('problem-solving', { problem: 'late', checked: true })
    visit.type('on time').type('a').type('b').type('c').tap(false)
    expect(visit.said).toEqual(['fits'])
    expect(visit.tap('could-work').tap('maybe').tap('not-this').said).toEqual(['chosen'])
  })

  test('somebody else’s harmful behaviour is adults’ work: raised, and no plan for the young person', () => {
    const visit = new Visit().start('problem-solving').type('a boy takes my lunch').tap('yes')
    expect(visit.effects).toMatchObject([{ type: 'raise', lane: 'safeguarding', tier: 'T2' }])
    expect(visit.isOver).toBe(true)
    expect(visit.outputs).toEqual([])
  })

  const plan = { plan: 'run-9/plan', activity: 'set two alarms', problem: 'late', ideas: ['go with Sam'], round: 1 }

  test('keep, tweak, next idea or ask for help; two rounds at most, then the session', () => {
    const reviewed = (round: number) =>
      new Visit()
        .start('problem-review', { ...plan, round })
        .tap('done')
        .type('woke up once')
        .tap(3)
    expect(reviewed(1).tap('keep').effects).toMatchObject([records('problem-review', { status: 'solved', better: 3 })])
    expect(reviewed(1).tap('next-idea').said).toEqual(['chosen'])
    expect(reviewed(1).tap('tweak').said).toEqual(['firstStep'])
    expect(reviewed(1).tap('ask-for-help').said).toEqual(['helper'])
    const second = reviewed(2).tap('next-idea')
    expect(second.said).toEqual(['one-for-the-session'])
    expect(second.effects).toContainEqual({ type: 'notice', notice: 'stuck' })
  })

  test('not yet leads to what got in the way, and is asked about again', () => {
    const visit = new Visit().start('problem-review', { ...plan, when: '2026-03-25T16:00' }).tap('not-yet')
    expect(visit.said).toEqual(['useful-to-know', 'reason'])
    visit.tap('forgot').tap('tomorrow')
    expect(visit.effects).toContainEqual(
      expect.objectContaining({
        type: 'remind',
        dialog: 'problem-review',
        at: '2026-03-28T16:00',
        input: expect.objectContaining({ problem: 'late', cycle: 2, ideas: ['go with Sam'] }) as unknown,
      }),
    )
  })
})

describe('the later weeks', () => {
  test('what worry is takes three answers and keeps the person’s own pattern', () => {
    playJourney({
      dialog: 'worry-what-it-is',
      rows: [
        ['alarm body', taps(['heart'])],
        ['what-ifs likeMe', taps('a-bit')],
        ['keeps-going did', taps(['checked']), [records('worry-pattern', { body: ['heart'], did: ['checked'] })]],
      ],
      last: 'everyone-does-some just-notice',
    })
  })

  test('letting be counts coming back, and nothing is pushed away', () => {
    playJourney({
      dialog: 'let-it-be',
      rows: [
        ['notice thought', asks('skip')],
        ['name-it onto', taps('feet')],
        ['feet wandered', taps('wandered'), [records('refocus-practice', { attention_on: 'feet', how: 'wandered' })]],
      ],
      last: 'coming-back-counts',
    })
  })

  test('one small thing left open: the guess beside what came, either way a result', () => {
    const visit = new Visit().start('not-knowing').tap('send-once').type('they laugh').tap(7).tap('2026-03-27T16:00')
    const remind = visit.effects.find((effect) => effect.type === 'remind')!
    const review = new Visit().start('not-knowing-review', remind.input).tap('done').type('they said ok')
    expect(said(review)).toMatch(/they laugh[^]*they said ok/)
    expect(review.tap(4).effects).toMatchObject([
      records('uncertainty-review', { guess: 'they laugh', not_knowing: 4 }),
    ])
  })

  test('the own plan is looked over before it is saved', () => {
    const visit = new Visit()
      .start('own-worry-plan')
      .tap(['plan-it'])
      .tap(['hold-it'])
      .type('no sleep')
      .type('box again')
    visit.tap('home').type('Sundays')
    expect(visit.said).toEqual(['check'])
    expect(visit.tap('send').effects).toMatchObject([
      records('own-worry-plan', { for_real: ['plan-it'], for_what_ifs: ['hold-it'], early_signs: 'no sleep' }),
    ])
  })
})
