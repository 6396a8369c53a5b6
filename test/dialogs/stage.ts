import { dialogs } from '../../dialogs/index.ts'
import { loadContent } from '../../src/content/index.ts'
import { emptyVisit, parseVisitState, receiveInput, startDialog } from '../../src/dialog-runner/index.ts'
import type { Advance, Surroundings, VisitState } from '../../src/dialog-runner/index.ts'
import type { Band, Dialog, Effect, Input, Output } from '../../src/dialog-kit/index.ts'
import type { Json } from '../../src/shared/json.ts'

/** Stands where a text names something that is not there: no sentence may show it. */
export const NOTHING_THERE = '▢'

const content = await loadContent(new URL('../../content/', import.meta.url))

/** A Thursday afternoon out of school hours. */
export const THURSDAY = '2026-03-26T16:10'

export type Ask = Extract<Output, { kind: 'ask' }>

export interface Staging {
  band?: Band
  plain?: boolean
  now?: string
  input?: Json
  seed?: number
  dialogs?: readonly Dialog[]
}

/** Who and when, with the real words. */
export function surroundingsFor(staging: Staging = {}): Surroundings {
  const { band = 'Y14-15', plain = false, now = THURSDAY, seed = 0 } = staging
  return {
    dialogs: new Map((staging.dialogs ?? dialogs).map((dialog) => [dialog.id, dialog])),
    words: {
      of: content.words.of,
      standing: (intent, language, band) =>
        intent === 'blank' ? [NOTHING_THERE] : content.words.standing(intent, language, band),
    },
    role: band.startsWith('P') ? 'parent-carer' : 'young-person',
    band,
    language: 'en',
    plain,
    now,
    at: 1_774_541_400_000,
    names: { name: 'Amira', practitioner: 'Dani', nextLook: 'Friday 9:30', bot: 'Pip', child: 'Tyler' },
    seed,
    newRun: (n) => `run-${n}`,
  }
}

/** The bands whose people meet a dialog. */
export const bandsOf = (dialog: Dialog): Band[] => [
  ...(dialog.audience === 'parent-carer' ? [] : (['Y11-13', 'Y14-15', 'Y16-18'] as const)),
  ...(dialog.audience === 'young-person' ? [] : (['P5-7', 'P8-11', 'P12+'] as const)),
]

/** One person's visit on the real runner and the real words. Every state goes through JSON, as it does when saved. */
export class Visit {
  state: VisitState = emptyVisit()
  outputs: Output[] = []
  effects: Effect[] = []
  finished: Advance['finished'] = []
  understood = true
  surroundings: Surroundings

  constructor(staging: Staging = {}) {
    this.surroundings = surroundingsFor(staging)
  }

  /** A visit at the same point, to go another way from here. */
  fork(): Visit {
    const other = new Visit()
    Object.assign(other, this, { state: parseVisitState(JSON.parse(JSON.stringify(this.state))) })
    return other
  }

  start(dialog: string, input: Json = {}): this {
    return this.take(startDialog(this.state, dialog, input, this.surroundings))
  }

  /** Answers the open question with a button's value, typed words or a standing command. */
  send(input: Input): this {
    return this.take(receiveInput(this.state, input, this.surroundings))
  }

  tap(value: Json): this {
    const { run, step } = this.question
    return this.send({ kind: 'answer', run, step, value })
  }

  type(text: string): this {
    return this.send({ kind: 'text', text })
  }

  command(command: Extract<Input, { kind: 'command' }>['command'], step?: string): this {
    return this.send({ kind: 'command', command, ...(step === undefined ? {} : { step }) })
  }

  /** The question on the screen. */
  get question(): Ask {
    const last = this.outputs.at(-1)
    if (last?.kind !== 'ask') throw new Error(`nothing is asked; the last was ${last?.kind} ${last?.step}`)
    return last
  }

  get isOver(): boolean {
    return this.state.stack.length === 0 && this.state.safety.length === 0
  }

  /** What was said and asked in the last turn, as step ids without the rounds around them. */
  get said(): string[] {
    return this.outputs.map(({ step }) => idOf(step))
  }

  private take(advance: Advance): this {
    this.state = parseVisitState(JSON.parse(JSON.stringify(advance.state)))
    this.outputs = advance.outputs
    this.effects = advance.effects
    this.finished = advance.finished
    this.understood = advance.understood
    return this
  }
}

/** `shrink#0.confidence` is `confidence` on the screen. */
export const idOf = (step: string): string => step.split('.').at(-1)!
