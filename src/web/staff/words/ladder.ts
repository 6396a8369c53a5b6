import type { components } from '../../generated/staff-api.ts'
import { counted, fieldWords } from './labels.ts'

type Schemas = components['schemas']

/** Steps of the ladder as it ships (`content/ladder.yaml`); a service's own step is named by its id. */
const RUNG_WORDS: Record<string, string> = {
  first: 'First told',
  'on-the-page': 'On their page, until somebody is there',
  'duty-worker': 'Duty worker',
  supervisor: 'Supervisor',
  'supervisor-list': 'On the supervisor’s page',
  'supervisor-acts': 'Supervisor acts',
  'service-manager': 'Service manager',
  'contact-before-close': 'Contact before the day ends',
  everybody: 'Everybody again',
  'morning-board': 'Morning board',
  'morning-board-overdue': 'Morning board, overdue',
  'morning-board-again': 'Morning board again',
  'handed-over': 'Handed over',
}

export const rungWords = (rung: string): string => RUNG_WORDS[rung] ?? fieldWords(rung)

const ROUTE_WORDS: Record<string, string> = {
  'staff-page': 'this page',
  email: 'e-mail',
  webhook: 'pager',
  teams: 'Teams',
}

export const routeWords = (route: string): string => ROUTE_WORDS[route] ?? route

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })
/** `Sol Rao and Kit Lee`; nobody has words of its own, because it must be seen. */
export const namesWords = (names: readonly string[]): string => (names.length === 0 ? 'nobody' : LIST.format(names))

/** How long until a moment: `in 12 min`, `in 2 h 5 min`, `in 3 days`; `now` once it has come. */
export function untilWords(iso: string, now: Date): string {
  const minutes = Math.ceil((Date.parse(iso) - now.getTime()) / 60_000)
  if (minutes <= 0) return 'now'
  if (minutes < 60) return `in ${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 === 0 ? `in ${hours} h` : `in ${hours} h ${minutes % 60} min`
  return `in ${counted(Math.round(hours / 24), 'day', 'days')}`
}

/** What happens next unless somebody deals with it: `in 12 min Sol Rao and Kit Lee are told`. */
export function nextWords(next: Schemas['NextRung'], now: Date): string {
  const { tells, onPageOnly } = next
  const who = `${namesWords(tells)} ${tells.length > 1 ? 'are' : 'is'}`
  return `${untilWords(next.dueAt, now)} ${onPageOnly ? `it stands on the page of ${namesWords(tells)}` : `${who} told`}`
}
