import { likelyOptions } from '../dialog-kit/parseChoice.ts'
import type { NotUnderstood } from '../dialog-kit/answers.ts'
import type { Dialog, Option } from '../dialog-kit/index.ts'
import { shownOptions, valuesAt } from './askQuestion.ts'
import { describeTime } from './describeTime.ts'
import { describeDay } from './describeValue.ts'
import type { Draft } from './draft.ts'
import { goOn } from './goOn.ts'
import { saveAnswer } from './saveAnswer.ts'
import type { Run } from './types.ts'
import type { Question } from './walk.ts'
import { chooseVariant, standing, standingLabel, valuesFor, wordsOf } from './wording.ts'

/** The value of the chip that is in every list of likely meanings. */
export const SOMETHING_ELSE = '__something-else'

/** What came instead of an answer. `text` is what was typed, if it was. */
export interface Miss {
  reason: NotUnderstood
  likely?: Option[]
  text?: string
}

/**
 * The fallback ladder (brief 2.5): ask again with what can be tapped; offer likely meanings and something else; own up,
 * save it for the practitioner and let the question go. Never the same sentence twice running.
 */
export function misunderstood(draft: Draft, dialog: Dialog, run: Run, question: Question, miss: Miss): void {
  draft.understood = false
  run.misses++
  if (dialog.kind === 'safety') return inSafety(draft, run, question, miss)
  if (run.misses >= 3) saveForPractitioner(draft, run, question, miss)
  if (dialog.kind === 'measure') return inMeasure(draft, dialog, run, question)
  if (run.misses >= 3)
    return goOn(draft, {
      lead: standing(draft, question.type.needed ? 'fallback-3-needed' : 'fallback-3'),
      leadOnly: true,
    })
  if (miss.likely && miss.likely.length > 0) {
    return goOn(draft, {
      lead: standing(draft, 'which-one'),
      leadOnly: true,
      chips: [...describeLikely(draft, question, miss.likely), somethingElse(draft)],
    })
  }
  if (miss.reason !== 'not-understood')
    return goOn(draft, { lead: standing(draft, `reprompt-${miss.reason}`, limitsOf(draft, question)), leadOnly: true })
  const options =
    question.kind === 'review' || question.type.shape.kind === 'text' ? [] : shownOptions(draft, run, question)
  if (run.misses === 2 && options.length > 0) {
    return goOn(draft, {
      lead: standing(draft, 'fallback-2'),
      leadOnly: true,
      chips: [...likelyOptions(miss.text ?? '', options), somethingElse(draft)],
    })
  }
  if (run.misses === 2) return goOn(draft, { lead: standing(draft, 'fallback-2-plain') })
  return wordsOf(draft, dialog.id, question.id).reprompt.length > 0
    ? goOn(draft, { reprompt: true })
    : goOn(draft, { lead: standing(draft, 'fallback-1') })
}

const somethingElse = (draft: Draft): Option => ({
  value: SOMETHING_ELSE,
  label: standingLabel(draft, 'option-something-else'),
})

/** Nothing is read into what was typed in a measure: the item stands again in its own words. */
function inMeasure(draft: Draft, dialog: Dialog, run: Run, question: Question): void {
  const { reprompt } = wordsOf(draft, dialog.id, question.id)
  const text =
    run.misses === 1 && reprompt.length > 0
      ? chooseVariant(draft, `${dialog.id}/reprompt`, reprompt, valuesAt(draft, run, question))
      : standing(draft, run.misses === 1 ? 'measure-again' : 'measure-stuck')
  draft.outputs.push({ kind: 'say', dialog: dialog.id, step: question.key, text, tone: 'measure' })
  goOn(draft)
}

/** In the safety conversation nothing is asked a third time: what was written stays on the escalation, and it goes on. */
function inSafety(draft: Draft, run: Run, question: Question, miss: Miss): void {
  if (miss.text !== undefined) draft.effects.push({ type: 'note-on-escalation', note: miss.text })
  if (run.misses >= 2 && !question.type.needed) saveAnswer(draft, run, question.key, { state: 'declined' })
  goOn(draft, { reprompt: true })
}

function saveForPractitioner(draft: Draft, run: Run, question: Question, miss: Miss): void {
  if (miss.text !== undefined && miss.text.trim() !== '')
    draft.effects.push({ type: 'note', text: miss.text, purpose: 'for-practitioner' })
  if (run.misses === 3)
    draft.effects.push({ type: 'notice', notice: 'could-not-understand', detail: `${run.dialog}/${question.key}` })
}

function limitsOf(draft: Draft, question: Question) {
  const { shape } = question.type
  const limits: Record<string, string> =
    'min' in shape
      ? { min: String(shape.min), max: String(shape.max) }
      : 'maxLength' in shape
        ? { max: String(shape.maxLength) }
        : {}
  const names = valuesFor(draft)
  return (name: string) => (Object.hasOwn(limits, name) ? limits[name] : names(name))
}

/** Days and times that could be meant, in words: the parser gives bare values. */
function describeLikely(draft: Draft, question: Question, likely: readonly Option[]): Option[] {
  const { kind } = question.type.shape
  const { language } = draft.surroundings
  return likely.slice(0, 3).map(({ value, label }) => {
    if (kind === 'date') return { value, label: describeDay(value, language) }
    if (kind === 'time') return { value, label: describeTime(value, draft) }
    if (kind !== 'date-time') return { value, label }
    const [day, time] = value.split('T') as [string, string]
    return { value, label: `${describeDay(day, language, 'short')}, ${describeTime(time, draft)}` }
  })
}
