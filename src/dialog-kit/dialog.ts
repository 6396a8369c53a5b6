import type { z } from 'zod'
import type { AnswerTypes } from './answers.ts'
import type { Kit, Step } from './steps.ts'
import { createKit } from './kit.ts'

/**
 * What becomes of a conversation that is in the middle of this dialog when a release brings another version:
 * `carry-on` keeps every answer that still fits and asks the rest; `offer-restart` says that things have changed and asks
 * whether to begin again; `finish` closes it with kind words and keeps what was recorded.
 */
export type OnVersionChange = 'carry-on' | 'offer-restart' | 'finish'

/** A structured dialog: its answers and its steps, as data that can be listed without running it. */
export interface Dialog {
  readonly id: string
  readonly version: number
  readonly onVersionChange: OnVersionChange
  readonly audience: 'young-person' | 'parent-carer' | 'both'
  /** `module` dialogs stop under a hold (R8); `standing` ones never do; `safety` goes before all others. */
  readonly kind: 'module' | 'measure' | 'standing' | 'safety'
  /** Not carried on between 21:00 and 06:00: it is put aside until the day (brief 1b, night rule). */
  readonly daytimeOnly: boolean
  /** About the day it was begun on: not offered to be carried on another day, which it would be recorded for. */
  readonly sameDayOnly: boolean
  /**
   * Where somebody asks the bot whether it will be all right, that is answered kindly once, named, and led back to the
   * question; never odds (brief 1b). The module in whose record it is counted.
   */
  readonly countsReassuranceIn: string | undefined
  /** Shown in large letters: short messages for a hard moment. */
  readonly largeText: boolean
  readonly input: z.ZodType | undefined
  readonly answers: AnswerTypes
  readonly steps: readonly Step[]
}

/**
 * Defines a dialog. The list of steps is the plan: a step's or answer's id names its words in `content/dialogs/<id>.en.yaml`.
 * Raise `version` with every change that a conversation in progress could notice.
 */
export function defineDialog<const A extends AnswerTypes, I = Record<string, never>>(definition: {
  id: string
  version: number
  onVersionChange: OnVersionChange
  audience: Dialog['audience']
  kind?: Dialog['kind']
  daytimeOnly?: boolean
  sameDayOnly?: boolean
  countsReassuranceIn?: string
  largeText?: boolean
  input?: z.ZodType<I>
  answers: A
  steps: (kit: Kit<A, I>) => Step[]
}): Dialog {
  const {
    steps,
    kind,
    input,
    daytimeOnly = false,
    sameDayOnly = false,
    countsReassuranceIn,
    largeText = false,
    ...rest
  } = definition
  return Object.freeze({
    ...rest,
    kind: kind ?? 'module',
    daytimeOnly,
    sameDayOnly,
    countsReassuranceIn,
    largeText,
    input,
    steps: steps(createKit<A, I>()),
  })
}
