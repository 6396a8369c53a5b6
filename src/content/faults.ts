import { InvalidInput, type Fault } from '../shared/errors.ts'

/** Collects everything wrong with content, so that all of it is listed at once before the start is refused. */
export class Faults {
  readonly list: Fault[] = []

  add(place: string, problem: string, mend?: string): void {
    this.list.push(mend === undefined ? { place, problem } : { place, problem, mend })
  }

  /** Throws InvalidInput with all faults; does nothing when there are none. */
  throwIfAny(what = 'Content has faults:'): void {
    if (this.list.length > 0) throw new InvalidInput(what, this.list)
  }
}
