import type { Dialog } from '../dialog-kit/index.ts'
import { others, safeguarding, scope, thirdParty, unscanned } from './aboutOthers.ts'
import { declinedItem, itemNine } from './measureItems.ts'
import { medical, selfT2, selfT3, t1Check } from './ownSafety.ts'
import {
  parentChildNow,
  parentChildRisk,
  parentDomesticAbuse,
  parentHarm,
  parentSafeguarding,
  parentSelfT2,
  parentSelfT3,
} from './parents.ts'
import { myPlan } from './plan.ts'
import { clarify, denial, noReply, stillHere } from './smallReplies.ts'

export { chooseSafety } from './chooseSafety.ts'
export { isAskedAt, type SafetyInput } from './input.ts'

/** Every dialog of the safety conversation; they go before all others and are not listed in `dialogs/`. */
export const safetyDialogs: readonly Dialog[] = [
  t1Check, selfT2, selfT3, medical,
  safeguarding, others, thirdParty, unscanned, scope,
  parentChildNow, parentChildRisk, parentHarm, parentDomesticAbuse, parentSafeguarding, parentSelfT2, parentSelfT3,
  itemNine, declinedItem,
  myPlan, clarify, denial, stillHere, noReply,
] // prettier-ignore
