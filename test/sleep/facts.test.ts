import { FACTS, nextFact } from '../../src/sleep/facts.ts'
import { diaryEntry } from './sams-week.ts'

const told = (fact: string, day: string) => diaryEntry({ fact }, { name: 'sleep-fact', at: `${day}T08:00` })

describe('facts about sleep (brief 1c, one a day)', () => {
  test('come in their order, one a day, each once', () => {
    expect(nextFact([], '2026-03-23')).toBe('later-clock')
    expect(nextFact([told('later-clock', '2026-03-23')], '2026-03-23')).toBeUndefined()
    expect(nextFact([told('later-clock', '2026-03-23')], '2026-03-24')).toBe('morning-light')
  })

  test('end when all have been told', () => {
    const all = FACTS.map((fact, at) => told(fact, `2026-03-${10 + at}`))
    expect(nextFact(all, '2026-03-23')).toBeUndefined()
  })
})
