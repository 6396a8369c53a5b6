import { settle } from './typedWords.ts'

const NOT =
  /^(?:no |nah |nope |sorry )*(?:i )?(?:didnt|did not|havent|have not|never)(?: (?:do|done|did))?(?: (?:it|that|any|any of it|anything))?(?: yet)?$/
const DID = /^(?:yes |yeah |yep |yh )*(?:i )?(?:did it|did that|did do it|have done it|done it|i did)$/

/** Whether somebody did what they planned, as people type it: "didnt do it", "i did it". Undefined when it is neither. */
export function didItOrNot(text: string): 'done' | 'not-yet' | undefined {
  const words = settle(text)
  if (NOT.test(words)) return 'not-yet'
  return DID.test(words) ? 'done' : undefined
}
