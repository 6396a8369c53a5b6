import { behaviourSupportSummary } from '../../src/summaries/behaviourSupport.ts'
import { factsOf, type SummaryEntry } from '../../src/summaries/facts.ts'

let n = 0
const entry = (name: string, at: string, fields: SummaryEntry['fields']): SummaryEntry => ({
  id: `e${++n}`,
  module: 'behaviour-support',
  name,
  fields,
  about: null,
  at,
})

const entries = [
  entry('week-1', '2026-11-18T10:00', { target_behaviours: [{ opposite: 'shoes on first time', difficulty: 8 }] }),
  entry('weekly', '2026-11-24T18:00', { week: 1, days_practised: 3, difficulty: 8, stress: 8, confidence: 3, stuck: 'mornings' }),
  entry('abc', '2026-11-25T18:00', { behaviour: 'threw a shoe', family_time_today: true }),
  entry('abc', '2026-11-26T18:00', { behaviour: 'shouted', family_time_today: false }),
  entry('abc', '2026-11-27T18:00', { behaviour: 'shouted' }),
  entry('weekly', '2026-12-01T18:00', { week: 2, days_practised: 4, stress: 7, success: 'shoes on by himself' }),
  entry('weekly', '2026-12-08T18:00', { week: 3, days_practised: 0, difficulty: 5, stress: 6, confidence: 6, success: 'a calm tea', stuck: 'bedtime' }),
] // prettier-ignore

describe('what the practitioner sees of behaviour support (brief 1e)', () => {
  it('target trend, days practised, stress and confidence, what went well and where it stuck', () => {
    expect(behaviourSupportSummary(entries)).toEqual({
      checkIns: 3,
      difficulty: { first: 8, last: 5, n: 2 },
      stress: { first: 8, last: 6, n: 3 },
      confidence: { first: 3, last: 6, n: 2 },
      practised: { days: 7, of: 21, n: 3 },
      success: ['a calm tea', 'shoes on by himself'],
      stuck: ['bedtime', 'mornings'],
      familyTime: { near: 1, n: 2 },
    })
  })

  it('shows nothing as missing, never as 0', () => {
    expect(behaviourSupportSummary([])).toMatchObject({
      difficulty: undefined,
      stress: undefined,
      practised: { days: 0, of: 0, n: 0 },
      success: [],
    })
  })

  it('stands in the brief as three facts with their n', () => {
    expect(factsOf('behaviour-support', entries, '2026-12-09T09:00')).toEqual([
      { words: 'Difficulty 8, now 5; practised on 7 of 21 days told about', n: 3 },
      { words: 'Stress 8, now 6; confidence 3, now 6', n: 3 },
      { words: 'Went well: “a calm tea”. Stuck: “bedtime”', n: 3 },
    ])
    expect(factsOf('behaviour-support', entries.slice(0, 1), '2026-12-09T09:00')).toEqual([
      { words: '1 entry on 1 day', n: 1 },
    ])
  })
})
