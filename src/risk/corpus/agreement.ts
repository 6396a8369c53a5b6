import { TIERS } from '../types.ts'
import type { LabelledMessage } from './message.ts'

/** How far two labellers agree: the part of messages labelled alike, and Cohen's kappa, which takes chance off. */
export interface Agreement {
  messages: number
  alike: number
  kappa: number
}

/** Agreement on the four tiers, and on flagged (T1 and above) or not, over messages that have both labels. */
export function agreementOf(messages: readonly LabelledMessage[]): { tier: Agreement; flagged: Agreement } {
  const both = messages.flatMap(({ first, second }) => (second ? [[first.tier, second.tier] as const] : []))
  return {
    tier: agree(both, TIERS),
    flagged: agree(both.map(([a, b]) => [a !== 'T0', b !== 'T0'] as const), [true, false]),
  } // prettier-ignore
}

function agree<T>(pairs: readonly (readonly [T, T])[], labels: readonly T[]): Agreement {
  const n = pairs.length
  const alike = pairs.filter(([a, b]) => a === b).length / n
  const chance = labels
    .map((label) => (pairs.filter(([a]) => a === label).length / n) * (pairs.filter(([, b]) => b === label).length / n))
    .reduce((sum, part) => sum + part, 0)
  return { messages: n, alike, kappa: chance === 1 ? 1 : (alike - chance) / (1 - chance) }
}
