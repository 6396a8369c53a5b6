import { asks, playJourney, records, taps, types, type Row } from './playJourney.ts'
import { Visit } from './stage.ts'

const maureen = { band: 'P5-7', plain: true } as const

const untilTheQuestions: Row[] = [
  ['hello what-for no-perfect-parents privateHere', taps('yes')],
  ['no-emergencies in-danger limitsClear', taps('got-it')],
  ['who-reads your-own-account what-we-act-on your-choice privacyClear', taps('got-it')],
]

describe('the first conversation of a parent or carer', () => {
  test('tells limits and whose account it is, checks its explaining, asks who else cares and what helps with reading', () => {
    playJourney({
      dialog: 'first-conversation-parent',
      staging: maureen,
      rows: [
        ...untilTheQuestions,
        ['four-questions whatAmI', taps('program')],
        ['allTheTime', taps('set-times')],
        ['whoCanSee', taps('everyone-at-home')],
        ['who-can-see-example whoCanSee', taps('team')],
        ['inDanger', taps('emergency')],
        ['explained childCallsYou', types('Nan')],
        ['called-that whoElseCares', types('my son at weekends')],
        ['reading', taps(['larger-words', 'another-language'])],
        ['languageNeeded', types('Polish')],
        ['language-goes-to-practitioner remindersWanted', taps(true)],
        [
          'reminderTime',
          taps('10:00'),
          [
            records('parent-first-conversation', {
              child_calls_them: 'Nan',
              who_else_cares: 'my son at weekends',
              reading_needs: ['larger-words', 'another-language'],
              language_needed: 'Polish',
              best_time: '10:00',
            }),
            {
              type: 'settings',
              settings: { reminders: 'few', reminderTime: '10:00', textSize: 125, plain: false, called: 'Nan' },
            },
            { type: 'activate' },
          ],
        ],
        ['if-it-goes-quiet ready now', taps(7)],
        ['oneThing', asks('skip'), [records('first-small-thing', { stress: 7 })]],
      ],
      last: 'saved',
    })
  })

  test('waits for the practitioner when something was answered wrong twice', () => {
    const visit = new Visit(maureen).start('first-conversation-parent').tap('yes').tap('got-it').tap('got-it')
    visit.tap('program').tap('set-times').tap('team').tap('write-here').tap('write-here')
    expect(visit.said).toEqual(['together-with-practitioner'])
    expect(visit.effects).toEqual([{ type: 'notice', notice: 'teach-back-wrong-twice' }])
  })

  test("tells the parent of a teenager that neither sees the other's messages", () => {
    const visit = new Visit({ band: 'P12+' }).start('first-conversation-parent').tap('yes').tap('got-it')
    expect(visit.outputs.find(({ step }) => step === 'your-own-account')!.text).toMatch(/won't see Tyler's messages/)
  })

  test('shows nothing of the case to somebody else', () => {
    const visit = new Visit(maureen).start('first-conversation-parent').tap('not-me')
    expect(visit.outputs.map(({ text }) => text).join(' ')).not.toMatch(/Amira|Tyler|Dani/)
  })
})

describe("the first week of the parents' programme", () => {
  test('explains what is behind behaviour, turns one problem into its opposite, plans the log and a breather', () => {
    playJourney({
      dialog: 'parent-week-one',
      staging: { band: 'P5-7' },
      rows: [
        ['welcome behind-behaviour behindClear', taps('an-example')],
        ['an-example the-opposite problem', types('kicks off at bath')],
        ['opposite', types('walks to the bath with me')],
        ['howHard', taps(7)],
        ['another', taps(false)],
        ['the-log logTime', taps('19:30')],
        ['you-too selfCare', taps('A short walk')],
        ['selfCareAt', taps('2026-03-28T10:00')],
        ['confidence', taps(5)],
        ['makesItSurer', taps('fewer')],
        [
          'fewer-is-fine confidence',
          taps(7),
          [
            records(
              'week-1',
              {
                target_behaviours: [
                  { problem: 'kicks off at bath', opposite: 'walks to the bath with me', difficulty: 7 },
                ],
                log_entries_planned: 3,
                log_time: '19:30',
                self_care: 'A short walk',
                confidence: 7,
              },
              { recordType: 'plan', module: 'behaviour-support' },
            ),
            { type: 'remind', dialog: 'parent-check-in', at: '2026-04-01T19:30', input: {} },
          ],
        ],
      ],
      last: 'saved',
    })
  })
})

