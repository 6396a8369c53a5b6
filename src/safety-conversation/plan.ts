import type { Step } from '../dialog-kit/index.ts'
import type { AnswerTypes } from '../dialog-kit/answers.ts'
import type { Kit } from '../dialog-kit/steps.ts'
import { PLAN_PARTS } from '../plans/copingPlan.ts'
import { defineSafetyDialog } from './define.ts'
import type { SafetyInput } from './input.ts'

type AnyKit = Pick<Kit<AnswerTypes, SafetyInput>, 'say' | 'branch'>

/** The young person's own plan, one part a message, in their words; nothing where there is none (brief 4.3 d). */
export const sayPlan = (kit: unknown): Step => {
  const { say, branch } = kit as AnyKit
  return branch('has-plan', (_, c) => c.input.plan !== null, {
    yes: [
      say('your-plan'),
      ...PLAN_PARTS.map((part) =>
        branch(`has-${part}`, (_, c) => (c.input.plan?.[part] ?? '') !== '', {
          yes: [say(`plan-${part}`, { with: { plan: (_, c) => c.input.plan?.[part] } })],
        }),
      ),
    ],
  })
}

/** "My plan": at any time, under a hold too. */
export const myPlan = defineSafetyDialog({
  id: 'my-plan',
  audience: 'young-person',
  answers: {},
  steps: (kit) => [
    sayPlan(kit),
    kit.branch('none', (_, c) => c.input.plan === null, { yes: [kit.say('no-plan')] }),
    kit.say('numbers'),
  ],
})
