import { diaryEntry, samsEntries } from '../sleep/sams-week.ts'
import { factsOf, type SummaryEntry } from '../../src/summaries/facts.ts'

let n = 0
const entry = (module: string, name: string, at: string, fields: SummaryEntry['fields']): SummaryEntry => ({
  id: `entry-${n++}`,
  module,
  name,
  fields,
  about: null,
  at,
})
const NOW = '2026-12-02T09:00'
const moment = (day: string, who: string, mood?: number) =>
  entry('low-mood', 'activity-log', `2026-11-${day}T17:00`, {
    date: `2026-11-${day}`,
    with: who,
    ...(mood === undefined ? {} : { mood }),
  })

describe('facts for the brief, each with its n', () => {
  it('low mood: moments and days, and mood with people and alone (S1)', () => {
    const log = [
      ...[7, 6, 4].map((mood) => moment('26', 'friends', mood)),
      ...[2, 2, 3].map((mood) => moment('28', 'alone', mood)),
      ...[3, 2].map((mood) => moment('29', 'alone', mood)),
      moment('30', 'alone'),
    ]
    expect(factsOf('low-mood', log, NOW)).toEqual([
      { words: '9 moments logged on 4 days', n: 9 },
      { words: 'Mean mood 5.7 with people (n 3), 2.4 alone (n 5)', n: 8 },
    ])
  })

  it('worry: how many over how many days, and before and after only where both were given', () => {
    const entries = [
      entry('worry', 'worry', '2026-11-26T20:00', { worry_text: 'a', status: 'held', type: 'what_if' }),
      entry('worry', 'worry-time', '2026-11-27T17:30', { strength_before: 8, strength_after: 5 }),
      entry('worry', 'worry-time', '2026-11-28T17:30', { strength_before: 6 }),
    ]
    expect(factsOf('worry', entries, '2026-11-30T09:00')).toEqual([
      { words: '1 worry noted over 5 days, 1 held now', n: 1 },
      { words: 'Worry 8 before worry time, 5 after', n: 1 },
      { words: '1 what-if, 0 real now, 0 unsure', n: 1 },
    ])
  })

  it('a module without facts of its own has its entries counted; nothing entered makes no fact', () => {
    const one = entry('problem-solving', 'problem-plan', '2026-11-26T20:00', {})
    expect(factsOf('problem-solving', [one], NOW)).toEqual([{ words: '1 entry on 1 day', n: 1 }])
    expect(factsOf('sleep', [one], NOW)).toEqual([])
    expect(factsOf('low-mood', [], NOW)).toEqual([])
  })

  it('sleep: school and free nights apart with their n, then the change, never a mean over both', () => {
    const inSleep = (one: ReturnType<typeof diaryEntry>) => ({ ...one, module: 'sleep' })
    const ticks = ['did', 'did', 'partly', 'no'].map((outcome, n) =>
      diaryEntry({ night_of: `2026-03-${23 + n}`, outcome }, { name: 'sleep-tick', about: 'a plan' }),
    )
    expect(factsOf('sleep', [...samsEntries(), ...ticks].map(inSleep), NOW)).toEqual([
      { words: 'Asleep: school nights 6 h 18 (n 3), free nights 9 h 10 (n 2), free nights 163 min later', n: 5 },
      { words: 'Change done on 2 of 4 nights ticked, 1 in part', n: 4 },
      { words: 'Sleep efficiency 79 % of time in bed, pooled', n: 5 },
    ])
  })

  it('what was said about the agreed task is not counted as practice', () => {
    expect(
      factsOf('low-mood', [entry('low-mood', 'task-check-in', '2026-11-26T20:00', { outcome: 'done' })], NOW),
    ).toEqual([])
  })
})
