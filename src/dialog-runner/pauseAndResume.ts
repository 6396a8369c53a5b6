import { beginDraft, finishDraft, frontRun, type Draft } from './draft.ts'
import { goOn } from './goOn.ts'
import { say } from './say.ts'
import type { Advance, Run, Surroundings, VisitState } from './types.ts'

/** Moves the dialog in hand and its callers aside, newest in front; one with no answer yet is dropped. */
export function setAside(draft: Draft): boolean {
  const { state } = draft
  const answered = state.stack.some((run) => Object.keys(run.answers).length > 0)
  if (answered) state.aside.unshift(...state.stack.toReversed())
  state.stack = []
  return answered
}

/** What "pause" does: even a dialog with no answer yet is kept, because the person asked for it. */
export function pauseInHand(draft: Draft): void {
  const run = draft.state.stack.at(-1)
  if (!run) return say(draft, 'nothing-open')
  const dialog = draft.surroundings.dialogs.get(run.dialog)
  draft.state.aside.unshift(...draft.state.stack.toReversed())
  draft.state.stack = []
  say(draft, 'put-aside', dialog)
}

/** Puts the dialog in hand aside, as when the person says "pause". It can be resumed on any device. */
export function putAside(state: VisitState, surroundings: Surroundings): Advance {
  const draft = beginDraft(state, surroundings)
  pauseInHand(draft)
  return finishDraft(draft)
}

/** What can be resumed, newest first: without the dialogs that only wait for one of these. */
export const resumable = (state: VisitState): Run[] =>
  state.aside.filter((run) => !state.aside.some((other) => other.caller === run.run))

/** Takes a dialog that was put aside up again, where it was. What is in hand is put aside. An id that is not there is answered kindly. */
export function resume(state: VisitState, run: string, surroundings: Surroundings): Advance {
  const draft = beginDraft(state, surroundings)
  takeUp(draft, run)
  return finishDraft(draft)
}

/** The same within an advance; the newest when no run is named. */
export function takeUp(draft: Draft, wanted?: string): void {
  const run = resumable(draft.state).find((aside) => wanted === undefined || aside.run === wanted)
  if (!run) {
    if (draft.state.stack.at(-1)?.run !== wanted || wanted === undefined) say(draft, 'nothing-to-resume')
    return goOn(draft)
  }
  const chain = [run]
  for (let caller = run.caller; caller !== undefined; caller = chain[0]!.caller) {
    const found = draft.state.aside.find((aside) => aside.run === caller)
    if (!found) break
    chain.unshift(found)
  }
  draft.state.aside = draft.state.aside.filter((aside) => !chain.includes(aside))
  setAside(draft)
  draft.state.stack = chain
  run.misses = 0
  say(draft, 'resumed', draft.surroundings.dialogs.get(run.dialog))
  goOn(draft)
}

/** Asks the open question once more: after a reload, a safety conversation, a hold. No outputs when nothing is open. */
export function askAgain(state: VisitState, surroundings: Surroundings): Advance {
  const draft = beginDraft(state, surroundings)
  if (frontRun(draft.state)) goOn(draft)
  return finishDraft(draft)
}
