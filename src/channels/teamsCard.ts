import type { Output } from '../dialog-kit/index.ts'
import { answerButtons, changeButtons, commandButtons, type Button } from './buttons.ts'
import type { ChannelWords } from './channelWords.ts'

type Ask = Extract<Output, { kind: 'ask' }>

/** Teams shows no more than six actions in a row. */
const ROW = 6

/** Text as it stands, not Markdown: a person's own words may be in it. */
const text = (words: string, look: { subtle?: boolean; small?: boolean } = {}): object => ({
  type: 'RichTextBlock',
  inlines: [
    {
      type: 'TextRun',
      text: words,
      ...(look.subtle === true ? { isSubtle: true } : {}),
      ...(look.small === true ? { size: 'Small' } : {}),
    },
  ],
})

const submit = (title: string, data: object): object => ({ type: 'Action.Submit', title, data })

/** What a tap leaves in the conversation is the label, as if it had been typed. */
const tap = ({ label, value }: Button): object =>
  submit(label, { ...value, msteams: { type: 'messageBack', text: label, displayText: label, value } })

function rows(buttons: readonly Button[]): object[] {
  const sets: object[] = []
  for (let at = 0; at < buttons.length; at += ROW)
    sets.push({ type: 'ActionSet', actions: buttons.slice(at, at + ROW).map(tap) })
  return sets
}

/** Pickers send their value beside the question's ids; `readTeamsValue` puts it in its place. */
function picker(ask: Ask, words: ChannelWords): object[] {
  const done = (pick: string) => ({
    type: 'ActionSet',
    actions: [submit(words.done, { answer: { run: ask.run, step: ask.step, value: null }, pick })],
  })
  const { control } = ask
  switch (control.kind) {
    case 'choices':
      return [
        {
          type: 'Input.ChoiceSet',
          id: 'picked',
          label: words.choose,
          style: 'expanded',
          isMultiSelect: true,
          choices: control.options.map((option) => ({ title: option.label, value: option.value })),
        },
        done('several'),
      ]
    case 'number':
      return [
        { type: 'Input.Number', id: 'picked', label: control.unit ?? ask.text, min: control.min, max: control.max },
        done('number'),
      ]
    case 'date':
      return [date(control, words), done('date')]
    case 'time':
      return [{ type: 'Input.Time', id: 'pickedTime', label: words.time }, done('time')]
    case 'date-time':
      return [date(control, words), { type: 'Input.Time', id: 'pickedTime', label: words.time }, done('date-time')]
    case 'text':
    case 'rating':
    case 'review':
      return []
  }
}

const date = (control: { from?: string; to?: string }, words: ChannelWords): object => ({
  type: 'Input.Date',
  id: 'picked',
  label: words.day,
  ...(control.from === undefined ? {} : { min: control.from.slice(0, 10) }),
  ...(control.to === undefined ? {} : { max: control.to.slice(0, 10) }),
})

function body(ask: Ask, words: ChannelWords): object[] {
  const { control } = ask
  const isPicked = ['number', 'date', 'time', 'date-time'].includes(control.kind)
  const picked = isPicked || (control.kind === 'choices' && control.several)
  const ends =
    control.kind === 'rating'
      ? [text(`${control.min} ${control.low} – ${control.max} ${control.high}`, { subtle: true })]
      : []
  const reviewed =
    control.kind === 'review'
      ? control.rows.flatMap((row) => [text(row.question, { subtle: true }), text(row.answer)])
      : []
  return [...ends, ...reviewed, ...(picked ? picker(ask, words) : rows(answerButtons(ask)))]
}

/** A question as an Adaptive Card 1.5 with Action.Submit only. Typed answers go in the message box as always. */
export const questionCard = (ask: Ask, words: ChannelWords): object => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: ask.text,
  body: [
    ...(ask.stem === undefined ? [] : [text(ask.stem, { subtle: true, small: true })]),
    text(ask.text),
    ...body(ask, words),
    ...rows(changeButtons(ask, words)),
    ...rows(commandButtons(ask, words)),
    ...(ask.notice === undefined ? [] : [text(ask.notice, { subtle: true, small: true })]),
  ],
})

interface Submitted {
  answer?: { run?: unknown; step?: unknown; value?: unknown }
  pick?: unknown
  picked?: unknown
  pickedTime?: unknown
  msteams?: unknown
}

/** Puts what a picker of a card sent into the shape every channel shares. Other values pass through untouched. */
export function readTeamsValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { pick, picked, pickedTime, msteams: _, ...rest } = value as Submitted
  if (pick === undefined || rest.answer === undefined) return rest
  const given = pickedValue(pick, picked, pickedTime)
  return given === undefined ? value : { ...rest, answer: { ...rest.answer, value: given } }
}

function pickedValue(pick: unknown, picked: unknown, time: unknown): unknown {
  const day = typeof picked === 'string' ? picked : ''
  const clock = typeof time === 'string' ? time : ''
  switch (pick) {
    case 'several':
      return day === '' ? [] : day.split(',')
    case 'number':
      return picked === '' || picked === undefined ? null : Number(picked)
    case 'date':
      return day
    case 'time':
      return clock
    case 'date-time':
      return day === '' || clock === '' ? `${day}${clock}` : `${day}T${clock}`
    default:
      return undefined
  }
}
