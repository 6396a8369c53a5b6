import { attacksIn, planIn, type PanicEntry } from '../panic/entries.ts'
import { panicStepUp, type PanicStepUp } from '../panic/stepUp.ts'
import type { CalendarDay } from '../shared/calendarDay.ts'
import { countsOf, meanOf, type Counted, type Mean } from './numbers.ts'

/** What the panic programme shows the practitioner (brief 1d). What was not given is missing, never 0; none is a recorded 0. */
export interface PanicSummary {
  attacks: number
  /** Days with at least one. */
  days: number
  /** How often "none" was said. */
  quietChecks: number
  peak: Mean | undefined
  signs: Counted[]
  did: Counted[]
  /** Of attacks of which it was said what was done: how many were stayed with. */
  stayed: { count: number; n: number }
  /** What set it off, in their own words, the newest first. */
  triggers: string[]
  scaryThoughts: string[]
  hasPlan: boolean
  gpChecked: 'yes' | 'not-yet' | 'not-sure' | undefined
  stepUp: PanicStepUp[]
}

/** The facts of a stretch of panic entries, each in its newest version. */
export function panicSummary(entries: readonly PanicEntry[], today: CalendarDay): PanicSummary {
  const logged = entries.filter(({ name }) => name === 'panic-attack')
  const attacks = attacksIn(entries)
  const told = logged.filter(({ fields }) => Array.isArray(fields.did))
  const words = (name: string, field: string) =>
    entries
      .filter((entry) => entry.name === name)
      .flatMap(({ fields }) => (typeof fields[field] === 'string' ? [fields[field]] : []))
      .toReversed()
  const checked = entries.filter(({ fields }) => typeof fields.gp_checked === 'string').at(-1)?.fields.gp_checked
  return {
    attacks: attacks.length,
    days: new Set(attacks.map(({ day }) => day)).size,
    quietChecks: entries.filter(({ name }) => name === 'no-panic').length,
    peak: meanOf(logged.map(({ fields }) => fields.peak)),
    signs: countsOf(logged.map(({ fields }) => fields.signs)),
    did: countsOf(logged.map(({ fields }) => fields.did)),
    stayed: {
      count: told.filter(({ fields }) => (fields.did as unknown[]).includes('stayed')).length,
      n: told.length,
    },
    triggers: words('panic-detail', 'trigger'),
    scaryThoughts: words('panic-attack', 'scary_thought'),
    hasPlan: planIn(entries) !== undefined,
    gpChecked: checked as PanicSummary['gpChecked'],
    stepUp: panicStepUp(attacks, today),
  }
}
