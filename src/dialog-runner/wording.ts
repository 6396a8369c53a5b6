import type { Option } from '../dialog-kit/index.ts'
import type { Placeholders } from '../dialog-kit/steps.ts'
import type { Circumstances } from '../dialog-kit/steps.ts'
import { describeValue } from './describeValue.ts'
import type { Draft } from './draft.ts'
import type { Run, StepWords } from './types.ts'
import type { Scope } from './walk.ts'

/** Uses of an intent within which no variant comes back (brief 7.2). */
const NOT_WITHIN = 5
const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9-]*)\}/g

/** Values for placeholders by name; `undefined` where there is none. */
export type Values = (name: string) => string | undefined

/** The words of one step for the person this advance is for. Missing words are a fault that content loading should have stopped. */
export function wordsOf(draft: Draft, dialog: string, step: string): StepWords {
  const { words, language, band, plain } = draft.surroundings
  const found = words.of(dialog, language)?.step(step, band, plain)
  if (!found) throw new Error(`no words for ${dialog}/${step} in ${language}`)
  return found
}

/** Names, and where a scope is given the answers and the step's own values, ready to stand in a text. */
export function valuesFor(
  draft: Draft,
  run?: Run,
  scope?: Scope,
  own: Placeholders = {},
  at?: Circumstances<unknown>,
): Values {
  const { names } = draft.surroundings
  return (name) => {
    if (Object.hasOwn(own, name) && scope && at) {
      const value = own[name]?.(scope.answers, at)
      return value === undefined ? undefined : String(value)
    }
    for (let around = scope; around; around = around.outer) {
      const value = around.answers[name]
      const from = around.chosenFrom[name]
      if (value !== undefined && from && run)
        return describeValue(value, from.shape, optionsOf(draft, run.dialog, from.step, from.options), draft)
    }
    return Object.hasOwn(names, name) ? names[name] : undefined
  }
}

/** The options of a question with their labels from content; a label given where it is asked stands where content has none. */
export function optionsOf(
  draft: Draft,
  dialog: string,
  step: string,
  given?: readonly Option[],
  values?: readonly string[],
): Option[] {
  const labels = wordsOf(draft, dialog, step).options
  const options = given ?? (values ?? Object.keys(labels)).map((value) => ({ value, label: '' }))
  return options.map(({ value, label }) => ({ value, label: labels[value] ?? (label || standingLabel(draft, value)) }))
}

/** A label that every dialog shares (yes, no); the bare value is a last resort that content checks rule out. */
export function standingLabel(draft: Draft, value: string): string {
  const { words, language, band } = draft.surroundings
  return words.standing(value, language, band)[0] ?? value
}

/** Puts values into a text. Where one is missing the standing word for it is used. */
export const fillIn = (draft: Draft, text: string, values: Values): string =>
  text.replace(PLACEHOLDER, (_, name: string) => values(name) ?? standingLabel(draft, 'blank'))

/** The placeholders of a text. */
export const placeholdersIn = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!)

/**
 * Chooses among variants: none of the last five used for this intent (as far as there are that many), those whose
 * values are all there first. Remembers the choice in the draft.
 */
export function chooseVariant(draft: Draft, intent: string, variants: readonly string[], values: Values): string {
  if (variants.length === 0) throw new Error(`no words for ${intent}`)
  const used = draft.state.variants[intent] ?? []
  const all = variants.map((_, index) => index)
  const complete = all.filter((index) => placeholdersIn(variants[index]!).every((name) => values(name) !== undefined))
  const usable = complete.length > 0 ? complete : all
  const recent = used.slice(-Math.min(NOT_WITHIN, usable.length - 1))
  const fresh = usable.length > 1 ? usable.filter((index) => !recent.includes(index)) : usable
  const from = fresh.length > 0 ? fresh : usable
  const chosen = from[Math.abs(Math.trunc(draft.surroundings.seed)) % from.length]!
  if (variants.length > 1) draft.state.variants[intent] = [...used, chosen].slice(-NOT_WITHIN)
  return fillIn(draft, variants[chosen]!, values)
}

/** One of the runner's own sentences. */
export function standing(draft: Draft, intent: string, values: Values = valuesFor(draft)): string {
  const { words, language, band } = draft.surroundings
  return chooseVariant(draft, `standing/${intent}`, words.standing(intent, language, band), values)
}

/** The names, and `{title}` of a dialog. */
export function titled(draft: Draft, dialog: string | undefined): Values {
  const names = valuesFor(draft)
  const title =
    dialog === undefined ? undefined : draft.surroundings.words.of(dialog, draft.surroundings.language)?.title
  return (name) => (name === 'title' ? title : names(name))
}
