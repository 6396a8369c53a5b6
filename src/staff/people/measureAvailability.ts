import { conversationRoles, whyNotCleared } from '../../measures/clearance.ts'
import type { MeasureDefinition } from '../../measures/definition.ts'
import type { CalendarDay } from '../../shared/calendarDay.ts'
import { ageOn } from '../age.ts'

/** Whom a measure is wanted for; null for "anybody", when a list is shown. */
export interface Asked {
  role: 'young-person' | 'parent-carer'
  dateOfBirth: CalendarDay | null
}

/** Why a measure cannot be asked for, in plain words; null when it can. Unknown, uncleared and expired ones are never shown. */
export function whyNotMeasure(
  measure: MeasureDefinition | undefined,
  asked: Asked | null,
  today: CalendarDay,
): string | null {
  if (measure === undefined) return 'This measure is not part of this release.'
  const whyNot = whyNotCleared(measure, today)
  if (whyNot !== null || asked === null) return whyNot
  const { ages } = measure
  if (!conversationRoles(measure).includes(asked.role))
    return asked.role === 'parent-carer'
      ? `${measure.shortTitle} is answered by the young person.`
      : `${measure.shortTitle} is answered by a parent or carer.`
  if (asked.role === 'parent-carer') return null
  const age = ageOn(asked.dateOfBirth, today)
  if (age === null)
    return `${measure.shortTitle} is for ages ${ages.from} to ${ages.to}, and the date of birth is not recorded.`
  if (age < ages.from || age > ages.to)
    return `${measure.shortTitle} is for ages ${ages.from} to ${ages.to}; this young person is ${age}.`
  return null
}
