import { Visit, type Staging } from './stage.ts'
import type { Effect, Input } from '../../src/dialog-kit/index.ts'
import type { Json } from '../../src/shared/json.ts'

/** What a person does: types, or sends a standing command; anything else is the value of what is tapped. */
type Person = { types: string } | { asks: Extract<Input, { kind: 'command' }>['command'] } | { taps: Json }

export const taps = (value: Json): Person => ({ taps: value })
export const types = (text: string): Person => ({ types: text })
export const asks = (command: Extract<Input, { kind: 'command' }>['command']): Person => ({ asks: command })

/** One row: what the bot says and asks (step ids), what the person does, what is recorded or set going by it. */
export type Row = [bot: string, person: Person, recorded?: { [part: string]: unknown }[]]

export interface Journey {
  dialog: string
  staging?: Staging
  input?: Json
  rows: Row[]
  /** What the bot says after the last row; the dialog is over then. */
  last: string
  /** Effects on the way into the first question. */
  before?: { [part: string]: unknown }[]
  /** What the person's answers were saved as when it was over, by step key. */
  saved?: { [step: string]: Json }
}

/** Plays a journey row by row on the real runner and the real words, and checks every cell. */
export function playJourney(journey: Journey): Visit {
  const visit = new Visit(journey.staging).start(journey.dialog, journey.input)
  expect(visit.effects).toMatchObject(journey.before ?? [])
  const saved: { [step: string]: Json } = {}
  const keep = () => {
    for (const { run } of visit.finished)
      for (const [step, answer] of Object.entries(run.answers))
        saved[step] = answer.state === 'given' ? answer.value : `(${answer.state})`
  }
  for (const [bot, person, recorded] of journey.rows) {
    expect(visit.said.join(' ')).toBe(bot)
    doAs(visit, person)
    keep()
    expect({ after: `${bot} · ${JSON.stringify(person)}`, understood: visit.understood }).toMatchObject({
      understood: true,
    })
    expect(visit.effects).toMatchObject(recorded ?? [])
    expect(visit.effects).toHaveLength(recorded?.length ?? 0)
  }
  expect(visit.said.join(' ')).toBe(journey.last)
  if (journey.saved) expect(saved).toEqual(journey.saved)
  return visit
}

function doAs(visit: Visit, person: Person): void {
  if ('taps' in person) visit.tap(person.taps)
  else if ('types' in person) visit.type(person.types)
  else visit.command(person.asks)
}

/** An effect that leaves something in the record. */
export const records = (
  name: string,
  fields: { [field: string]: unknown },
  more: object = {},
): { [part: string]: unknown } => ({
  type: 'record' satisfies Effect['type'],
  record: { name, fields, ...more },
})
