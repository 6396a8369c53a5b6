import type { LowMoodEntry } from '../../src/low-mood/log.ts'
import { factsOf } from '../../src/summaries/facts.ts'
import { lowMoodSummary } from '../../src/summaries/lowMood.ts'
import { AMIRAS_WEEK } from '../low-mood/moments.ts'

let n = 0
const entry = (
  name: string,
  at: string,
  fields: LowMoodEntry['fields'],
  more: Partial<LowMoodEntry> = {},
): LowMoodEntry => ({ id: `e${++n}`, name, fields, about: null, at, ...more })

const logged = AMIRAS_WEEK.map(({ day, part, activity, with: who, mood }) =>
  entry('activity-log', `${day}T17:00`, { date: day, slot: part, activity, with: who, mood }),
)
const planned = [
  entry('value-card', '2026-12-03T17:00', { sub_area: 'fun', importance: 8, in_my_life_now: 1 }),
  entry('value-card', '2026-12-04T17:00', { sub_area: 'friends', importance: 6, in_my_life_now: 5 }),
  entry('value-card', '2026-12-05T17:00', { sub_area: 'body', importance: 5 }),
  entry('log-look', '2026-12-02T17:00', { noticed: 'better when im with people i spose' }),
  entry(
    'activity-plan',
    '2026-12-16T16:45',
    { activity: 'dance video', date: '2026-12-17', time: '17:15' },
    { id: 'p' },
  ),
  entry('activity-check-in', '2026-12-18T17:20', { outcome: 'not-yet' }, { about: 'p' }),
  entry('not-done', '2026-12-18T17:21', { reason: 'not-up-to-it', new_time: '2026-12-19T17:15' }, { about: 'p' }),
  entry('activity-check-in', '2026-12-19T18:00', { outcome: 'done' }, { about: 'p' }),
  entry(
    'activity-review',
    '2026-12-19T18:02',
    { mood_before: 3, mood_after: 5, enjoyment: 6, expected_enjoyment: 2 },
    { about: 'p' },
  ),
]
const NOW = '2026-12-21T09:00'

describe('what the practitioner sees of the low mood programme (brief 1a)', () => {
  it('has the facts of scenario S1: log and coverage, people and alone, gaps, planned 2 done 1 part 0, guess and outcome', () => {
    const summary = lowMoodSummary([...logged, ...planned], NOW)
    expect(summary).toMatchObject({
      log: { moments: 9, days: 4, weekend: true, rated: 8 },
      mood: { mean: 3.625, n: 8, lowest: 2, highest: 6 },
      withPeople: { n: 3 },
      alone: { mean: 2.4, n: 5 },
      gaps: [
        { card: 'fun', gap: 7 },
        { card: 'friends', gap: 1 },
      ],
      plans: { planned: 2, done: 1, part: 0, not: 1, changed: 0, open: 0 },
      guesses: { expected: 2, actual: 6, n: 1 },
      barriers: [{ reason: 'not-up-to-it', count: 1 }],
      noticed: ['better when im with people i spose'],
      signs: [],
    })
    expect(summary.withPeople!.mean).toBeCloseTo(5.67)
    expect(summary.lifting).toEqual([
      { activity: 'netball', lift: 2.4, n: 1 },
      { activity: 'chips', lift: 2.4, n: 1 },
      { activity: 'dance video', lift: 2, n: 1 },
    ])
  })

  it('is three facts in the brief before a session', () => {
    const entries = [...logged, ...planned].map((one) => ({ ...one, module: 'low-mood' }))
    expect(factsOf('low-mood', entries, NOW).map(({ words }) => words)).toEqual([
      '9 moments logged on 4 days',
      'Mean mood 5.7 with people (n 3), 2.4 alone (n 5)',
      'Planned 2, done 1, part 0; enjoyment expected 2, turned out 6 (n 1)',
    ])
  })

  it('shows nothing as missing, never as 0', () => {
    expect(lowMoodSummary([], NOW)).toMatchObject({
      mood: undefined,
      withPeople: undefined,
      alone: undefined,
      guesses: undefined,
      lifting: [],
      gaps: [],
      signs: [],
    })
  })

  it('puts signs before a human: flat for a fortnight, nothing at all, lower twice after the same', () => {
    const day = (d: number) => `2026-12-${String(d).padStart(2, '0')}`
    const flat = [8, 10, 12, 15, 18, 20].map((d) => entry('activity-log', `${day(d)}T17:00`, { date: day(d), mood: 3 }))
    expect(lowMoodSummary(flat, NOW).signs).toEqual([{ sign: 'flat', days: 12, n: 6 }])
    expect(lowMoodSummary(flat.slice(0, 5), NOW).signs).toEqual([])
    expect(lowMoodSummary(logged, NOW).signs).toEqual([{ sign: 'no-activity', days: 20 }])
    const lower = (id: string, d: number) => [
      entry('activity-plan', `${day(d)}T16:00`, { activity: 'town' }, { id }),
      entry('activity-review', `${day(d)}T18:00`, { mood_before: 6, mood_after: 3 }, { about: id }),
    ]
    expect(lowMoodSummary([...lower('a', 16), ...lower('b', 18)], NOW).signs).toEqual([
      { sign: 'lower-twice', activity: 'town' },
    ])
  })
})
