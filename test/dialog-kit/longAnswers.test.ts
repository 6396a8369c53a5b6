import {
  choice,
  choices,
  localDate,
  localDateTime,
  localTime,
  rating,
  wholeNumber,
  yesNo,
} from '../../src/dialog-kit/index.ts'

/** As long as the doors let through. */
const LONG = 90_000
const PATIENCE_MS = 10_000
const options = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const types = {
  choice: choice('yes', 'no'),
  choices: choices('yes', 'no'),
  'yes or no': yesNo(),
  rating: rating(0, 10),
  number: wholeNumber(0, 100),
  day: localDate('any'),
  time: localTime(),
  'day and time': localDateTime(),
}
const pieces = ['1', ' ', '1 ', '1.', '1:', '1/', '-', '!', 'next tuesday at ', 'half past ', 'twenty one ', 'one and ']

describe('an answer that is as long as a book', () => {
  it.each(Object.entries(types))('to a question for a %s is no answer, and costs no time', (_, type) => {
    const started = performance.now()
    for (const piece of pieces) {
      const text = `${piece.repeat(Math.ceil(LONG / piece.length))}x`
      const parsed = type.parse({ kind: 'text', text }, { now: '2026-03-26T16:00', options })
      expect({ piece, ok: parsed.ok }).toEqual({ piece, ok: false })
    }
    expect(performance.now() - started).toBeLessThan(PATIENCE_MS)
  })
})
