import { readConversation, type Outgoing } from '../../src/web/chat/conversation/readConversation.ts'
import { foldEarlier } from '../../src/web/chat/conversation/fold.ts'
import type { Activity, Ask, BotPart, Status, Value } from '../../src/web/chat/conversation/wire.ts'

let count = 0
const bot = (text: string, part: BotPart = { kind: 'say' }): Activity => ({
  id: `b${++count}`,
  type: 'message',
  timestamp: '2026-11-21T16:00:00Z',
  from: { id: 'bot' },
  text,
  channelData: { bot: part },
})
const ask = (step: string, more: Partial<Ask> = {}): Ask => ({
  kind: 'ask',
  run: 'r1',
  step,
  dialog: 'plan-an-activity',
  control: { kind: 'choices', several: false, options: [{ value: 'yes', label: 'Yes' }] },
  navigation: ['back', 'skip'],
  ...more,
})
const own = (text: string, value?: Value, clientId = `c${++count}`): Activity => ({
  id: `o${++count}`,
  type: 'message',
  timestamp: '2026-11-21T16:00:01Z',
  from: { id: 'person-1' },
  text,
  value,
  channelData: { clientActivityID: clientId },
})
const answer = (step: string, value: unknown = 'yes'): Value => ({ answer: { run: 'r1', step, value } })
const status = (more: Partial<Status> = {}): Status => ({
  kind: 'status',
  about: 'escalation',
  sent: '17:39',
  told: ['Dani'],
  nextLook: 'Tue 9:30',
  ...more,
})
const sending = (text: string, state: Outgoing['state'], value?: Value): Outgoing => ({
  clientId: `c${++count}`,
  text,
  value,
  state,
})

const texts = (activities: Activity[], outgoing: Outgoing[] = []): string[] =>
  readConversation(activities, outgoing).entries.flatMap((e) => {
    if (e.kind === 'said') return [e.text]
    if (e.kind === 'own') return [`> ${e.own.text}`]
    if (e.kind === 'status') return [`status ${e.status.seenBy?.name ?? 'not seen'}`]
    return e.own ? [e.text, `> ${e.own.text}`] : [e.text]
  })

describe('which question is open', () => {
  test('the last question that has no answer is open, whatever is said after it', () => {
    const screen = readConversation(
      [bot('First?', ask('first')), own('Yes', answer('first')), bot('Second?', ask('second')), bot('By the way.')],
      [],
    )
    expect(screen.open?.ask.step).toBe('second')
  })

  test('once it is answered nothing is open, and an answer on its way counts', () => {
    const activities = [bot('First?', ask('first'))]
    const screen = readConversation(activities, [sending('Yes', 'sending', answer('first'))])
    expect(screen.open).toBeNull()
    expect(screen.onItsWay).toBe(true)
  })

  test('an answer kept while reconnecting counts too', () => {
    expect(
      readConversation([bot('First?', ask('first'))], [sending('Yes', 'waiting', answer('first'))]).open,
    ).toBeNull()
  })

  test('an answer that could not be sent leaves its question open and is shown with it', () => {
    const screen = readConversation([bot('First?', ask('first'))], [sending('Yes', 'failed', answer('first'))])
    expect(screen.open?.ask.step).toBe('first')
    expect(screen.open?.own).toMatchObject({ text: 'Yes', state: 'failed' })
    expect(screen.onItsWay).toBe(false)
  })

  test('an answer that has come back is shown once', () => {
    const outgoing = sending('Yes', 'sent', answer('first'))
    const activities = [bot('First?', ask('first')), own('Yes', answer('first'), outgoing.clientId)]
    expect(texts(activities, [outgoing])).toEqual(['First?', '> Yes'])
  })

  test('typed words answer the open question', () => {
    const screen = readConversation(
      [bot('What?', ask('what', { control: { kind: 'text', maxLength: 100 } })), own('A walk')],
      [],
    )
    expect(screen.entries).toHaveLength(1)
    expect(screen.entries[0]).toMatchObject({ kind: 'asked', own: { text: 'A walk' } })
  })

  test('skip, not sure and prefer not to say stand as the answer of their question', () => {
    for (const command of ['skip', 'not-sure', 'decline']) {
      const screen = readConversation([bot('First?', ask('first')), own('Skip', { command, step: 'first' })], [])
      expect(screen.entries[0]).toMatchObject({ kind: 'asked', own: { text: 'Skip' } })
      expect(screen.open).toBeNull()
    }
  })

  test('words with no open question stand alone', () => {
    expect(texts([bot('Hello.'), own('Hi')])).toEqual(['Hello.', '> Hi'])
  })

  test('an event of the page is not part of the conversation', () => {
    expect(texts([{ id: 'e', type: 'event', name: 'opened', from: { id: 'person-1' } }, bot('Hello.')])).toEqual([
      'Hello.',
    ])
  })
})

