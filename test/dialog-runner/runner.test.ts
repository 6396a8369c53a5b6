import { defineDialog, yesNo, type Dialog } from '../../src/dialog-kit/index.ts'
import { askAgain, openQuestion, putAside, receiveInput, resumable, resume } from '../../src/dialog-runner/index.ts'
import { all, day, measure, outer, plan, small } from './dialogs.ts'
import { spokenWords, Visit } from './visit.ts'

const labels = {
  company: { options: { yes: 'Yes', no: 'No' } },
  who: { options: { friend: 'A friend', family: 'My family', pet: 'My pet' } },
  one: { options: { a: 'First way', b: 'Other way' } },
  i1: { options: { '0': 'Not at all', '1': 'Several days', '2': 'Nearly every day' } },
  i2: { options: { '0': 'Not at all', '1': 'Several days', '2': 'Nearly every day' } },
  acting: { options: { no: 'No', yes: 'Yes', 'not-sure': 'Not sure' } },
}
const words = spokenWords(labels)
const begin = (dialog: string, input = {}) => {
  const visit = new Visit(all, { words })
  visit.start(dialog, input)
  return visit
}
const effectsOf = (visit: Visit) => visit.last!.effects

describe('going through a dialog', () => {
  it('says, asks, branches, loops, records and reminds in the order of the file', () => {
    const visit = begin('plan')
    expect(visit.shown).toEqual(['say:welcome', 'activity'])
    visit.says('a walk')
    expect(visit.shown).toEqual(['say:named', 'company'])
    visit.says('yeah')
    expect(visit.shown).toEqual(['who'])
    visit.taps('friend')
    visit.says('sat 17:15')
    visit.taps(5)
    expect(visit.shown).toEqual(['say:shrink#0.make-smaller', 'shrink#0.smaller'])
    visit.says('round the block')
    visit.taps(8)
    expect(visit.shown).toEqual(['say:close'])
    expect(effectsOf(visit)).toEqual([
      {
        type: 'record',
        entry: 'run-0-0/kept',
        record: {
          recordType: 'plan',
          module: 'low-mood',
          name: 'activity-plan',
          fields: { activity: 'a walk', who: 'friend', confidence: 8 },
        },
        skipped: [],
        declined: [],
      },
      { type: 'remind', key: 'run-0-0/check-in', at: '2026-03-28T17:15', dialog: 'check', input: {} },
    ])
    expect(visit.last!.finished).toMatchObject([{ how: 'completed', run: { dialog: 'plan' } }])
    expect(visit.state.stack).toEqual([])
  })

  it('keeps the three blanks and "not sure" apart in what it records', () => {
    const visit = begin('plan')
    visit.says('a walk')
    visit.command('skip')
    visit.command('decline')
    visit.command('not-sure')
    expect(effectsOf(visit)[0]).toMatchObject({
      skipped: ['company'],
      declined: ['when'],
      record: { fields: { activity: 'a walk', not_sure: ['confidence'] } },
    })
  })

  it('goes through the rounds of a list, asks for another, and gives every round to the record', () => {
    const visit = begin('day')
    expect(visit.open?.step).toBe('moments.0.what')
    visit.says('scrolling')
    visit.taps(2)
    expect(visit.open?.step).toBe('moments.0.another')
    visit.says('yes')
    expect(visit.open?.step).toBe('moments.1.what')
    visit.says('netball')
    visit.command('skip')
    visit.says('no')
    visit.says('that is all')
    expect(visit.asked?.control).toMatchObject({ kind: 'review', send: { value: 'send', label: 'Send' } })
    expect((visit.asked!.control as { rows: object[] }).rows).toMatchObject([
      { step: 'moments.0.what', answer: 'scrolling' },
      { step: 'moments.0.mood', answer: '2' },
      { step: 'moments.1.what', answer: 'netball' },
      { step: 'moments.1.mood', answer: 'row-skipped 1' },
      { step: 'note', answer: 'that is all' },
    ])
    visit.taps('send')
    expect(effectsOf(visit)[0]).toMatchObject({
      skipped: ['moments.1.mood'],
      record: { fields: { moments: [{ what: 'scrolling', mood: 2 }, { what: 'netball' }], note: 'that is all' } },
    })
  })

  it('comes back from a called dialog, and hands over where told', () => {
    const visit = begin('outer', { next: 'small' })
    visit.says('yes')
    expect(visit.open).toMatchObject({ dialog: 'small', step: 'one' })
    visit.taps('a')
    visit.says('no')
    expect(visit.shown).toEqual(['say:thanks', 'after'])
    expect(visit.open).toMatchObject({ dialog: 'outer', step: 'after' })
    visit.says('no')
    expect(visit.open).toMatchObject({ dialog: 'small', step: 'one' })
    expect(visit.state.stack).toHaveLength(1)
  })

  it('fills texts with answers in their own words, labels and days, and with names', () => {
    const own = spokenWords({
      ...labels,
      named: { text: ['"{activity}" it is, {name}.'] },
      close: { text: ['{activity} with {who} on {when}. {practitioner} will see it.'] },
    })
    const visit = new Visit(all, { words: own })
    visit.start('plan')
    visit.says('a walk')
    expect(visit.last!.outputs[0]).toMatchObject({ text: '"a walk" it is, Amira.' })
    for (const text of ['yes', 'my family', 'sat 17:15', '9']) visit.says(text)
    expect(visit.last!.outputs.at(-1)).toMatchObject({
      text: 'a walk with My family on Saturday 28 March, 17:15. Dani will see it.',
    })
  })

  it('offers what makes sense: nothing to go back to at the start, no skip where an answer is needed, nothing in safety', () => {
    const visit = begin('plan')
    expect(visit.asked?.navigation).toEqual(['pause'])
    visit.says('a walk')
    expect(visit.asked?.navigation).toEqual(['back', 'skip', 'not-sure', 'pause'])
    expect(visit.asked?.progress).toEqual({ at: 2, about: 4 })
    expect(begin('measure').asked?.navigation).toEqual(['decline', 'pause'])
    expect(begin('measure').asked?.tone).toBe('measure')
    expect(begin('safe').asked).toMatchObject({ navigation: [], tone: 'safety' })
  })
})

