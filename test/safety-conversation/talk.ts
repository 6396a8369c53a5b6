import { loadContent, combineWords } from '../../src/content/index.ts'
import type { Band, Effect, Output } from '../../src/dialog-kit/index.ts'
import {
  emptyVisit,
  parseVisitState,
  receiveInput,
  startDialog,
  type Advance,
  type Surroundings,
} from '../../src/dialog-runner/index.ts'
import { safetyDialogs } from '../../src/safety-conversation/index.ts'
import type { SafetyInput } from '../../src/safety-conversation/input.ts'
import { loadSafetyWords } from '../../src/safety-conversation/loadSafetyWords.ts'

export const CONTENT = new URL('../../content/', import.meta.url)
export const safetyWords = await loadSafetyWords(CONTENT)
const ordinary = await loadContent(CONTENT)

export const surroundings = (band: Band = 'Y14-15', seed = 0): Surroundings => ({
  dialogs: new Map(safetyDialogs.map((dialog) => [dialog.id, dialog])),
  words: combineWords(safetyWords, ordinary.words),
  role: band.startsWith('P') ? 'parent-carer' : 'young-person',
  band,
  language: 'en',
  plain: false,
  now: '2026-11-23T10:00',
  at: Date.parse('2026-11-23T10:00:00Z'),
  names: {
    name: 'Amira',
    practitioner: 'Dani',
    nextLook: 'today 17:00',
    bot: 'Pebble',
    told: 'Dani',
    sentAt: '10:00',
    child: 'Tyler',
  },
  seed,
  newRun: (n) => `run-${n}`,
})

export const input = (more: Partial<SafetyInput> = {}): SafetyInput => ({ tier: 'T2', staffedNow: true, told: true, unreached: false, repeat: false, aboutOther: false, value: null, canCarryOn: false, answered: [], plan: null, ...more }) // prettier-ignore

/** A whole safety conversation on the real runner with the real words; every state goes through JSON, as it does when saved. */
export class Talk {
  readonly outputs: Output[] = []
  readonly effects: Effect[] = []
  readonly around: Surroundings
  state = emptyVisit()

  constructor(dialog: string, given: Partial<SafetyInput> = {}, band: Band = 'Y14-15', seed = 0) {
    this.around = surroundings(band, seed)
    this.take(startDialog(this.state, dialog, input(given), this.around))
  }

  /** Taps one answer after the other. */
  tap(...answers: string[]): this {
    for (const value of answers) {
      const open = this.open
      if (!open) throw new Error(`nothing is asked, so "${value}" cannot be tapped`)
      this.take(receiveInput(this.state, { kind: 'answer', run: open.run, step: open.step, value }, this.around))
    }
    return this
  }

  type(text: string): this {
    this.take(receiveInput(this.state, { kind: 'text', text }, this.around))
    return this
  }

  get open() {
    const last = this.outputs.at(-1)
    return this.state.safety.length > 0 && last?.kind === 'ask' ? last : undefined
  }

  /** What was said and asked, in order: `dialog/step`. */
  get said(): string[] {
    return this.outputs.map((o) => `${o.dialog}/${o.step}`)
  }

  get raised(): string[] {
    return this.effects.flatMap((e) =>
      e.type === 'raise' ? [`${e.lane} ${e.tier}${e.priority ? ' priority' : ''}`] : [],
    )
  }

  get noted(): string[] {
    return this.effects.flatMap((e) => (e.type === 'note-on-escalation' ? [e.note] : []))
  }

  private take(advance: Advance) {
    this.state = parseVisitState(JSON.parse(JSON.stringify(advance.state)))
    this.outputs.push(...advance.outputs)
    this.effects.push(...advance.effects)
  }
}
