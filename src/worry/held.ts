import type { Json } from '../shared/json.ts'
import type { LocalDateTime } from '../shared/calendarDay.ts'
import { addDays } from '../shared/calendarDay.ts'
import { USUAL_WORRY_TIME, type WorryTimePlan } from './worryTime.ts'

/** An entry of the worry programme as it stands in the record, its newest version. */
export interface WorryEntry {
  id: string
  name: string
  fields: { readonly [field: string]: Json | undefined }
  /** The entry it is about. */
  about: string | null
  at: LocalDateTime
}

/** A worry that waits in the box. */
export interface HeldWorry {
  worry: string
  text: string
  since: LocalDateTime
  /** Somebody has asked already whether it is really about not being safe. */
  checked: boolean
}

/** Worries that are held by what was said of them last, the oldest first. "Keep" is no end: it goes back into the box. */
export function heldWorries(entries: readonly WorryEntry[]): HeldWorry[] {
  const inOrder = [...entries].sort((a, b) => a.at.localeCompare(b.at))
  return inOrder
    .filter(({ name }) => name === 'worry')
    .flatMap(({ id, fields, at }) => {
      const said = [fields, ...inOrder.filter(isOutcomeOf(id)).map((outcome) => outcome.fields)]
      const status = said.findLast((one) => one.status !== undefined)?.status
      if ((status !== 'held' && status !== 'kept') || typeof fields.worry_text !== 'string') return []
      return [{ worry: id, text: fields.worry_text, since: at, checked: said.some((one) => one.checked === true) }]
    })
}

/** What became of one worry: reviews of it, in worry time or in the tree. */
export const isOutcomeOf =
  (worry: string) =>
  ({ name, about }: WorryEntry): boolean =>
    name === 'worry-outcome' && about === worry

const DAYS_HELD = 7

/** Held for a week or more: whether to keep it at all is asked (brief 1b). */
export const isOld = ({ since }: HeldWorry, now: LocalDateTime): boolean =>
  since.slice(0, 10) <= addDays(now.slice(0, 10), -DAYS_HELD)

/** What was settled last about worry time. */
export interface SettledWorryTime extends WorryTimePlan {
  minutes?: number
  prompt: boolean
}

/** When worry time is; undefined until it has been settled. */
export function settledWorryTime(entries: readonly WorryEntry[]): SettledWorryTime | undefined {
  const fields = entries
    .filter(({ name }) => name === 'worry-time-plan')
    .sort((a, b) => b.at.localeCompare(a.at))[0]?.fields
  if (typeof fields?.time !== 'string') return undefined
  return {
    time: fields.time,
    days: fields.days === 'school-days' ? 'school-days' : USUAL_WORRY_TIME.days,
    prompt: fields.prompt === true,
    ...(typeof fields.length === 'number' ? { minutes: fields.length } : {}),
  }
}
