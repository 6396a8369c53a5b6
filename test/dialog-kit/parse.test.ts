import fc from 'fast-check'
import {
  choice,
  choices,
  freeText,
  localDate,
  localDateTime,
  localTime,
  minutes,
  rating,
  wholeNumber,
  yesNo,
} from '../../src/dialog-kit/index.ts'
import { fitsShape } from '../../src/dialog-kit/fitsShape.ts'
import type { AnswerType } from '../../src/dialog-kit/answers.ts'
import type { Option } from '../../src/dialog-kit/output.ts'

/** A Thursday afternoon. */
const now = '2026-03-26T16:00'
const labelled = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

function read(type: AnswerType<unknown, boolean>, text: string, options: Option[] = []): unknown {
  const parsed = type.parse({ kind: 'text', text }, { now, options })
  if (parsed.ok) return parsed.value
  return parsed.likely ? [parsed.reason, ...parsed.likely.map((option) => option.value)] : parsed.reason
}

describe('numbers as people type them', () => {
  test.each<[string, unknown]>([
    ['7', 7], ['seven', 7], ['Seven.', 7], ['7/10', 7], ['7 out of 10', 7], ['about a 7', 7], ['maybe 7ish', 7], ['10', 10], ['0', 0],
    ["I'd say a 4", 4], ['zero', 0], ['7!!', 7], ['a solid 6', 6],
    ['11', 'out-of-range'], ['-1', 'out-of-range'], ['6 or 7', ['ambiguous', '6', '7']], ['6-7', ['ambiguous', '6', '7']], ['6.5', ['ambiguous', '6', '7']],
    ['one of those days', ['ambiguous', '1']], ['alright', 'not-understood'], ['', 'empty'], ['   ', 'empty'], ['100', 'out-of-range'],
  ])('a rating from 0 to 10 typed as "%s"', (text, expected) => {
    expect(read(rating(0, 10), text)).toEqual(expected)
  }) // prettier-ignore

  test.each<[string, unknown]>([
    ['20 minutes', 20],
    ['twenty five', 25],
    ['30mins', 30],
    ['twice', 2],
    ['lots', 'not-understood'],
  ])('a whole number typed as "%s"', (text, expected) => {
    expect(read(wholeNumber(0, 240), text)).toEqual(expected)
  })
})

describe('yes and no', () => {
  const options = labelled({ yes: 'Yes', no: 'No' })
  test.each<[string, unknown]>([
    ['yes', true], ['Yeah', true], ['yep!', true], ['ok', true], ['y', true], ['yes please', true], ['i did', true], ['sure', true],
    ['no', false], ['nah', false], ['nope', false], ['not really', false], ["I don't think so", false], ['no thanks', false],
    ['yeah nah', ['ambiguous', 'yes', 'no']], ['yes but not today', ['ambiguous', 'yes', 'no']], ['banana', 'not-understood'],
  ])('"%s"', (text, expected) => expect(read(yesNo(), text, options)).toEqual(expected)) // prettier-ignore

  it('reads the value behind a button as true or false', () => {
    for (const [value, expected] of [
      ['yes', true],
      ['no', false],
      [true, true],
      [false, false],
    ] as const)
      expect(yesNo().parse({ kind: 'value', value }, { now, options })).toEqual({ ok: true, value: expected })
    expect(yesNo().parse({ kind: 'value', value: 'maybe' }, { now, options }).ok).toBe(false)
  })
})

describe('a choice', () => {
  const type = choice('forgot', 'too-big', 'not-up-to-it', 'happened', 'not-wanted')
  const options = labelled({
    forgot: 'Forgot',
    'too-big': 'Too much or too big',
    'not-up-to-it': "Didn't feel up to it",
    happened: 'Something happened',
    'not-wanted': "Didn't want to",
  })
  test.each<[string, unknown]>([
    ['forgot', 'forgot'], ['FORGOT!', 'forgot'], ['forgt', 'forgot'], ['didnt want to', 'not-wanted'], ['didn’t feel', 'not-up-to-it'], ['too much', 'too-big'],
    ['2', 'too-big'], ['the third one', 'not-up-to-it'], ['last one', 'not-wanted'], ['somthing hapened', 'happened'], ['didnt', ['ambiguous', 'not-up-to-it', 'not-wanted']],
    ['want to', ['ambiguous', 'not-wanted']], ['9', 'not-understood'], ['zebra', 'not-understood'],
  ])('"%s"', (text, expected) => expect(read(type, text, options)).toEqual(expected)) // prettier-ignore

  it('never reads a word as its own denial, however near the letters are', () => {
    const can = labelled({ can: 'I can do it', cant: "I can't do it" })
    expect(read(choice('can', 'cant'), 'i cant do it', can)).toBe('cant')
    expect(read(choice('can'), 'i cant do it', can.slice(0, 1))).not.toBe('can')
  })

  it('takes only a label word for word where a measure is answered', () => {
    const items = labelled({ '0': 'Not at all', '1': 'Several days' })
    const exact = (text: string) => choice('0', '1').parse({ kind: 'text', text }, { now, options: items, exact: true })
    expect(exact('several days')).toEqual({ ok: true, value: '1' })
    expect(exact('several').ok).toBe(false)
    expect(exact('not at alll').ok).toBe(false)
  })

  it('reads several with commas and "and", each once', () => {
    const several = choices('heart', 'tummy', 'hot')
    const parts = labelled({ heart: 'Heart', tummy: 'Tummy', hot: 'Hot and cold' })
    expect(read(several, 'heart, tummy and heart', parts)).toEqual(['heart', 'tummy'])
    expect(read(several, 'hot and cold', parts)).toEqual(['hot'])
    expect(several.parse({ kind: 'value', value: ['hot', 'heart'] }, { now, options: parts })).toEqual({
      ok: true,
      value: ['hot', 'heart'],
    })
    expect(several.parse({ kind: 'value', value: ['knee'] }, { now, options: parts }).ok).toBe(false)
  })
})

