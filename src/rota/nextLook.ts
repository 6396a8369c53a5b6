import { addDays, londonDay, londonTime, type CalendarDay } from '../shared/calendarDay.ts'
import type { Rota } from './rota.ts'
import { dayName } from './staffedHours.ts'
import { isOpen, openingsFrom } from './staffedTime.ts'

/** When somebody will next have looked: while staffed, the end of today's hours; otherwise the next opening. */
export interface NextLook {
  at: Date
  staffedNow: boolean
}

/** Works out the next look. It is a promise made to a young person, so it never falls on a day when nobody is there. */
export function nextLook(rota: Rota, now: Date): NextLook {
  const minute = Math.floor(now.getTime() / 60_000)
  const known = looks.get(rota)
  if (known?.minute === minute) return known.look
  const look = workOutLook(rota, now)
  looks.set(rota, { minute, look })
  return look
}

/** The last one worked out: every message asks, and within a minute nothing changes. */
const looks = new WeakMap<Rota, { minute: number; look: NextLook }>()

function workOutLook(rota: Rota, now: Date): NextLook {
  const staffedNow = isOpen(rota, now)
  for (const { from, until } of openingsFrom(rota, now)) return { at: staffedNow ? until : from, staffedNow }
  throw new Error('the rota leaves nobody to look within a year')
}

/**
 * The next look as shown to people: `Tue 9:00`, `tomorrow 9:00`, `today 17:00`; beyond six days with its date, `Tue 29 Dec 9:00`.
 * While staffed the time is by when, not at when: the words around it stand in content.
 */
export function nextLookWords(look: NextLook, now: Date): string {
  const today = londonDay(now)
  if (said?.today !== today || said.at !== look.at.getTime())
    said = { today, at: look.at.getTime(), words: putIntoWords(look, today) }
  return said.words
}

/** What was said last: the same all day until the next look is over. */
let said: { today: CalendarDay; at: number; words: string } | undefined

function putIntoWords(look: NextLook, today: CalendarDay): string {
  const day = londonDay(look.at)
  const time = londonTime(look.at).replace(/^0/, '')
  if (day === today) return `today ${time}`
  if (day === addDays(today, 1)) return `tomorrow ${time}`
  return day <= addDays(today, 6)
    ? `${dayName(day)} ${time}`
    : `${dayName(day)} ${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${time}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
