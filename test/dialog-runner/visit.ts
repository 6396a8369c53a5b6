import type { Dialog, Input, Output } from '../../src/dialog-kit/index.ts'
import { emptyVisit, openQuestion, parseVisitState, receiveInput, startDialog } from '../../src/dialog-runner/index.ts'
import type { Advance, StepWords, Surroundings, VisitState, WordsSource } from '../../src/dialog-runner/index.ts'
import { STANDING_INTENTS } from '../../src/dialog-runner/standingIntents.ts'
import type { Json } from '../../src/shared/json.ts'

/** Words that name what they are for: the text of step `mood` is "mood 1" to "mood 3"; options are their values in capitals. */
export const spokenWords = (own: Record<string, Partial<StepWords>> = {}): WordsSource => ({
  of: (dialog) => ({
    title: `title of ${dialog}`,
    step: (id) => ({
      text: [`${id} 1`, `${id} 2`, `${id} 3`],
      reprompt: [],
      options: id === 'check' ? { send: 'Send' } : {},
      ...own[id],
    }),
  }),
  standing: (intent) =>
    (STANDING_INTENTS as readonly string[]).includes(intent)
      ? [`${intent} 1`, `${intent} 2`, `${intent} 3`, `${intent} 4`]
      : [],
})

export interface VisitOptions {
  words?: WordsSource
  seed?: number
  now?: string
}

/** A person visiting some dialogs: every advance goes through JSON, as it does between turns. */
export class Visit {
  state: VisitState
  last: Advance | undefined
  turns = 0
  readonly dialogs: Map<string, Dialog>
  readonly options: VisitOptions
  constructor(dialogs: readonly Dialog[], options: VisitOptions = {}, state: VisitState = emptyVisit()) {
    this.dialogs = new Map(dialogs.map((dialog) => [dialog.id, dialog]))
    this.options = options
    this.state = state
  }
  get surroundings(): Surroundings {
    return {
      dialogs: this.dialogs,
      words: this.options.words ?? spokenWords(),
      role: 'young-person',
      band: 'Y14-15',
      language: 'en',
      plain: false,
      now: this.options.now ?? '2026-03-26T16:00',
      at: 1_000 + this.turns,
      names: { name: 'Amira', practitioner: 'Dani', nextLook: 'Tue 9:30' },
      seed: (this.options.seed ?? 0) + this.turns,
      newRun: (n) => `run-${this.turns}-${n}`,
    }
  }
  take(advance: Advance): Advance {
    this.last = advance
    this.turns++
    this.state = parseVisitState(JSON.parse(JSON.stringify(advance.state)))
    return advance
  }
  start(dialog: string, input: Json = {}): Advance {
    return this.take(startDialog(this.state, dialog, input, this.surroundings))
  }
  input(input: Input): Advance {
    return this.take(receiveInput(this.state, input, this.surroundings))
  }
  says(text: string): Advance {
    return this.input({ kind: 'text', text })
  }
  command(command: Extract<Input, { kind: 'command' }>['command'], step?: string): Advance {
    return this.input(step === undefined ? { kind: 'command', command } : { kind: 'command', command, step })
  }
  /** Taps an answer to the open question, or to another step. */
  taps(value: unknown, step?: string): Advance {
    const open = this.open
    return this.input({ kind: 'answer', run: open?.run ?? 'none', step: step ?? open?.step ?? 'none', value })
  }
  get open() {
    return openQuestion(this.state, this.surroundings)
  }
  /** Steps on the screen after the last turn: `say:` in front of what is only said. */
  get shown(): string[] {
    return (this.last?.outputs ?? []).map((output) => (output.kind === 'say' ? `say:${output.step}` : output.step))
  }
  get asked(): Extract<Output, { kind: 'ask' }> | undefined {
    const ask = this.last?.outputs.findLast((output) => output.kind === 'ask')
    return ask?.kind === 'ask' ? ask : undefined
  }
}
