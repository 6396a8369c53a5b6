import { BOT_ID, type Activity, type Ask, type Picture, type Status, type Tone, type Value } from './wire.ts'

/** How far something the person sent has come. `waiting`: kept until there is a connection; `failed`: needs a tap to go again. */
export type SendState = 'sending' | 'waiting' | 'failed' | 'sent'

/** Something the person sent that has not come back to us as part of the conversation yet. */
export interface Outgoing {
  /** Stays the same however often it is sent, so that it counts once. */
  clientId: string
  text: string
  value?: Value
  state: SendState
}

/** Something the person said or tapped, as shown. */
export interface Own {
  key: string
  text: string
  state: SendState
  /** Set where a tap may change this answer. */
  change?: string
}

export type Entry =
  | { kind: 'said'; key: string; at: string; text: string; tone: Tone; picture?: Picture }
  | { kind: 'asked'; key: string; at: string; text: string; ask: Ask; own?: Own }
  | { kind: 'own'; key: string; at: string; own: Own }
  | { kind: 'status'; key: string; at: string; status: Status; current: boolean }

export type Asked = Extract<Entry, { kind: 'asked' }>

/** What stands on the screen. */
export interface Screen {
  entries: Entry[]
  /** The one question that can be answered now. */
  open: Asked | null
  /** The first entry of this visit after the last thing the person said: where reading goes on. */
  news: string | undefined
  /** Something is on its way and the bot has not answered it. */
  onItsWay: boolean
  /** The last thing said was about safety: help stands beside it. */
  safety: boolean
}

/** Commands that take the place of an answer, and are shown as one. */
const ANSWERING = new Set(['skip', 'not-sure', 'decline'])
/** What was said longer before than this belongs to an earlier visit. */
const VISIT_GAP_MS = 10 * 60_000
/** Commands that lead to an earlier question: what they leave behind would only be clutter. */
const MOVING = new Set(['back', 'change'])

/**
 * Turns stored activities and things still being sent into what the screen shows. Pure: the same lists always give the
 * same screen, so a reload, a second device and a reconnection cannot differ.
 */
export function readConversation(activities: readonly Activity[], outgoing: readonly Outgoing[]): Screen {
  let entries: Entry[] = []
  let open: Asked | null = null
  let last: Asked | null = null
  let moved = false
  let onItsWay = false

  const hear = (activity: Activity, key: string, at: string): void => {
    const text = activity.text ?? ''
    const part = activity.channelData?.bot ?? { kind: 'say' as const }
    onItsWay = false
    if (part.kind === 'status') {
      entries = entries.filter((e) => e.kind !== 'status')
      entries.push({ kind: 'status', key, at, status: part, current: true })
    } else if (part.kind === 'ask') {
      entries = entries.filter((e) => e.kind !== 'asked' || !isReplacedBy(e, part, moved))
      moved = false
      open = last = { kind: 'asked', key, at, text, ask: part }
      entries.push(open)
    } else if (text !== '') {
      const { tone = 'ordinary', picture } = part
      entries.push({ kind: 'said', key, at, text, tone, ...(picture ? { picture } : {}) })
    }
  }

  const tell = (own: Own, value: Value | undefined, at: string): void => {
    const failed = own.state === 'failed'
    const command = value !== undefined && 'command' in value ? value.command : undefined
    if (!failed) onItsWay = true
    if (command !== undefined && MOVING.has(command)) {
      if (failed) entries.push({ kind: 'own', key: own.key, at, own })
      else {
        moved = true
        open = null
      }
      return
    }
    const to = answeredBy(entries, open, value)
    if (to === undefined) entries.push({ kind: 'own', key: own.key, at, own })
    else entries = entries.map((e) => (e === to ? { ...to, own } : e))
    if (!failed) open = null
  }

  for (const [at, activity] of activities.entries()) {
    if (activity.type !== 'message') continue
    const key = activity.id ?? `at-${at}`
    const when = activity.timestamp ?? ''
    if (activity.from?.id === BOT_ID) hear(activity, key, when)
    else {
      const own: Own = { key: activity.channelData?.clientActivityID ?? key, text: activity.text ?? '', state: 'sent' }
      tell(own, readValue(activity.value), when)
    }
  }
  const arrived = new Set(activities.map((a) => a.channelData?.clientActivityID))
  for (const { clientId, text, value, state } of outgoing)
    if (!arrived.has(clientId)) tell({ key: clientId, text, state }, value, '')

  // The entry may have been replaced by one that carries a failed answer.
  const openKey = (open as Asked | null)?.key
  const shown = placeStatus(markChangeable(entries, openKey === undefined ? null : last), openKey)
  return {
    entries: shown,
    open: shown.find((e): e is Asked => e.kind === 'asked' && e.key === openKey) ?? null,
    news: firstNews(shown),
    onItsWay,
    safety: isAboutSafety(shown),
  }
}

