import type { ThoughtEntry } from '../thoughts/rules.ts'
import { countsOf, meanOf, type Counted, type Mean } from './numbers.ts'

/** What the thought programme shows the practitioner (brief 1d). What was not given is missing, never 0. */
export interface ThoughtSummary {
  caught: number
  checked: number
  /** Of checks with both numbers: the belief before and after, and in how many it came down. */
  beliefBefore: Mean | undefined
  beliefAfter: Mean | undefined
  cameDown: { count: number; n: number }
  feelings: Counted[]
  /** Times the feeling was too strong to begin. */
  settledFirst: number
  /** In their own words, the newest first: what is not worked on here, or did not move. */
  toSession: string[]
}

/** The facts of a stretch of thought entries, each in its newest version. */
export function thoughtSummary(entries: readonly ThoughtEntry[]): ThoughtSummary {
  const thoughts = entries.filter(({ name }) => name === 'thought')
  const checks = entries.filter(({ name }) => name === 'thought-check')
  const both = checks.filter(
    ({ fields }) => typeof fields.belief_before === 'number' && typeof fields.belief_after === 'number',
  )
  const stuck = new Set(checks.filter(({ fields }) => fields.take_to_session === true).map(({ about }) => about))
  return {
    caught: thoughts.filter(({ fields }) => fields.status === 'caught').length,
    checked: checks.length,
    beliefBefore: meanOf(both.map(({ fields }) => fields.belief_before)),
    beliefAfter: meanOf(both.map(({ fields }) => fields.belief_after)),
    cameDown: {
      count: both.filter(({ fields }) => Number(fields.belief_after) < Number(fields.belief_before)).length,
      n: both.length,
    },
    feelings: countsOf([...thoughts, ...named(entries, 'settled-first')].map(({ fields }) => fields.feeling)),
    settledFirst: named(entries, 'settled-first').length,
    toSession: thoughts
      .filter(({ id, fields }) => fields.take_to_session === true || stuck.has(id))
      .flatMap(({ fields }) => (typeof fields.thought === 'string' ? [fields.thought] : []))
      .toReversed(),
  }
}

const named = (entries: readonly ThoughtEntry[], wanted: string) => entries.filter(({ name }) => name === wanted)