describe('going back and changing', () => {
  test('going back leaves one question, asked once, without the answer it had', () => {
    const activities = [
      bot('First?', ask('first')), own('Yes', answer('first')), bot('Second?', ask('second')),
      own('Back', { command: 'back', step: 'second' }), bot('First?', ask('first')),
    ] // prettier-ignore
    expect(texts(activities)).toEqual(['First?'])
    expect(readConversation(activities, []).open?.ask.step).toBe('first')
  })

  test('a changed answer takes the place of the earlier one', () => {
    const activities = [
      bot('First?', ask('first')), own('Yes', answer('first')), bot('Second?', ask('second')),
      own('Change', { command: 'change', step: 'first' }), bot('First?', ask('first')), own('No', answer('first', 'no')), bot('Second?', ask('second')),
    ] // prettier-ignore
    expect(texts(activities)).toEqual(['First?', '> No', 'Second?'])
  })

  test('an answer that was not understood stays, and its question is asked again below', () => {
    const what = ask('what', { control: { kind: 'number', min: 0, max: 10 } })
    const activities = [bot('How many?', what), own('blah'), bot('A number, please.', what)]
    expect(texts(activities)).toEqual(['How many?', '> blah', 'A number, please.'])
  })

  test('a question repeated when the page is opened stands once', () => {
    expect(texts([bot('First?', ask('first')), bot('Hello again.'), bot('First?', ask('first'))])).toEqual([
      'Hello again.',
      'First?',
    ])
  })

  test('answers of the dialog in hand can be changed, those of an earlier one cannot', () => {
    const screen = readConversation(
      [
        bot('Old?', ask('old', { run: 'r0' })), own('Yes', { answer: { run: 'r0', step: 'old', value: 'yes' } }),
        bot('First?', ask('first')), own('Yes', answer('first')), bot('Second?', ask('second')),
      ],
      [],
    ) // prettier-ignore
    expect(screen.entries.map((e) => (e.kind === 'asked' ? e.own?.change : undefined))).toEqual([
      undefined,
      'first',
      undefined,
    ])
  })

  test('nothing can be changed while an answer is on its way', () => {
    const activities = [bot('First?', ask('first')), own('Yes', answer('first')), bot('Second?', ask('second'))]
    const screen = readConversation(activities, [sending('Yes', 'sending', answer('second'))])
    expect(screen.entries.some((e) => e.kind === 'asked' && e.own?.change !== undefined)).toBe(false)
  })

  test('pause is said, and the paused question can no longer be answered', () => {
    const screen = readConversation(
      [bot('First?', ask('first')), own('Pause', { command: 'pause', step: 'first' }), bot('Paused.')],
      [],
    )
    expect(screen.open).toBeNull()
    expect(screen.entries.map((e) => e.kind)).toEqual(['asked', 'own', 'said'])
  })
})

describe('where an escalation stands', () => {
  test('a later status takes the place of an earlier one and stays last', () => {
    const activities = [
      bot('', status()), bot('Tell an adult.', { kind: 'say', tone: 'safety' }),
      bot('', status({ seenBy: { name: 'Dani', at: '17:44' } })), bot('The plan is here.', { kind: 'say', tone: 'safety' }),
    ] // prettier-ignore
    expect(texts(activities)).toEqual(['Tell an adult.', 'The plan is here.', 'status Dani'])
    expect(readConversation(activities, []).safety).toBe(true)
  })

  test('once something else is asked it stays in its place', () => {
    const activities = [bot('', status()), bot('Carry on?', ask('first'))]
    expect(texts(activities)).toEqual(['status not seen', 'Carry on?'])
    expect(readConversation(activities, []).safety).toBe(false)
  })

  test('a question of the safety conversation stands under the status and can be answered', () => {
    const screen = readConversation(
      [bot('', status()), bot('Are you with someone?', ask('with', { tone: 'safety' }))],
      [],
    )
    expect(screen.entries.map((e) => e.kind)).toEqual(['status', 'asked'])
    expect(screen.safety).toBe(true)
    expect(screen.open?.ask.step).toBe('with')
  })
})

describe('where reading goes on', () => {
  const news = (activities: Activity[]): string | undefined => {
    const screen = readConversation(activities, [])
    const entry = screen.entries.find((e) => e.key === screen.news)
    return entry && 'text' in entry ? entry.text : undefined
  }

  test('at the first line after what the person said', () => {
    expect(
      news([
        bot('First?', ask('first')),
        own('Yes', answer('first')),
        bot('One.'),
        bot('Two.'),
        bot('Next?', ask('next')),
      ]),
    ).toBe('One.')
  })

  test('at the first line of this visit when there is more from another day', () => {
    const old = { ...bot('Yesterday.'), timestamp: '2026-11-20T16:00:00Z' }
    expect(news([old, bot('Hello again.'), bot('Next?', ask('next'))])).toBe('Hello again.')
  })

  test('nowhere new when the person spoke last', () => {
    expect(news([bot('First?', ask('first')), own('Yes', answer('first'))])).toBeUndefined()
  })
})

test('a long conversation folds by day and keeps its last entries in sight', () => {
  const activities = Array.from({ length: 40 }, (_, n) => ({
    ...bot(`Line ${n}`),
    timestamp: n < 10 ? '2026-11-20T16:00:00Z' : '2026-11-21T16:00:00Z',
  }))
  const { earlier, recent } = foldEarlier(readConversation(activities, []).entries, (at) => at.slice(0, 10))
  expect(earlier.map((g) => [g.day, g.entries.length])).toEqual([['2026-11-20', 10], ['2026-11-21', 16]]) // prettier-ignore
  expect(recent).toHaveLength(14)
})

test('a picture of own answers stands with the message that says what it shows', () => {
  const picture = { kind: 'ladder', points: [{ day: '2026-11-17', value: 2 }], min: 0, max: 10 } as const
  const { entries } = readConversation([bot('Your goal: from 2 to 5 out of 10.', { kind: 'say', picture })], [])
  expect(entries).toMatchObject([{ kind: 'said', text: 'Your goal: from 2 to 5 out of 10.', picture }])
})