describe('back and change', () => {
  it('back opens the question before, over what was said in between, and says nothing twice', () => {
    const visit = begin('plan')
    visit.says('a walk')
    visit.command('back')
    expect(visit.shown).toEqual(['activity'])
    visit.says('a walk')
    expect(visit.shown).toEqual(['company'])
  })

  it('says so at the first question', () => {
    const visit = begin('plan')
    visit.says('back')
    expect(visit.shown).toEqual(['say:back-at-start', 'activity'])
  })

  it('goes back out of a called dialog into the one that called it', () => {
    const visit = begin('outer')
    visit.says('yes')
    visit.command('back')
    expect(visit.open).toMatchObject({ dialog: 'outer', step: 'before' })
    visit.says('no')
    expect(visit.open).toMatchObject({ dialog: 'small', step: 'one' })
  })

  it('an earlier answer can be changed, the way follows, and later answers stay as far as they still fit', () => {
    const visit = begin('plan')
    for (const text of ['a walk', 'yes', 'a friend']) visit.says(text)
    visit.command('change', 'company')
    expect(visit.open?.step).toBe('company')
    visit.says('no')
    expect(visit.shown).toEqual(['say:alone-is-fine', 'when'])
  })

  it('change without a step lists the answers to choose from, by tap or by typing', () => {
    const visit = begin('plan')
    for (const text of ['a walk', 'no']) visit.says(text)
    visit.says('change')
    expect(visit.asked?.control).toMatchObject({
      kind: 'review',
      rows: [
        { step: 'activity', answer: 'a walk' },
        { step: 'company', answer: 'No' },
      ],
    })
    visit.says('a walk')
    expect(visit.open?.step).toBe('activity')
    visit.says('a run')
    expect(visit.open?.step).toBe('when')
    visit.command('change')
    visit.taps('keep', '__change')
    expect(visit.shown).toEqual(['when'])
  })

  it('a tap on an older question of the same run changes that answer and asks the open question again', () => {
    const visit = begin('plan')
    for (const text of ['a walk', 'yes']) visit.says(text)
    visit.taps('no', 'company')
    expect(visit.shown).toEqual(['say:changed-answer', 'say:alone-is-fine', 'when'])
    expect(visit.state.stack[0]!.answers.company).toEqual({ state: 'given', value: false })
  })

  it('a button of another run changes nothing and is answered kindly', () => {
    const visit = begin('plan')
    const before = visit.state.stack
    visit.input({ kind: 'answer', run: 'another', step: 'activity', value: 'x' })
    expect(visit.shown).toEqual(['say:stale-answer', 'activity'])
    expect(visit.state.stack).toEqual(before)
  })

  it('amends what was recorded when an answer changed, and records nothing twice when none did', () => {
    const dialog = defineDialog({
      id: 'twice', version: 1, onVersionChange: 'carry-on', audience: 'both',
      answers: { one: yesNo(), two: yesNo() },
      steps: ({ ask, record }) => [ask('one'), record('early', (a) => ({ recordType: 'entry', module: 'general', name: 'n', fields: { one: a.one } })), ask('two')],
    }) // prettier-ignore
    const visit = new Visit([dialog])
    visit.start('twice')
    expect(visit.says('yes').effects).toMatchObject([{ type: 'record', entry: 'run-0-0/early' }])
    visit.says('back')
    expect(visit.says('yes').effects).toEqual([])
    visit.says('back')
    expect(visit.says('no').effects).toMatchObject([
      { type: 'record', entry: 'run-0-0/early', record: { fields: { one: false } } },
    ])
  })

  it('a reminder whose time is taken back is cancelled', () => {
    const late: Dialog = { ...plan, id: 'late', steps: [...plan.steps.slice(0, -1), { step: 'ask', id: 'smaller' }] }
    const visit = new Visit([late])
    visit.start('late')
    for (const text of ['a walk', 'no', 'sat 17:15', '9']) visit.says(text)
    expect(visit.last!.effects).toMatchObject([{ type: 'record' }, { type: 'remind' }])
    visit.command('change', 'when')
    visit.says('skip')
    expect(visit.last!.effects).toMatchObject([
      { type: 'record', skipped: ['when'] },
      { type: 'cancel-reminder', key: 'run-0-0/check-in' },
    ])
  })
})

