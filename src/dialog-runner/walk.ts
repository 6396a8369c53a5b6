import { questionsIn } from '../dialog-kit/countQuestions.ts'
import { fitsShape } from '../dialog-kit/fitsShape.ts'
import { yesNo } from '../dialog-kit/answerTypes.ts'
import { parseChoice } from '../dialog-kit/parseChoice.ts'
import { yesOrNo } from '../dialog-kit/yesOrNo.ts'
import type { AnswerShape, AnswerType, AnswerTypes, ListType } from '../dialog-kit/answers.ts'
import type { Option } from '../dialog-kit/output.ts'
import type { Circumstances, Placeholders, Step } from '../dialog-kit/steps.ts'
import type { Dialog, StepKey } from '../dialog-kit/index.ts'
import type { Json } from '../shared/json.ts'
import type { Run, SavedAnswer } from './types.ts'

/** What is known at one point of a walk: the answers as the dialog's functions see them, and what each was chosen from. */
export interface Scope {
  types: AnswerTypes
  answers: Record<string, unknown>
  /** How to put an answer into words again, by answer id. */
  chosenFrom: Record<string, { shape: AnswerShape; step: string; options?: Option[] }>
  /** Around a list's round: the dialog's own answers. */
  outer?: Scope
}

/** A stop that waits for an answer. `another` asks whether there is one more of a list; `review` shows the answers. */
export interface Question {
  kind: 'ask' | 'another' | 'review'
  key: StepKey
  /** The id its words stand under. */
  id: string
  type: AnswerType<unknown, boolean>
  /** Options given where it is asked, before content has labelled them. */
  options?: Option[]
  with?: Placeholders
  scope: Scope
}

/** Where a walk stopped. Of what was `answered`, that which is told in "3 of about 6" is `counted`. */
export type Stop =
  | { kind: 'question'; question: Question; answered: number; counted: number; remaining: number }
  | { kind: 'call'; key: StepKey; dialog: string; input: Json }
  | { kind: 'hand-over'; key: StepKey; dialog: string; input: Json }
  | { kind: 'end' }

/** Is told of every step on the way, in order, whether it was done before or not. */
export interface Visitor {
  passed?(question: Question, answer: SavedAnswer): void
  say?(step: Extract<Step, { step: 'say' }>, key: StepKey, scope: Scope): void
  record?(step: Extract<Step, { step: 'record' }>, key: StepKey, scope: Scope, blanks: Blanks): void
  effect?(step: Extract<Step, { step: 'effect' }>, key: StepKey, scope: Scope): void
}

/** Answers on the way that were not given, by answer id (with the list and round in front inside a list). */
export type Blanks = ReadonlyMap<string, Exclude<SavedAnswer['state'], 'given'>>

/** Decides nothing itself: the moments at which a dialog's functions look at the time. */
export interface Moments {
  /** For what decides the way: fixed for the run, so that a walk tomorrow goes the same way. */
  way: Circumstances<unknown>
  /** For where it ends up: the present. */
  present: Circumstances<unknown>
}

interface Walk {
  dialog: Dialog
  run: Run
  visitor: Visitor
  moments: Moments
  blanks: Map<string, Exclude<SavedAnswer['state'], 'given'>>
  answered: number
  counted: number
  remaining: number
  stop: Stop | null
}

const anotherType = yesNo()
/** A review is passed by sending it: with its button, its label, or a plain yes. */
const reviewType: AnswerType<unknown, boolean> = {
  shape: { kind: 'choice', values: ['send'] },
  needed: true,
  parse(raw, context) {
    const found = parseChoice({ kind: 'choice', values: ['send'] }, raw, context)
    const agreed = raw.kind === 'text' && !found.ok && yesOrNo(raw.text) === 'yes'
    return agreed ? { ok: true, value: 'send' } : found
  },
  required: () => reviewType as AnswerType<unknown, true>,
}

/**
 * Goes through a dialog from its start with the saved answers and stops at the first thing that is still to be asked,
 * called, handed over, or at the end. Deterministic: the same dialog, run and moments always stop at the same place.
 */
export function walk(dialog: Dialog, run: Run, moments: Moments, visitor: Visitor = {}): Stop {
  const state: Walk = {
    dialog,
    run,
    visitor,
    moments,
    blanks: new Map(),
    answered: 0,
    counted: 0,
    remaining: 0,
    stop: null,
  }
  walkSteps(state, dialog.steps, { prefix: '', list: '' }, { types: dialog.answers, answers: {}, chosenFrom: {} })
  const stop: Stop = state.stop ?? { kind: 'end' }
  return stop.kind === 'question'
    ? { ...stop, answered: state.answered, counted: state.counted, remaining: state.remaining }
    : stop
}

interface Place {
  /** In front of the ids of steps here. */
  prefix: string
  /** The list and round around, in front of the names of blanks. */
  list: string
}

