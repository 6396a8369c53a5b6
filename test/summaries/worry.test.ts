import { worrySummary } from '../../src/summaries/worry.ts'
import type { WorryEntry } from '../../src/worry/held.ts'

let n = 0
const entry = (name: string, at: string, fields: WorryEntry['fields'], more: Partial<WorryEntry> = {}): WorryEntry => ({
  id: `e${++n}`,
  name,
  fields,
  about: null,
  at,
  ...more,
})

describe('what the practitioner sees of the worry programme (brief 1b)', () => {
  const entries = [
    entry('worry', '2026-11-17T16:00', { worry_text: 'the test', did: ['checked', 'asked-again'], type: 'real_now' }),
    entry('worry', '2026-11-17T22:40', { worry_text: 'moving', status: 'held', at_night: true }, { id: 'moving' }),
    entry('worry', '2026-11-18T00:20', { worry_text: 'mum', status: 'held', at_night: true }, { id: 'mum' }),
    entry('worry', '2026-11-20T23:00', { worry_text: 'late', status: 'held', at_night: true }, { id: 'late' }),
    entry('worry', '2026-11-21T12:00', { worry_text: 'a game', did: ['carried-on'] }),
    entry(
      'worry-outcome',
      '2026-11-18T17:35',
      { choice: 'real', type: 'real_now', status: 'planned' },
      { about: 'moving' },
    ),
    entry('worry-outcome', '2026-11-18T17:38', { choice: 'keep', status: 'kept' }, { about: 'mum' }),
    entry('worry-outcome', '2026-11-21T17:35', { choice: 'not-bothering', status: 'let_go' }, { about: 'late' }),
    entry('worry-time', '2026-11-18T17:40', { quiet: false, strength_before: 8, strength_after: 5 }),
    entry('worry-time', '2026-11-21T17:40', { quiet: false, strength_before: 6, strength_after: 4 }),
    entry('worry-time', '2026-11-22T17:40', { quiet: false, strength_before: 9 }),
    entry('worry-time', '2026-11-23T17:40', { quiet: true, held: 0 }),
    entry('problem-plan', '2026-11-19T17:00', { problem: 'maths' }),
    entry('problem-review', '2026-11-20T17:00', { status: 'solved' }),
    entry('asked-for-reassurance', '2026-11-20T17:00', { times: 2 }),
  ]

  it('counts worries a day, before and after, kinds, what stopped bothering, checking and asking, problems, nights', () => {
    expect(worrySummary(entries, '2026-11-26T09:00')).toEqual({
      days: 10,
      worries: 5,
      perDay: 0.5,
      before: { mean: 7, n: 2 },
      after: { mean: 4.5, n: 2 },
      worryTimes: 3,
      quiet: 1,
      kinds: { real: 2, whatIf: 0, unsure: 0, n: 2 },
      notBothering: { count: 1, n: 3 },
      reassurance: { asked: 1, checked: 1, n: 2, bot: 2 },
      problems: { planned: 1, reviewed: 1, solved: 1 },
      // 22:40 and 00:20 are one night.
      nightsWithCatches: 2,
      held: { now: 1, overAWeek: 1 },
    })
  })

  it('shows nothing as missing, never as 0', () => {
    expect(worrySummary([], '2026-11-26T09:00')).toMatchObject({
      days: 0,
      perDay: undefined,
      before: undefined,
      after: undefined,
      kinds: { n: 0 },
    })
  })
})