describe('"something happened"', () => {
  test('takes before, what was seen and after in a few taps', () => {
    playJourney({
      dialog: 'abc-log',
      staging: { band: 'P8-11' },
      rows: [
        ['happened', types('threw his shoes')],
        ['before', taps('Told no or stop')],
        ['after', taps('Stayed close, quiet')],
        ['intensity', taps(6)],
        ['need', taps('stop-something')],
        [
          'addMore',
          taps(false),
          [
            records('abc', {
              date: '2026-03-26',
              behaviour: 'threw his shoes',
              before: 'Told no or stop',
              after: 'Stayed close, quiet',
              intensity: 6,
              guess_at_need: 'stop-something',
            }),
          ],
        ],
      ],
      last: 'saved',
    })
  })

  test('says to stay close when the child may be hurt or scared, and never to ignore it', () => {
    const visit = new Visit({ band: 'P5-7' })
      .start('abc-log', { familyTimeTag: true })
      .type('cried')
      .tap('I was busy')
      .tap('A hug')
      .tap(8)
      .tap('hurt-or-scared')
    expect(visit.said).toEqual(['familyTime'])
    visit.tap(true)
    expect(visit.said).toEqual(['after-family-time', 'addMore'])
    expect(visit.outputs[0]!.text).not.toMatch(/ignor/i)
    visit.tap(true).tap('yesterday').tap('home').type('me').tap(10).command('skip')
    expect(visit.effects).toMatchObject([
      { record: { fields: { date: '2026-03-25', minutes: 10, family_time_today: true } } },
    ])
  })
})

describe('"something happened" and family time (S4)', () => {
  test('hears that it was after seeing a parent, stays with both of them, and asks for no tag', () => {
    playJourney({
      dialog: 'abc-log',
      staging: maureen,
      input: { familyTimeTag: true },
      rows: [
        ['happened', types('he just kicks off after seeing his mum')],
        ['after-family-time after', taps('Stayed close, quiet')],
        ['intensity', taps(8)],
        ['need', taps('hurt-or-scared')],
        ['addMore', taps(false), [records('abc', { family_time_today: true, guess_at_need: 'hurt-or-scared' })]],
      ],
      last: 'saved',
    })
  })

  test('says nothing of it where nobody looks at family time', () => {
    const visit = new Visit({ band: 'P5-7' }).start('abc-log', {}).type('kicks off after seeing his mum')
    expect(visit.said).toEqual(['before'])
  })
})

const AT_HOME = { carer: 'parent', timeIn: false, familyTime: false, needsFirst: false }
const NAN = { carer: 'special-guardian', timeIn: true, familyTime: true, needsFirst: false }

describe('weeks 2 and 3', () => {
  test('fold ten minutes into bath time where there is no time (S4)', () => {
    playJourney({
      dialog: 'parent-week',
      staging: maureen,
      input: { topic: 'time-together', caring: NAN },
      rows: [
        ['together togetherClear', taps('an-example')],
        ['together-example praise together-kin together-task when', types('no time 3 kids')],
        ['foldTogether', types('ok')],
        [
          'sure',
          taps(8),
          [
            records('week-2', { no_time: true, folded: 'ok', minutes: 5, days_planned: 4, confidence: 8 }),
            { type: 'remind', dialog: 'parent-check-in', at: '2026-04-01T18:00', input: {} },
          ],
        ],
      ],
      last: 'saved',
    })
  })

  test('give a routine and clear asks, smaller when that is not sure, and no second check-in', () => {
    playJourney({
      dialog: 'parent-week',
      staging: { band: 'P8-11' },
      input: { topic: 'instructions', caring: { ...AT_HOME, needsFirst: true }, checkInAhead: true },
      rows: [
        ['needs-first instructions instructionsClear', taps('fits')],
        ['choices routine', taps('Mornings')],
        ['routine-task when', taps('After school')],
        ['sure', taps(4)],
        [
          'easier',
          taps('fewer-days'),
          [records('week-3', { routine: 'Mornings', fits_in: 'After school', days_planned: 2, confidence: 4 })],
        ],
      ],
      last: 'fewer-is-fine saved',
    })
  })
})

