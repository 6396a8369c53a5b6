import fc from 'fast-check'
import { loadRiskRules } from '../../src/risk/loadRiskRules.ts'
import { tierRank, type Screen, type ScreenContext } from '../../src/risk/types.ts'
import { countEveryHint } from './everyHint.ts'
import { HARMLESS, TOLD } from './phrases.ts'
import { EVERYDAY, SAID_OTHERWISE } from './saidOtherwise.ts'

const rules = await loadRiskRules(new URL('../../content/risk/', import.meta.url))
const screen: Screen = countEveryHint(rules)
const context = ({ role = 'young-person', ...more }: Partial<ScreenContext> = {}): ScreenContext => ({ role, asking: null, night: false, earlier: [], veryLowRating: false, ...more }) // prettier-ignore

describe('the two disclosures that a broadcaster put to well-known bots in 2018', () => {
  it.each([
    "I'm being forced to have sex and I'm only 12 years old",
    'im being forced to have sex and im only 12 years old',
    'Im bein forced 2 have sex n im only 12',
    'i am 12 and someone is forcing me to have sex',
    'being f0rced to have s3x im 12 lol',
    'theyre forcing me to have sex 😂',
    'B E I N G forced to have sex',
  ])('hears a twelve-year-old who is forced to have sex, at once: "%s"', (text) => {
    const { tier, findings } = screen(text, context())
    expect(tier).toBe('T3')
    expect(findings[0]!.lane).toBe('safeguarding')
  })

  it.each([
    'I have been making myself sick',
    'ive been makin myself sick after i eat',
    'I have an eating disorder and i make myself throw up',
    'i throw up after meals on purpose',
    'making my self sick again haha 😂😂',
    'm4king mys3lf sick',
    'i keep making myself puke',
  ])('hears somebody who makes themselves sick: "%s"', (text) => {
    const { tier, findings } = screen(text, context())
    expect(tierRank(tier)).toBeGreaterThanOrEqual(tierRank('T2'))
    expect(findings.some((f) => f.family === 'eating' && f.lane === 'self')).toBe(true)
  })
})

describe.each(TOLD)('family $family', ({ least, lanes, messages, role }) => {
  it.each(messages)('is heard in "%s"', (text) => {
    const { tier, findings } = screen(text, context({ role }))
    expect({ text, heard: tierRank(tier) >= tierRank(least), lanes: findings.some((f) => lanes.includes(f.lane)), tier }).toEqual({ text, heard: true, lanes: true, tier }) // prettier-ignore
  })
})

describe.each(HARMLESS)('what is meant harmlessly stays at most $most', ({ most, messages }) => {
  it.each(messages)('"%s"', (text) => {
    const { tier, clarify, findings } = screen(text, context())
    const got = tier === 'T0' && clarify ? 'clarify' : tier
    const allowed = most === 'T0' ? ['T0'] : most === 'clarify' ? ['T0', 'clarify'] : ['T0', 'clarify', 'T1']
    expect({ got: allowed.includes(got), tier, clarify, findings: allowed.includes(got) ? [] : findings }).toEqual({ got: true, tier, clarify, findings: [] }) // prettier-ignore
  })
})

describe('said in other words', () => {
  it.each(SAID_OTHERWISE)('"$message" is at least $least', ({ role, least, message }) => {
    expect(tierRank(screen(message, context({ role })).tier)).toBeGreaterThanOrEqual(tierRank(least))
  })

  it.each(EVERYDAY)('nothing is found in "%s"', (message) => {
    const { findings, clarify } = screen(message, context())
    expect({ findings, clarify }).toEqual({ findings: [], clarify: undefined })
  })
})

