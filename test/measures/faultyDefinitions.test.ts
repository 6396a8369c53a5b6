import { measureDefinition } from '../../src/measures/definition.ts'
import { shippedCatalogue } from './measureFiles.ts'
import { checkCatalogue } from '../../src/measures/checkCatalogue.ts'

const catalogue = await shippedCatalogue()
const phq9 = catalogue.measures.get('phq-9')!

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const faultsAfter = (change: (measure: any) => void): string[] => {
  const measure = structuredClone(phq9)
  change(measure)
  const faults =
    measureDefinition.safeParse(measure).error?.issues.map((i) => `${i.path.join('.')}: ${i.message}`) ?? []
  const changed = { ...catalogue, measures: new Map([['phq-9', measure]]) }
  return [...faults, ...checkCatalogue(changed).map((f) => `${f.path.join('.')}: ${f.problem}`)]
}

describe('a measure file with a fault', () => {
  it('is sound as it ships', () => expect(faultsAfter(() => undefined)).toEqual([]))

  it.each<[string, (measure: any) => void, string]>([ // eslint-disable-line @typescript-eslint/no-explicit-any
    ['a score would fall in no band', (m) => (m.scales[0].bands[1].from = 6), 'scales.0.bands.1: must begin at 5: every whole score falls in exactly one band'],
    ['a score would fall in two bands', (m) => (m.scales[0].bands[1].to = 10), 'scales.0.bands.2: must begin at 11: every whole score falls in exactly one band'],
    ['the bands end too early', (m) => (m.scales[0].bands[4].to = 26), 'scales.0.bands: must end at 27'],
    ['the key names an item that does not exist', (m) => m.scales[0].items.push('10'), 'scales.0.items.9: there is no item "10"'],
    ['an item is counted twice', (m) => m.scales[0].items.push('9'), 'scales.0.items: names one item twice'],
    ['an item outside the scale is reversed', (m) => m.scales[0].reverse.push('10'), 'scales.0.reverse.0: there is no item of this scale "10"'],
    ['two items have one id', (m) => (m.items[1].id = '1'), 'items: two items have the same id'],
    ['its total is no scale', (m) => (m.total = 'sum'), 'total: there is no scale "sum"'],
    ['an item has no words', (m) => delete m.wording.items['3'], 'wording.items: item "3" has no words'],
    ['an answer has no label', (m) => delete m.wording.options['3'], 'wording.options: the answer 3 of item "1" has no label'],
    ['it is cleared and has no words', (m) => (m.wording = null), 'wording: a measure that is cleared has its words'],
    ['facts stand without evidence', (m) => delete m.evidence.bands, 'evidence: says nothing of bands'],
    ['its threshold is not NHS England’s', (m) => (m.scales[0].reliableChange.atLeast = 5), "scales.0.reliableChange: NHS England's threshold is 6"],
    ['it drops a threshold', (m) => delete m.scales[0].reliableChange, "scales.0.reliableChange: NHS England's threshold is 6"],
    ['its code does not exist', (m) => (m.scales[0].snomed = '720433001'), 'scales.0.snomed: there is no code 720433001'],
    ['its range leaves the code’s', (m) => ((m.scales[0].range = [0, 28]), (m.scales[0].bands[4].to = 28)), 'scales.0.range: is outside 0 to 27, the range of 720433000'],
  ])('is refused when %s', (_name, change, fault) => expect(faultsAfter(change)).toContain(fault)) // prettier-ignore
})
