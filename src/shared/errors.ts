/** One thing wrong with input from outside: where it stands, what is wrong, and how to mend it. */
export interface Fault {
  place: string
  problem: string
  mend?: string
}

/** Input that cannot be used. Lists every fault at once, so that nobody mends one to meet the next. */
export class InvalidInput extends Error {
  readonly faults: readonly Fault[]
  constructor(what: string, faults: readonly Fault[]) {
    super(`${what}\n${faults.map((f) => `  ${f.place}: ${f.problem}${f.mend ? ` (${f.mend})` : ''}`).join('\n')}`)
    this.name = 'InvalidInput'
    this.faults = faults
  }
}
