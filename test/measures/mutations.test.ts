import { checkCatalogue } from '../../src/measures/checkCatalogue.ts'
import { measureDefinition, type MeasureDefinition } from '../../src/measures/definition.ts'
import { digestsOf } from '../../src/content/loadCatalogue.ts'
import { lockFacts } from '../../src/measures/lock.ts'
import { exampleThatFails } from './runExamples.ts'
import { shippedCatalogue } from './measureFiles.ts'

/**
 * Whether a change of the data is seen. Two nets: the lock holds a digest of everything scores are made of, so that nothing
 * starts after any change until somebody has checked it and written the lock anew; and beneath it, without the lock, the
 * worked examples, the schema and NHS England's tables see every change of a key, a rule, a band or a threshold.
 */
const catalogue = await shippedCatalogue()

type Place = { holder: Record<string, unknown> | unknown[]; key: string | number; path: string }

/** Every value in some data, with where it stands. */
function* places(value: unknown, path = ''): Generator<Place> {
  if (typeof value !== 'object' || value === null) return
  const holder = value as Record<string, unknown>
  for (const key of Object.keys(holder)) {
    yield { holder, key, path: `${path}.${key}` }
    yield* places(holder[key], `${path}.${key}`)
  }
}

const changed = (value: unknown): unknown[] => {
  if (typeof value === 'number') return [value + 1]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'string') return [`${value}x`]
  if (value === null) return [0]
  return []
}

/** Tries a change in place and puts the value back. */
function tried<T>({ holder, key }: Place, value: unknown, look: () => T): T {
  const slot = holder as Record<string | number, unknown>
  const before = slot[key]
  slot[key] = value
  try {
    return look()
  } finally {
    slot[key] = before
  }
}

describe('the lock', () => {
  const facts = structuredClone(lockFacts(catalogue))

  it.each(Object.keys(facts))('sees any change of any value in %s', (part) => {
    let count = 0
    for (const place of places(facts[part])) {
      const slot = place.holder as Record<string | number, unknown>
      for (const value of changed(slot[place.key])) {
        count++
        // The digest is of the JSON of the whole, in which the JSON of this part stands as it is.
        const sound = JSON.stringify(place.holder)
        if (tried(place, value, () => JSON.stringify(place.holder)) === sound)
          throw new Error(`${part}${place.path}: not seen`)
      }
    }
    expect(count).toBeGreaterThan(5)
  })

  it('has one digest for every measure and every table', () => {
    expect(Object.keys(digestsOf(catalogue)).sort()).toEqual(Object.keys(facts).sort())
    expect(Object.keys(facts)).toEqual(expect.arrayContaining([...catalogue.measures.keys()]))
  })
})

describe('without the lock', () => {
  const scorable = [...catalogue.measures.values()].filter((m) => m.examples.length > 0)

  it.each(scorable.map((m) => [m.id, m] as const))(
    'every change of a key, a reversed item, a rule, a band, a cut-off, a threshold or a risk item of %s is seen',
    (id, shipped) => {
      const measure = structuredClone<MeasureDefinition>(shipped)
      const unseen: string[] = []
      const look = (): boolean => {
        const alone = { ...catalogue, measures: new Map([[id, measure]]) }
        if (exampleThatFails(alone, measure) !== undefined || checkCatalogue(alone).length > 0) return true
        return !measureDefinition.safeParse(measure).success
      }
      const check = (place: Place, value: unknown, what: string) => {
        if (!tried(place, value, look)) unseen.push(`${place.path} ${what}`)
      }
      const at = (holder: object, key: string | number, path: string): Place => ({ holder: holder as never, key, path })
      expect(look()).toBe(false)
      for (const [s, scale] of measure.scales.entries()) {
        const here = `scales.${s}`
        if (scale.method === 'sum') {
          const others = measure.items.map((i) => i.id).filter((i) => !scale.items.includes(i))
          for (const [i, item] of scale.items.entries()) {
            check(at(scale, 'items', `${here}.items`), scale.items.toSpliced(i, 1), `without ${item}`)
            if (others.length > 0)
              check(at(scale.items, i, `${here}.items`), others[i % others.length], `with another for ${item}`)
            const turned = scale.reverse.includes(item)
              ? scale.reverse.filter((r) => r !== item)
              : [...scale.reverse, item]
            check(at(scale, 'reverse', `${here}.reverse`), turned, `turns ${item}`)
          }
          for (const place of places(scale.missing))
            for (const value of changed((place.holder as Record<string, unknown>)[place.key]))
              check(place, value, `= ${String(value)}`)
        }
        if (scale.method === 'sum-of-scales')
          for (const i of scale.of.keys()) check(at(scale, 'of', `${here}.of`), scale.of.toSpliced(i, 1), 'without one')
        for (const key of ['bands', 'reliableChange'] as const)
          if (scale[key])
            for (const place of places(scale[key], `${here}.${key}`))
              if (typeof (place.holder as Record<string, unknown>)[place.key] === 'number')
                for (const value of changed((place.holder as Record<string, unknown>)[place.key]))
                  check(place, value, `= ${String(value)}`)
        if (scale.caseness !== undefined) {
          check(at(scale, 'caseness', `${here}.caseness`), scale.caseness + 1, 'one higher')
          check(at(scale, 'caseness', `${here}.caseness`), scale.caseness - 1, 'one lower')
        }
        if (scale.reliableChange)
          check(at(scale, 'higherIs', here), scale.higherIs === 'worse' ? 'better' : 'worse', 'the other way')
      }
      for (const item of measure.items)
        if (item.risk)
          for (const by of [1, -1])
            check(at(item.risk, 'from', `items.${item.id}.risk`), item.risk.from + by, `by ${by}`)
      expect(unseen).toEqual([])
    },
  )

  it('a mean or SD of the norms that the worked examples use is seen; the other cells are under the lock', () => {
    const norms = structuredClone(catalogue.norms)
    const with_ = { ...catalogue, norms }
    // One example of each norm group is enough: the cells of a group are all read by it.
    const rcads = [...catalogue.measures.values()]
      .filter((m) => m.norms)
      .map((m) => ({
        ...m,
        examples: [
          ...new Map(m.examples.filter((e) => e.sex).map((e) => [`${e.sex} ${e.age} ${e.convention}`, e])).values(),
        ],
      }))
    let seen = 0
    for (const { cells } of Object.values(norms.forms))
      for (const cell of cells)
        for (const key of ['mean', 'sd'] as const)
          if (
            tried({ holder: cell, key, path: '' }, cell[key] + 0.01, () =>
              rcads.some((m) => exampleThatFails(with_, m)),
            )
          )
            seen++
    // Boys of 10 and girls of 13 and 15, the latter by both conventions, self and parent: 6 and 3 scales each.
    expect(seen).toBeGreaterThanOrEqual(2 * 2 * 2 * (6 + 3))
  })
})
