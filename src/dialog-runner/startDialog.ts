import type { Json } from '../shared/json.ts'
import { beginDraft, finishDraft } from './draft.ts'
import { goOn } from './goOn.ts'
import { setAside } from './pauseAndResume.ts'
import { begin } from './runs.ts'
import type { Advance, Surroundings, VisitState } from './types.ts'

/**
 * Starts a dialog and goes to its first question. A dialog in hand is put aside, or dropped when nothing was answered.
 * A `safety` dialog goes in front of everything and leaves the dialog in hand where it is; while one is open, another
 * dialog waits behind it. Throws when the dialog is not known or its input does not fit: faults of ours, not of the person.
 */
export function startDialog(state: VisitState, dialogId: string, input: Json, surroundings: Surroundings): Advance {
  const draft = beginDraft(state, surroundings)
  if (surroundings.dialogs.get(dialogId)?.kind !== 'safety') setAside(draft)
  begin(draft, dialogId, input)
  goOn(draft)
  return finishDraft(draft)
}
