import fc from 'fast-check'
import { blockIn } from '../../src/exposure/blocks.ts'
import { goesIn, stepsIn, type ExposureEntry } from '../../src/exposure/entries.ts'
import { inOrder, isDone, ladderNeed, mayAddStep, moveAfter, stepNow, type Go, type LadderStep } from '../../src/exposure/ladder.ts' // prettier-ignore
import { outcomeOf, successOf } from '../../src/exposure/practice.ts'

const step = (fear: number, more: Partial<LadderStep> = {}): LadderStep => ({
  id: `step-${fear}`,
  text: `text ${fear}`,
  fear,
  adultOk: 'not-needed',
  ...more,
})
const ladder = (...fears: number[]) => fears.map((fear) => step(fear))
const WHOLE = ladder(3, 4, 5, 6, 8, 9)
const go = (at: number, start?: number, more: Partial<Go> = {}): Go => ({
  step: `step-${at}`,
  start,
  leftEarly: false,
  ...more,
})

describe('what a ladder needs (brief 1d): 6–10 steps, at most 2 apart, begun at 3–4', () => {
  test.each<[string, LadderStep[], object]>([
    ['the first step', [], { kind: 'first' }],
    ['an easier one where all are above 4', ladder(6, 7), { kind: 'easier' }],
    ['one between where neighbours are more than 2 apart', ladder(3, 6), { kind: 'between', lower: 'text 3', higher: 'text 6' }], // prettier-ignore
    ['no more in between at a gap of 2', ladder(4, 6), { kind: 'more' }],
    ['more below six', ladder(3, 4, 5, 6, 7), { kind: 'more' }],
    ['one of 3 or 4 where the start lies below', ladder(0, 1, 1, 1, 2, 2), { kind: 'easier' }],
    ['nothing', WHOLE, { kind: 'enough' }],
  ])('%s', (_, steps, need) => expect(ladderNeed(steps)).toEqual(need))

  test('the order in which steps were written down makes no difference', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 12 })
    fc.assert(
      fc.property(steps, (fears) => {
        const written = fears.map((fear, n) => step(fear, { id: `${n}`, text: String(fear) }))
        expect(ladderNeed(written.toReversed())).toEqual(ladderNeed(written))
      }),
    )
  })

  test('whoever does what is asked comes to a ladder that can be climbed, and every one that can be keeps the rules', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 6 }), (fears) => {
        let steps = fears.map((fear, n) => step(fear, { id: `${n}`, text: String(fear) }))
        for (let round = 0; round < 20; round++) {
          const need = ladderNeed(steps)
          if (need.kind === 'enough') break
          expect(mayAddStep(steps, need)).toBe(true)
          const fear =
            need.kind === 'between' ? Math.floor((Number(need.lower) + Number(need.higher)) / 2) : need.kind === 'more' ? 5 : 3 // prettier-ignore
          steps = [...steps, step(fear, { id: `added-${round}`, text: String(fear) })]
        }
        const ordered = inOrder(steps)
        expect(ladderNeed(steps).kind).toBe('enough')
        expect(ordered.length).toBeGreaterThanOrEqual(6)
        for (const [n, one] of ordered.entries()) if (n > 0) expect(one.fear - ordered[n - 1]!.fear).toBeLessThanOrEqual(2) // prettier-ignore
        expect(stepNow(steps, [])!.fear).toBeGreaterThanOrEqual(3)
        expect(stepNow(steps, [])!.fear).toBeLessThanOrEqual(4)
      }),
    )
  })
})

describe('which step comes next (brief 1d): three goes or more, and two starts running at 3 or less', () => {
  test.each<[string, Go[], boolean]>([
    ['two goes are not three', [go(3, 2), go(3, 1)], false],
    ['three, the last two low', [go(3, 6), go(3, 3), go(3, 2)], true],
    ['three, only the last low', [go(3, 3), go(3, 5), go(3, 2)], false],
    ['low ones that do not follow each other', [go(3, 2), go(3, 5), go(3, 2)], false],
    ['a start that was not said is not low', [go(3, 2), go(3), go(3, 2)], false],
    ['goes at another step do not count', [go(3, 2), go(4, 2), go(4, 1)], false],
  ])('%s: done %#', (_, goes, done) => expect(isDone(step(3), goes)).toBe(done))

  test('begins at the lowest of 3–4 and goes up one at a time, never over a step that is not done', () => {
    const done = (at: number) => [go(at, 5), go(at, 3), go(at, 2)]
    expect(stepNow(WHOLE, [])?.fear).toBe(3)
    expect(stepNow(WHOLE, done(3))?.fear).toBe(4)
    expect(stepNow(WHOLE, [...done(3), ...done(4)])?.fear).toBe(5)
    expect(stepNow(WHOLE, done(9))?.fear).toBe(3)
    expect(
      stepNow(
        WHOLE,
        WHOLE.flatMap(({ fear }) => done(fear)),
      ),
    ).toBeUndefined()
  })

  test('never a step for which an adult’s agreement is needed and not recorded', () => {
    expect(stepNow([step(3, { adultOk: 'not-yet' }), ...ladder(4, 5, 6, 8, 9)], [])).toBeUndefined()
  })

  test('no goes on a ladder with a leap in it', () => {
    expect(stepNow(ladder(3, 4, 5, 6, 9, 10), [])).toBeUndefined()
  })

  const anyGo = fc.record({ at: fc.constantFrom(3, 4, 5, 6, 8, 9), start: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }), leftEarly: fc.boolean() }) // prettier-ignore
  test('whatever was gone through: everything from the start up to the step now is done, and the step now is not', () => {
    fc.assert(
      fc.property(fc.array(anyGo, { maxLength: 40 }), (all) => {
        const goes = all.map(({ at, start, leftEarly }) => go(at, start, { leftEarly }))
        const now = stepNow(WHOLE, goes)
        for (const one of WHOLE) if (now === undefined || one.fear < now.fear) expect(isDone(one, goes)).toBe(true)
        if (now !== undefined) expect(isDone(now, goes)).toBe(false)
      }),
    )
  })
})

