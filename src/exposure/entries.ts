import type { LocalDateTime } from '../shared/calendarDay.ts'
import type { Json } from '../shared/json.ts'
import type { Go, LadderStep } from './ladder.ts'

/** An entry of the programme as it stands in the record. */
export interface ExposureEntry {
  id: string
  name: string
  fields: { readonly [field: string]: Json | undefined }
  about: string | null
  at: LocalDateTime
}

const number = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined)

/** The ladder as it stands, with the newest rating of each step. A step without words or rating is none. */
export function stepsIn(entries: readonly ExposureEntry[]): LadderStep[] {
  return entries
    .filter(({ name }) => name === 'ladder-step')
    .flatMap(({ id, fields: { text, fear, adult_ok: adultOk } }) => {
      const again = entries.findLast(({ name, about }) => name === 'ladder-rating' && about === id)
      const rated = number(again?.fields.fear) ?? number(fear)
      return typeof text !== 'string' || rated === undefined
        ? []
        : [{ id, text, fear: rated, adultOk: (adultOk ?? 'not-yet') as LadderStep['adultOk'] }]
    })
}

/** Goes that took place, in their order. What was not tried is no go. */
export const goesIn = (entries: readonly ExposureEntry[]): Go[] =>
  entries.flatMap(({ name, about, fields }) =>
    name === 'exposure-practice' && about !== null && typeof fields.outcome === 'string' && fields.outcome !== 'not'
      ? [
          {
            step: about,
            start: number(fields.fear_start),
            peak: number(fields.fear_peak),
            leftEarly: fields.outcome === 'left_early',
          },
        ]
      : [],
  )