describe('days, on Thursday 26 March 2026', () => {
  test.each<[string, unknown]>([
    ['today', '2026-03-26'], ['tomorrow', '2026-03-27'], ['tomorow', '2026-03-27'], ['tmrw', '2026-03-27'], ['day after tomorrow', '2026-03-28'],
    ['sat', '2026-03-28'], ['Saturday', '2026-03-28'], ['on saterday', '2026-03-28'], ['next tuesday', '2026-03-31'], ['this sunday', '2026-03-29'],
    ['28/3', '2026-03-28'], ['28/03/2026', '2026-03-28'], ['28 march', '2026-03-28'], ['March 28th', '2026-03-28'], ['the 28th', '2026-03-28'], ['sat 28th', '2026-03-28'],
    ['in 3 days', '2026-03-29'], ['in a week', '2026-04-02'], ['2026-04-01', '2026-04-01'], ['2/1', 'in-the-past'],
    ['thursday', ['ambiguous', '2026-03-26', '2026-04-02']], ['next saturday', ['ambiguous', '2026-03-28', '2026-04-04']], ['weekend', ['ambiguous', '2026-03-28', '2026-03-29']],
    ['yesterday', 'in-the-past'], ['31/2', 'not-understood'], ['soon', 'not-understood'], ['29/2/2027', 'not-understood'],
  ])('to come: "%s"', (text, expected) => expect(read(localDate(), text)).toEqual(expected)) // prettier-ignore

  test.each<[string, unknown]>([
    ['tuesday', '2026-03-24'],
    ['yesterday', '2026-03-25'],
    ['last thursday', '2026-03-19'],
    ['2 days ago', '2026-03-24'],
    ['tomorrow', 'out-of-range'],
  ])('gone by: "%s"', (text, expected) => expect(read(localDate('last'), text)).toEqual(expected))
})

describe('lengths of time, in minutes', () => {
  test.each<[string, unknown]>([
    ['45', 45], ['45 mins', 45], ['about 45 minutes', 45], ['20ish', 20], ['an hour', 60], ['about an hour', 60], ['1 hour', 60], ['1h', 60], ['2 hrs', 120], ['two hours', 120],
    ['half an hour', 30], ['quarter of an hour', 15], ['an hour and a half', 90], ['1.5 hours', 90], ['1 and a half hours', 90], ['1h15', 75], ['1 hour 15', 75], ['1 hour and 15 minutes', 75], ['an hour and twenty five minutes', 85],
    ['a couple of hours', 120], ['straight away', 0], ['none', 0], ['0', 0], ['ages', 'not-understood'], ['11 hours', 'out-of-range'], ['700', 'out-of-range'], ['30 or 40', ['ambiguous', '30', '40']],
  ])('"%s"', (text, expected) => expect(read(minutes(0, 600), text)).toEqual(expected)) // prettier-ignore
})

