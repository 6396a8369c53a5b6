import fc from 'fast-check'
import { BACK_OFF, waitBeforeNext } from '../../src/outbox/backOff.ts'

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const attempt = fc.integer({ min: 1, max: 100_000 })

test('the wait doubles with every attempt and stops at the longest', () => {
  const waits = [1, 2, 3, 4, 5, 20].map((n) => waitBeforeNext({ firstMs: 1000, longestMs: 10_000 }, n, 1))
  expect(waits).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000])
})

test('half of the wait is left to chance, however long it goes on', () => {
  fc.assert(
    fc.property(attempt, chance, (n, random) => {
      const wait = waitBeforeNext(BACK_OFF.case, n, random)
      const full = waitBeforeNext(BACK_OFF.case, n, 1)
      return wait >= full / 2 - 1 && wait <= full && full <= BACK_OFF.case.longestMs
    }),
  )
})

test('a risk flag never waits longer than half a minute of our own accord', () => {
  fc.assert(fc.property(attempt, chance, (n, random) => waitBeforeNext(BACK_OFF.risk, n, random) <= 30_000))
})

test('the record’s own wish is kept, up to a quarter of an hour', () => {
  expect(waitBeforeNext(BACK_OFF.case, 1, 0, 45_000)).toBe(45_000)
  expect(waitBeforeNext(BACK_OFF.case, 1, 0, 100)).toBe(500)
  expect(waitBeforeNext(BACK_OFF.case, 1, 0, 86_400_000)).toBe(900_000)
})
