import type { BotPart } from '../../src/channels/botPart.ts'

type Ask = Extract<BotPart, { kind: 'ask' }>

/** What a young person writes about their day; nothing in it is a risk. */
const WRITTEN = [
  'played netball with mia after school and got chips on the way home',
  'watched a film with my brother, the one with the dragon',
  'did my maths homework and then sat in the garden for a bit',
  'walked the dog round the park in the rain, he loved it',
  'helped nan with the shopping and we had tea',
  'drew for an hour and listened to music',
  'went to choir practice, we are doing a new song for the concert',
  'tidied my room and found my old football cards',
]
let written = 0

/** A message that answers a question: words typed where words are asked for, else what a tap sends. */
export function answerTo(ask: Ask | undefined): { text: string; value?: unknown } {
  if (ask === undefined) return { text: 'hello' }
  const tap = (value: unknown, label: string) => ({
    text: label,
    value: { answer: { run: ask.run, step: ask.step, value } },
  })
  const { control } = ask
  switch (control.kind) {
    case 'text':
      return { text: WRITTEN[written++ % WRITTEN.length]! }
    case 'choices': {
      const option = control.options.find((o) => o.value === 'log' || o.value === 'no') ?? control.options[0]!
      return tap(control.several ? [option.value] : option.value, option.label)
    }
    case 'rating':
    case 'number':
      return tap(Math.min(control.max, control.min + 5), String(control.min + 5))
    case 'review':
      return tap(control.send.value, control.send.label)
    case 'date':
      return tap(control.from, control.from ?? '')
    case 'time':
      return tap('17:15', '17:15')
    case 'date-time':
      return tap('2030-01-07T17:15', 'Monday 17:15')
  }
}

/** The question in a reply, if it is one. */
export const askIn = (reply: { channelData?: { bot?: unknown } }): Ask | undefined => {
  const part = reply.channelData?.bot as BotPart | undefined
  return part?.kind === 'ask' ? part : undefined
}