describe('what follows a go', () => {
  test.each<[string, LadderStep, Go[], string]>([
    ['fear of 9 at a step meant for 4: the ladder is rated again', step(4), [go(4, 6, { peak: 9 })], 're-rate'],
    ['fear of 9 where 8 was meant is no surprise', step(8), [go(8, 9)], 'again'],
    ['left early: a half-step', step(4), [go(4, 6, { leftEarly: true })], 'half-step'],
    ['the same step again', step(4), [go(4, 6), go(4, 3)], 'again'],
    ['the next step', step(4), [go(4, 6), go(4, 3), go(4, 3)], 'next-step'],
  ])('%s', (_, at, goes, move) => expect(moveAfter(at, goes)).toBe(move))

  test('after leaving early the ladder asks for a step in between, until there is one', () => {
    const goes = [go(5, 6, { leftEarly: true })]
    expect(ladderNeed(ladder(3, 5, 6, 7, 8, 9), goes)).toEqual({ kind: 'half-step', lower: 'text 3', higher: 'text 5' })
    expect(ladderNeed(ladder(3, 4, 5, 6, 7, 8, 9), goes)).toEqual({ kind: 'enough' })
  })
})

describe('success (brief 1d): learning does not need fear to drop', () => {
  test.each([
    [{ left: false, start: 8, end: 4 }, 'stayed_till_half', 'halved'],
    [{ left: false, start: 8, end: 5 }, 'stayed_agreed_time', 'stayed'],
    [{ left: false, start: 8, end: 9, cameTrue: 'no' as const }, 'stayed_agreed_time', 'surprised'],
    [{ left: false, start: 8, end: 8, cameTrue: 'yes' as const }, 'stayed_agreed_time', 'stayed'],
    [{ left: false }, 'stayed_agreed_time', 'stayed'],
    [{ left: true, start: 8, end: 2 }, 'left_early', 'went'],
  ])('%j', (practice, outcome, success) => {
    expect(outcomeOf(practice)).toBe(outcome)
    expect(successOf(practice)).toBe(success)
  })
})

describe('what is not climbed here (G4): blocked, and a human looks', () => {
  test.each([
    ['i hate needles', 'blood-needle-vomit'],
    ['being sick in class', 'blood-needle-vomit'],
    ['the road since the crash', 'trauma'],
    ['touching the door because of germs', 'rituals'],
    ['everyone looking at me', 'social'],
    ['hand dryers', 'sensory'],
    ['the dog next door, it bit me', 'real-danger'],
    ['the park where the bullies are', 'real-danger'],
  ])('%s', (text, block) => expect(blockIn(undefined, text)).toBe(block))

  test.each([
    'spiders',
    'the lift at school',
    'sleeping at my gran’s',
    'dogs',
    'being at home alone',
    'the dark',
    'wasps',
  ])(
    // prettier-ignore
    'a simple fear goes on: %s',
    (text) => expect(blockIn(text)).toBeUndefined(),
  )
})

test('the ladder and its goes are read from the record: the newest rating, goes that took place', () => {
  const entry = (id: string, name: string, about: string | null, fields: ExposureEntry['fields']): ExposureEntry => ({
    id,
    name,
    about,
    fields,
    at: '2026-11-24T16:00',
  })
  const entries = [
    entry('a', 'ladder-step', null, { text: 'the lift', fear: 4, adult_ok: 'yes' }),
    entry('b', 'ladder-step', null, { text: 'no rating' }),
    entry('p1', 'exposure-practice', 'a', { outcome: 'left_early', fear_start: 7, fear_peak: 9 }),
    entry('p2', 'exposure-practice', 'a', { outcome: 'not' }),
    entry('r', 'ladder-rating', 'a', { fear: 8 }),
  ]
  expect(stepsIn(entries)).toEqual([{ id: 'a', text: 'the lift', fear: 8, adultOk: 'yes' }])
  expect(goesIn(entries)).toEqual([{ step: 'a', start: 7, peak: 9, leftEarly: true }])
})