function walkSteps(walk: Walk, steps: readonly Step[], place: Place, scope: Scope): void {
  for (const step of steps) {
    if (walk.stop) walk.remaining += questionsIn(step)
    else walkStep(walk, step, place, scope)
  }
}

function walkStep(walk: Walk, step: Step, place: Place, scope: Scope): void {
  const { run, visitor, moments } = walk
  const key = place.prefix + step.id
  switch (step.step) {
    case 'say':
      return visitor.say?.(step, key, scope)
    case 'record':
      return visitor.record?.(step, key, scope, walk.blanks)
    case 'effect':
      return visitor.effect?.(step, key, scope)
    case 'ask': {
      const type = scope.types[step.id] as AnswerType<unknown, boolean>
      const options = step.options?.(scope.answers, moments.way)
      return walkQuestion(walk, { kind: 'ask', key, id: step.id, type, options, with: step.with, scope }, place)
    }
    case 'review':
      return walkQuestion(walk, { kind: 'review', key, id: step.id, type: reviewType, scope }, place)
    case 'branch': {
      const chosen = step.on(scope.answers, moments.way)
      const path = typeof chosen === 'boolean' ? (chosen ? 'yes' : 'no') : chosen
      const steps = path !== undefined && Object.hasOwn(step.paths, path) ? step.paths[path] : undefined
      return steps && walkSteps(walk, steps, place, scope)
    }
    case 'again':
      for (let round = 0; round < step.atMost && !walk.stop; round++) {
        if (!step.whilst(scope.answers, moments.way)) return
        walkSteps(walk, step.steps, { ...place, prefix: `${key}#${round}.` }, scope)
      }
      return
    case 'repeat':
      return step.over
        ? walkEach(walk, step, step.over(scope.answers, moments.way), key, scope)
        : walkList(walk, step, key, scope)
    case 'call':
      if (run.done[key] === undefined)
        walk.stop = {
          kind: 'call',
          key,
          dialog: step.dialog,
          input: step.input?.(scope.answers, moments.present) ?? {},
        }
      return
    case 'hand-over': {
      const to = step.to(scope.answers, moments.present)
      if (to) walk.stop = { kind: 'hand-over', key, dialog: to.dialog, input: to.input ?? {} }
      return
    }
    case 'end':
      walk.stop = { kind: 'end' }
  }
}

function walkList(walk: Walk, step: Extract<Step, { step: 'repeat' }>, key: StepKey, scope: Scope): void {
  const type = scope.types[step.id] as ListType<AnswerTypes>
  const items: unknown[] = []
  scope.answers[step.id] = items
  for (let round = 0; round < type.atMost; round++) {
    const prefix = `${key}.${round}.`
    const inner: Scope = { types: type.list, answers: {}, chosenFrom: {}, outer: scope }
    items.push(inner.answers)
    walkSteps(walk, step.steps, { prefix, list: prefix }, inner)
    if (walk.stop || round + 1 === type.atMost) return
    const another = `${prefix}another`
    walkQuestion(
      walk,
      { kind: 'another', key: another, id: step.id, type: anotherType, scope },
      { prefix, list: prefix },
    )
    const saved = walk.run.answers[another]
    if (walk.stop || saved?.state !== 'given' || saved.value !== true) return
  }
}

/** One round for each of the things given; what it is about stands among the round's answers as `it`. */
function walkEach(
  walk: Walk,
  step: Extract<Step, { step: 'repeat' }>,
  things: readonly unknown[],
  key: StepKey,
  scope: Scope,
): void {
  const type = scope.types[step.id] as ListType<AnswerTypes>
  const rounds = things.slice(0, type.atMost).map((it): Record<string, unknown> => ({ it }))
  scope.answers[step.id] = rounds
  for (const [round, answers] of rounds.entries()) {
    const prefix = `${key}.${round}.`
    walkSteps(walk, step.steps, { prefix, list: prefix }, { types: type.list, answers, chosenFrom: {}, outer: scope })
    if (walk.stop) return
  }
}

/** What begins a measure is none of its items: it is not counted and not looked over. */
export const beginsMeasure = (dialog: Dialog, question: Question): boolean =>
  dialog.kind === 'measure' && question.kind === 'ask' && question.type.needed

function walkQuestion(walk: Walk, question: Question, place: Place): void {
  const { key, id, type, scope } = question
  const saved = walk.run.answers[key]
  if (!saved || (saved.state === 'given' && !fitsShape(type.shape, saved.value))) {
    walk.stop = { kind: 'question', question, answered: 0, counted: 0, remaining: 0 }
    return
  }
  walk.visitor.passed?.(question, saved)
  if (question.kind !== 'ask') return
  walk.answered++
  if (!beginsMeasure(walk.dialog, question)) walk.counted++
  scope.answers[id] = saved.state === 'given' ? saved.value : undefined
  scope.chosenFrom[id] = { shape: type.shape, step: id, options: question.options }
  if (saved.state === 'given') walk.blanks.delete(place.list + id)
  else walk.blanks.set(place.list + id, saved.state)
}
