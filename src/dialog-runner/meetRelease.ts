import type { Dialog } from '../dialog-kit/index.ts'
import { askAboutChange } from './askAboutChange.ts'
import type { Draft } from './draft.ts'
import { finishRun } from './runs.ts'
import { say } from './say.ts'
import type { Run } from './types.ts'

/**
 * Looks whether the run's dialog is still the one it was begun with. Gives the dialog when the run can go on (answers
 * that no longer fit are asked again by the walk), `asked` when the person is asked whether to begin again, `finished`
 * when the run was closed in kind words.
 */
export function meetRelease(draft: Draft, run: Run): Dialog | 'asked' | 'finished' {
  const dialog = draft.surroundings.dialogs.get(run.dialog)
  if (!dialog) {
    say(draft, 'changed-by-release')
    finishRun(draft, run, 'changed-by-release')
    return 'finished'
  }
  if (dialog.version === run.version) return dialog
  if (dialog.onVersionChange === 'carry-on') {
    run.version = dialog.version
    return dialog
  }
  if (dialog.onVersionChange === 'finish') {
    say(draft, 'changed-by-release', dialog)
    finishRun(draft, run, 'changed-by-release')
    return 'finished'
  }
  askAboutChange(draft, dialog, run)
  return 'asked'
}
