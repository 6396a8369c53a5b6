import { addDays, dayChoices, dayName, londonDay, timeChoices, timeName } from '../../src/web/chat/answer/days.ts'

const names = { today: 'Today', tomorrow: 'Tomorrow', yesterday: 'Yesterday' }

test("the day is England's, also just after midnight in summer", () => {
  expect(londonDay(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02')
  expect(londonDay(new Date('2026-11-21T23:30:00Z'))).toBe('2026-11-21')
})

test('days to come begin with today and stop at the last one allowed', () => {
  const choices = dayChoices('2026-11-21', { from: '2026-11-21', to: '2026-11-24' }, names)
  expect(choices.map((c) => c.label)).toEqual(['Today', 'Tomorrow', 'Mon 23 Nov', 'Tue 24 Nov'])
})

test('days gone by begin with today and go backwards', () => {
  expect(
    dayChoices('2026-11-21', { to: '2026-11-21' }, names)
      .map((c) => c.value)
      .slice(0, 3),
  ).toEqual(['2026-11-21', '2026-11-20', '2026-11-19'])
})

test('days go on over the end of a month and over the change of the clocks', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(dayName('2026-03-29')).toBe('Sun 29 Mar')
})

test('times are said as people say them', () => {
  expect(['00:05', '09:00', '12:00', '16:30'].map(timeName)).toEqual(['12:05 am', '9:00 am', '12:00 pm', '4:30 pm'])
})

test('on the first possible day only times still to come are offered', () => {
  expect(timeChoices('2026-11-21', '2026-11-21T17:00')).toEqual(['17:30', '18:30', '19:30', '20:30'])
  expect(timeChoices('2026-11-22', '2026-11-21T17:00')).toHaveLength(9)
})
