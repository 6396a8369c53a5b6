import type { Dialog, Input, Option } from '../dialog-kit/index.ts'
import { parseChoice } from '../dialog-kit/parseChoice.ts'
import { askAboutChange, CHANGED, changeOptions } from './askAboutChange.ts'
import type { Draft } from './draft.ts'
import { goOn } from './goOn.ts'
import { pauseInHand } from './pauseAndResume.ts'
import { begin, finishRun } from './runs.ts'
import { say } from './say.ts'
import { typedCommand } from './typedCommand.ts'
import type { Run } from './types.ts'

/** Whether the person is looking at the question that a release put in front of this run. */
export const isAskedAboutChange = (draft: Draft, run: Run): boolean =>
  run.at === CHANGED && draft.surroundings.dialogs.get(run.dialog) !== undefined

/** Takes the answer to "this has changed: begin again?". Begun again, it starts from nothing; left, it is closed kindly. */
export function answerAboutChange(draft: Draft, run: Run, input: Input): void {
  const dialog = draft.surroundings.dialogs.get(run.dialog)!
  const command =
    input.kind === 'command' ? input.command : input.kind === 'text' ? typedCommand(input.text) : undefined
  if (command === 'help' || command === 'delete') return say(draft, command, dialog)
  if (command === 'pause' && dialog.kind !== 'safety') return pauseInHand(draft)
  const chosen = command === 'stop' || command === 'skip' ? 'leave' : chosenIn(draft, run, input)
  if (chosen === undefined) {
    draft.understood = input.kind !== 'text'
    return askAboutChange(draft, dialog, run)
  }
  finishRun(draft, run, 'changed-by-release')
  if (chosen === 'leave' || !takesInput(dialog, run)) {
    say(draft, 'changed-by-release', dialog)
    return goOn(draft)
  }
  begin(draft, dialog.id, run.input, run.caller)
  goOn(draft)
}

function chosenIn(draft: Draft, run: Run, input: Input): string | undefined {
  if (input.kind === 'command' || (input.kind === 'answer' && (input.run !== run.run || input.step !== CHANGED)))
    return undefined
  const options: Option[] = changeOptions(draft)
  const raw = input.kind === 'text' ? input : ({ kind: 'value', value: input.value } as const)
  const found = parseChoice({ kind: 'choice', values: [] }, raw, { now: draft.surroundings.now, options })
  return found.ok ? String(found.value) : undefined
}

/** The input the dialog was begun with may not be one for its new version. */
const takesInput = (dialog: Dialog, run: Run): boolean => !dialog.input || dialog.input.safeParse(run.input).success
