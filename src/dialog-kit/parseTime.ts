import type { ClockTime } from '../shared/calendarDay.ts'
import type { AnswerShape, Parsed, RawAnswer } from './answers.ts'
import { fitsShape } from './fitsShape.ts'
import { numberToken } from './numberWords.ts'
import { settle } from './typedWords.ts'

/** A clock time as people type it: "5pm", "17:15", "quarter past five", "half 4". An hour without its half of the day is asked back. */
export function parseTime(shape: Extract<AnswerShape, { kind: 'time' }>, raw: RawAnswer): Parsed<ClockTime> {
  if (raw.kind === 'value')
    return fitsShape(shape, raw.value)
      ? { ok: true, value: raw.value as string }
      : { ok: false, reason: 'not-understood' }
  if (settle(raw.text) === '') return { ok: false, reason: 'empty' }
  const times = timesMeant(raw.text)
  if (times.length === 0) return { ok: false, reason: 'not-understood' }
  if (times.length === 1) return { ok: true, value: times[0]! }
  const { around } = shape
  const shown = around === undefined ? times : times.toSorted((a, b) => minutesOff(a, around) - minutesOff(b, around))
  return { ok: false, reason: 'ambiguous', likely: shown.map((time) => ({ value: time, label: time })) }
}

const HALF_A_DAY = 12 * 60
const minuteOfDay = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** How far two times lie apart on the clock, the shorter way round. */
function minutesOff(a: ClockTime, b: ClockTime): number {
  const apart = Math.abs(minuteOfDay(a) - minuteOfDay(b))
  return apart > HALF_A_DAY ? 2 * HALF_A_DAY - apart : apart
}

type Half = 'am' | 'pm' | 'night'

/** The clock times that typed words could mean, the likelier first; empty when they name no time. */
export function timesMeant(text: string): ClockTime[] {
  const words = settle(
    text
      .replace(/\ba\.m\.?/gi, 'am')
      .replace(/\bp\.m\.?/gi, 'pm')
      .replace(/[.:]/g, ':'),
  )
    .replace(/\bo ?clock\b/g, '')
    .replace(/^(?:at|about|around|like|maybe|by) /, '')
    .replace(/(\d)ish\b/g, '$1')
    .trim()
  if (/^(?:noon|midday|12 noon)$/.test(words)) return ['12:00']
  if (/^(?:midnight|12 midnight)$/.test(words)) return ['00:00']
  const [clock, half] = halfOfDay(words)
  const found = hourAndMinute(clock)
  if (!found) return []
  return onClock(found, half)
}

/** Takes "pm", "in the evening", "at night", "tonight" off the end. */
function halfOfDay(words: string): [string, Half | undefined] {
  const match = /^(.*?)\s*(?:(am|pm)|(?:in the |this |tomorrow )?(morning|afternoon|evening)|(at night|tonight))$/.exec(
    words,
  )
  if (!match) return [words, undefined]
  const half: Half = match[4] ? 'night' : match[2] === 'am' || match[3] === 'morning' ? 'am' : 'pm'
  return [match[1]!.trim(), half]
}

interface Found {
  hour: number
  minute: number
  /** Written so that only the 24-hour clock can be meant: "05:15", "17:15". */
  certain: boolean
}

function hourAndMinute(clock: string): Found | undefined {
  const digits = /^(\d{1,2})(?::(\d{2}))?$/.exec(clock) ?? /^(\d{2})(\d{2})$/.exec(clock) ?? /^(\d)(\d{2})$/.exec(clock)
  if (digits) {
    const written = digits[1]!
    return valid({
      hour: Number(written),
      minute: Number(digits[2] ?? 0),
      certain: Number(written) > 12 || (written.startsWith('0') && written.length === 2) || written === '0',
    })
  }
  const half = /^half (?:past )?(\w+)$/.exec(clock)
  if (half) return spoken(half[1]!, 30)
  const around = /^(?:a )?(quarter|\w+(?: five)?)(?: minutes?)? (past|to|after) (\w+)$/.exec(clock)
  if (around) {
    const minutes = around[1] === 'quarter' ? 15 : minutesCalled(around[1]!)
    if (minutes === undefined || minutes >= 60) return undefined
    return around[2] === 'to' ? spoken(around[3]!, -minutes) : spoken(around[3]!, minutes)
  }
  const pair = /^(\w+) (\w+(?: \w+)?)$/.exec(clock)
  if (pair) {
    const minutes = minutesCalled(pair[2]!)
    return minutes !== undefined && minutes >= 10 && minutes < 60 ? spoken(pair[1]!, minutes) : undefined
  }
  return spoken(clock, 0)
}

const minutesCalled = (words: string): number | undefined => {
  const parts = words.split(' ').map(numberToken)
  return parts.some((part) => part === undefined) ? undefined : parts.reduce<number>((sum, part) => sum + part!, 0)
}

function spoken(hourWord: string, minutes: number): Found | undefined {
  const hour = numberToken(hourWord)
  if (hour === undefined || hour < 1 || hour > 24) return undefined
  const total = (hour * 60 + minutes + 1440) % 1440
  return { hour: Math.floor(total / 60) || (hour <= 13 ? 12 : 0), minute: total % 60, certain: hour > 12 }
}

const valid = (found: Found): Found | undefined => (found.hour <= 23 && found.minute <= 59 ? found : undefined)

function onClock({ hour, minute, certain }: Found, half: Half | undefined): ClockTime[] {
  const at = (which: number): ClockTime => `${String(which % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  if (certain) return [at(hour)]
  const morning = hour % 12
  if (half === 'am') return [at(morning)]
  if (half === 'pm') return [at(morning + 12)]
  // At night: from six it is the evening's, from twelve to five the small hours.
  if (half === 'night') return [at(morning >= 6 ? morning + 12 : morning)]
  return hour >= 7 && hour <= 11 ? [at(morning), at(morning + 12)] : [at(morning + 12), at(morning)]
}
