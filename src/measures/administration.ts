import type { ItemAnswer } from '../record/events.ts'
import { goalItem, type AskedGoal } from './goals.ts'
import type { MeasureDefinition } from './shape.ts'

/** An answer of a questionnaire in progress, as the dialog runner saves it. */
interface SavedItem {
  state: 'given' | 'skipped' | 'declined' | 'not-sure'
  value?: unknown
}

/**
 * What a person answered, item by item in the instrument's order: given, declined, or missing (never shown). Where the items
 * are goals, only those the person has: a goal that was never agreed is not missing.
 */
export function itemAnswers(
  measure: MeasureDefinition,
  saved: Readonly<Record<string, SavedItem>>,
  goals: readonly AskedGoal[] = [],
): ItemAnswer[] {
  const items =
    measure.asked === 'goal-by-goal'
      ? measure.items.filter(({ id }) => goals.some((goal) => goalItem(goal.number) === id))
      : measure.items
  return items.map(({ id }) => {
    const answer = saved[itemStep(id)]
    if (answer === undefined) return { item: id, state: 'missing', answer: null }
    if (answer.state === 'given') return { item: id, state: 'given', answer: Number(answer.value) }
    return { item: id, state: 'declined', answer: null }
  })
}

/** The step of a measure's dialog that asks an item. */
export const itemStep = (item: string): string => `item-${item}`

/** The item a step asks, or undefined for the other steps of a measure's dialog. */
export const itemAt = (measure: MeasureDefinition, step: string): MeasureDefinition['items'][number] | undefined =>
  measure.items.find((i) => itemStep(i.id) === step)

const FAST_SECONDS = 1.5
const FAST_ITEMS = 5

/** Less than 1.5 seconds an item over five items or more (brief 3.2): a mark for staff, no comment to the young person. */
export function answeredFast(answeredAt: readonly number[]): boolean {
  let quick = 0
  for (let i = 1; i < answeredAt.length; i++) {
    quick = answeredAt[i]! - answeredAt[i - 1]! < FAST_SECONDS * 1000 ? quick + 1 : 0
    if (quick >= FAST_ITEMS) return true
  }
  return false
}
