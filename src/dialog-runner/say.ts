import type { Dialog } from '../dialog-kit/index.ts'
import { toneOf } from './askQuestion.ts'
import type { Draft } from './draft.ts'
import { standing, titled } from './wording.ts'

/** Says one of the runner's own sentences; `{title}` is the title of the dialog, where one is given. */
export function say(draft: Draft, intent: string, dialog?: Dialog): void {
  const text = standing(draft, intent, titled(draft, dialog?.id))
  draft.outputs.push({
    kind: 'say',
    dialog: dialog?.id ?? 'standing',
    step: intent,
    text,
    ...(dialog ? toneOf(dialog) : {}),
  })
}
