import { heldWorries, isOld, settledWorryTime, type WorryEntry } from '../../src/worry/held.ts'

const worry = (id: string, at: string, status: string | undefined, more: object = {}): WorryEntry => ({
  id,
  name: 'worry',
  fields: { worry_text: `worry ${id}`, status, ...more },
  about: null,
  at,
})
const outcome = (about: string, at: string, status: string, more: object = {}): WorryEntry => ({
  id: `${about}-${at}`,
  name: 'worry-outcome',
  fields: { status, ...more },
  about,
  at,
})

describe('what is held', () => {
  it('is what was held and not settled since, the oldest first; kept goes back into the box', () => {
    const held = heldWorries([
      worry('b', '2026-11-20T22:00', 'held'),
      worry('a', '2026-11-18T10:00', 'held'),
      worry('gone', '2026-11-18T10:00', 'held'),
      worry('planned', '2026-11-18T10:00', 'planned'),
      worry('diary', '2026-11-21T10:00', undefined),
      worry('only-noted', '2026-11-21T10:00', undefined),
      outcome('gone', '2026-11-19T17:35', 'let_go'),
      outcome('a', '2026-11-19T17:35', 'kept'),
      outcome('diary', '2026-11-21T10:05', 'held', { checked: true }),
    ])
    expect(held.map((one) => one.worry)).toEqual(['a', 'b', 'diary'])
    expect(held.map((one) => one.checked)).toEqual([false, false, true])
    expect(held.map((one) => isOld(one, '2026-11-25T17:30'))).toEqual([true, false, false])
  })

  it('is none where nothing is', () => expect(heldWorries([])).toEqual([]))

  it('knows when worry time was settled last', () => {
    const plan = (at: string, time: string): WorryEntry => ({
      id: at,
      name: 'worry-time-plan',
      fields: { time, days: 'school-days', length: 10, prompt: true },
      about: null,
      at,
    })
    expect(settledWorryTime([])).toBeUndefined()
    expect(settledWorryTime([plan('2026-11-20T17:00', '18:00'), plan('2026-11-18T17:00', '17:00')])).toEqual({
      time: '18:00',
      days: 'school-days',
      minutes: 10,
      prompt: true,
    })
  })
})