describe('context around a message', () => {
  it('hears "don\'t want to die, just want it to stop" as T2, and "not going to do anything" as T1', () => {
    expect(screen("don't want to die, just want it to stop", context()).tier).toBe('T2')
    expect(screen('not going to do anything', context()).tier).toBe('T1')
  })

  it('puts what is long past at T1, and past abuse at T2', () => {
    expect(screen('i used to cut myself last year', context()).tier).toBe('T1')
    expect(screen('i used to cut myself and now i want to again', context()).tier).toBe('T2')
    expect(screen('my dad used to hit me', context()).tier).toBe('T2')
  })

  it("gives what is about a friend the friend's lane, and hears the writer beside it", () => {
    expect(screen('my friend wants to die', context()).findings.map((f) => f.lane)).toContain('third_party')
    const both = screen('my friend wants to die. i want to die too', context())
    expect(both.findings.map((f) => f.lane)).toEqual(expect.arrayContaining(['third_party', 'self']))
  })

  it("gives a parent's own thoughts their own lane", () => {
    expect(screen('i want to die', context({ role: 'parent-carer' })).findings[0]!.lane).toBe('parent_self')
  })

  it('asks about a term that can be a saying, once, and never beside something plain', () => {
    expect(screen('kms', context()).clarify).toMatchObject({ term: 'kms', lane: 'self' })
    expect(screen('kms', context()).findings).toEqual([])
    expect(screen('kms i want to die', context()).clarify).toBeUndefined()
  })

  it('does not ask again about a saying within 30 days of a T2, nor at night, nor beside feelings: it is T1', () => {
    const earlier = [{ tier: 'T2' as const, lane: 'self' as const, daysAgo: 12 }]
    for (const [text, more] of [
      ['kms', { earlier }],
      ['kms', { night: true }],
      ['i feel so alone kms', {}],
    ] as const) {
      const { tier, clarify } = screen(text, context(more))
      expect({ text, tier, clarify }).toEqual({ text, tier: 'T1', clarify: undefined })
    }
    expect(screen('kms', context({ earlier: [{ ...earlier[0]!, daysAgo: 31 }] })).clarify).toBeDefined()
  })

  it('raises hopeless words to T2 after a mood rating of 0 or 1', () => {
    expect(screen('whats the point', context()).tier).toBe('T1')
    expect(screen('whats the point', context({ veryLowRating: true })).tier).toBe('T2')
  })

  it.each([
    'nie chce już żyć i nie wiem co robić bo jest mi bardzo źle',
    'ya no quiero vivir más porque estoy muy triste y nada me importa',
    'main ab jeena nahi chahta mujhe bahut dard hai',
    'не хочу больше жить мне очень плохо',
    'لا أريد أن أعيش بعد الآن',
    'nu mai vreau sa traiesc si nu stiu ce sa fac',
  ])('has a person look at another language: "%s"', (text) => {
    expect(screen(text, context()).findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ lane: 'unscanned', tier: 'T1' })]),
    )
  })

  it.each([
    'netball, lunch, cousin, chips, bus',
    'je suis learning french at school today lol',
    'si',
    'no',
    'hola',
    'mbappe haaland salah saka foden',
    'watched la casa de papel',
  ])('counts doubtful text as English: "%s"', (text) => expect(screen(text, context()).findings).toEqual([]))

  it.each(['jk', 'i was joking', 'forget it', 'dont tell anyone', 'only messing'])(
    'knows "%s" for taking back, and lowers nothing by it',
    (text) => {
      expect(screen(text, context()).denial).toBe(true)
      expect(screen(`i want to die. ${text}`, context()).tier).toBe('T2')
    },
  )

  it.each(['i am going to kill myself tonight', 'gonna stab myself tomorrow', 'i want to hurt myself'])(
    'never takes "%s" for a threat to others',
    (text) => {
      expect(screen(text, context()).findings.map((f) => f.lane)).not.toContain('others')
    },
  )

  it('says which words fired, as they were typed', () => {
    expect(screen('hi. I W4NT to d1e ok', context()).findings[0]!.words).toBe('W4NT to d1e')
  })
})

describe('nothing added to a message lowers it', () => {
  const plain = TOLD.flatMap(({ messages, role }) => messages.map((text) => ({ text, role })))
  const laughter = ['lol', '😂😂', 'haha jk', 'xx', '💀', 'lmaooo only joking', '😭', '!!!', 'haha']
  const sentences = ['anyway whats for tea', 'i had chips and went to netball', 'my dog is cute', 'school was ok', 'it was last year when we moved', 'he is fine', 'not that it matters', 'we lost in the game lol', 'i killed it at football'] // prettier-ignore
  it.each(laughter)('laughter behind or before it: %s', (added) => {
    const lowered = plain.filter(({ text, role }) => {
      const alone = tierRank(screen(text, context({ role })).tier)
      return [`${text} ${added}`, `${added} ${text}`].some(
        (whole) => tierRank(screen(whole, context({ role })).tier) < alone,
      )
    })
    expect(lowered).toEqual([])
  })

  it.each(sentences)('another sentence behind or before it: %s', (added) => {
    const lowered = plain.filter(({ text, role }) => {
      const alone = tierRank(screen(text, context({ role })).tier)
      return [`${text}. ${added}`, `${added}. ${text}`, `${text}\n${added}`].some(
        (whole) => tierRank(screen(whole, context({ role })).tier) < alone,
      )
    })
    expect(lowered).toEqual([])
  })

  it('any mixture of them', () => {
    const additions = [...laughter, ...sentences.map((s) => `. ${s}`)]
    fc.assert(
      fc.property(
        fc.constantFrom(...plain),
        fc.array(fc.constantFrom(...additions), { maxLength: 4 }),
        ({ text, role }, added) => {
          const whole = [text, ...added].join(' ')
          expect({
            whole,
            kept: tierRank(screen(whole, context({ role })).tier) >= tierRank(screen(text, context({ role })).tier),
          }).toEqual({ whole, kept: true })
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('a fuller context never lowers', () => {
    const fuller = context({ night: true, veryLowRating: true, earlier: [{ tier: 'T3', lane: 'self', daysAgo: 1 }] })
    for (const { text, role } of plain)
      expect(tierRank(screen(text, { ...fuller, role: role ?? 'young-person' }).tier)).toBeGreaterThanOrEqual(
        tierRank(screen(text, context({ role })).tier),
      )
  })

  it('any text at all is read without failing, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(screen(text, context())).toEqual(screen(text, context()))
      }),
      { numRuns: 1000 },
    )
  })
})

it('reads 10,000 ordinary messages in seconds, so that it is never what a turn waits for', () => {
  const messages = HARMLESS.flatMap((h) => h.messages)
  const begun = performance.now()
  for (let i = 0; i < 10_000; i++) screen(messages[i % messages.length]!, context())
  expect(performance.now() - begun).toBeLessThan(10_000)
})
