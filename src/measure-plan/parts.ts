import type { Database } from '../database/database.ts'
import type { MeasureDefinition } from '../measures/definition.ts'
import type { ReminderRules } from '../reminders/rules.ts'
import type { Rota } from '../rota/rota.ts'
import type { MeasurePlanRules } from './plan.ts'

/** What keeping measure plans is built from. */
export interface PlanParts {
  database: Database
  measures: ReadonlyMap<string, MeasureDefinition>
  rules: MeasurePlanRules
  reminderRules: ReminderRules
  opening(): Pick<Rota, 'hours' | 'closures'>
  /** Whether a measure may be begun at this hour (brief 3.2.1). */
  mayBegin(measure: MeasureDefinition, at: Date): boolean
}
