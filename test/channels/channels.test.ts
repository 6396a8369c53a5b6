import { describe, expect, it } from '@jest/globals'
import { createRequire } from 'node:module'
import type * as AdaptiveCardsModule from 'adaptivecards'
import { createChannels } from '../../src/channels/index.ts'
import { readActivityValue } from '../../src/channels/activityValue.ts'
import { BOT_ID } from '../../src/channels/botPart.ts'
import { readTeamsValue } from '../../src/channels/teamsCard.ts'
import type { Control, Output } from '../../src/dialog-kit/index.ts'
import { WORDS } from '../server/world.ts'

type Ask = Extract<Output, { kind: 'ask' }>

const CONTROLS: Record<string, Control> = {
  text: { kind: 'text', maxLength: 300, placeholder: 'Anything' },
  'text with suggestions': { kind: 'text', maxLength: 300, suggestions: ['walk the dog', 'draw'] },
  'one choice': { kind: 'choices', several: false, options: [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No [x](http://a)' }] },
  'seven choices': { kind: 'choices', several: false, options: Array.from({ length: 7 }, (_, i) => ({ value: `v${i}`, label: `Label ${i}` })) },
  'several choices': { kind: 'choices', several: true, options: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }] },
  rating: { kind: 'rating', min: 0, max: 10, low: 'lowest', high: 'best' },
  number: { kind: 'number', min: 0, max: 240, unit: 'minutes' },
  date: { kind: 'date', from: '2026-11-21', to: '2026-12-05' },
  time: { kind: 'time' },
  'date and time': { kind: 'date-time', from: '2026-11-21T10:00' },
  review: { kind: 'review', rows: [{ step: 'mood', question: 'Mood?', answer: '4' }], send: { value: 'send', label: 'Send' } },
} // prettier-ignore

const asking = (control: Control): Ask => ({
  kind: 'ask', dialog: 'log', run: 'run-1', step: 'moments.1.mood', stem: 'Over the last two weeks', text: 'How was it?', control,
  navigation: ['back', 'skip', 'not-sure', 'pause'], progress: { at: 3, about: 6 }, notice: '© Somebody', tone: 'measure',
}) // prettier-ignore

/** Every value that something to tap sends on this channel. */
function tappedValues(activity: Record<string, unknown>): unknown[] {
  const found: unknown[] = []
  const look = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(look)
    if (typeof node !== 'object' || node === null) return
    const thing = node as { type?: string; value?: unknown; data?: { pick?: string } }
    if (thing.type === 'messageBack' && thing.value !== undefined) found.push(thing.value)
    if (thing.type === 'Action.Submit') found.push(readTeamsValue(filled(thing.data)))
    if (thing.type !== 'messageBack') Object.values(node).forEach(look)
  }
  look(activity)
  return found
}

/** A picker as a person would have filled it in. */
const filled = (data: { pick?: string } | undefined): unknown => {
  const picked = { several: 'a,b', number: '20', date: '2026-11-22', 'date-time': '2026-11-22', time: undefined }[
    data?.pick ?? 'time'
  ]
  return data?.pick === undefined ? data : { ...data, picked, pickedTime: '17:15' }
}

const channels = [...createChannels({ botName: 'Pebble', words: WORDS }).values()]

describe.each(channels.map((channel) => [channel.id, channel] as const))('on %s', (_, channel) => {
  it.each(Object.entries(CONTROLS))('a question with %s is shown and every tap is understood', (__, control) => {
    const [activity, ...more] = channel.render([asking(control)])
    expect(more).toEqual([])
    expect(activity).toMatchObject({ type: 'message', inputHint: 'expectingInput' })
    expect(JSON.stringify(activity)).toContain('How was it?')
    const values = tappedValues(activity as Record<string, unknown>)
    for (const value of values) expect([value, readActivityValue(value)]).toEqual([value, value])
    expect(values).toEqual(
      expect.arrayContaining([{ command: 'back' }, { command: 'skip' }, { command: 'not-sure' }, { command: 'pause' }]),
    )
    if (control.kind === 'choices' && !control.several)
      for (const option of control.options)
        expect(values).toContainEqual({ answer: { run: 'run-1', step: 'moments.1.mood', value: option.value } })
    if (control.kind === 'rating')
      for (let n = 0; n <= 10; n++)
        expect(values).toContainEqual({ answer: { run: 'run-1', step: 'moments.1.mood', value: n } })
    if (control.kind === 'review') expect(values).toContainEqual({ command: 'change', step: 'mood' })
  })

  it('says things as messages, one each, in order', () => {
    const said = channel.render([
      { kind: 'say', dialog: 'd', step: 'a', text: 'One.' },
      { kind: 'say', dialog: 'd', step: 'b', text: 'Two.', tone: 'safety' },
    ])
    expect(said.map((activity) => activity.text)).toEqual(['One.', 'Two.'])
    expect(said.every((activity) => activity.textFormat === 'plain')).toBe(true)
  })
})

