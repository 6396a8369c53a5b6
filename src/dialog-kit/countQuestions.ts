import type { Step } from './steps.ts'

/**
 * About how many questions these steps will ask: the shortest path of each branch, one round of a list, no extra rounds. What
 * somebody chooses to add counts once it is chosen, so that nobody is met with a number that hardly anyone gets to.
 * For "3 of about 6"; nothing depends on it being exact.
 */
export function countQuestions(steps: readonly Step[]): number {
  let count = counted.get(steps)
  if (count === undefined) counted.set(steps, (count = steps.reduce((sum, step) => sum + questionsIn(step), 0)))
  return count
}

/** A dialog's steps never change: each list is counted once. */
const counted = new WeakMap<readonly Step[], number>()

/** The same for one step. */
export function questionsIn(step: Step): number {
  if (step.step === 'ask') return 1
  if (step.step === 'branch') {
    const paths = Object.values(step.paths).map(countQuestions)
    return paths.length > 1 ? Math.min(...paths) : 0
  }
  return step.step === 'repeat' ? countQuestions(step.steps) : 0
}
