import { records } from './playJourney.ts'
import { Visit } from './stage.ts'

const LIFT = { id: 'run-9/step', text: 'stand by the lift', fear: 4, adultOk: 'not-needed' }
const low = { step: LIFT.id, start: 3, leftEarly: false }

describe('a fear and a goal (brief 1d)', () => {
  test('four answers to a goal', () => {
    const visit = new Visit().start('exposure-goal').type('the lift at school').tap('no')
    visit.type('go up with my mates').type('it will stop')
    expect(visit.effects).toMatchObject([
      records('exposure-goal', { goal: 'go up with my mates', avoids: 'the lift at school', feared: 'it will stop' }),
    ])
    expect(visit.said).toEqual(['saved'])
  })

  test.each(['yes', 'not-sure'])('what could truly hurt (%s) is not climbed, and is told', (danger) => {
    const visit = new Visit().start('exposure-goal').type('the big dog').tap(danger)
    expect(visit.said).toEqual(['real-danger'])
    expect(visit.effects).toMatchObject([{ type: 'notice', notice: 'scope-flag' }])
    expect(visit.isOver).toBe(true)
  })

  test('a fear that is not for here gets a warm line and a flag, and no goal is kept', () => {
    const visit = new Visit().start('exposure-goal').type('needles').tap('no').type('get my jab').type('it hurts')
    expect(visit.said).toEqual(['take-to-session'])
    expect(visit.effects).toMatchObject([
      { type: 'notice', notice: 'scope-flag', detail: 'exposure: blood-needle-vomit' },
    ])
  })
})

test('a step is kept with its rating and whether an adult agrees; one that waits for a yes says so', () => {
  const visit = new Visit().start('exposure-step', {
    need: { kind: 'between', lower: 'look at the lift', higher: 'go up' },
  })
  expect(visit.outputs[0]!.text).toMatch(/look at the lift.*go up/)
  visit.type('stand by the lift').tap(4).tap('school').tap('not-yet')
  expect(visit.effects).toMatchObject([
    records('ladder-step', { text: 'stand by the lift', fear: 4, where: 'school', adult_ok: 'not-yet' }),
  ])
  expect(visit.said).toEqual(['ask-an-adult', 'saved'])
})

test('a go is planned in six answers and asked about after its time, never during', () => {
  const visit = new Visit().start('exposure-plan', { step: LIFT })
  expect(visit.said).toEqual(['this-step', 'four-rules', 'ready'])
  visit.tap('ready').type('it will stop').tap(8).tap('30').tap('adult-nearby').tap('2026-03-27T16:00')
  expect(visit.effects).toMatchObject([
    records('exposure-plan', { prediction: 'it will stop', belief: 8, minutes: 30, fear_expected: 4, go: 1 }),
    { type: 'remind', dialog: 'exposure-review', at: '2026-03-27T17:30' },
  ])
})

describe('after a go (brief 1d)', () => {
  const review = (more: object = {}) =>
    new Visit().start('exposure-review', { plan: 'run-9/plan', activity: LIFT.text, step: LIFT, prediction: 'it will stop', when: '2026-03-26T15:00', ...more }) // prettier-ignore
  const went = (
    start: number,
    end: number,
    { outcome = 'stayed', cameTrue = 'no', peak = 8, before = [] as object[] } = {}, // prettier-ignore
  ) => review({ before }).tap(outcome).tap(start).tap(peak).tap(end).tap(cameTrue).type('nobody looked')

  test.each([
    ['fear that halved', went(8, 4), 'stayed_till_half', 'halved'],
    ['fear that rose, and a guess that did not come true', went(6, 8), 'stayed_agreed_time', 'surprised'],
    ['having stayed', went(6, 6, { cameTrue: 'yes' }), 'stayed_agreed_time', 'stayed'],
    ['having gone at all', went(6, 2, { outcome: 'left-early' }), 'left_early', 'went'],
  ])('%s counts', (_, visit, outcome, said) => {
    expect(visit.effects).toMatchObject([records('exposure-practice', { outcome, date: '2026-03-26' }, { about: LIFT.id })]) // prettier-ignore
    expect(visit.said[0]).toBe(said)
    expect(visit.outputs.map(({ text }) => text).join(' ')).not.toMatch(/fail|only|should|relax|calm/i)
  })

  test.each([
    ['the same step again', went(6, 3), 'again'],
    ['the next step after three goes and two low starts', went(3, 1, { before: [low, low] }), 'next-step'],
    ['a half-step after leaving early', went(6, 2, { outcome: 'left-early' }), 'half-step'],
    ['another rating where fear was 9 at a step meant for 4', went(6, 5, { peak: 9 }), 'newFear'],
  ])('then comes %s', (_, visit, next) => expect(visit.said).toContain(next))

  test('the new rating is kept about the step', () => {
    const visit = went(6, 5, { peak: 10 }).tap(8)
    expect(visit.effects).toMatchObject([records('ladder-rating', { fear: 8, fear_before: 4 }, { about: LIFT.id })])
  })

  test('not gone yet is no fault: what got in the way, with the step carried along', () => {
    const visit = review().tap('not-yet')
    expect(visit.effects).toMatchObject([records('exposure-practice', { outcome: 'not' }, { about: LIFT.id })])
    expect(visit.said).toEqual(['useful-to-know', 'reason'])
    visit.tap('forgot').tap('tomorrow')
    expect(visit.effects).toContainEqual(
      expect.objectContaining({ type: 'remind', dialog: 'exposure-review', input: expect.objectContaining({ cycle: 2, activity: LIFT.text, step: LIFT }) }), // prettier-ignore
    )
  })

  test('twice not gone: nothing more is proposed, and the practitioner hears', () => {
    const visit = review({ cycle: 2 }).tap('not-yet').tap('did-not-want')
    expect(visit.effects).toContainEqual(expect.objectContaining({ type: 'notice', notice: 'stuck' }))
  })
})
