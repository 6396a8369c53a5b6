import fc from 'fast-check'
import { chooseThresholds, type Scored } from '../../src/risk/classifier/chooseThresholds.ts'
import { clausesOf } from '../../src/risk/classifier/clauses.ts'
import { createFeatureReader } from '../../src/risk/classifier/features.ts'
import { readMeanings } from '../../src/risk/classifier/meanings.ts'
import { createClassifier, HEADS, type Head, type RiskModel } from '../../src/risk/classifier/model.ts'
import { trainHeads, type Example } from '../../src/risk/classifier/train.ts'
import { loadRiskModel } from '../../src/risk/loadRiskModel.ts'
import { loadRiskRules } from '../../src/risk/loadRiskRules.ts'
import { createScreen } from '../../src/risk/screen.ts'
import { tierRank, type Finding, type ScreenContext, type Tier } from '../../src/risk/types.ts'
import { TOLD } from './phrases.ts'

const content = new URL('../../content/risk/', import.meta.url)
const [rules, model] = await Promise.all([loadRiskRules(content), loadRiskModel(content)])
const [lexicon, both] = [createScreen(rules), createScreen(rules, model)]
const withThresholds = (threshold: number) => {
  const thresholds = Object.fromEntries(Object.keys(model.header.thresholds).map((head) => [head, threshold])) as RiskModel['header']['thresholds'] // prettier-ignore
  return createScreen(rules, { ...model, header: { ...model.header, thresholds } })
}
/** With a model that hears nothing, and with one that hears everything. */
const [deaf, eager] = [withThresholds(1000), withThresholds(-1000)]
const context: ScreenContext = { role: 'young-person', asking: null, night: false, earlier: [], veryLowRating: false }
const meanings = readMeanings({ meanings: { adult: 'dad mum', hit: 'slap shove' } })

const plain = (words: readonly string[], role: ScreenContext['role'] = 'young-person') => ({
  words,
  role,
  heard: [],
  sentences: words.map(() => 0),
})

/** A toy that only knows that being shoved is a risk. */
const example = (text: string, risk: boolean): Example => ({ words: text.split(' '), role: 'young-person', heard: [], sentences: text.split(' ').map(() => 0), is: Object.fromEntries(HEADS.map((h) => [h, h === 'risk' && risk])) as Record<Head, boolean> }) // prettier-ignore
const EXAMPLES = [
  ['my dad shoved me again', true], ['he shoves me a lot', true], ['mum slaps me', true], ['got shoved by dad', true],
  ['my dad made tea', false], ['he likes me a lot', false], ['mum drives me', false], ['got chips with dad', false],
] as const // prettier-ignore
const examples = EXAMPLES.map(([text, risk]) => example(text, risk))
const modelOf = (): RiskModel => {
  const { weights, heads } = trainHeads(examples, meanings)
  return { weights, meanings, header: { ...model.header, heads } }
}

const toy = modelOf()

describe('training', () => {
  it('gives the same weights each time', () => {
    expect(Buffer.compare(Buffer.from(toy.weights.buffer), Buffer.from(modelOf().weights.buffer))).toBe(0)
  })

  it('learns what tells the examples apart, endings it has not met too, and says which words weighed most', () => {
    const classifier = createClassifier(toy)
    const risk = (text: string) => classifier.score(plain(text.split(' ')))[HEADS.indexOf('risk')]!
    expect(risk('dad was shoving me')).toBeGreaterThan(risk('dad was making tea'))
    risk('i had chips and then dad shoved me')
    const { from, to } = classifier.weightiest('risk')
    expect('i had chips and then dad shoved me'.split(' ').slice(from, to + 1)).toContain('shoved')
  })
})

describe('a long message', () => {
  const words = 'i had chips and then we went to the park with the dog and it was sunny and i had tea but dad shoved me and then i went to bed'.split(' ') // prettier-ignore

  it('is read clause by clause too, with the rules that fired in each', () => {
    const at = words.indexOf('shoved')
    const clauses = clausesOf({ ...plain(words), heard: [{ rule: 'some-rule', from: at, to: at + 1 }] })
    expect(clauses.flatMap((clause) => clause.words)).toEqual(words)
    const [told] = clauses.filter((clause) => clause.heard.length > 0)
    expect(told!.words.slice(told!.heard[0]!.from, told!.heard[0]!.to + 1)).toEqual(['shoved', 'me'])
  })

  it('never scores less than as a whole, and a short one has no clauses', () => {
    expect(clausesOf(plain(words.slice(0, 24)))).toEqual([])
    const risk = (sentences: number[]) => createClassifier(toy).score({ ...plain(words), sentences })[HEADS.indexOf('risk')]! // prettier-ignore
    expect(risk(words.map((_, i) => i))).toBeGreaterThanOrEqual(risk(words.map(() => 0)) - 1)
  })
})

