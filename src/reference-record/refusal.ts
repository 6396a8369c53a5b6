/** A request that is answered with problem+json. Carries codes and places, never what was sent. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly faults: { place: string; problem: string }[] | undefined
  constructor(status: number, code: string, faults?: { place: string; problem: string }[]) {
    super(`${status} ${code}`)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.faults = faults
  }
}
