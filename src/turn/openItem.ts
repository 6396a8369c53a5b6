import type { InboundContent } from '../channels/types.ts'
import type { Option } from '../dialog-kit/index.ts'
import {
  askAgain,
  receiveInput,
  type OpenQuestion,
  type Surroundings,
  type VisitState,
} from '../dialog-runner/index.ts'
import { toInput } from './toInput.ts'

/** The options of the open question as they are shown: our own words, which a button sends back. */
export function offeredOptions(visit: VisitState, surroundings: Surroundings): Option[] {
  const shown = askAgain(visit, surroundings).outputs.findLast((o) => o.kind === 'ask')
  if (shown?.kind !== 'ask') return []
  if (shown.control.kind === 'review') return [shown.control.send]
  if (shown.control.kind === 'text') return (shown.control.suggestions ?? []).map((label) => ({ value: label, label }))
  return shown.control.kind === 'choices' ? shown.control.options : []
}

/**
 * What a message would make of the answers to a measure in hand, before the dialog takes it: the runner itself is asked, so
 * that a typed answer, a tap on an earlier card and a changed answer are heard exactly as they will be kept.
 */
export function readItemAnswers(
  content: Extract<InboundContent, { type: 'message' | 'edit' }>,
  open: OpenQuestion,
  visit: VisitState,
  surroundings: Surroundings,
): { step: string; value: number | 'declined' }[] {
  const before = visit.stack.find((run) => run.run === open.run)?.answers ?? {}
  const { state, finished } = receiveInput(visit, toInput(content), surroundings)
  const runs = [...state.stack, ...state.aside, ...finished.map((one) => one.run)]
  const after = runs.find((run) => run.run === open.run)?.answers ?? {}
  return Object.entries(after).flatMap(([step, answer]) => {
    if (JSON.stringify(answer) === JSON.stringify(before[step])) return []
    const value = answer.state === 'given' ? Number(answer.value) : 'declined'
    return Number.isNaN(value) ? [] : [{ step, value }]
  })
}
