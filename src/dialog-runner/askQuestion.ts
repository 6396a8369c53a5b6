import type { Command, Control, Dialog, Option, Output } from '../dialog-kit/index.ts'
import { addDays } from '../shared/calendarDay.ts'
import { describeValue } from './describeValue.ts'
import { momentsOf, type Draft } from './draft.ts'
import type { Run, SavedAnswer } from './types.ts'
import { beginsMeasure, walk, type Question, type Stop } from './walk.ts'
import { chooseVariant, fillIn, optionsOf, standingLabel, valuesFor, wordsOf, type Values } from './wording.ts'

type AtQuestion = Extract<Stop, { kind: 'question' }>

/** How a question is put: with a sentence of the runner in front, in its `reprompt` words, with other chips than its own. */
export interface Manner {
  lead?: string
  reprompt?: boolean
  chips?: Option[]
  /** Only the runner's sentence, not the question's. */
  leadOnly?: boolean
}

/** The tone of everything a dialog says. */
export function toneOf({ kind, largeText }: Dialog): { tone?: 'measure' | 'safety' | 'large' } {
  if (kind === 'measure' || kind === 'safety') return { tone: kind }
  return largeText ? { tone: 'large' } : {}
}

/** The values that may stand in the words of a question. */
export const valuesAt = (draft: Draft, run: Run, question: Question): Values =>
  valuesFor(draft, run, question.scope, question.with, momentsOf(run, draft.surroundings).present)

/** Puts the open question on the screen. */
export function askQuestion(draft: Draft, dialog: Dialog, run: Run, stop: AtQuestion, manner: Manner = {}): void {
  const { question } = stop
  const words = wordsOf(draft, dialog.id, question.id)
  const values = valuesAt(draft, run, question)
  const intent = `${dialog.id}/${question.id}`
  const reprompts = manner.reprompt && words.reprompt.length > 0
  const own = () =>
    chooseVariant(draft, reprompts ? `${intent}/reprompt` : intent, reprompts ? words.reprompt : words.text, values)
  const text = manner.leadOnly ? manner.lead! : [manner.lead, own()].filter(Boolean).join('\n\n')
  const about = stop.counted + 1 + stop.remaining
  const output: Output = {
    kind: 'ask',
    dialog: dialog.id,
    run: run.run,
    step: question.key,
    ...(words.stem === undefined ? {} : { stem: fillIn(draft, words.stem, values) }),
    text,
    control: manner.chips
      ? { kind: 'choices', options: manner.chips, several: false }
      : controlFor(draft, dialog, run, question),
    navigation: navigationFor(draft, dialog, run, stop),
    ...(question.kind === 'ask' && about > 2 && !beginsMeasure(dialog, question)
      ? { progress: { at: stop.counted + 1, about } }
      : {}),
    ...(words.notice === undefined ? {} : { notice: words.notice }),
    ...toneOf(dialog),
  }
  draft.outputs.push(output)
}

/** A guess at a length of time is stepped by this much. */
const MINUTES_AT_A_TIME = 5

const CHOSEN = new Set(['choice', 'choices', 'choice-from', 'text'])

/** The options of a question as shown, labels filled in; for a person's own words what is suggested; else empty. */
export function shownOptions(draft: Draft, run: Run, question: Question): Option[] {
  const { shape } = question.type
  if (!CHOSEN.has(shape.kind)) return []
  const fill = valuesAt(draft, run, question)
  return optionsOf(draft, run.dialog, question.id, question.options, 'values' in shape ? shape.values : undefined).map(
    ({ value, label }) => ({ value, label: fillIn(draft, label, fill) }),
  )
}

function controlFor(draft: Draft, dialog: Dialog, run: Run, question: Question): Control {
  const { now } = draft.surroundings
  const today = now.slice(0, 10)
  const words = wordsOf(draft, dialog.id, question.id)
  const options = shownOptions(draft, run, question)
  if (question.kind === 'review') return { kind: 'review', rows: answerRows(draft, dialog, run), send: options[0]! }
  const { shape } = question.type
  switch (shape.kind) {
    case 'text':
      return {
        kind: 'text',
        maxLength: shape.maxLength,
        ...(words.placeholder === undefined ? {} : { placeholder: words.placeholder }),
        ...(options.length === 0 ? {} : { suggestions: options.map((option) => option.label) }),
      }
    case 'choice':
    case 'choice-from':
      return { kind: 'choices', options, several: false }
    case 'choices':
      return { kind: 'choices', options, several: true }
    case 'rating':
      return { kind: 'rating', min: shape.min, max: shape.max, low: words.low ?? '', high: words.high ?? '' }
    case 'number':
      return {
        kind: 'number',
        min: shape.min,
        max: shape.max,
        ...(words.unit === undefined ? {} : { unit: words.unit }),
        ...(shape.minutes ? { step: MINUTES_AT_A_TIME } : {}),
      }
    case 'date':
      return {
        kind: 'date',
        from: shape.past ? addDays(today, -366) : today,
        to: shape.future ? addDays(today, 366) : today,
      }
    case 'time':
      return { kind: 'time', ...(shape.around === undefined ? {} : { around: shape.around }) }
    case 'date-time':
      return { kind: 'date-time', ...(shape.future ? { from: now } : {}) }
  }
}

/** The answers so far with their questions, each of which can be changed. */
export function answerRows(
  draft: Draft,
  dialog: Dialog,
  run: Run,
): { step: string; question: string; answer: string }[] {
  const rows: { step: string; question: string; answer: string }[] = []
  walk(dialog, run, momentsOf(run, draft.surroundings), {
    passed(question, saved) {
      if (question.kind !== 'ask' || beginsMeasure(dialog, question)) return
      const text = wordsOf(draft, dialog.id, question.id).text[0] ?? ''
      rows.push({
        step: question.key,
        question: fillIn(draft, text, valuesAt(draft, run, question)),
        answer: describeSaved(draft, run, question, saved),
      })
    },
  })
  return rows
}

function describeSaved(draft: Draft, run: Run, question: Question, saved: SavedAnswer): string {
  if (saved.state !== 'given') return standingLabel(draft, `row-${saved.state}`)
  return describeValue(saved.value, question.type.shape, shownOptions(draft, run, question), draft)
}

const CAN_BE_UNSURE = new Set(['rating', 'number', 'choice', 'choice-from', 'choices'])

/** Which standing commands make sense at a question. None in the safety conversation, which is never paged through. */
export function navigationFor(draft: Draft, dialog: Dialog, run: Run, { question, answered }: AtQuestion): Command[] {
  if (dialog.kind === 'safety') return []
  const back: Command[] = answered > 0 || run.caller !== undefined || question.kind === 'another' ? ['back'] : []
  if (question.kind !== 'ask') return [...back, 'pause']
  if (dialog.kind === 'measure') return [...back, ...(question.type.needed ? [] : (['decline'] as const)), 'pause']
  const offersUnsure = shownOptions(draft, run, question).some((option) => option.value === 'not-sure')
  const unsure = !question.type.needed && CAN_BE_UNSURE.has(question.type.shape.kind) && !offersUnsure
  return [
    ...back,
    ...(question.type.needed ? [] : (['skip'] as const)),
    ...(unsure ? (['not-sure'] as const) : []),
    'pause',
  ]
}
