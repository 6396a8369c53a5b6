import type { Activity } from 'botbuilder'
import type { Advance, VisitState } from '../dialog-runner/index.ts'

/** What a turn has decided: everything that is said, in order, and what becomes of the state. */
export interface Answer {
  advance: Advance
  /** Sentences that are not part of a dialog: status, apology, closed. Shown before (`first`) or after the dialog's outputs. */
  first: Partial<Activity>[]
  last: Partial<Activity>[]
  /** Said only where nothing was ever said in this conversation: nobody opens a page without a word on it. */
  onlyOnEmpty?: true
}

/** An advance that changes nothing. */
export const stay = (state: VisitState): Advance => ({
  state,
  outputs: [],
  effects: [],
  understood: true,
  finished: [],
})

/** Two advances of the same turn as one; outputs of the first are kept unless they are replaced by what comes next. */
export const then = (
  first: Advance,
  second: Advance,
  options: { keepFirstOutputs: boolean } = { keepFirstOutputs: true },
): Advance => ({
  state: second.state,
  outputs: [...(options.keepFirstOutputs ? first.outputs : []), ...second.outputs],
  effects: [...first.effects, ...second.effects],
  understood: first.understood && second.understood,
  finished: [...first.finished, ...second.finished],
})

/** A sentence outside any dialog. */
export const sentence = (text: string, tone: 'ordinary' | 'safety' = 'ordinary'): Partial<Activity> => ({
  type: 'message',
  text,
  channelData: { bot: { kind: 'say', tone } },
})
