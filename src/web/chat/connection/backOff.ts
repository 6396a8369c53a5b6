const FIRST_MS = 400
const LONGEST_MS = 10_000

/** How long to wait before the next try: doubles to ten seconds, spread by a chance of 0 to 1 so that phones do not come all at once. */
export const nextDelay = (failures: number, chance: number): number =>
  Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10)) * (0.75 + chance / 2))