describe('week 4, rewards', () => {
  test('asks what would be seen, and for a prize on the same day (S4)', () => {
    const visit = playJourney({
      dialog: 'reward-plan',
      staging: maureen,
      input: { caring: NAN },
      rows: [
        ['one-behaviour behaviour', types('being good')],
        ['seen', types('teeth before story')],
        ['with-the-child reward', types('bike at Christmas')],
        ['too-far-off instead', types('choose the story tonight')],
        [
          'sure',
          taps(9),
          [
            records('week-4', { behaviour: 'teeth before story', reward: 'choose the story tonight' }),
            { type: 'remind', dialog: 'parent-check-in' },
          ],
        ],
      ],
      last: 'never-taken-away family-time-stays saved',
    })
    expect(visit.outputs.at(-1)!.text).toMatch(/teeth before story.*choose the story tonight/)
  })

  test('never makes family time a prize: what is not settled goes to the practitioner, and is not kept', () => {
    const visit = new Visit({ band: 'P8-11' }).start('reward-plan', { target: 'asks for a turn', caring: NAN })
    visit.tap('that-one').type('seeing his mum')
    expect(visit.said).toEqual(['never-family-time', 'instead'])
    visit.type('extra family time').type('time with his dad')
    visit.tap(8)
    expect(visit.said).toEqual(['never-taken-away', 'family-time-stays', 'decide-together'])
    expect(visit.effects).toContainEqual({ type: 'notice', notice: 'stuck' })
    const record = visit.effects.find((effect) => effect.type === 'record')
    expect(record).toMatchObject({ record: { fields: { reward_not_settled: 'family-time', behaviour: 'asks for a turn' } } }) // prettier-ignore
    expect(record!.record.fields.reward).toBeUndefined()
  })

  test('is an agreement for teenagers: no stickers, and a weekend is soon enough', () => {
    const visit = new Visit({ band: 'P12+' }).start('reward-plan', { caring: AT_HOME })
    const said = [...visit.outputs]
    visit.type('home by nine').type('a friend round at the weekend')
    expect(visit.said).toEqual(['sure'])
    said.push(...visit.tap(9).outputs)
    for (const { step, text } of said) if (step !== 'one-behaviour') expect(text).not.toMatch(/sticker|chart/i)
  })
})

describe('week 5, calm limits', () => {
  test('a child with a history of neglect or trauma is never ignored, at any age (hard limits)', () => {
    for (const band of ['P5-7', 'P8-11', 'P12+'] as const) {
      const visit = new Visit({ band }).start('calm-limits', { caring: NAN })
      expect(visit.said).toEqual(['warmth-first', 'time-in', 'staysClose'])
    }
  })

  test('crying, biting and fear are not for ignoring: a smaller thing is asked for', () => {
    const visit = new Visit({ band: 'P5-7' }).start('calm-limits', { caring: AT_HOME })
    expect(visit.said).toEqual(['warmth-first', 'ignoring', 'never-ignored', 'ignore'])
    expect(visit.type('crying at bedtime').said).toEqual(['never-that', 'ignoreInstead'])
    expect(visit.type('he bites').said).toEqual(['never-that', 'ignoreInstead'])
    expect(visit.type('Whining').said).toEqual(['consequences', 'consequence'])
  })

  test('names the limit that a consequence would cross, and keeps none that does', () => {
    const visit = new Visit({ band: 'P8-11' }).start('calm-limits', { caring: AT_HOME }).tap('Whining')
    expect(visit.type('no tea').said).toEqual(['limit-food', 'consequenceInstead'])
    expect(visit.type('not seeing her dad').said).toEqual(['limit-family-time', 'consequenceInstead'])
    expect(visit.type('shut in her room').said).toEqual(['stayCalm'])
    visit.tap('Three slow breaths').tap(9)
    expect(visit.said).toEqual(['decide-together', 'limits', 'saved'])
    const record = visit.effects.find((effect) => effect.type === 'record')
    expect(record!.record.fields).toMatchObject({ ignores: 'Whining', consequence_not_settled: 'locked-in' })
    expect(record!.record.fields.consequence).toBeUndefined()
  })

  test('parents of teenagers pick their battles; a sulk is not ignored as a punishment', () => {
    const visit = new Visit({ band: 'P12+' }).start('calm-limits', { caring: AT_HOME })
    expect(visit.said).toEqual(['warmth-first', 'pick-battles', 'letGo'])
  })
})