describe('pause, resume, stop, help', () => {
  it('is resumed after any time on any device where it was', () => {
    const visit = begin('outer')
    visit.says('yes')
    visit.taps('a')
    visit.says('pause')
    expect(visit.shown).toEqual(['say:put-aside'])
    expect(visit.open).toBeNull()
    expect(resumable(visit.state).map((run) => run.dialog)).toEqual(['small'])
    const later = new Visit(all, { words, now: '2026-03-30T09:00' }, visit.state)
    later.says('resume')
    expect(later.shown).toEqual(['say:resumed', 'two'])
    later.says('no')
    expect(later.open).toMatchObject({ dialog: 'outer', step: 'after' })
  })

  it('another dialog puts the one in hand aside, or drops it when nothing was answered', () => {
    const visit = begin('plan')
    visit.start('day')
    expect(visit.state.aside).toEqual([])
    visit.says('scrolling')
    visit.start('plan')
    expect(visit.state.aside.map((run) => run.dialog)).toEqual(['day'])
    visit.take(resume(visit.state, visit.state.aside[0]!.run, visit.surroundings))
    expect(visit.open?.step).toBe('moments.0.mood')
  })

  it('a pause keeps even a dialog with no answer yet', () => {
    const visit = begin('plan')
    visit.take(putAside(visit.state, visit.surroundings))
    expect(resumable(visit.state)).toHaveLength(1)
  })

  it('stop ends it without persuading, and the practitioner is told in neutral words', () => {
    const visit = begin('plan')
    visit.says('a walk')
    visit.says('STOP')
    expect(visit.shown).toEqual(['say:stopped'])
    expect(visit.last!.effects).toEqual([{ type: 'notice', notice: 'wants-to-stop', detail: 'plan' }])
    expect(visit.last!.finished).toMatchObject([{ how: 'stopped' }])
    expect(visit.open).toBeNull()
  })

  it('help is answered and leaves the question open', () => {
    const visit = begin('plan')
    visit.says('human')
    expect(visit.shown).toEqual(['say:help'])
    expect(visit.open?.step).toBe('activity')
    visit.says('a walk to help gran')
    expect(visit.state.stack[0]!.answers.activity).toEqual({ state: 'given', value: 'a walk to help gran' })
  })

  it('what cannot be skipped says so and can be paused', () => {
    const visit = begin('plan')
    visit.says('skip')
    expect(visit.shown).toEqual(['say:needed', 'activity'])
  })

  it('asks the open question again without doing anything else', () => {
    const visit = begin('plan')
    visit.says('a walk')
    const again = askAgain(visit.state, visit.surroundings)
    expect(again.outputs.map((output) => output.step)).toEqual(['company'])
    expect(again.effects).toEqual([])
  })

  it('with nothing open, words are left to the turn and commands are answered', () => {
    const visit = new Visit(all)
    expect(visit.says('hello')).toMatchObject({ outputs: [], understood: false })
    for (const command of ['back', 'skip', 'pause', 'stop', 'help', 'resume', 'change', 'decline', 'not-sure'] as const)
      expect(visit.command(command).outputs).toHaveLength(1)
  })
})

