import type { Dialog, Input, Option } from '../dialog-kit/index.ts'
import type { RawAnswer } from '../dialog-kit/answers.ts'
import { optionCalled, parseChoice } from '../dialog-kit/parseChoice.ts'
import type { Json } from '../shared/json.ts'
import { answerRows, shownOptions } from './askQuestion.ts'
import { answerAboutChange, isAskedAboutChange } from './changedByRelease.ts'
import { beginDraft, finishDraft, frontRun, type Draft } from './draft.ts'
import { goOn } from './goOn.ts'
import { nameReassurance } from './nameReassurance.ts'
import { lookAhead, type Passed } from './lookAhead.ts'
import { meetRelease } from './meetRelease.ts'
import { misunderstood, SOMETHING_ELSE } from './misunderstood.ts'
import { takeUp } from './pauseAndResume.ts'
import { saveAnswer } from './saveAnswer.ts'
import { say } from './say.ts'
import { CHOOSE_CHANGE, doCommand, reopen } from './standingCommands.ts'
import { typedCommand } from './typedCommand.ts'
import type { Advance, Run, Surroundings, VisitState } from './types.ts'
import type { Question } from './walk.ts'
import { standing } from './wording.ts'
import { asksForReassurance } from '../worry/typedWorries.ts'

/**
 * Takes what a person sent to the open question: the safety conversation's first, else that of the dialog in hand.
 * With nothing open, commands are answered; for anything else there are no outputs and `understood` is false: what comes
 * then is the turn's to decide.
 */
export function receiveInput(state: VisitState, input: Input, surroundings: Surroundings): Advance {
  const draft = beginDraft(state, surroundings)
  const run = frontRun(draft.state)
  if (run) takeInput(draft, run, input)
  else withNothingOpen(draft, input)
  return finishDraft(draft)
}

function withNothingOpen(draft: Draft, input: Input): void {
  const command =
    input.kind === 'command' ? input.command : input.kind === 'text' ? typedCommand(input.text) : undefined
  if (command === 'help' || command === 'delete') return say(draft, command)
  if (command === 'resume') return takeUp(draft)
  if (command !== undefined && (input.kind === 'command' || command !== 'not-sure')) return say(draft, 'nothing-open')
  draft.understood = false
}

function takeInput(draft: Draft, run: Run, input: Input): void {
  if (isAskedAboutChange(draft, run)) return answerAboutChange(draft, run, input)
  const dialog = meetRelease(draft, run)
  if (dialog === 'asked') return
  if (dialog === 'finished') return goOn(draft)
  const { stop, passed } = lookAhead(draft, dialog, run)
  // A release may have taken the open question away: what is open now is asked first.
  if (stop.kind !== 'question') return goOn(draft)
  const { question } = stop
  if (input.kind === 'command') return doCommand(draft, dialog, run, question, input.command, input.step)
  if (input.kind === 'text') return takeText(draft, dialog, run, question, input.text)
  return takeTap(draft, dialog, run, question, passed, input)
}

function takeText(draft: Draft, dialog: Dialog, run: Run, question: Question, text: string): void {
  const options = shownOptions(draft, run, question)
  const called = question.type.shape.kind === 'text' ? undefined : optionCalled(text, options)
  const command = called ? undefined : typedCommand(text)
  if (command === 'delete') {
    say(draft, 'delete', dialog)
    return goOn(draft)
  }
  if (command && !isOwnWords(question, command) && !isSafetyTalk(dialog, command))
    return doCommand(draft, dialog, run, question, command)
  if (run.at === CHOOSE_CHANGE) return chooseChange(draft, dialog, run, text)
  if (run.at !== null && run.at !== question.key) return goOn(draft)
  if (!called && dialog.countsReassuranceIn !== undefined && asksForReassurance(text))
    return nameReassurance(draft, run, dialog.countsReassuranceIn)
  takeAnswer(draft, dialog, run, question, { kind: 'text', text }, options)
}

/** "Not sure" in a box for own words that must be filled stays the person's words. */
const isOwnWords = (question: Question, command: string): boolean =>
  command === 'not-sure' && question.type.shape.kind === 'text' && question.type.needed

/** There is no going back, changing or resuming in the safety conversation: such words are heard as words. */
const isSafetyTalk = (dialog: Dialog, command: string): boolean =>
  dialog.kind === 'safety' && (command === 'back' || command === 'change' || command === 'resume')

function takeTap(
  draft: Draft,
  dialog: Dialog,
  run: Run,
  question: Question,
  passed: Passed[],
  input: Extract<Input, { kind: 'answer' }>,
): void {
  const raw: RawAnswer = { kind: 'value', value: input.value }
  const earlier = passed.find((one) => one.question.key === input.step)
  if (input.run !== run.run || (input.step !== question.key && input.step !== CHOOSE_CHANGE && !earlier)) {
    say(draft, 'stale-answer', dialog)
    return goOn(draft)
  }
  if (input.step === CHOOSE_CHANGE) return goOn(draft)
  if (earlier) return changeByTap(draft, dialog, run, earlier, raw)
  if (input.value === SOMETHING_ELSE) return goOn(draft, { lead: standing(draft, 'something-else') })
  takeAnswer(draft, dialog, run, question, raw, shownOptions(draft, run, question))
}

function takeAnswer(
  draft: Draft,
  dialog: Dialog,
  run: Run,
  question: Question,
  raw: RawAnswer,
  options: Option[],
): void {
  const exact = dialog.kind === 'measure'
  const parsed = question.type.parse(raw, { now: draft.surroundings.now, options, exact })
  if (!parsed.ok)
    return misunderstood(draft, dialog, run, question, {
      ...parsed,
      ...(raw.kind === 'text' ? { text: raw.text } : {}),
    })
  saveAnswer(draft, run, question.key, { state: 'given', value: parsed.value as Json })
  goOn(draft)
}

/** An older question's button was tapped: that answer is changed, and the open question asked again. */
function changeByTap(draft: Draft, dialog: Dialog, run: Run, { question, options }: Passed, raw: RawAnswer): void {
  const parsed = question.type.parse(raw, { now: draft.surroundings.now, options: options() })
  const before = run.answers[question.key]
  if (!parsed.ok) say(draft, 'stale-answer', dialog)
  else if (before?.state !== 'given' || JSON.stringify(before.value) !== JSON.stringify(parsed.value)) {
    saveAnswer(draft, run, question.key, { state: 'given', value: parsed.value as Json })
    say(draft, 'changed-answer', dialog)
  }
  goOn(draft)
}

/** The person types which of the listed answers is to be changed. */
function chooseChange(draft: Draft, dialog: Dialog, run: Run, text: string): void {
  const rows = answerRows(draft, dialog, run)
  for (const labels of [rows.map((row) => row.question), rows.map((row) => row.answer)]) {
    const options = rows.map((row, index) => ({ value: row.step, label: labels[index]! }))
    const found = parseChoice(
      { kind: 'choice', values: [] },
      { kind: 'text', text },
      { now: draft.surroundings.now, options },
    )
    if (found.ok) return reopen(draft, dialog, run, String(found.value))
  }
  goOn(draft)
}
