/** What a person can ask for at any question of any dialog. The runner answers these; no dialog codes them. */
export const COMMANDS = ['back', 'skip', 'not-sure', 'decline', 'pause', 'resume', 'change', 'stop', 'help'] as const
export type Command = (typeof COMMANDS)[number]

/** Where an answer belongs: the step's id, with the round of each loop around it: `plan`, `moments.1.mood`, `shrink#0.confidence`. */
export type StepKey = string

/**
 * What reaches a dialog. `text` was typed; `answer` came from a button or picker and names the run and step it was
 * shown for, so that a stale button is recognised; `command` is one of the standing commands.
 */
export type Input =
  | { kind: 'text'; text: string }
  | { kind: 'answer'; run: string; step: StepKey; value: unknown }
  | { kind: 'command'; command: Command; step?: StepKey }