describe('what is not understood', () => {
  it('asks again with chips, then offers likely meanings, then owns up, saves it and lets it go', () => {
    const visit = begin('plan')
    for (const text of ['a walk', 'yes']) visit.says(text)
    const texts = [visit.asked!.text]
    visit.says('my mates gran')
    expect(visit.last!.understood).toBe(false)
    expect(visit.asked).toMatchObject({
      control: { kind: 'choices', options: [{ value: 'friend' }, { value: 'family' }, { value: 'pet' }] },
    })
    texts.push(visit.asked!.text)
    visit.says('the gran')
    expect(visit.asked!.control).toMatchObject({ options: [{}, {}, {}, { value: '__something-else' }] })
    texts.push(visit.asked!.text)
    visit.says('gran i said')
    expect(visit.last!.effects).toEqual([
      { type: 'note', text: 'gran i said', purpose: 'for-practitioner' },
      { type: 'notice', notice: 'could-not-understand', detail: 'plan/who' },
    ])
    expect(visit.asked!.navigation).toContain('skip')
    texts.push(visit.asked!.text)
    visit.says('GRAN')
    texts.push(visit.asked!.text)
    expect(new Set(texts).size).toBe(texts.length)
    visit.command('skip')
    expect(visit.open?.step).toBe('when')
  })

  it('something else opens the question anew', () => {
    const visit = begin('plan')
    for (const text of ['a walk', 'yes', 'gran', 'gran']) visit.says(text)
    visit.taps('__something-else')
    expect(visit.asked).toMatchObject({
      step: 'who',
      control: { options: [{ value: 'friend' }, { value: 'family' }, { value: 'pet' }] },
    })
  })

  it('a time that could be morning or evening is asked back in words', () => {
    const visit = begin('plan')
    for (const text of ['a walk', 'no', 'sat at 5']) visit.says(text)
    expect(visit.asked!.control).toMatchObject({
      options: [{ value: '2026-03-28T17:00' }, { value: '2026-03-28T05:00' }, { value: '__something-else' }],
    })
    visit.taps('2026-03-28T17:00')
    expect(visit.open?.step).toBe('confidence')
  })

  it('a measure takes its own labels only, keeps its words, and offers to decline', () => {
    const visit = begin('measure')
    const item = visit.asked!.text
    visit.says('idk all of it')
    expect(visit.last!.outputs).toHaveLength(2)
    expect(visit.asked!.navigation).toContain('decline')
    visit.says('several')
    expect(visit.open?.step).toBe('i1')
    visit.says('several days')
    expect(visit.open?.step).toBe('i2')
    visit.says('skip')
    expect(visit.state.stack[0]!.answers.i2).toEqual({ state: 'declined' })
    expect(item).toContain('i1')
    visit.says('maybe')
    expect(visit.open?.step).toBe('check')
    visit.says('send')
    expect(visit.last!.finished).toMatchObject([{ how: 'completed' }])
  })
})

