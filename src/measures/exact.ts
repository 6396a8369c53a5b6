/** Closer than this, two numbers of a scale are the same: binary fractions of decimals differ by far less, real scores by far more. */
const NOISE = 1e-9

/** Takes the noise of binary fractions out of a sum or difference of decimals (26.6 − 20 is 6.6). Not for T-scores, which are not rounded. */
export const clean = (value: number): number => Number(value.toFixed(9)) + 0

/** Whether a value reaches a bound; equality counts. */
export const reaches = (value: number, bound: number): boolean => value >= bound - NOISE
