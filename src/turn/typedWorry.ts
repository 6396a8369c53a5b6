import { openQuestion, receiveInput, startDialog, type Advance, type VisitState } from '../dialog-runner/index.ts'
import type { Input } from '../dialog-kit/index.ts'
import type { Json } from '../shared/json.ts'
import { speaksOfFamilyTime } from '../parenting/seeIt.ts'
import { soundsLikeAWorry } from '../worry/typedWorries.ts'
import type { Turn } from './turn.ts'

interface Opening {
  value: string
  dialog?: string
  input?: Json
}

/**
 * What was typed, for the dialog in hand. A worry that is plainly one ("what if …"), typed at the start where a choice is
 * asked for, goes to where worries are held, if that is open to this person: nobody has to look for a button first.
 */
export function receiveTyped({ visit, surroundings }: Turn, input: Input): Advance {
  const start = visit.stack.at(-1)
  if (input.kind === 'text' && start && openQuestion(visit, surroundings)?.dialog === 'home') {
    const { openings } = start.input as unknown as { openings: Opening[] }
    const begun = beginTyped({ ...visit, stack: [] }, input.text, openings, surroundings)
    if (begun) return begun
  }
  return receiveInput(visit, input, surroundings)
}

/** More than this is no line about what happened: it is asked for in its own place. */
const LINE = 300

/**
 * Starts what typed words plainly ask for, where it is open: holding a worry, or (parents and carers) noting what happened
 * round family time (S4). Nothing else is guessed at (G2).
 */
export function beginTyped(
  visit: VisitState,
  text: string,
  openings: readonly Opening[],
  surroundings: Turn['surroundings'],
): Advance | undefined {
  const offer =
    (soundsLikeAWorry(text) ? 'hold-a-worry' : undefined) ??
    (speaksOfFamilyTime(text) && text.length <= LINE ? 'something-happened' : undefined)
  const open = openings.find(({ value }) => value === offer)
  if (open?.dialog === undefined) return undefined
  return startDialog(visit, open.dialog, { ...(open.input as object), words: text }, surroundings)
}
