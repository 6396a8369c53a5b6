/** The one source of the present moment. Hand it in; never call `new Date()` elsewhere. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
