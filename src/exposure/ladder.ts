/** One step of a ladder as it stands: the person's words, how much fear they expect, whether an adult agrees where one must. */
export interface LadderStep {
  id: string
  text: string
  fear: number
  adultOk: 'yes' | 'not-needed' | 'not-yet'
}

/** One go at a step. `start` is missing where it was not said. */
export interface Go {
  step: string
  start?: number | undefined
  peak?: number | undefined
  leftEarly: boolean
}

/** What a ladder still needs before it is climbed; `half-step` after somebody left early. */
export type LadderNeed =
  | { kind: 'first' | 'easier' | 'more' | 'enough' }
  | { kind: 'between' | 'half-step'; lower: string; higher: string }

/** The brief's numbers for a ladder (1d): 6–10 steps, neighbours at most 2 apart, begun at 3–4, three goes and two low starts. */
const STEPS = { least: 6, most: 10 }
const GAP = 2
const START = { from: 3, until: 4 }
const GOES = 3
const LOW_START = 3
const LOW_STARTS_RUNNING = 2
/** Fear of this much at a step that was meant to be a beginning: the ladder is rated again. */
const FAR_ABOVE = 9

export const inOrder = (steps: readonly LadderStep[]): LadderStep[] => steps.toSorted((a, b) => a.fear - b.fear)

/** What to add next. A gap may be closed even where there are ten steps already. */
export function ladderNeed(steps: readonly LadderStep[], goes: readonly Go[] = []): LadderNeed {
  const ladder = inOrder(steps)
  const [lowest] = ladder
  if (lowest === undefined) return { kind: 'first' }
  if (lowest.fear > START.until) return { kind: 'easier' }
  const above = ladder.findIndex((step, n) => n > 0 && step.fear - ladder[n - 1]!.fear > GAP)
  if (above > 0) return { kind: 'between', lower: ladder[above - 1]!.text, higher: ladder[above]!.text }
  if (ladder.length < STEPS.least) return { kind: 'more' }
  if (!ladder.some(isStart)) return { kind: 'easier' }
  const last = goes.at(-1)
  const at = ladder.findIndex(({ id }) => last?.leftEarly === true && id === last.step)
  const below = ladder[at - 1]
  return at > 0 && below !== undefined && ladder[at]!.fear - below.fear > 1
    ? { kind: 'half-step', lower: below.text, higher: ladder[at]!.text }
    : { kind: 'enough' }
}

export const mayAddStep = (steps: readonly LadderStep[], need: LadderNeed): boolean =>
  steps.length < STEPS.most || need.kind === 'between' || need.kind === 'half-step' || need.kind === 'easier'

const isStart = ({ fear }: LadderStep): boolean => fear >= START.from && fear <= START.until

const goesAt = (step: LadderStep, goes: readonly Go[]): Go[] => goes.filter((go) => go.step === step.id)

/** A step is done after three goes, the last two begun at 3 or less. A start that was not said is not low. */
export function isDone(step: LadderStep, goes: readonly Go[]): boolean {
  const own = goesAt(step, goes)
  const latest = own.slice(-LOW_STARTS_RUNNING)
  return own.length >= GOES && latest.every(({ start }) => start !== undefined && start <= LOW_START)
}

/**
 * The step to practise now: from the first one of 3–4 upwards, the lowest that is not done. Undefined while the ladder needs
 * something, where the top is done, and where an adult's agreement that the step needs is not recorded.
 */
export function stepNow(steps: readonly LadderStep[], goes: readonly Go[]): LadderStep | undefined {
  const need = ladderNeed(steps, goes)
  if (need.kind !== 'enough' && need.kind !== 'half-step') return undefined
  const ladder = inOrder(steps)
  const now = ladder.slice(ladder.findIndex(isStart)).find((step) => !isDone(step, goes))
  return now?.adultOk === 'not-yet' ? undefined : now
}

/** What follows a go (brief 1d, logic), the goes in their order with this one last. */
export type NextMove = 're-rate' | 'half-step' | 'again' | 'next-step'

export function moveAfter(step: LadderStep, goes: readonly Go[]): NextMove {
  const last = goesAt(step, goes).at(-1)
  const most = Math.max(last?.start ?? 0, last?.peak ?? 0)
  if (most >= FAR_ABOVE && step.fear <= START.until) return 're-rate'
  if (last?.leftEarly === true) return 'half-step'
  return isDone(step, goes) ? 'next-step' : 'again'
}

/** Goes still to come at a step before the next: by number alone; two low starts are needed besides. */
export const goNumber = (step: LadderStep, goes: readonly Go[]): number => goesAt(step, goes).length + 1
