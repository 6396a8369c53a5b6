import type { Band, Dialog, Effect, Output, StepKey } from '../dialog-kit/index.ts'
import type { AnswerShape } from '../dialog-kit/answers.ts'
import type { Json } from '../shared/json.ts'
import type { LocalDateTime } from '../shared/calendarDay.ts'

/** One answer as saved. Three kinds of blank stay three things (G9); `missing` is simply not there. */
export type SavedAnswer =
  | { state: 'given'; value: Json }
  | { state: 'skipped' }
  | { state: 'declined' }
  | { state: 'not-sure' }

/**
 * A dialog in progress, as saved: ids and answers, never an index and never a sentence. Where it stands follows from
 * walking the definition with these answers.
 */
export interface Run {
  run: string
  /** The run beneath that called this one and waits for it. */
  caller?: string
  dialog: string
  version: number
  input: Json
  answers: Record<StepKey, SavedAnswer>
  /** `say`, `record`, `effect`, `call` steps already done, with a digest of what a record held. */
  done: Record<StepKey, string>
  /** The step being asked. */
  at: StepKey | null
  /** Times this question's answer was not understood, one after the other. */
  misses: number
  startedAt: LocalDateTime
  /** When each answer was given, epoch milliseconds in order: for a measure's `fast` mark. */
  answeredAt: number[]
}

/** Everything the conversation of one person remembers between turns. Saved as one value, with compare-and-swap. */
export interface VisitState {
  /** The safety conversation, in front of everything; empty when none is open. */
  safety: Run[]
  /** The dialog in hand on top, those that called it beneath. */
  stack: Run[]
  /** Put aside by the person: resumable, newest first. */
  aside: Run[]
  /** The last variants said of each intent, newest last, so that none comes back within five. */
  variants: Record<string, number[]>
  /** When the person was last here. */
  lastSeen: LocalDateTime | null
}

/** What the runner is given besides state and input. All of it is data: the runner reads no clock, no file, no chance. */
export interface Surroundings {
  dialogs: ReadonlyMap<string, Dialog>
  words: WordsSource
  role: 'young-person' | 'parent-carer'
  band: Band
  language: string
  plain: boolean
  /** Tasks are to be smaller for a while (brief 4.8). */
  smallerTasks?: boolean
  now: LocalDateTime
  /** Epoch milliseconds, for answer times only. */
  at: number
  /** Names that words may mention: {name}, {practitioner}, {nextLook}, {bot}, {child} … */
  names: Readonly<Record<string, string>>
  /** Chooses among variants; any number, given from outside. */
  seed: number
  /** A new run's id; the same for a retried turn. Ids that are taken in the state are passed over. */
  newRun: (n: number) => string
}

export interface Advance {
  state: VisitState
  outputs: Output[]
  effects: Effect[]
  /** False when the input was not understood (it was still answered). */
  understood: boolean
  /** Runs that came to their end in this turn, with how. */
  finished: { run: Run; how: 'completed' | 'stopped' | 'changed-by-release' }[]
}

/** What is being asked now, for the risk screen and the channels. */
export interface OpenQuestion {
  run: string
  dialog: string
  version: number
  kind: Dialog['kind']
  step: StepKey
  shape: AnswerShape
}

/** Words of one dialog in one language, for one band. Built by content loading, or from a measure's definition. */
export interface WordsSource {
  of(dialog: string, language: string): DialogWords | undefined
  /** The runner's own words: standing commands, fallback ladder, resume (content/standing.<language>.yaml). */
  standing(intent: string, language: string, band: Band): readonly string[]
}

export interface StepWords {
  /** Variants of what is said or asked. */
  text: readonly string[]
  reprompt: readonly string[]
  options: Readonly<Record<string, string>>
  low?: string
  high?: string
  placeholder?: string
  unit?: string
  stem?: string
  notice?: string
}

export interface DialogWords {
  title: string
  step(id: string, band: Band, plain: boolean): StepWords | undefined
}