describe('the safety conversation', () => {
  it('goes before the dialog in hand and leaves it as it was', () => {
    const visit = begin('plan')
    visit.says('a walk')
    visit.start('safe')
    expect(visit.open).toMatchObject({ dialog: 'safe', step: 'acting' })
    visit.taps('yes')
    expect(visit.last!.effects).toMatchObject([{ type: 'raise', tier: 'T3' }])
    visit.says('no')
    expect(visit.shown).toEqual(['say:told'])
    expect(visit.open).toMatchObject({ dialog: 'plan', step: 'company' })
  })

  it('never asks the same a third time: it notes what was written and goes on', () => {
    const visit = begin('safe')
    visit.says('leave me alone')
    expect(visit.last!.effects).toEqual([{ type: 'note-on-escalation', note: 'leave me alone' }])
    expect(visit.open?.step).toBe('acting')
    visit.says('whatever')
    expect(visit.open?.step).toBe('hurt')
  })

  it('cannot be stopped or paged back; such words pass the question on', () => {
    const visit = begin('safe')
    visit.says('stop')
    expect(visit.open?.step).toBe('hurt')
    visit.command('back')
    expect(visit.state.safety).toHaveLength(0)
    expect(visit.shown).toEqual(['say:told'])
  })
})

describe('a release in the middle of a conversation', () => {
  const release = (visit: Visit, ...dialogs: Dialog[]) =>
    new Visit([...all.filter((d) => !dialogs.some((n) => n.id === d.id)), ...dialogs], { words }, visit.state)
  it('carry-on keeps the answers that fit and asks the rest', () => {
    const visit = begin('plan')
    for (const text of ['a walk', 'yes', 'my pet']) visit.says(text)
    const answers = { ...plan.answers, who: small.answers.one! }
    const newer = release(visit, { ...plan, version: 2, answers })
    newer.take(askAgain(newer.state, newer.surroundings))
    expect(newer.open).toMatchObject({ version: 2, step: 'who' })
    expect(newer.state.stack[0]!.answers.activity).toEqual({ state: 'given', value: 'a walk' })
  })

  it('offer-restart asks first, then begins again or leaves it', () => {
    const visit = begin('day')
    visit.says('scrolling')
    for (const [answer, next] of [
      ['start again', 'moments.0.what'],
      ['leave it', undefined],
    ] as const) {
      const newer = release(visit, { ...day, version: 2 })
      newer.says('3')
      expect(newer.asked).toMatchObject({
        step: '__changed',
        control: { options: [{ value: 'restart' }, { value: 'leave' }] },
      })
      expect(openQuestion(newer.state, newer.surroundings)?.step).toBe('__changed')
      newer.says('banana')
      expect(newer.shown).toEqual(['__changed'])
      newer.taps(answer === 'leave it' ? 'leave' : 'restart')
      expect(newer.open?.step).toBe(next)
      expect(newer.last!.finished).toMatchObject([{ how: 'changed-by-release' }])
    }
  })

  it('finish closes it in kind words; so does a dialog that is gone', () => {
    const visit = begin('small')
    visit.taps('a')
    for (const newer of [
      release(visit, { ...small, version: 2 }),
      new Visit(
        all.filter((d) => d.id !== 'small'),
        { words },
        visit.state,
      ),
    ]) {
      newer.says('yes')
      expect(newer.shown).toEqual(['say:changed-by-release'])
      expect(newer.last!.finished).toMatchObject([{ how: 'changed-by-release' }])
      expect(newer.open).toBeNull()
    }
  })

  it('a caller goes on when the dialog it called is gone', () => {
    const visit = begin('outer')
    visit.says('yes')
    const newer = new Visit([outer], { words }, visit.state)
    newer.says('anything')
    expect(newer.open).toMatchObject({ dialog: 'outer', step: 'after' })
  })
})

it('never says one variant again within its last five uses, as far as there are that many', () => {
  const visit = new Visit([measure], {
    words: spokenWords({ i1: { text: Array.from({ length: 7 }, (_, i) => `v${i}`) } }),
  })
  visit.start('measure')
  const said = [visit.asked!.text]
  for (let i = 0; i < 30; i++) {
    visit.take(askAgain(visit.state, visit.surroundings))
    said.push(visit.asked!.text)
  }
  said.forEach((text, i) => expect(said.slice(Math.max(0, i - 5), i)).not.toContain(text))
})

it('an answer given twice under one state gives one and the same advance', () => {
  const visit = begin('plan')
  const { state, surroundings } = visit
  const input = { kind: 'text', text: 'a walk' } as const
  expect(receiveInput(state, input, surroundings)).toEqual(receiveInput(state, input, surroundings))
})
