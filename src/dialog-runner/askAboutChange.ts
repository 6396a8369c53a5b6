import type { Dialog, Option } from '../dialog-kit/index.ts'
import { toneOf } from './askQuestion.ts'
import type { Draft } from './draft.ts'
import type { Run } from './types.ts'
import { standing, standingLabel, titled } from './wording.ts'

/** The step key of the runner's own question after a release changed a dialog. No dialog's step can be called this. */
export const CHANGED = '__changed'

/** The two ways on after a change: begin again, or leave it. Both are authored words. */
export const changeOptions = (draft: Draft): Option[] => [
  { value: 'restart', label: standingLabel(draft, 'option-restart') },
  { value: 'leave', label: standingLabel(draft, 'option-leave') },
]

/** Says that this part has changed since the person was last here and asks whether to begin it again. */
export function askAboutChange(draft: Draft, dialog: Dialog, run: Run): void {
  run.at = CHANGED
  draft.outputs.push({
    kind: 'ask',
    dialog: dialog.id,
    run: run.run,
    step: CHANGED,
    text: standing(draft, 'changed-offer-restart', titled(draft, dialog.id)),
    control: { kind: 'choices', options: changeOptions(draft), several: false },
    navigation: dialog.kind === 'safety' ? [] : ['pause'],
    ...toneOf(dialog),
  })
}
