import { startDialog } from '../dialog-runner/index.ts'
import type { Effect } from '../dialog-kit/index.ts'
import type { Finding } from '../risk/types.ts'
import { chooseSafety } from '../safety-conversation/index.ts'
import { then, type Answer } from './answer.ts'
import type { Turn } from './turn.ts'

type Raise = Extract<Effect, { type: 'raise' }>

/**
 * A module's own plain question found that something is no exercise but a disclosure (brief 1b, Q0): the safety
 * conversation answers, and no line of the module follows (R8). The turn commits what was raised before its replies.
 */
export function withSafetyOf(turn: Turn, answer: Answer): Answer {
  const { advance } = answer
  const raises = advance.effects.filter((effect): effect is Raise => effect.type === 'raise')
  if (raises.length === 0 || advance.state.safety.length > 0) return answer
  const findings = raises.map(findingOf)
  const choice = chooseSafety(findings, {
    role: turn.person.role,
    staffedNow: turn.staffedNow,
    told: true,
    repeat: turn.person.escalations.some((e) => findings.some(({ lane }) => lane === e.lane)),
    canCarryOn: advance.state.stack.length > 0,
  })
  if (!choice) return answer
  const begun = startDialog(advance.state, choice.dialog, choice.input, turn.surroundings)
  return { ...answer, advance: then(advance, begun, { keepFirstOutputs: false }) }
}

const findingOf = (raise: Raise): Finding => ({
  family: 'dialog-answer',
  lane: raise.lane as Finding['lane'],
  tier: raise.tier,
  priority: raise.priority,
  rule: 'dialog-answer',
  words: '',
  because: raise.because,
})
