import { openQuestion, receiveInput, startDialog, type Advance, type VisitState } from '../dialog-runner/index.ts'
import type { Input } from '../dialog-kit/index.ts'
import type { Json } from '../shared/json.ts'
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
    const held = holdTyped({ ...visit, stack: [] }, input.text, openings, surroundings)
    if (held) return held
  }
  return receiveInput(visit, input, surroundings)
}

/** Starts holding a typed worry, where the words are one and holding is open. */
export function holdTyped(
  visit: VisitState,
  text: string,
  openings: readonly Opening[],
  surroundings: Turn['surroundings'],
): Advance | undefined {
  const hold = openings.find(({ value }) => value === 'hold-a-worry')
  if (hold?.dialog === undefined || !soundsLikeAWorry(text)) return undefined
  return startDialog(visit, hold.dialog, { ...(hold.input as object), words: text }, surroundings)
}