/** An earlier question goes when it is asked again: always when unanswered, with its answer when the person went back to it. */
function isReplacedBy(earlier: Asked, ask: Ask, moved: boolean): boolean {
  const same = earlier.ask.run === ask.run && earlier.ask.step === ask.step
  if (moved) return same || (earlier.ask.run === ask.run && earlier.own === undefined)
  return same && earlier.own === undefined
}

/** Which question a message answers. Typed words answer the open question; a button names its own. */
function answeredBy(entries: readonly Entry[], open: Asked | null, value: Value | undefined): Asked | undefined {
  const asked = entries.filter((e): e is Asked => e.kind === 'asked')
  if (value === undefined) return asked.find((e) => e.key === open?.key)
  if ('answer' in value)
    return asked.findLast((e) => e.ask.run === value.answer.run && e.ask.step === value.answer.step)
  if ('command' in value && ANSWERING.has(value.command))
    return asked.findLast((e) => value.step === undefined || e.ask.step === value.step)
  return undefined
}

/** Answers of the dialog in hand can be changed by a tap; where a question was asked twice, only the later one. */
function markChangeable(entries: Entry[], last: Asked | null): Entry[] {
  const seen = new Set<string>()
  const marked: Entry[] = []
  for (const entry of [...entries].reverse()) {
    const inHand = entry.kind === 'asked' && last !== null && entry.ask.run === last.ask.run
    if (!inHand) {
      marked.unshift(entry)
      continue
    }
    const can = !seen.has(entry.ask.step) && entry.own?.state === 'sent' && entry.ask.control.kind !== 'review'
    seen.add(entry.ask.step)
    marked.unshift(can && entry.own ? { ...entry, own: { ...entry.own, change: entry.ask.step } } : entry)
  }
  return marked
}

/** While nothing but safety has been asked since, the status stays at the end of the screen, above the open question. */
function placeStatus(entries: Entry[], openKey: string | undefined): Entry[] {
  const at = entries.findIndex((e) => e.kind === 'status')
  const status = entries[at]
  if (status?.kind !== 'status') return entries
  const movedOn = entries.slice(at + 1).some((e) => e.kind === 'asked' && e.ask.tone !== 'safety')
  if (movedOn) return entries.map((e) => (e === status ? { ...status, current: false } : e))
  const others = entries.filter((e) => e !== status)
  const end = others.at(-1)?.key === openKey ? others.length - 1 : others.length
  return [...others.slice(0, end), status, ...others.slice(end)]
}

function firstNews(entries: readonly Entry[]): string | undefined {
  let first: Entry | undefined
  for (const entry of [...entries].reverse()) {
    const spoke = entry.kind === 'own' || (entry.kind === 'asked' && entry.own !== undefined)
    if (spoke || (first !== undefined && Date.parse(first.at) - Date.parse(entry.at) > VISIT_GAP_MS)) break
    first = entry
  }
  return first?.key
}

function isAboutSafety(entries: readonly Entry[]): boolean {
  const last = entries.findLast((e) => e.kind === 'said' || e.kind === 'asked')
  if (entries.some((e) => e.kind === 'status' && e.current)) return true
  return (last?.kind === 'said' && last.tone === 'safety') || (last?.kind === 'asked' && last.ask.tone === 'safety')
}

function readValue(value: unknown): Value | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return 'answer' in value || 'command' in value || 'open' in value ? (value as Value) : undefined
}