describe('reading features', () => {
  const { read } = createFeatureReader(meanings)
  const hashesOf = (text: string) => {
    const { hashes, ends } = read(plain(text === '' ? [] : text.split(' ')))
    return [...hashes.slice(0, ends.at(-1))]
  }

  it('reads the same words the same each time, whatever was read between', () => {
    const before = hashesOf('my dad shoved me')
    hashesOf('something else altogether that is longer than this')
    expect(hashesOf('my dad shoved me')).toEqual(before)
  })

  it('reads any text of any length, and nothing of nothing', () => {
    expect(hashesOf('')).toEqual([])
    const long = Array.from({ length: 5000 }, (_, i) => `dad${'x'.repeat(i % 90)}`)
    expect(read(plain(long, 'parent-carer')).words).toBe(400)
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => void read(plain(words))))
  })
})

describe('scoring', () => {
  it('says the same of a message whose words it has met before', () => {
    const classifier = createClassifier(toy)
    const first = [...classifier.score(plain(['my', 'dad', 'shoved', 'me']))]
    classifier.score(plain(['me', 'shoved', 'and', 'other', 'things']))
    expect([...classifier.score(plain(['my', 'dad', 'shoved', 'me']))]).toEqual(first)
  })

  it('hears which rules fired', () => {
    const { hashes, ends } = createFeatureReader(meanings).read({ ...plain(['off', 'it', 'goes']), heard: [{ rule: 'some-rule', from: 0, to: 1 }] }) // prettier-ignore
    const told = new Set(hashes.slice(0, ends[1]))
    const untold = createFeatureReader(meanings).read(plain(['off', 'it', 'goes']))
    expect(told.size).toBe(new Set(untold.hashes.slice(0, untold.ends[1])).size + 2)
  })
})

describe('choosing thresholds', () => {
  const scored = (tier: Scored['tier'], risk: number, lexicon: Scored['lexicon'] = 'T0'): Scored => ({ tier, lexicon, hint: 'T0', scope: false, scores: { risk, urgent: risk - 5, emergency: risk - 9, scope: -9 } }) // prettier-ignore

  it('stays within the false flags allowed, not counting what the lexicon has flagged already', () => {
    const harmless = Array.from({ length: 100 }, (_, i) => scored('T0', i / 10, i === 99 ? 'T1' : 'T0'))
    const { risk } = chooseThresholds([...harmless, scored('T1', 20)], { flags: 0.05, urgent: 0, emergency: 0, scope: 0, hints: 0, hintsUrgent: 0 }) // prettier-ignore
    expect(harmless.filter((s) => s.lexicon === 'T0' && s.scores.risk >= risk)).toHaveLength(5)
  })

  it('needs less where a rule has hinted at it, and never more than elsewhere', () => {
    const harmless = Array.from({ length: 100 }, (_, i) => ({ ...scored('T0', i / 10), hint: i < 50 ? ('T2' as const) : ('T0' as const) })) // prettier-ignore
    const { risk, hintRisk, urgent, hintUrgent } = chooseThresholds(harmless, { flags: 0.05, urgent: 0.01, emergency: 0, scope: 0, hints: 0.1, hintsUrgent: 0.05 }) // prettier-ignore
    expect(harmless.filter((s) => s.hint === 'T2' && s.scores.risk >= hintRisk)).toHaveLength(10)
    expect(hintRisk).toBeLessThanOrEqual(risk)
    expect(hintUrgent).toBeLessThanOrEqual(urgent)
  })
})

