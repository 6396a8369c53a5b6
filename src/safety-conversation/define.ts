import { defineDialog, type Dialog, type Effect } from '../dialog-kit/index.ts'
import type { AnswerTypes } from '../dialog-kit/answers.ts'
import type { Kit, Step } from '../dialog-kit/steps.ts'
import type { Lane } from '../risk/types.ts'
import { safetyInput, toldAs, type SafetyInput } from './input.ts'

/** A dialog of the safety conversation. Its words are fixed and signed (content/risk/replies); its answers go to the escalation. */
export function defineSafetyDialog<const A extends AnswerTypes>(definition: {
  id: string
  audience?: Dialog['audience']
  answers: A
  steps: (kit: Kit<A, SafetyInput>) => Step[]
}): Dialog {
  return defineDialog<A, SafetyInput>({
    version: 2,
    onVersionChange: 'carry-on',
    audience: 'both',
    kind: 'safety',
    input: safetyInput,
    ...definition,
  })
}

type AnyKit = Pick<Kit<AnswerTypes, SafetyInput>, 'say' | 'branch' | 'effect'>

/** The first words: others to somebody who has said something of this kind before (brief 4.8). */
export const openWith = (kit: unknown, id: string): Step => {
  const { say, branch } = kit as AnyKit
  return branch('opening', (_, c) => c.input.repeat, { yes: [say('heard-again')], no: [say(id)] })
}

/** Asks and attaches the answer; skipped where it was answered earlier in the same incident. */
export const askOnce = (kit: unknown, id: string): Step => {
  const { ask, branch } = kit as AnyKit & { ask: (id: string) => Step }
  return branch(`answered-${id}`, (_, c) => c.input.answered.includes(id), {
    no: [ask(id), noteAnswer(kit, id)],
  })
}

/** Says truthfully who has been told and when somebody reads it: `told-now`, `told-later`, `told-nobody`, and `told-unreached` while no alert gets through. */
export const sayWhoIsTold = (kit: unknown): Step => {
  const { say, branch } = kit as AnyKit
  return branch('who-is-told', (_, c) => toldAs(c.input), {
    now: [say('told-now')],
    later: [say('told-later')],
    nobody: [say('told-nobody')],
    unreached: [say('told-unreached')],
  })
}

/** Attaches an answer to the escalation; nothing where none was given. */
const noteAnswer = (kit: unknown, id: string): Step =>
  (kit as AnyKit).effect(`note-${id}`, (answers): Effect | undefined => {
    const answer = (answers as Record<string, string | undefined>)[id]
    return answer === undefined ? undefined : { type: 'note-on-escalation', note: `${id}: ${answer}` }
  })

/** Raises the matter because of an answer; an adult's own matter has a lane of its own. Nothing is ever lowered by it. */
export const raise = (
  kit: unknown,
  id: string,
  what: { lane: Lane; tier: 'T1' | 'T2' | 'T3'; priority?: boolean; because: string },
): Step =>
  (kit as AnyKit).effect(
    id,
    (_, c): Effect => ({
      type: 'raise',
      ...what,
      lane: what.lane === 'self' && c.role === 'parent-carer' ? 'parent_self' : what.lane,
    }),
  )
