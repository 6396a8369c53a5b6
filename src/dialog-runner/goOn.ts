import type { Dialog } from '../dialog-kit/index.ts'
import { askQuestion, toneOf, type Manner } from './askQuestion.ts'
import { digest } from './digest.ts'
import { frontRun, momentsOf, type Draft } from './draft.ts'
import { meetRelease } from './meetRelease.ts'
import { recordEffect } from './recordEffect.ts'
import { begin, finishRun } from './runs.ts'
import type { Run } from './types.ts'
import { walk, type Scope, type Stop, type Visitor } from './walk.ts'
import { chooseVariant, placeholdersIn, valuesFor, wordsOf } from './wording.ts'

/** Hand-overs and calls in a row without a question: more is a circle in the dialogs. */
const AT_MOST = 50

/**
 * Walks the run in front to its next question and puts that question, saying, recording and doing on the way what is
 * not done yet. Goes back to the caller when a called dialog ends, and into the next dialog at a hand-over. Ends with a
 * question on the screen or with nothing in front.
 */
export function goOn(draft: Draft, manner: Manner = {}): void {
  const safety = draft.state.safety.length > 0
  for (let turns = 0; turns < AT_MOST; turns++) {
    // When the safety conversation is over, what lay beneath is not asked by itself: whether it may go on is not ours.
    if (safety && draft.state.safety.length === 0) return
    const run = frontRun(draft.state)
    if (!run) return
    const met = meetRelease(draft, run)
    if (met === 'asked') return
    if (met === 'finished') continue
    const dialog = met
    const visited = new Set<string>()
    const stop = walk(dialog, run, momentsOf(run, draft.surroundings), doing(draft, dialog, run, visited))
    if (stop.kind === 'question') {
      run.at = stop.question.key
      askQuestion(draft, dialog, run, stop, manner)
      return
    }
    if (stop.kind !== 'call') cancelLeftReminders(draft, run, visited)
    follow(draft, run, stop)
  }
  throw new Error(`dialogs hand over in a circle at ${frontRun(draft.state)?.dialog}`)
}

function follow(draft: Draft, run: Run, stop: Exclude<Stop, { kind: 'question' }>): void {
  if (stop.kind === 'call') {
    run.at = null
    run.done[stop.key] = `called:${begin(draft, stop.dialog, stop.input, run.run)}`
    return
  }
  finishRun(draft, run, 'completed')
  if (stop.kind === 'hand-over') begin(draft, stop.dialog, stop.input, run.caller)
}

/** Reminders asked for on a way that was left when an earlier answer was changed. */
function cancelLeftReminders(draft: Draft, run: Run, visited: ReadonlySet<string>): void {
  for (const [key, mark] of Object.entries(run.done)) {
    if (mark.startsWith('remind:') && !visited.has(key))
      draft.effects.push({ type: 'cancel-reminder', key: `${run.run}/${key}` })
  }
}

/** What passing a step does: only what was not done yet, or what would now be different. */
function doing(draft: Draft, dialog: Dialog, run: Run, visited: Set<string>): Visitor {
  const { present, way } = momentsOf(run, draft.surroundings)
  const isNew = (key: string, mark: string) => {
    if (run.done[key] === mark) return false
    run.done[key] = mark
    return true
  }
  return {
    say(step, key, scope) {
      const words = wordsOf(draft, dialog.id, step.id)
      const names = new Set(words.text.flatMap(placeholdersIn))
      const mark = digest(
        [...names].sort().map((name) => [name, saidValue(scope, name, step.with?.[name]?.(scope.answers, way))]),
      )
      if (!isNew(key, mark)) return
      const values = valuesFor(draft, run, scope, step.with, present)
      const text = chooseVariant(draft, `${dialog.id}/${step.id}`, words.text, values)
      const picture = step.picture?.(scope.answers, way)
      draft.outputs.push({
        kind: 'say',
        dialog: dialog.id,
        step: key,
        text,
        ...toneOf(dialog),
        ...(picture ? { picture } : {}),
      })
    },
    record(step, key, scope, blanks) {
      const settled = step.record(scope.answers, way)
      if (!settled || !isNew(key, digest([settled, [...blanks]]))) return
      const record = step.record(scope.answers, present)
      if (record) draft.effects.push(recordEffect(run, key, record, blanks))
    },
    effect(step, key, scope) {
      visited.add(key)
      const settled = step.effect(scope.answers, way)
      const effect = settled && step.effect(scope.answers, present)
      const reminder = `${run.run}/${key}`
      if (!effect) {
        // A reminder that no longer has a time is not left standing.
        if (run.done[key]?.startsWith('remind:')) draft.effects.push({ type: 'cancel-reminder', key: reminder })
        delete run.done[key]
      } else if (isNew(key, `${effect.type}:${digest(settled)}`)) {
        draft.effects.push(effect.type === 'remind' ? { ...effect, key: reminder } : effect)
      }
    },
  }
}

/** An answer or own value as a say's digest holds it; names of people are left out, so that a new name repeats nothing. */
function saidValue(scope: Scope, name: string, own: unknown): unknown {
  if (own !== undefined) return own
  for (let around: Scope | undefined = scope; around; around = around.outer) {
    if (around.answers[name] !== undefined) return around.answers[name]
  }
  return null
}
