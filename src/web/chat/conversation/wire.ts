/**
 * What travels between bot and page: the page's own view of the wire format, because pages import nothing of the server.
 * A type test holds `Control` against the dialog kit's.
 */
export type Tone = 'ordinary' | 'measure' | 'safety' | 'large'

export interface Option {
  value: string
  label: string
}

export type Control =
  | { kind: 'text'; maxLength: number; placeholder?: string; suggestions?: readonly string[] }
  | { kind: 'choices'; options: Option[]; several: boolean }
  | { kind: 'rating'; min: number; max: number; low: string; high: string }
  | { kind: 'number'; min: number; max: number; unit?: string; step?: number }
  | { kind: 'date'; from?: string; to?: string }
  | { kind: 'time'; around?: string }
  | { kind: 'date-time'; from?: string; to?: string }
  | { kind: 'review'; rows: { step: string; question: string; answer: string }[]; send: Option }

/** A question as the bot sent it; its text stands beside it in the activity. */
export interface Ask {
  kind: 'ask'
  run: string
  step: string
  dialog: string
  stem?: string
  control: Control
  navigation: string[]
  progress?: { at: number; about: number }
  notice?: string
  tone?: Tone
}

/** Where an escalation truly stands. A later one takes the place of an earlier one. */
export interface Status {
  kind: 'status'
  about: 'escalation'
  sent?: string
  told: string[]
  seenBy?: { name: string; at: string }
  nextLook: string
}

/** A person's own answers, to be drawn; the message's text says what it shows. */
export type Picture =
  | {
      kind: 'line'
      points: readonly { day: string; value: number }[]
      min: number
      max: number
      heavier: 'up' | 'down'
    }
  | { kind: 'ladder'; points: readonly { day: string; value: number }[]; min: number; max: number }

export type BotPart = { kind: 'say'; tone?: Tone; picture?: Picture } | Ask | Status

/** What a button or picker sends back. */
export type Value =
  | { answer: { run: string; step: string; value: unknown } }
  | { command: string; step?: string }
  | { open: { dialog: string; input?: unknown } }

/** The parts of a Direct Line activity that the page looks at. */
export interface Activity {
  id?: string
  type: string
  name?: string
  timestamp?: string
  from?: { id?: string; name?: string }
  text?: string
  value?: unknown
  channelData?: { bot?: BotPart; clientActivityID?: string }
}

/** The sender's id in everything the bot says. */
export const BOT_ID = 'bot'