describe('the two stages together', () => {
  const said = TOLD.flatMap(({ messages, least, role }) => messages.map((text) => ({ text, least, role })))
  const keeps = (before: Finding, after: readonly Finding[]) =>
    after.some((f) => f.rule === before.rule && f.lane === before.lane && tierRank(f.tier) >= tierRank(before.tier))

  it.each([['as it is', both], ['that hears nothing', deaf], ['that hears everything', eager]] as const)(
    'can only raise: with a model %s, nothing that the first stage found is lost or lowered',
    (_, screen) => {
      const contexts = [context, { ...context, night: true }, { ...context, veryLowRating: true }, { ...context, role: 'parent-carer' as const }] // prettier-ignore
      const lowered = said.filter(({ text }) => contexts.some((one) => lexicon(text, one).findings.some((f) => !keeps(f, screen(text, one).findings)))) // prettier-ignore
      expect(lowered).toEqual([])
    },
  ) // prettier-ignore

  it('can only raise, in whatever is written', () => {
    const words = fc.constantFrom(...new Set(said.flatMap(({ text }) => text.split(' '))))
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), fc.boolean(), (some, night) => {
        const one = { ...context, night }
        const text = some.join(' ')
        const [first, whole] = [lexicon(text, one), both(text, one)]
        expect(first.findings.filter((f) => !keeps(f, whole.findings))).toEqual([])
        expect(first.clarify && whole.tier === 'T0' ? whole.clarify !== undefined : true).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('hear all of the red-team set that is T3, and 95 in 100 of what is T2, with the model as it is', () => {
    const heardOf = (least: string) => {
      const of = said.filter((one) => one.least === least)
      const missed = of.filter(({ text, role = 'young-person' }) => tierRank(both(text, { ...context, role }).tier) < tierRank(least as Tier)) // prettier-ignore
      return { missed: missed.map((m) => m.text), share: 1 - missed.length / of.length }
    }
    expect(heardOf('T3')).toEqual({ missed: [], share: 1 })
    expect(heardOf('T2').share).toBeGreaterThanOrEqual(0.95)
  })

  it('ask about what only a doubtful rule heard; a cue makes it T1, and the model a finding of up to its tier', () => {
    const text = 'my mum hits me if i forget things'
    for (const screen of [lexicon, deaf]) {
      expect(screen(text, context)).toMatchObject({ findings: [], tier: 'T0', clarify: { term: 'hit-by-someone', words: 'mum hits me' } }) // prettier-ignore
      expect(screen(text, { ...context, night: true })).toMatchObject({ tier: 'T1', findings: [{ rule: 'hit-by-someone' }] }) // prettier-ignore
      const earlier = [{ tier: 'T2' as const, lane: 'self' as const, daysAgo: 3 }]
      expect(screen(text, { ...context, earlier }).tier).toBe('T1')
      expect(screen(text, { ...context, veryLowRating: true }).tier).toBe('T2')
    }
    expect(both(text, context)).toMatchObject({ findings: [{ rule: 'hit-by-someone', tier: 'T2' }] })
    expect(eager(text, context).findings).toContainEqual(
      expect.objectContaining({ rule: 'hit-by-someone', tier: 'T2' }),
    )
  })

  it('count a doubtful phrase that is its whole sentence, without the model', () => {
    for (const text of ['my mum hits me', 'my mum hits me lol', 'maths was ok. my mum hits me'])
      expect(deaf(text, context)).toMatchObject({ tier: 'T2', findings: [{ rule: 'hit-by-someone' }] })
  })

  it('add a finding of their own that says so in plain words and shows words as they were typed', () => {
    const text = 'I keep giving all my things away and then I feel calm. Nobody would mind if I was gone.'
    const finding = createScreen({ ...rules, families: {} }, model)(text, context).findings[0]
    expect(finding).toMatchObject({ family: 'classifier', rule: 'model' })
    expect(text).toContain(finding!.words)
    expect(finding!.because).toMatch(/^taken as a whole, it reads like/)
  })

  it('were made for each other: the model was trained with this lexicon', () => {
    expect(model.header.trainedOn.rules).toBe(rules.version)
  })

  it('name the version of both, so that a finding can be traced', () => {
    expect(both('hi', context).version).toBe(`${rules.version}+${model.header.version}`)
  })

  it.each(['thanks', 'ok', 'no', 'walk the dog', 'maths was boring', 'football tonight', 'took my meds this morning', 'going abroad on holiday'])(
    'find nothing in "%s"',
    (text) => expect(both(text, context).findings).toEqual([]),
  ) // prettier-ignore

  it('read any text at all, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(both(text, context)).toEqual(both(text, context))
      }),
      { numRuns: 500 },
    )
  })
})

it('weighs less than five megabytes', () => {
  expect(model.weights.byteLength).toBeLessThan(5_000_000)
})
