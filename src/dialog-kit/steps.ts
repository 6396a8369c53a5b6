import type { Json } from '../shared/json.ts'
import type { LocalDateTime } from '../shared/calendarDay.ts'
import type { AnswersOf, AnswerType, AnswerTypes, Askable, ListsOf, ListType } from './answers.ts'
import type { Option, Picture } from './output.ts'
import type { Notice, SelfHelpRecord, Effect } from './effects.ts'

/** Who and when, as far as a dialog may look: never names or case details beyond these. */
export interface Circumstances<Input> {
  /** What the dialog was started with (a plan to review, the openings of the home menu). */
  input: Input
  role: 'young-person' | 'parent-carer'
  band: Band
  /** The present time for what is said, recorded and done; for what decides the way (`branch`, `again`), when the run began. */
  now: LocalDateTime
  /** Tasks are to be smaller for a while: a hold has ended not long ago (brief 4.8). */
  smallerTasks: boolean
  /** The id of this run: stable across pause, resume and redelivery. */
  run: string
}

/** Age bands of the brief (G8): young people by their own age, parents and carers by their child's. */
export const BANDS = ['Y11-13', 'Y14-15', 'Y16-18', 'P5-7', 'P8-11', 'P12+'] as const
export type Band = (typeof BANDS)[number]

type Ask<A, I, R> = (answers: A, circumstances: Circumstances<I>) => R
// Step functions are stored without their types: the builder has checked them against the dialog they stand in.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Stored<R> = (answers: any, circumstances: Circumstances<any>) => R

/** Values for the placeholders of a text that are not answers: `{difference}`. Names must be listed, so that content can be checked without running. */
export type Placeholders = { readonly [name: string]: Stored<string | number | undefined> }

/** One stop in a dialog, as data. Built only by the kit's functions. */
export type Step =
  | { step: 'say'; id: string; with?: Placeholders; picture?: Stored<Picture | undefined> }
  | { step: 'ask'; id: string; with?: Placeholders; options?: Stored<Option[]> }
  | {
      step: 'branch'
      id: string
      on: Stored<string | boolean | undefined>
      paths: { readonly [path: string]: readonly Step[] }
    }
  /** `over` gives what the rounds are about, one each; without it another round is asked about after each. */
  | { step: 'repeat'; id: string; steps: readonly Step[]; over?: Stored<readonly unknown[]> }
  | { step: 'again'; id: string; whilst: Stored<boolean>; atMost: number; steps: readonly Step[] }
  | { step: 'review'; id: string }
  | { step: 'record'; id: string; record: Stored<SelfHelpRecord | undefined> }
  | { step: 'call'; id: string; dialog: string; input?: Stored<Json> }
  | {
      step: 'hand-over'
      id: string
      to: Stored<{ dialog: string; input?: Json } | undefined>
      dialogs: readonly string[]
    }
  | { step: 'effect'; id: string; effect: Stored<Effect | undefined> }
  | { step: 'end'; id: string }

/** The vocabulary a dialog is written in. Order in the file is order on the screen. */
export interface Kit<A extends AnswerTypes, I> {
  /** Says the words of this id, beside a picture where there is one: the words then say what it shows. */
  say: (
    id: string,
    options?: {
      with?: { [name: string]: Ask<AnswersOf<A>, I, string | number | undefined> }
      picture?: Ask<AnswersOf<A>, I, Picture | undefined>
    },
  ) => Step
  /** Asks for one answer; the question, reprompt and option labels stand in content under the answer's id. `options` only for `choiceFrom`. */
  ask: (
    id: Askable<A>,
    options?: {
      with?: { [name: string]: Ask<AnswersOf<A>, I, string | number | undefined> }
      options?: Ask<AnswersOf<A>, I, Option[]>
    },
  ) => Step
  /** Takes the path named by an answer (yes/no answers as booleans take `yes` and `no`). A path left out, or no answer, goes on below. */
  branch: (
    id: string,
    on: Ask<AnswersOf<A>, I, string | boolean | undefined>,
    paths: { [path: string]: Step[] },
  ) => Step
  /** Goes through a list's questions, then asks "another?" (words under the list's id, yes or no) up to the list's limit. */
  repeat: <L extends ListsOf<A>>(
    id: L,
    steps: (kit: Kit<A[L] extends ListType<infer Items> ? Items : never, I>) => Step[],
  ) => Step
  /**
   * Goes through a list's questions once for each of the things given, in their order, up to the list's limit: the worries
   * that are held. What a round is about stands among its answers as `it`. Nothing is asked where nothing is given.
   */
  each: <L extends ListsOf<A>, T>(
    id: L,
    over: Ask<AnswersOf<A>, I, readonly T[]>,
    steps: (kit: Kit<(A[L] extends ListType<infer Items> ? Items : never) & { it: AnswerType<T, true> }, I>) => Step[],
  ) => Step
  /**
   * Asks the same steps again while something holds: shrink the plan while confidence is under 7. Looked at before each
   * round, so nothing is asked when it does not hold to begin with. The latest round's answers count.
   */
  again: (id: string, whilst: Ask<AnswersOf<A>, I, boolean>, options: { atMost: number }, steps: Step[]) => Step
  /** Lists the answers so far for checking, with change buttons; goes on when sent. */
  review: (id: string) => Step
  /** Leaves something in the case record. Passing here again with other answers amends it; nothing is recorded twice. */
  record: (id: string, record: Ask<AnswersOf<A>, I, SelfHelpRecord | undefined>) => Step
  /** Runs another dialog and comes back. */
  call: (id: string, dialog: string, input?: Ask<AnswersOf<A>, I, Json>) => Step
  /** Ends here and starts another dialog; goes on below when there is none. All dialogs it may choose are listed, so that the map can be drawn. */
  handOver: (
    id: string,
    dialogs: readonly string[],
    to: Ask<AnswersOf<A>, I, { dialog: string; input?: Json } | undefined>,
  ) => Step
  /** Opens a dialog at a later time (a prompt, within quiet hours and caps). */
  remind: (
    id: string,
    options: {
      dialog: string
      at: Ask<AnswersOf<A>, I, LocalDateTime | undefined>
      input?: Ask<AnswersOf<A>, I, Json>
    },
  ) => Step
  /** Tells the practitioner something that is not a risk. */
  notice: (id: string, notice: Ask<AnswersOf<A>, I, Notice | undefined>) => Step
  /** Any other effect. */
  effect: (id: string, effect: Ask<AnswersOf<A>, I, Effect | undefined>) => Step
  /** The dialog is finished here. */
  end: (id: string) => Step
}
