import type { Json } from '../shared/json.ts'
import { frontRuns, newRunOf, type Draft } from './draft.ts'
import type { Run } from './types.ts'

/** Puts a new run in front of those that are there and gives its id. */
export function begin(draft: Draft, dialogId: string, input: Json, caller?: string): string {
  const dialog = draft.surroundings.dialogs.get(dialogId)
  if (!dialog) throw new Error(`no dialog ${dialogId}`)
  const runs =
    dialog.kind === 'safety' ? draft.state.safety : caller === undefined ? draft.state.stack : frontRuns(draft.state)
  const run = newRunOf(draft, dialog, input, caller)
  runs.push(run)
  return run.run
}

/** Takes the run in front away and says how it came to its end. */
export function finishRun(draft: Draft, run: Run, how: 'completed' | 'stopped' | 'changed-by-release'): void {
  run.at = null
  frontRuns(draft.state).pop()
  draft.finished.push({ run, how })
}
