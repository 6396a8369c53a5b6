import { CHANGED } from './askAboutChange.ts'
import { frontRun, momentsOf } from './draft.ts'
import type { OpenQuestion, Surroundings, VisitState } from './types.ts'
import { walk } from './walk.ts'

/** What is being asked now, without changing anything; null when nothing is. */
export function openQuestion(state: VisitState, surroundings: Surroundings): OpenQuestion | null {
  const run = frontRun(state)
  const dialog = run && surroundings.dialogs.get(run.dialog)
  if (!run || !dialog) return null
  const about = { run: run.run, dialog: dialog.id, version: dialog.version, kind: dialog.kind }
  if (run.version !== dialog.version && dialog.onVersionChange !== 'carry-on') {
    if (dialog.onVersionChange === 'finish') return null
    return { ...about, step: CHANGED, shape: { kind: 'choice', values: ['restart', 'leave'] } }
  }
  const stop = walk(dialog, run, momentsOf(run, surroundings))
  return stop.kind === 'question' ? { ...about, step: stop.question.key, shape: stop.question.type.shape } : null
}
