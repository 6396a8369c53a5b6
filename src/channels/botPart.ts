import type { Activity } from 'botbuilder'
import type { Output, Picture } from '../dialog-kit/index.ts'

/** The truthful state of an escalation as its person sees it; a later one replaces an earlier one on the screen. */
export interface EscalationStatus {
  about: 'escalation'
  /** Clock time, once an alert route has taken it. */
  sent?: string
  /** First names of those whose alert route succeeded; nobody else is named. */
  told: string[]
  /** Only after an acknowledgement. */
  seenBy?: { name: string; at: string }
  nextLook: string
}

type Ask = Extract<Output, { kind: 'ask' }>

/** What stands in `channelData.bot` of every activity of ours, for a page that draws its own controls. */
export type BotPart =
  | { kind: 'say'; tone: NonNullable<Output['tone']>; picture?: Picture }
  | (Omit<Ask, 'text' | 'tone'> & { tone: NonNullable<Output['tone']> })
  | ({ kind: 'status' } & EscalationStatus)

/** The bot's sender id on every channel where we choose it. */
export const BOT_ID = 'bot'

/** The part for the page that stands for one output. */
export function botPart(output: Output): BotPart {
  const tone = output.tone ?? 'ordinary'
  if (output.kind === 'say') return { kind: 'say', tone, ...(output.picture ? { picture: output.picture } : {}) }
  const { text: _, ...rest } = output
  return { ...rest, tone }
}

/** A message of the bot in plain text: people's own words in it are never read as markup. */
export const botMessage = (botName: string, text: string, part: BotPart): Partial<Activity> => ({
  type: 'message',
  from: { id: BOT_ID, name: botName, role: 'bot' },
  text,
  textFormat: 'plain',
  inputHint: part.kind === 'ask' ? 'expectingInput' : 'acceptingInput',
  channelData: { bot: part },
})
