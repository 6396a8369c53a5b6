import type { Dialog } from '../dialog-kit/index.ts'
import type { Circumstances } from '../dialog-kit/steps.ts'
import type { Json } from '../shared/json.ts'
import type { Advance, Run, Surroundings, VisitState } from './types.ts'
import type { Moments } from './walk.ts'

/** One advance being put together: a copy of the saved state that may be changed, and what is to be said and done. */
export interface Draft extends Advance {
  surroundings: Surroundings
  /** New runs begun so far. */
  begun: number
}

/** Begins an advance. The state handed in is never changed. */
export const beginDraft = (state: VisitState, surroundings: Surroundings): Draft => ({
  state: { ...structuredClone(state), lastSeen: surroundings.now },
  outputs: [],
  effects: [],
  understood: true,
  finished: [],
  surroundings,
  begun: 0,
})

/** What the caller gets of a draft. */
export const finishDraft = ({ state, outputs, effects, understood, finished }: Draft): Advance => ({
  state,
  outputs,
  effects,
  understood,
  finished,
})

/** The runs that are in front: the safety conversation while one is open, else the dialog in hand with its callers. */
export const frontRuns = (state: VisitState): Run[] => (state.safety.length > 0 ? state.safety : state.stack)

/** The run that takes the next answer. */
export const frontRun = (state: VisitState): Run | undefined => frontRuns(state).at(-1)

/** A run of a dialog with nothing answered yet, under an id that no run of this state has. */
export function newRunOf(draft: Draft, dialog: Dialog, input: Json, caller?: string): Run {
  const { state, surroundings } = draft
  const taken = new Set([...state.safety, ...state.stack, ...state.aside].map((run) => run.run))
  for (const { run } of draft.finished) taken.add(run.run)
  let run = surroundings.newRun(draft.begun++)
  while (taken.has(run)) run = surroundings.newRun(draft.begun++)
  return {
    run,
    ...(caller === undefined ? {} : { caller }),
    dialog: dialog.id,
    version: dialog.version,
    input: dialog.input ? (dialog.input.parse(input) as Json) : input,
    answers: {},
    done: {},
    at: null,
    misses: 0,
    startedAt: surroundings.now,
    answeredAt: [],
  }
}

/** The moments at which the functions of a run's dialog look at the time. */
export function momentsOf(run: Run, surroundings: Surroundings): Moments {
  const { role, band, now, smallerTasks = false } = surroundings
  const present: Circumstances<unknown> = { input: run.input, role, band, now, smallerTasks, run: run.run }
  return { present, way: { ...present, now: run.startedAt } }
}
