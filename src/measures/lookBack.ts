import type { MeasureAdministration } from '../record/events.ts'
import type { CalendarDay } from '../shared/calendarDay.ts'
import { totalScale } from './bands.ts'
import { goalItem, type AskedGoal } from './goals.ts'
import type { MeasureDefinition } from './shape.ts'

interface Point {
  day: CalendarDay
  value: number
}

/** What somebody sees of their own answers: no cut-off, no band, no name of an instrument, nobody else (brief 3.3). */
export interface LookBack {
  /** Against the time before; undefined where there is no line. */
  since?: 'lighter' | 'same' | 'heavier'
  line?: { points: Point[]; min: number; max: number; heavier: 'up' | 'down' }
  goals: { number: number; words: string; points: Point[] }[]
}

/** This many of the latest points are drawn. */
const POINTS = 12

/**
 * The line of the measure that was sent in last, where it was scored twice, and the goals that were rated twice. Less than
 * `aboutTheSame` of the measure's reliable change (of a tenth of its range where it has none) is called about the same.
 * Undefined where there is nothing to look back on. Pure.
 */
export function lookBack(
  administrations: readonly MeasureAdministration[],
  goals: readonly AskedGoal[],
  measures: ReadonlyMap<string, MeasureDefinition>,
  aboutTheSame: number,
): LookBack | undefined {
  const inOrder = [...administrations].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))
  const rated = goals.flatMap(({ number, words }) => {
    const points = inOrder.flatMap(({ answers, localDate: day }) => {
      const value = answers.find(({ item }) => item === goalItem(number))?.answer
      return value === null || value === undefined ? [] : [{ day, value }]
    })
    return points.length < 2 ? [] : [{ number, words, points: points.slice(-POINTS) }]
  })
  const line = lineOf(inOrder, measures, aboutTheSame)
  return line || rated.length > 0 ? { ...line, goals: rated } : undefined
}

function lineOf(
  inOrder: readonly MeasureAdministration[],
  measures: ReadonlyMap<string, MeasureDefinition>,
  aboutTheSame: number,
): Pick<LookBack, 'since' | 'line'> | undefined {
  for (const id of new Set(inOrder.map(({ measure }) => measure).reverse())) {
    const measure = measures.get(id)
    const scale = measure && totalScale(measure)
    if (!scale?.range || scale.higherIs === 'not-known') continue
    const points = inOrder.flatMap(({ measure: of, score, localDate: day }) =>
      of === id && score.state === 'scored' ? [{ day, value: score.total }] : [],
    )
    const [before, last] = [points.at(-2), points.at(-1)]
    if (!before || !last) continue
    const [min, max] = scale.range
    const worse = (last.value - before.value) * (scale.higherIs === 'worse' ? 1 : -1)
    const much = aboutTheSame * (scale.reliableChange?.unit === 'raw' ? scale.reliableChange.atLeast : (max - min) / 10)
    return {
      since: Math.abs(worse) < much ? 'same' : worse > 0 ? 'heavier' : 'lighter',
      line: { points: points.slice(-POINTS), min, max, heavier: scale.higherIs === 'worse' ? 'up' : 'down' },
    }
  }
  return undefined
}