describe('Direct Line', () => {
  it('tells the page everything of a question, and leaves the text where every client reads it', () => {
    const ask = asking(CONTROLS.rating as Control)
    const [activity] = channels.find((channel) => channel.id === 'directline')!.render([ask])
    const { text, ...part } = ask
    expect(activity).toMatchObject({ text, from: { id: BOT_ID, name: 'Pebble' }, channelData: { bot: part } })
  })
})

describe('Teams', () => {
  const teams = channels.find((channel) => channel.id === 'msteams')!
  const cardOf = (control: Control) =>
    (teams.render([asking(control)])[0] as { attachments: { content: object }[] }).attachments[0]!.content

  it.each(Object.entries(CONTROLS))('draws %s as a card that a renderer finds nothing wrong with', (_, control) => {
    const { AdaptiveCard, HostConfig, SerializationContext, Versions } = createRequire(import.meta.url)(
      'adaptivecards',
    ) as typeof AdaptiveCardsModule
    const card = new AdaptiveCard()
    card.hostConfig = new HostConfig({ actions: { maxActions: 6 } })
    const context = new SerializationContext(Versions.v1_5)
    card.parse(cardOf(control), context)
    const events = Array.from({ length: context.eventCount }, (__, i) => context.getEventAt(i).message)
    expect(events).toEqual([])
    expect(card.validateProperties().validationEvents).toEqual([])
  })

  it('uses Action.Submit only, at most six in a row', () => {
    const text = JSON.stringify(Object.values(CONTROLS).map(cardOf))
    expect(text.match(/"Action\.\w+"/g)?.every((type) => type === '"Action.Submit"')).toBe(true)
    const sets = [...text.matchAll(/"type":"ActionSet","actions":(\[.*?\}\])/g)]
    expect(sets.length).toBeGreaterThan(0)
    const rows: number[] = []
    const look = (node: unknown): void => {
      if (Array.isArray(node)) return node.forEach(look)
      if (typeof node !== 'object' || node === null) return
      const set = node as { type?: string; actions?: unknown[] }
      if (set.type === 'ActionSet') rows.push(set.actions?.length ?? 0)
      Object.values(node).forEach(look)
    }
    look(Object.values(CONTROLS).map(cardOf))
    expect(Math.max(...rows)).toBe(6)
  })

  it('puts nothing of a question in the notification', () => {
    expect(teams.render([asking(CONTROLS.rating as Control)])[0]).not.toHaveProperty('summary')
  })

  it('reads pickers: several, number, date, time, both', () => {
    const data = { answer: { run: 'r', step: 's', value: null } }
    const read = (pick: string, picked?: string, pickedTime?: string) =>
      (readTeamsValue({ ...data, pick, picked, pickedTime }) as { answer: { value: unknown } }).answer.value
    expect(read('several', 'a,b')).toEqual(['a', 'b'])
    expect(read('several', '')).toEqual([])
    expect(read('number', '20')).toBe(20)
    expect(read('date', '2026-11-22')).toBe('2026-11-22')
    expect(read('time', undefined, '17:15')).toBe('17:15')
    expect(read('date-time', '2026-11-22', '17:15')).toBe('2026-11-22T17:15')
    expect(read('date-time', '2026-11-22', '')).toBe('2026-11-22')
  })
})

describe('values that are not ours', () => {
  it.each([
    ['an object as an answer', { answer: { run: 'r', step: 's', value: { text: 'hidden' } } }],
    ['an answer with more beside it', { answer: { run: 'r', step: 's', value: 1 }, more: 'words' }],
    ['a list of lists', { answer: { run: 'r', step: 's', value: [['deep']] } }],
    ['a long answer', { answer: { run: 'r', step: 's', value: 'x'.repeat(4001) } }],
    ['no run', { answer: { step: 's', value: 1 } }],
    ['a command that is no word', { command: 7 }],
    ['two things at once', { command: 'back', open: { dialog: 'home' } }],
    ['a string', 'back'],
    ['nothing', null],
    ['a prototype', JSON.parse('{"__proto__": {"command": "back"}}')],
  ])('%s is refused', (_, value) => {
    expect(readActivityValue(value)).toBeUndefined()
  })
})
