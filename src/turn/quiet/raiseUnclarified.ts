import { parseVisitState } from '../../dialog-runner/index.ts'
import type { SafetyInput } from '../../safety-conversation/index.ts'
import { openMatter } from '../escalate.ts'
import type { TurnParts } from '../parts.ts'
import { readSituation } from '../situation.ts'
import type { Unanswered } from './waitForReply.ts'

/**
 * Nobody said how an ambiguous term was meant: a human looks at it, T1 (brief 4.9). Nothing where it was answered, or where
 * something more urgent took its place. The question stays open. A repeated call is harmless.
 */
export async function raiseUnclarified({ conversationId, run }: Unanswered, parts: TurnParts): Promise<void> {
  const situation = await readSituation(parts.database, conversationId, '')
  if (!situation?.person) return
  const asked = parseVisitState(situation.state.value).safety.find((r) => r.run === run && r.dialog === 'clarify')
  if (!asked) return
  const { lane = 'self', term = 'unknown', words = '' } = asked.input as SafetyInput
  const finding = { family: 'ambiguous', lane, tier: 'T1', rule: term, words, because: 'did not say how a saying was meant' } as const // prettier-ignore
  await openMatter([finding], words, `clarify/${run}`, conversationId, situation, parts.clock.now(), parts)
}