describe('times', () => {
  test('what is nearer to where answers mostly lie is asked back first', () => {
    expect(read(localTime({ around: '23:00' }), '11ish')).toEqual(['ambiguous', '23:00', '11:00'])
    expect(read(localTime({ around: '23:00' }), '12:30')).toEqual(['ambiguous', '00:30', '12:30'])
    expect(read(localTime({ around: '07:30' }), '12:05')).toEqual(['ambiguous', '12:05', '00:05'])
    expect(read(localTime({ around: '07:30' }), '7')).toEqual(['ambiguous', '07:00', '19:00'])
  })

  test.each<[string, unknown]>([
    ['5pm', '17:00'], ['5 pm', '17:00'], ['17:15', '17:15'], ['17.15', '17:15'], ['05:15', '05:15'], ['1730', '17:30'], ['5:30pm', '17:30'], ['noon', '12:00'], ['midnight', '00:00'],
    ['12am', '00:00'], ['12pm', '12:00'], ['7 in the evening', '19:00'], ['7 in the morning', '07:00'], ['11 at night', '23:00'], ['1 at night', '01:00'], ['half four pm', '16:30'],
    ['5', ['ambiguous', '17:00', '05:00']], ['quarter past five', ['ambiguous', '17:15', '05:15']], ['half 4', ['ambiguous', '16:30', '04:30']], ['twenty to nine', ['ambiguous', '08:40', '20:40']],
    ['quarter to one', ['ambiguous', '12:45', '00:45']], ["8 o'clock", ['ambiguous', '08:00', '20:00']], ['at 5ish', ['ambiguous', '17:00', '05:00']], ['12:30', ['ambiguous', '12:30', '00:30']],
    ['five fifteen', ['ambiguous', '17:15', '05:15']], ['25:00', 'not-understood'], ['after school', 'not-understood'],
  ])('"%s"', (text, expected) => expect(read(localTime(), text)).toEqual(expected)) // prettier-ignore

  test.each<[string, unknown]>([
    ['tomorrow at 5pm', '2026-03-27T17:00'], ['sat 17:15', '2026-03-28T17:15'], ['5pm on saturday', '2026-03-28T17:00'], ['tonight at 8', '2026-03-26T20:00'], ['today 15:00', 'in-the-past'],
    ['tomorrow 5', ['ambiguous', '2026-03-27T17:00', '2026-03-27T05:00']], ['28/3 at half past four pm', '2026-03-28T16:30'], ['5pm', ['ambiguous', '2026-03-26T17:00', '2026-03-27T17:00']], ['tomorrow', 'not-understood'],
    ['tuesday, 9:30am', '2026-03-31T09:30'], ['next tuesday at noon', '2026-03-31T12:00'],
  ])('with a day: "%s"', (text, expected) => expect(read(localDateTime(), text)).toEqual(expected)) // prettier-ignore
})

describe('own words', () => {
  it('are kept as they are, trimmed, up to their limit', () => {
    expect(read(freeText({ max: 12 }), '  a walk 🙂 ')).toBe('a walk 🙂')
    expect(read(freeText({ max: 5 }), 'too many words')).toBe('too-long')
    expect(read(freeText({ max: 5 }), '  ')).toBe('empty')
  })
})

describe('whatever arrives', () => {
  const types: Record<string, [AnswerType<unknown, boolean>, Option[]]> = {
    rating: [rating(0, 10), []],
    number: [wholeNumber(0, 60), []],
    yesNo: [yesNo(), labelled({ yes: 'Yes', no: 'No' })],
    choice: [choice('a', 'b'), labelled({ a: 'First way', b: 'Other way' })],
    choices: [choices('a', 'b'), labelled({ a: 'First way', b: 'Other way' })],
    date: [localDate('any'), []],
    time: [localTime(), []],
    dateTime: [localDateTime(), []],
    text: [freeText({ max: 100 }), []],
  }
  const bits = fc.constantFrom(
    '7',
    'half',
    'past',
    'tomorrow',
    'next',
    'tue',
    '28/3',
    'pm',
    ' ',
    'at',
    'in',
    'no',
    'yes',
    '17:15',
    'first',
    '-',
    '1e9',
    'week',
    'ago',
    '٣',
    '😀',
  )
  const typed = fc.oneof(
    fc.string(),
    fc.array(bits, { maxLength: 6 }).map((words) => words.join(' ')),
  )
  test.each(Object.entries(types))(
    '%s: what is understood fits the answer, and typing never breaks it',
    (_, [type, options]) => {
      fc.assert(
        fc.property(typed, (text) => {
          const parsed = type.parse({ kind: 'text', text }, { now, options })
          if (parsed.ok) expect(fitsShape(type.shape, parsed.value)).toBe(true)
          else for (const one of parsed.likely ?? []) expect(one.value).not.toBe('')
        }),
        { numRuns: 300 },
      )
    },
  )
  test.each(Object.entries(types))('%s: a hostile value from a button is refused or fits', (_, [type, options]) => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = type.parse({ kind: 'value', value }, { now, options })
        if (parsed.ok) expect(fitsShape(type.shape, parsed.value)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('a likely option of a day or time, when tapped, is the answer', () => {
    for (const [type, text] of [
      [localTime(), '5'],
      [localDate(), 'thursday'],
      [localDateTime(), 'tomorrow 5'],
    ] as const) {
      const parsed = type.parse({ kind: 'text', text }, { now, options: [] })
      if (parsed.ok) throw new Error('should be asked back')
      for (const option of parsed.likely!)
        expect(type.parse({ kind: 'value', value: option.value }, { now, options: [] })).toEqual({
          ok: true,
          value: option.value,
        })
    }
  })
})
