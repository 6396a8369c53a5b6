import type { Command, StepKey } from './input.ts'

/** One thing that can be tapped. `label` is from content, or the person's own words. */
export interface Option {
  value: string
  label: string
}

/**
 * A person's own answers as a picture, for a page that can draw it. The text it stands beside says the same in words: it is
 * the picture's text alternative, and all that other channels show.
 */
export type Picture =
  | {
      kind: 'line'
      points: readonly { day: string; value: number }[]
      min: number
      max: number
      heavier: 'up' | 'down'
    }
  | { kind: 'ladder'; points: readonly { day: string; value: number }[]; min: number; max: number }

/** How a question is to be answered on a screen. Channels that cannot show it fall back to choices or typing. */
export type Control =
  /** `suggestions` are tapped instead of typing; the suggestion itself is the answer. They are the `options` of a free-text question's words. */
  | { kind: 'text'; maxLength: number; placeholder?: string; suggestions?: readonly string[] }
  | { kind: 'choices'; options: Option[]; several: boolean }
  | { kind: 'rating'; min: number; max: number; low: string; high: string }
  | { kind: 'number'; min: number; max: number; unit?: string; step?: number }
  | { kind: 'date'; from?: string; to?: string }
  | { kind: 'time'; around?: string }
  | { kind: 'date-time'; from?: string; to?: string }
  | { kind: 'review'; rows: { step: StepKey; question: string; answer: string }[]; send: Option }

/** What a dialog says or asks, in words, ready for a channel to show. */
export type Output =
  | { kind: 'say'; dialog: string; step: StepKey; text: string; tone?: Tone; picture?: Picture }
  | {
      kind: 'ask'
      dialog: string
      run: string
      step: StepKey
      /** Shown small above the question, unchanged with every item of a measure. */
      stem?: string
      text: string
      control: Control
      /** Which standing commands make sense here, in the order to show them. */
      navigation: Command[]
      /** "3 of about 6". Never a percentage. */
      progress?: { at: number; about: number }
      /** Under a measure item: the instrument's own copyright line, where its licence asks for it. */
      notice?: string
      tone?: Tone
    }

/** `safety` is shown plain and steady, with help beside it; `measure` without any ornament; `large` in large letters. */
export type Tone = 'ordinary' | 'measure' | 'safety' | 'large'
