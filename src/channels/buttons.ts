import type { Output } from '../dialog-kit/index.ts'
import type { ActivityValue } from './types.ts'
import type { ChannelWords } from './channelWords.ts'

/** One thing to tap, the same on every channel that draws buttons. */
export interface Button {
  label: string
  value: ActivityValue
}

type Ask = Extract<Output, { kind: 'ask' }>

/** The buttons that answer a question; empty where it is typed or picked. Several choices are picked, not tapped. */
export function answerButtons(ask: Ask): Button[] {
  const answer = (value: unknown): ActivityValue => ({ answer: { run: ask.run, step: ask.step, value } })
  const { control } = ask
  switch (control.kind) {
    case 'choices':
      return control.options.map(({ value, label }) => ({ label, value: answer(value) }))
    case 'rating':
      return Array.from({ length: control.max - control.min + 1 }, (_, i) => control.min + i).map((n) => ({
        label: String(n),
        value: answer(n),
      }))
    case 'review':
      return [{ label: control.send.label, value: answer(control.send.value) }]
    case 'text':
      return (control.suggestions ?? []).map((suggestion) => ({ label: suggestion, value: answer(suggestion) }))
    case 'number':
    case 'date':
    case 'time':
    case 'date-time':
      return []
  }
}

/** The standing commands offered beside a question, in their order. */
export const commandButtons = (ask: Ask, words: ChannelWords): Button[] =>
  ask.navigation.map((command) => ({ label: words.commands[command], value: { command } }))

/** The rows of a review that can be changed. */
export const changeButtons = (ask: Ask, words: ChannelWords): Button[] =>
  ask.control.kind === 'review'
    ? ask.control.rows.map((row) => ({
        label: `${words.commands.change}: ${row.question}`,
        value: { command: 'change', step: row.step },
      }))
    : []