describe('week 6', () => {
  test('makes a note for school that the parent copies: strengths, trigger, what helps, one request, a day', () => {
    const visit = new Visit({ band: 'P8-11' }).start('school-note')
    visit.tap('Likes helping').tap('A change of plan').tap('A warning beforehand').tap('A word at the gate')
    visit.tap('2026-04-10')
    expect(visit.said).toEqual(['note', 'mayCopyIn'])
    for (const part of ['Likes helping', 'A change of plan', 'A warning beforehand', 'A word at the gate'])
      expect(visit.outputs[0]!.text).toContain(part)
    expect(visit.tap(true).effects).toMatchObject([
      records('school-note', { request: 'A word at the gate', practitioner_may_copy_school_in: true }),
    ])
  })

  test('ends with a plan to keep going in the parent’s own words', () => {
    const visit = new Visit({ band: 'P8-11' }).start('parent-keep-going')
    visit.tap(['time-together', 'praise']).type('I shout up the stairs').type('ten minutes again').tap('A friend')
    visit.tap('School holidays')
    expect(visit.said).toEqual(['your-plan', 'saved'])
    expect(visit.outputs[0]!.text).toMatch(/Time together.*I shout up the stairs.*ten minutes again/s)
  })
})

describe('tips', () => {
  test('are of opened weeks only, and speak of no ignoring where adults stay close', () => {
    const visit = new Visit({ band: 'P5-7' }).start('parent-tips', { topics: ['limits', 'you'], caring: NAN })
    expect(visit.question.control).toMatchObject({ options: [{ value: 'limits' }, { value: 'you' }] })
    expect(visit.tap('limits').said).toEqual(['tip-time-in', 'another'])
    expect(visit.tap('another').tap('you').said).toEqual(['tip-you-kin', 'another'])
    expect(visit.tap('done').said).toEqual(['done'])
  })
})

