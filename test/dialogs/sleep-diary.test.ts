import { asks, playJourney, records, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

const night = '2026-03-25'
/** The morning after it, in time for the diary. */
const staging = { now: '2026-03-26T07:40' }

describe('the morning diary (brief 1c)', () => {
  test('takes guesses in the order of a night and leaves one entry, named by the evening it began', () => {
    playJourney({
      dialog: 'sleep-diary',
      input: { night },
      staging,
      rows: [
        ['last-night intoBed', types('22:45')],
        ['tried', types('half 11 at night')],
        ['solMin', types('about an hour')],
        ['wakings', taps(2)],
        ['wasoMin', types('15 mins')],
        ['finalWake', types('06:50')],
        ['outOfBed', types('07:20')],
        ['rested', taps(4)],
        ['quality', taps(5)],
        ['schoolDay', taps('yes')],
        [
          'note',
          types('hot room'),
          [
            records(
              'sleep-diary',
              {
                night_of: '2026-03-25',
                night: 'given',
                form: 'full',
                into_bed: '22:45',
                tried_to_sleep: '23:30',
                sol_min: 60,
                wakings: 2,
                waso_min: 15,
                final_wake: '06:50',
                out_of_bed: '07:20',
                quality: 5,
                rested: 4,
                school_day_after: true,
                note: 'hot room',
                backfilled: false,
              },
              { recordType: 'entry', module: 'sleep', refersTo: '2026-03-25T22:45' },
            ),
          ],
        ],
      ],
      last: 'saved',
    })
  })

  test('left blank at the first question the night is declined: not zero, and no second question', () => {
    playJourney({
      dialog: 'sleep-diary',
      input: { night },
      staging,
      rows: [
        [
          'last-night intoBed',
          types('skip'),
          [records('sleep-diary', { night_of: night, night: 'declined' }, { recordType: 'entry' })],
        ],
      ],
      last: 'left-blank',
    })
  })

  test.each([
    ['11ish', 'intoBed', ['23:00', '11:00'], ['11 at night', '11 in the morning']],
    ['12:30', 'intoBed', ['00:30', '12:30'], ['30 mins past midnight', '30 mins past midday']],
  ])('"%s" is asked back in words, the likelier first', (typed, step, values, labels) => {
    const visit = new Visit(staging).start('sleep-diary', { night }).type(typed)
    expect(visit.question.step).toBe(step)
    expect(visit.question.control).toMatchObject({
      options: [...values.map((value, at) => ({ value, label: labels[at] })), { label: 'Something else' }],
    })
    expect(visit.tap(values[0]!).said).toEqual(['tried'])
  })

  test('waking at five past twelve is asked back as midday first (scenario S3)', () => {
    const visit = morning({ intoBed: '00:40', tried: '01:30', solMin: 20, wakings: 0 }).type('12:05')
    expect(visit.question.control).toMatchObject({
      options: [{ value: '12:05', label: '5 mins past midday' }, { value: '00:05', label: '5 mins past midnight' }, {}],
    })
  })

  test('times that do not follow one another are said back in words once, can be changed, and are then kept as told', () => {
    const visit = morning({ intoBed: '00:10', tried: '23:30', solMin: 20, wakings: 0, finalWake: '07:00' }).tap('07:10')
    expect(visit.said).toEqual(['order-odd', 'check'])
    expect(visit.question.text).toContain('10 mins past midnight')
    expect(visit.question.text).toContain('7:10 in the morning')
    const mended = visit.fork().command('change', 'tried').tap('00:30')
    expect(mended.said).toEqual(['rested'])
    const kept = toTheEnd(visit.tap('send'))
    expect(kept.effects).toMatchObject([
      { type: 'record', record: { fields: { tried_to_sleep: '23:30', implausible: ['order'] } } },
    ])
  })

  test.each([
    ['under two hours', { finalWake: '01:10' }, ['sleep-under-2-hours']],
    ['more than four hours to fall asleep', { solMin: 250 }, ['over-4-hours-to-sleep']],
    ['over fourteen hours', { finalWake: '13:40', outOfBed: '13:50' }, ['sleep-over-14-hours']],
  ])('%s is checked once without a word about it, and marked', (_, change, implausible) => {
    const told = {
      intoBed: '23:00',
      tried: '23:10',
      solMin: 10,
      wakings: 0,
      finalWake: '07:00',
      outOfBed: '07:10',
      ...change,
    }
    const visit = morning(told)
    expect(visit.said).toEqual(['a-lot-or-a-little', 'check'])
    expect(toTheEnd(visit.tap('send')).effects).toMatchObject([{ record: { fields: { implausible } } }])
  })

  test('no waking in the night is not asked how long', () => {
    expect(morning({ intoBed: '23:00', tried: '23:10', solMin: 10 }).tap(0).said).toEqual(['finalWake'])
    expect(morning({ intoBed: '23:00', tried: '23:10', solMin: 10 }).tap(1).said).toEqual(['wasoMin'])
  })

  test('an earlier night is called that, and marked as added later', () => {
    const visit = new Visit({ now: '2026-03-27T16:30' }).start('sleep-diary', { night })
    expect(visit.said).toEqual(['night-before-last', 'intoBed'])
    const done = toTheEnd(answer(visit, { intoBed: '23:00', tried: '23:00', solMin: 5, wakings: 0, finalWake: '07:00', outOfBed: '07:00' })) // prettier-ignore
    expect(done.effects).toMatchObject([{ record: { fields: { night_of: night, backfilled: true } } }])
  })

  test('what is finished days later is kept, and marked as too late to count', () => {
    const visit = morning({ intoBed: '23:00', tried: '23:00', solMin: 5, wakings: 0, finalWake: '07:00' })
    visit.surroundings = { ...visit.surroundings, now: '2026-03-29T09:00' }
    expect(toTheEnd(visit.tap('07:00')).effects).toMatchObject([
      { record: { fields: { backfilled: true, too_late: true } } },
    ])
  })

  test('takes ten taps on an ordinary night, and says nothing about the sleep', () => {
    const visit = new Visit(staging).start('sleep-diary', { night })
    let taps = 0
    const said: string[] = []
    for (const value of ['23:00', '23:15', 15, 0, '07:00', '07:20', 3, 3, 'yes']) {
      visit.tap(value)
      taps++
      said.push(...visit.outputs.map(({ text }) => text))
    }
    visit.command('skip')
    expect(taps + 1).toBe(10)
    said.push(...visit.outputs.map(({ text }) => text))
    expect(said.join(' ')).not.toMatch(/only|hours of sleep|not enough|too little|%/i)
  })

  test('the day after is asked about as school, and for 16 to 18 as school, college or work', () => {
    const told = { intoBed: '23:00', tried: '23:00', solMin: 5, wakings: 0, finalWake: '07:00', outOfBed: '07:00', rested: 5, quality: 5 } // prettier-ignore
    expect(answer(new Visit({ ...staging, band: 'Y11-13' }).start('sleep-diary', { night }), told).question.text).toMatch(/school/i) // prettier-ignore
    expect(answer(new Visit({ ...staging, band: 'Y16-18' }).start('sleep-diary', { night }), told).question.text).toMatch(/college or work/) // prettier-ignore
  })
})

describe('the short diary (brief 1c, if fewer than three in a week)', () => {
  test('asks three things and stands in the same record', () => {
    playJourney({
      dialog: 'sleep-diary',
      input: { night, form: 'short' },
      staging,
      rows: [
        ['last-night-in-short intoBed', taps('23:30')],
        ['outOfBed', taps('07:15')],
        [
          'rested',
          taps(6),
          [
            records('sleep-diary', {
              night_of: night,
              night: 'given',
              form: 'short',
              into_bed: '23:30',
              out_of_bed: '07:15',
              rested: 6,
            }),
          ],
        ],
      ],
      last: 'saved',
    })
  })

  test('times the wrong way round are said back once; a blank night is declined', () => {
    const visit = new Visit(staging).start('sleep-diary', { night, form: 'short' }).tap('07:15').tap('23:30')
    expect(visit.said).toEqual(['order-odd', 'check'])
    playJourney({
      dialog: 'sleep-diary',
      input: { night, form: 'short' },
      staging,
      rows: [
        [
          'last-night-in-short intoBed',
          asks('decline'),
          [records('sleep-diary', { night: 'declined', form: 'short' })],
        ],
      ],
      last: 'left-blank',
    })
  })
})

/** A diary with these answers given, standing at the next question. */
const morning = (told: { [answer: string]: string | number }): Visit =>
  answer(new Visit(staging).start('sleep-diary', { night }), told)

function answer(visit: Visit, told: { [answer: string]: string | number }): Visit {
  for (const value of Object.values(told)) visit.tap(value)
  return visit
}

/** Skips the questions that are left. */
function toTheEnd(visit: Visit): Visit {
  while (!visit.isOver) visit.command('skip')
  return visit
}
