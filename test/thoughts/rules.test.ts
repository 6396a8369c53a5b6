import fc from 'fast-check'
import { isGlobalSelfStatement } from '../../src/thoughts/globalStatement.ts'
import { mayCatch, settleFirst, shiftOf, thoughtToCheck, type ThoughtEntry } from '../../src/thoughts/rules.ts'
import { thoughtSummary } from '../../src/summaries/negativeThoughts.ts'

describe('a judgement of the whole self (brief 1d, do not start)', () => {
  test.each([
    "I'm worthless",
    'im just so useless',
    'I am a failure',
    'i’m unlovable.',
    'I think im a waste of space',
    'nobody could ever love me',
    'no one likes me',
    'I hate myself',
    'im not good enough',
    'im never good enough',
    "I don't deserve friends",
    'everything is always my fault',
    "I'm a bad person",
    'im stupid lol',
    'i ruin everything',
    'Because I’m such a loser',
  ])('is not argued with: %s', (text) => expect(isGlobalSelfStatement(text)).toBe(true))

  test.each([
    "I'm useless at maths",
    'im stupid for saying that',
    'she hates me because she didnt answer',
    "I'll fail the test",
    'nobody likes me to sit with them in french',
    'they were laughing at me',
    'i said the wrong thing',
    'my hair looks awful',
    'im not good enough for the first team',
    'i am late and they will be cross',
    '',
  ])('an everyday thought may be checked: %s', (text) => expect(isGlobalSelfStatement(text)).toBe(false))

  test('does not hang on capitals, quotes or spaces', () => {
    const thoughts = fc.constantFrom("I'm worthless", 'I hate myself', "I'm useless at maths", 'they laughed')
    const change = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.replaceAll("'", '’'),
      (text) => text.replaceAll("'", ''),
      (text) => `  ${text.replaceAll(' ', '  ')}…`,
    )
    fc.assert(
      fc.property(thoughts, change, (text, changed) => {
        expect(isGlobalSelfStatement(changed(text))).toBe(isGlobalSelfStatement(text))
      }),
    )
  })
})

const thought = (id: string, more: Partial<ThoughtEntry> = {}): ThoughtEntry => ({
  id,
  name: 'thought',
  about: null,
  at: '2026-11-24T16:00',
  ...more,
  fields: { thought: `thought ${id}`, status: 'caught', ...more.fields },
})
const check = (about: string, fields: ThoughtEntry['fields'] = {}): ThoughtEntry => ({
  id: `check-${about}`,
  name: 'thought-check',
  about,
  at: '2026-11-24T17:00',
  fields,
})

test('a feeling of 8 or more is settled first', () => {
  expect([7, 8, 10, undefined].map(settleFirst)).toEqual([false, true, true, false])
})

test('three thoughts a day are enough', () => {
  const day = [thought('a'), thought('b')]
  expect(mayCatch(day, '2026-11-24')).toBe(true)
  expect(mayCatch([...day, thought('c')], '2026-11-24')).toBe(false)
  expect(mayCatch([...day, thought('c')], '2026-11-25')).toBe(true)
})

describe('the thought to check', () => {
  test('is the newest that was caught and not checked', () => {
    expect(thoughtToCheck([thought('a'), thought('b'), check('b')])?.id).toBe('a')
    expect(thoughtToCheck([thought('a'), thought('b')])?.id).toBe('b')
    expect(thoughtToCheck([thought('a'), check('a')])).toBeUndefined()
  })
  test('is never one that goes to people: a true event, a disclosure, a judgement of the self', () => {
    fc.assert(
      fc.property(fc.constantFrom('support', 'told-somebody', 'take-to-session'), (status) => {
        expect(thoughtToCheck([thought('a', { fields: { status } })])).toBeUndefined()
      }),
    )
  })
})

test('a number that was not given says nothing about a change', () => {
  expect(shiftOf(7, 4)).toBe('lower')
  expect(shiftOf(4, 4)).toBe('same')
  expect(shiftOf(4, 7)).toBe('higher')
  expect([shiftOf(undefined, 4), shiftOf(4, undefined)]).toEqual([undefined, undefined])
})

test('the summary shows belief before and after only where both are there, and what goes to the session', () => {
  const entries = [
    thought('a', { fields: { feeling: 'sad' } }),
    thought('b', { fields: { feeling: 'sad', status: 'take-to-session', take_to_session: true } }),
    thought('c', { fields: { feeling: 'cross' } }),
    check('a', { belief_before: 8, belief_after: 5 }),
    check('c', { belief_after: 5, take_to_session: true }),
    { ...thought('d'), name: 'settled-first', fields: { feeling: 'worried' } },
  ]
  expect(thoughtSummary(entries)).toEqual({
    caught: 2,
    checked: 2,
    beliefBefore: { mean: 8, n: 1 },
    beliefAfter: { mean: 5, n: 1 },
    cameDown: { count: 1, n: 1 },
    feelings: [
      { what: 'sad', count: 2 },
      { what: 'cross', count: 1 },
      { what: 'worried', count: 1 },
    ],
    settledFirst: 1,
    toSession: ['thought c', 'thought b'],
  })
})
