import { readBatches } from '../../src/commands/corpusFiles.ts'
import { agreementOf } from '../../src/risk/corpus/agreement.ts'
import { findAlike } from '../../src/risk/corpus/alike.ts'
import { checkCorpus } from '../../src/risk/corpus/checkCorpus.ts'
import { joinLabels, type WrittenMessage } from '../../src/risk/corpus/message.ts'
import { dealSplits, digestMessage } from '../../src/risk/corpus/split.ts'

const written = (id: string, text: string, more: Partial<WrittenMessage> = {}): WrittenMessage => ({ id, text, role: 'young_person', register: 'Y14-15', context: null, tier: 'T0', family: 'none', lane: 'none', disguise: 'plain', ...more }) // prettier-ignore
const thousand = Array.from({ length: 1000 }, (_, i) =>
  written(
    `a-${String(i).padStart(4, '0')}`,
    `${digestMessage(written('x-0000', String(i)))} ${i} ${i * 7} ${i * 13}`,
    i % 2 ? { tier: 'T2', family: 'self-harm', lane: 'self' } : {},
  ),
)

describe('the labelled corpus of the risk screen', () => {
  it('has no fault: ids once, every message where it was put and as it was, no near-duplicates, labels of known messages', async () => {
    const { messages, seconds, places } = await readBatches()
    expect(checkCorpus(messages, seconds, places)).toEqual([])
    expect(messages.length).toBeGreaterThanOrEqual(6000)
  })

  it('stands where dealing it afresh puts it, so that nobody has moved a message', async () => {
    const { messages, places } = await readBatches()
    const dealtFirst = messages.filter((m) => m.id < 't')
    const kept = Object.fromEntries(Object.entries(places).filter(([id]) => id < 't'))
    expect(dealSplits(dealtFirst)).toEqual(kept)
  })
})

describe('dealing messages into splits', () => {
  it('puts 60, 15 and 25 in a hundred of each tier into train, dev and test', () => {
    const places = dealSplits(thousand)
    for (const tier of ['T0', 'T2']) {
      const of = (split: string) => thousand.filter((m) => m.tier === tier && places[m.id]!.split === split).length
      expect([of('train'), of('dev'), of('test')].map((n) => Math.round(n / 10) / 50)).toEqual([0.6, 0.16, 0.24].map((n) => expect.closeTo(n, 1))) // prettier-ignore
    }
  })

  it('moves nothing when a batch is added', () => {
    const before = dealSplits(thousand)
    const after = dealSplits([...thousand, written('b-0001', 'something else entirely today')], before)
    expect(after).toMatchObject(before)
    expect(after['b-0001']).toBeDefined()
  })

  it('keeps kin in one split and leaves near-duplicates out', () => {
    const kin = [
      written('a-0001', 'i went to the park with my dog and it rained all day'),
      written('a-0002', 'i went to the park with my dog and then we had a very long talk about the bus'),
      written('a-0003', 'I went to the park with my dog, and it rained all day!'),
    ]
    const places = dealSplits(kin)
    expect(places['a-0002']!.split).toBe(places['a-0001']!.split)
    expect(places['a-0003']!.split).toBe('left-out')
  })

  it('puts what was written to train with into train, and never what is like a message to test with', () => {
    const before = dealSplits(thousand)
    const tested = thousand.find((m) => before[m.id]!.split === 'test')!
    const after = dealSplits([...thousand, written('t-0001', `${tested.text} again`), written('t-0002', 'had toast')], before) // prettier-ignore
    expect([after['t-0001']!.split, after['t-0002']!.split]).toEqual(['left-out', 'train'])
  })
})

describe('what is wrong with a corpus', () => {
  const one = written('a-0001', 'my cat sat on my homework again')
  const places = dealSplits([one])
  const problems = (...args: Parameters<typeof checkCorpus>) => checkCorpus(...args).map((f) => f.problem)

  it('says that a message has changed, stands twice, has no place or has vanished', () => {
    expect(problems([one], [], places)).toEqual([])
    expect(problems([{ ...one, text: 'another text' }], [], places)).toEqual([expect.stringMatching(/changed/)])
    expect(problems([{ ...one, tier: 'T1', family: 'denial' }], [], places)).toEqual([expect.stringMatching(/changed/)])
    expect(problems([one, one], [], places)).toContain('this id stands more than once')
    expect(problems([one], [], {})).toEqual([expect.stringMatching(/no place/)])
    expect(problems([], [], places)).toEqual([expect.stringMatching(/no batch/)])
  })

  it('says that two messages say the same', () => {
    const same = written('a-0002', 'My cat sat on my homework again!!')
    expect(problems([one, same], [], { ...places, 'a-0002': { split: 'train', digest: digestMessage(same) } })).toEqual(
      [expect.stringMatching(/says what a-0001 says/)],
    )
  })

  it('finds likeness by stretches of three words, and none where only words are shared', () => {
    const alike = findAlike([one, written('a-0002', 'homework on my cat again sat my')], 0.1)
    expect(alike).toEqual([])
  })
})

describe('two labels for a message', () => {
  it('keeps both, and counts the higher tier with its family', () => {
    const risk = written('a-0001', 'x', { tier: 'T1', family: 'hopelessness', lane: 'self' })
    const joined = joinLabels(risk, { id: 'a-0001', tier: 'T2', family: 'self-harm' })
    expect(joined).toMatchObject({ tier: 'T2', family: 'self-harm', first: { tier: 'T1' }, second: { tier: 'T2' } })
    expect(joinLabels(risk, { id: 'a-0001', tier: 'T0', family: 'none' })).toMatchObject({ tier: 'T1', family: 'hopelessness' }) // prettier-ignore
  })

  it("measures agreement and Cohen's kappa as a worked example has them", () => {
    // 20 both risk, 15 neither, 5 and 10 apart: observed 0.7, by chance 0.5, kappa 0.4.
    const of = (n: number, first: 'T0' | 'T1', second: 'T0' | 'T1') =>
      Array.from(
        { length: n },
        () =>
        joinLabels(written('a-0001', 'x', { tier: first, family: first === 'T0' ? 'none' : 'denial' }), { id: 'a-0001', tier: second, family: 'none' }), // prettier-ignore
      )
    const { flagged } = agreementOf([...of(20, 'T1', 'T1'), ...of(5, 'T1', 'T0'), ...of(10, 'T0', 'T1'), ...of(15, 'T0', 'T0')]) // prettier-ignore
    expect(flagged).toEqual({ messages: 50, alike: 0.7, kappa: expect.closeTo(0.4, 10) })
  })
})
