import fc from 'fast-check'
import { CARERS, caringOf } from '../../src/parenting/caring.ts'
import { limitCrossed, mayBeIgnored, rewardProblem } from '../../src/parenting/limits.ts'
import { isVague, namesTheAct, saysNoTime, speaksOfFamilyTime, speaksOfOwnLowMood } from '../../src/parenting/seeIt.ts'

const parent = { carer: 'parent', familyTime: false } as const
const OPEN = { carer: null, timeIn: null, familyTime: null, needsFirst: null }
const away = { carer: 'kinship', familyTime: true } as const

describe('how a child is cared for (brief 1e, 2.1)', () => {
  it.each([
    ['none', {}, { timeIn: false, familyTime: false }],
    ['special-guardianship', {}, { timeIn: true, familyTime: true }],
    ['child-protection-plan', {}, { timeIn: true, familyTime: false }],
    ['not-known', {}, { timeIn: true, familyTime: false }],
    ['in-care', { timeIn: false, familyTime: false }, { timeIn: false, familyTime: false }],
    ['none', { timeIn: true, needsFirst: true }, { timeIn: true, needsFirst: true }],
  ])('with care status %s and %j is %j', (status, setup, expected) => {
    expect(caringOf({ ...OPEN, careStatus: status, ...setup })).toMatchObject(expected)
  })

  it('is on the side of staying close for every child who lives away from parents, whoever cares', () => {
    const away = fc.constantFrom('in-care', 'kinship', 'special-guardianship', 'care-experienced')
    fc.assert(
      fc.property(
        away,
        fc.constantFrom(null, ...CARERS),
        (status, carer) => caringOf({ ...OPEN, careStatus: status, carer }).timeIn,
      ),
    )
  })
})

describe('what can be seen and heard (brief 1e, week 4; S4)', () => {
  it.each([
    'being good',
    'behave',
    'to be good',
    'Behaving nicely at home',
    'better behaviour',
    'being kind',
    'listening',
    'good attitude',
    'be good all week',
  ])(
    // prettier-ignore
    '"%s" is too vague for a chart',
    (words) => expect(isVague(words)).toBe(true),
  )
  it.each([
    'teeth before story',
    'shoes on first time',
    'comes when called',
    'asks for a turn',
    'phone on the shelf by nine',
    'says sorry',
    'eats with a fork',
  ])(
    // prettier-ignore
    '"%s" can be seen',
    (words) => expect(isVague(words)).toBe(false),
  )
  it.each(['well done for shoes on first time', 'thank you for waiting', 'you put your plate away'])(
    '"%s" names the act',
    (words) => expect(namesTheAct(words)).toBe(true),
  )
  it.each(['good boy', 'well done', 'Amazing!!', "I'm so proud of you"])('"%s" names nothing', (words) =>
    expect(namesTheAct(words)).toBe(false),
  )
  it.each(['no time 3 kids', 'No time', 'too busy', "I haven't got time"])('"%s" says that there is no time', (words) =>
    expect(saysNoTime(words)).toBe(true),
  )
  it.each(['after bath', 'tea time', 'bedtime', 'when the others are asleep'])('"%s" is a time', (words) =>
    expect(saysNoTime(words)).toBe(false),
  )
  it.each([
    'he just kicks off after seeing his mum',
    'since he saw his dad',
    'it was family time',
    'after a call with his brother',
  ])(
    // prettier-ignore
    '"%s" speaks of family time',
    (words) => expect(speaksOfFamilyTime(words)).toBe(true),
  )
  it.each(['threw his shoes at me', 'his mum would say no too', 'shouted when I said bed'])(
    '"%s" does not speak of family time',
    (words) => expect(speaksOfFamilyTime(words)).toBe(false),
  )
  it.each(["I've been so low", 'I feel really down', 'my anxiety', 'im in tears every night'])(
    '"%s" is about the adult’s own mood',
    (words) => expect(speaksOfOwnLowMood(words)).toBe(true),
  )
  it.each(['he was low all week', 'mornings', 'I sat down with him'])('"%s" is not', (words) =>
    expect(speaksOfOwnLowMood(words)).toBe(false),
  )
})

describe('hard limits (brief 1e)', () => {
  it.each([
    ['no tea', 'food'],
    ['bed without supper', 'food'],
    ['smack', 'hurting'],
    ['lock him in his room', 'locked-in'],
    ['no cuddles', 'warmth'],
    ['the naughty step', 'shaming'],
    ['take her PE kit', 'school-kit'],
    ['no inhaler', 'medicine'],
    ['not seeing his mum on Saturday', 'family-time'],
    ['lose contact', 'family-time'],
    ['sleep on the floor', 'sleep'],
  ])('"%s" crosses %s', (words, limit) => expect(limitCrossed(words, parent)).toBe(limit))

  it.each(['game off for ten minutes', 'puts the toy back', 'helps wipe it up', 'the ball goes on the shelf till tea'])(
    '"%s" crosses none',
    (words) => expect(limitCrossed(words, parent)).toBeUndefined(),
  )

  it('leaves pocket money and belongings alone where an agency has settled them', () => {
    for (const carer of ['foster', 'residential'] as const)
      expect(limitCrossed('lose pocket money', { carer })).toBe('settled-elsewhere')
    expect(limitCrossed('lose pocket money', parent)).toBeUndefined()
  })

  it('never lets family time be a reward or a loss, whoever cares and however it is put', () => {
    const put = fc.constantFrom('seeing his mum', 'time with dad', 'family time', 'contact', 'visit her brothers')
    const around = fc.constantFrom('', 'no ', 'extra ', 'lose ', 'as a treat ')
    fc.assert(
      fc.property(put, around, fc.constantFrom(null, ...CARERS), (words, before, carer) => {
        expect(limitCrossed(before + words, { carer })).toBe('family-time')
        expect(rewardProblem(before + words, { carer, familyTime: true }, 'P8-11')).toBe('family-time')
      }),
    )
  })

  it.each([
    'crying',
    'he bites',
    'cries when I leave',
    'running off near the road',
    'banging his head',
    'scared of the dark',
    'self-harm',
  ])(
    // prettier-ignore
    '"%s" is never ignored',
    (words) => expect(mayBeIgnored(words)).toBe(false),
  )
  it.each(['whining', 'silly noises', 'arguing back', 'tutting'])('"%s" may be', (words) =>
    expect(mayBeIgnored(words)).toBe(true),
  )

  it.each([
    ['bike at Christmas', 'P5-7', 'too-far-off'],
    ['a trip at the weekend', 'P8-11', 'too-far-off'],
    ['a friend round at the weekend', 'P12+', undefined],
    ['choose the story tonight', 'P5-7', undefined],
  ])('the prize "%s" for %s: %s', (words, band, problem) => expect(rewardProblem(words, parent, band)).toBe(problem))

  it('lets ten minutes with Dad be a prize at home, and never where seeing him is arranged by others', () => {
    expect(rewardProblem('ten minutes time with dad', parent, 'P5-7')).toBeUndefined()
    expect(rewardProblem('time with dad', away, 'P5-7')).toBe('family-time')
  })
})
