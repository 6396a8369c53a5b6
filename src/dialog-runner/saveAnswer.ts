import type { StepKey } from '../dialog-kit/index.ts'
import type { Draft } from './draft.ts'
import type { Run, SavedAnswer } from './types.ts'

/** Saves one answer and when it came. */
export function saveAnswer(draft: Draft, run: Run, key: StepKey, answer: SavedAnswer): void {
  run.answers[key] = answer
  run.answeredAt.push(draft.surroundings.at)
  run.misses = 0
}
