import type { z } from 'zod'
import { changeInRaw } from '../../measures/change.ts'
import type { MeasureDefinition } from '../../measures/definition.ts'
import { goalItem } from '../../measures/goals.ts'
import type { Goal, MeasureAdministration } from '../../record/events.ts'
import type { goal } from '../contract/goals.ts'

export type ShownGoal = z.infer<typeof goal>

/**
 * Goals with their ratings, oldest first, and the change from the first to the last. Goals are never added up, and a rating
 * that was declined is not 0. Pure.
 */
export function describeGoals(
  goals: readonly (Goal & { agreedAt: string })[],
  administrations: readonly MeasureAdministration[],
  tool: MeasureDefinition | undefined,
): ShownGoal[] {
  const inOrder = [...administrations].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))
  return goals.map(({ entryId: goalId, personId, number, words, state, version, agreedAt }) => {
    const item = goalItem(number)
    const ratings = inOrder.flatMap((one) => {
      const rated = one.personId === personId && one.measure === tool?.id && one.answers.find((a) => a.item === item)
      if (!rated) return []
      const { occurredAt, localDate, entryId: administrationId } = one
      return [{ administrationId, occurredAt, localDate, value: rated.answer, state: rated.state }]
    })
    const values = ratings.flatMap(({ value }) => (value === null ? [] : [value]))
    const scale = tool?.scales.find((one) => one.method === 'item' && one.item === item)
    const change = scale && values.length > 1 ? changeInRaw(scale, values[0]!, values.at(-1)!) : undefined
    return {
      goalId,
      personId,
      number,
      words,
      state,
      version,
      agreedAt,
      ratings,
      change: change?.difference ?? null,
      reliable: change?.reliable ?? null,
    }
  })
}
