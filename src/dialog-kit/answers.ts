import type { Option } from './output.ts'
import type { ClockTime, LocalDateTime } from '../shared/calendarDay.ts'

/** An answer as it arrives: typed, or the value behind a button or picker. */
export type RawAnswer = { kind: 'text'; text: string } | { kind: 'value'; value: unknown }

/** Why an answer could not be used; the words for each stand beside the question in content (`reprompt`). */
export type NotUnderstood = 'not-understood' | 'too-long' | 'out-of-range' | 'in-the-past' | 'ambiguous' | 'empty'

export type Parsed<V> = { ok: true; value: V } | { ok: false; reason: NotUnderstood; likely?: Option[] }

/** What parsing may look at besides the answer itself. */
export interface ParseContext {
  now: LocalDateTime
  /** The options as shown, for answers chosen from a list. */
  options: Option[]
  /** Only a label word for word counts, as in a measure: nothing is read into what was typed. */
  exact?: boolean
}

export type AnswerShape =
  | { kind: 'text'; maxLength: number }
  /** `yesNo` marks an answer that is saved as true or false. */
  | { kind: 'choice'; values: readonly string[]; yesNo?: true }
  | { kind: 'choice-from'; source: string }
  | { kind: 'choices'; values: readonly string[] }
  | { kind: 'rating'; min: number; max: number }
  /** `minutes` marks a length of time: hours that are typed are read as hours. */
  | { kind: 'number'; min: number; max: number; minutes?: true }
  | { kind: 'date'; past: boolean; future: boolean }
  /** `around`: where on the clock answers mostly lie. Decides nothing; nearer meanings and choices are shown first. */
  | { kind: 'time'; around?: ClockTime }
  | { kind: 'date-time'; future: boolean }

/**
 * The type of one answer: how it is shown, read and typed. Every question can be skipped unless it is `required()`,
 * so an answer is `undefined` where none was given. `V` is what the dialog's functions see.
 */
export interface AnswerType<V, Required extends boolean = false> {
  readonly shape: AnswerShape
  readonly needed: Required
  parse(raw: RawAnswer, context: ParseContext): Parsed<V>
  /** The dialog cannot go on without it: skip is not offered (teach-back, which plan is meant). */
  required(): AnswerType<V, true>
}

/** Several rounds of the same questions: the moments of a day, the barriers of a plan. */
export interface ListType<Items extends AnswerTypes> {
  readonly list: Items
  readonly atMost: number
}

export type AnswerTypes = { readonly [id: string]: AnswerType<unknown, boolean> | ListType<AnswerTypes> }

type ValueOf<T> =
  T extends ListType<infer Items>
    ? AnswersOf<Items>[]
    : T extends AnswerType<infer V, infer R>
      ? R extends true
        ? V
        : V | undefined
      : never

/** The answers as a dialog's functions see them: those on the path taken, in its own types. */
export type AnswersOf<A extends AnswerTypes> = { readonly [K in keyof A]: ValueOf<A[K]> }

/** Names of answers that can be asked directly (not lists). */
export type Askable<A extends AnswerTypes> = {
  [K in keyof A & string]: A[K] extends AnswerType<never, boolean> | AnswerType<unknown, boolean> ? K : never
}[keyof A & string]
export type ListsOf<A extends AnswerTypes> = Exclude<keyof A & string, Askable<A>>