describe('the weekly check-in', () => {
  test('of week 2 takes six answers and names the praise that named the act (S4)', () => {
    playJourney({
      dialog: 'parent-check-in',
      staging: maureen,
      input: { week: 2, target: 'shoes on first time', task: 'ten minutes', caring: NAN },
      rows: [
        ['daysPractised', taps(3)],
        ['difficulty', taps(6)],
        ['stress', taps(7)],
        ['confidence', taps(5)],
        ['praise', types('well done for shoes on first time')],
        [
          'more',
          taps(false),
          [
            records('weekly', { week: 2, days_practised: 3, difficulty: 6, stress: 7, confidence: 5, praise_said: 'well done for shoes on first time' }),
            { type: 'remind', dialog: 'parent-check-in', at: '2026-04-02T16:10', input: {} },
          ],
        ],
      ],
      last: 'praise-named saved',
    }) // prettier-ignore
  })

  test('takes the rest behind one more tap', () => {
    playJourney({
      dialog: 'parent-check-in',
      staging: maureen,
      input: { week: 1, target: 'shoes on first time', checkInAhead: true, caring: NAN },
      rows: [
        ['daysPractised', taps(3)],
        ['difficulty', taps(6)],
        ['stress', taps(7)],
        ['confidence', taps(5)],
        ['timesADay', taps(4)],
        ['more', taps(true)],
        ['before', taps('Being told no')],
        ['opposites', taps(4)],
        ['success', types('a calm tea')],
        ['stuck', asks('skip')],
        [
          'othersOnBoard',
          taps('only-me'),
          [
            {
              ...records('weekly', {
                week: 1,
                positive_opposite_count: 4,
                times_a_day: 4,
                success: 'a calm tea',
                other_carer_on_board: 'only-me',
              }),
              skipped: ['stuck'],
            },
          ],
        ],
      ],
      last: 'you-noticed saved',
    })
  })

  test.each([
    [1, 'P5-7', 'timesADay'],
    [3, 'P5-7', 'firstTime'],
    [4, 'P8-11', 'stickers'],
    [4, 'P12+', 'agreementKept'],
    [5, 'P5-7', 'whatYouDid'],
    [6, 'P12+', 'meeting'],
  ] as const)('of week %i, %s, asks its own question: %s', (week, band, asked) => {
    const visit = new Visit({ band }).start('parent-check-in', { week, caring: AT_HOME }).tap(4).tap(5).tap(5).tap(5)
    expect(visit.said).toEqual([asked])
  })

  test('offers no "looked away" in week 5 where nothing is ignored', () => {
    const ways = (band: 'P5-7' | 'P12+', timeIn: boolean) => {
      const visit = new Visit({ band }).start('parent-check-in', { week: 5, caring: { ...AT_HOME, timeIn } })
      const { control } = visit.tap(4).tap(5).tap(5).tap(5).question
      return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
    }
    expect(ways('P5-7', false)).toContain('ignored')
    expect(ways('P5-7', true)).not.toContain('ignored')
    expect(ways('P12+', false)).not.toContain('ignored')
    expect(ways('P12+', true)).toContain('stayed-close')
  })

  test('what got worse is first asked about hurt; the burst is explained for ignoring alone (non-completion)', () => {
    const worse = (caring: object, did = 'ignored') => {
      const visit = new Visit({ band: 'P5-7' }).start('parent-check-in', { week: 5, caring: { ...AT_HOME, ...caring } })
      visit.tap(4).tap(5).tap(5).tap(5).tap([did]).tap(true).tap(6).tap(true)
      while (visit.question.step !== 'hurt') visit.command('skip')
      return visit
    }
    expect(worse({}).tap('no').said).toEqual(['burst-before-fade'])
    expect(worse({ timeIn: true }, 'stayed-close').tap('no').said).toEqual(['leave-that-part'])
    expect(worse({}).tap('yes').effects).toContainEqual(
      expect.objectContaining({ type: 'raise', lane: 'safeguarding', tier: 'T2' }),
    )
  })

  test('points to the GP and Talking Therapies for their own low mood, and treats nothing (step-up)', () => {
    const visit = new Visit({ band: 'P8-11' }).start('parent-check-in', { week: 3, caring: AT_HOME })
    visit.tap(4).tap(5).tap(5).tap(5).tap(3).tap(true).command('skip').type('I have been really low')
    expect(visit.tap('yes').said).toContain('support-for-you')
    const stressed = new Visit({ band: 'P8-11' }).start('parent-check-in', { week: 3, stressedBefore: true })
    expect(stressed.tap(4).tap(5).tap(9).tap(5).tap(3).tap(false).said).toEqual(
      expect.arrayContaining(['a-lot-on-you', 'support-for-you']),
    )
  })

  test('a week without practice leads to what got in the way', () => {
    const visit = new Visit({ band: 'P8-11' }).start('parent-check-in', { week: 1 }).tap(0).tap(8).tap(9)
    expect(visit.said).toEqual(['a-lot-on-you', 'useful-to-know', 'reason'])
    expect(visit.question.control).toMatchObject({
      options: expect.arrayContaining([
        { value: 'too-big', label: 'No time, too much' },
        { value: 'did-not-want', label: "It didn't suit us" },
      ]),
    })
  })

  test('another adult who disagrees: one agreed rule is enough', () => {
    const visit = new Visit({ band: 'P8-11' }).start('parent-check-in', { week: 2 }).tap(0).tap(5).tap(5)
    expect(visit.tap('did-not-want').said).toEqual(['what'])
    expect(visit.tap('other-adult').said).toEqual(['one-rule', 'oneRule'])
    expect(visit.type('no shouting').effects).toMatchObject([records('not-done', { reason: 'other-adult', one_rule: 'no shouting' })]) // prettier-ignore
  })

  test('stops asking after two weeks without practice, and the practitioner hears', () => {
    const effects: unknown[] = []
    const visit = new Visit({ band: 'P8-11' }).start('parent-check-in', { week: 1, cycle: 2 }).tap(0)
    while (!visit.isOver) {
      if (visit.question.step === 'reason') visit.tap('too-big')
      else visit.command('skip')
      effects.push(...visit.effects)
    }
    expect(visit.said).toEqual(['leave-it-to-the-session'])
    expect(effects).toContainEqual({ type: 'notice', notice: 'stuck' })
    expect(effects).not.toContainEqual(expect.objectContaining({ type: 'remind' }))
  })
})
