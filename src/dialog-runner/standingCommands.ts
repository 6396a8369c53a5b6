import type { Command, Dialog, StepKey } from '../dialog-kit/index.ts'
import { answerRows, toneOf } from './askQuestion.ts'
import { frontRun, frontRuns, type Draft } from './draft.ts'
import { goOn } from './goOn.ts'
import { lookAhead } from './lookAhead.ts'
import { pauseInHand } from './pauseAndResume.ts'
import { finishRun } from './runs.ts'
import { saveAnswer } from './saveAnswer.ts'
import { say } from './say.ts'
import type { Run } from './types.ts'
import type { Question } from './walk.ts'
import { standing, standingLabel } from './wording.ts'

/** The step key of the runner's own list of answers to change. No dialog's step can be called this. */
export const CHOOSE_CHANGE = '__change'

type Blank = 'skipped' | 'declined' | 'not-sure'
const BLANKS: Partial<Record<Command, Blank>> = { skip: 'skipped', decline: 'declined', 'not-sure': 'not-sure' }

/** Does one standing command at the open question. Every one is answered, wherever it is given. */
export function doCommand(
  draft: Draft,
  dialog: Dialog,
  run: Run,
  question: Question,
  command: Command,
  step?: StepKey,
): void {
  if (command === 'help') return say(draft, 'help', dialog)
  const own = ownAnswer(question, command)
  if (own !== undefined) {
    saveAnswer(draft, run, question.key, { state: 'given', value: own })
    return goOn(draft)
  }
  if (dialog.kind === 'safety')
    return leaveBlank(draft, dialog, run, question, command === 'not-sure' ? 'not-sure' : 'declined')
  const blank = BLANKS[command]
  if (blank) return leaveBlank(draft, dialog, run, question, blank)
  if (command === 'back') return goBack(draft, dialog, run)
  if (command === 'change')
    return step === undefined ? listAnswers(draft, dialog, run) : reopen(draft, dialog, run, step)
  if (command === 'pause') return pauseInHand(draft)
  if (command === 'stop') return stopHere(draft, dialog)
  say(draft, 'already-here', dialog)
  goOn(draft)
}

/** Where a question has an answer of its own for it, "dunno" is that answer and no blank: in the safety conversation it decides. */
function ownAnswer({ type: { shape } }: Question, command: Command): string | undefined {
  const value = command === 'not-sure' ? 'not-sure' : command === 'decline' ? 'not-say' : undefined
  return value !== undefined && shape.kind === 'choice' && shape.values.includes(value) ? value : undefined
}

/** Leaves the open question without an answer, and says so where that cannot be. */
function leaveBlank(draft: Draft, dialog: Dialog, run: Run, question: Question, blank: Blank): void {
  if (question.type.needed) {
    say(draft, dialog.kind === 'safety' ? 'needed-safety' : 'needed', dialog)
    return goOn(draft)
  }
  if (dialog.kind === 'measure' && blank === 'not-sure') {
    say(draft, 'measure-not-sure', dialog)
    return goOn(draft)
  }
  // A measure knows two blanks only: declined, and never shown (brief G9).
  saveAnswer(draft, run, question.key, { state: dialog.kind === 'measure' ? 'declined' : blank })
  goOn(draft)
}

/** Opens the question before this one again, in the calling dialog when this one has none. */
function goBack(draft: Draft, dialog: Dialog, run: Run): void {
  const last = lookAhead(draft, dialog, run).passed.at(-1)
  if (last) {
    delete run.answers[last.question.key]
    run.misses = 0
    return goOn(draft)
  }
  const runs = frontRuns(draft.state)
  const caller = runs.at(-2)
  const callerDialog = caller && draft.surroundings.dialogs.get(caller.dialog)
  if (caller && callerDialog && run.caller === caller.run) {
    const { passed } = lookAhead(draft, callerDialog, caller)
    if (passed.length > 0) {
      runs.pop()
      for (const [key, mark] of Object.entries(caller.done)) if (mark === `called:${run.run}`) delete caller.done[key]
      return goBack(draft, callerDialog, caller)
    }
  }
  say(draft, 'back-at-start', dialog)
  goOn(draft)
}

/** Opens one earlier question again; later answers stay as far as they still lie on the way. */
export function reopen(draft: Draft, dialog: Dialog, run: Run, step: StepKey): void {
  const found = lookAhead(draft, dialog, run).passed.find(({ question }) => question.key === step)
  if (!found) {
    say(draft, 'stale-answer', dialog)
    return goOn(draft)
  }
  delete run.answers[step]
  run.misses = 0
  // A measure's items stand alone: nothing is put in front of their words.
  goOn(draft, dialog.kind === 'measure' ? {} : { lead: standing(draft, 'change-lead') })
}

function listAnswers(draft: Draft, dialog: Dialog, run: Run): void {
  const rows = answerRows(draft, dialog, run)
  if (rows.length === 0) {
    say(draft, 'nothing-to-change', dialog)
    return goOn(draft)
  }
  run.at = CHOOSE_CHANGE
  draft.outputs.push({
    kind: 'ask',
    dialog: dialog.id,
    run: run.run,
    step: CHOOSE_CHANGE,
    text: standing(draft, 'choose-change'),
    control: { kind: 'review', rows, send: { value: 'keep', label: standingLabel(draft, 'option-keep') } },
    navigation: ['pause'],
    ...toneOf(dialog),
  })
}

/** Ends the dialog in hand and those that called it. What was recorded stays; no persuading (brief 2.5). */
function stopHere(draft: Draft, dialog: Dialog): void {
  for (let run = frontRun(draft.state); run; run = frontRun(draft.state)) finishRun(draft, run, 'stopped')
  say(draft, 'stopped', dialog)
  if (dialog.kind !== 'standing') draft.effects.push({ type: 'notice', notice: 'wants-to-stop', detail: dialog.id })
}
