import type { Band } from '../dialog-kit/index.ts'
import type { DialogWords, StepWords, WordsSource } from '../dialog-runner/types.ts'
import type { StandingFile, StepEntry, StepParts, WordsFile } from './wordsFile.ts'

/** Words by dialog and language, made from files that were read. `fill` puts telephone numbers in. */
export function wordsFrom(
  files: readonly { language: string; file: WordsFile }[],
  standing: ReadonlyMap<string, StandingFile>,
  fill: (text: string) => string,
): WordsSource {
  const dialogs = new Map(files.map(({ language, file }) => [`${file.dialog}.${language}`, dialogWords(file, fill)]))
  const filled = new Map<string, readonly string[]>()
  return Object.freeze({
    of: (dialog: string, language: string) => dialogs.get(`${dialog}.${language}`),
    standing(intent: string, language: string, band: Band) {
      const key = `${intent}.${language}.${band}`
      const known = filled.get(key)
      if (known) return known
      const entry = standing.get(language)?.intents[intent]
      const variants = entry ? (entry.bands[band] ?? entry.bands[kindOf(band)] ?? entry.text).map(fill) : []
      filled.set(key, Object.freeze(variants))
      return variants
    },
  })
}

/** `Y` young person, `P` parent or carer: the bands' first letter. */
export const kindOf = (band: Band): 'Y' | 'P' => (band.startsWith('Y') ? 'Y' : 'P')

function dialogWords(file: WordsFile, fill: (text: string) => string): DialogWords {
  const made = new Map<string, StepWords>()
  return {
    title: file.title,
    step(id, band, plain) {
      const key = `${id}.${band}.${plain}`
      const known = made.get(key)
      if (known) return known
      const entry = Object.hasOwn(file.steps, id) ? file.steps[id] : undefined
      if (!entry) return undefined
      const words = Object.freeze(stepWords(id, entry, band, plain, fill))
      made.set(key, words)
      return words
    },
  }
}

/** One layer of a step's words, and where it stands in the file. */
export interface Layer {
  path: readonly string[]
  parts: StepParts
}

/** The layers of a step's words, the most particular first: plain words of the band, the band's, those of all young people or all parents, plain, general. */
export function layersOf(id: string, entry: StepEntry, band: Band, plain: boolean): Layer[] {
  const step = ['steps', id]
  const ofBand = (name: string): Layer => ({ path: [...step, 'bands', name], parts: entry.bands?.[name] ?? {} })
  const plainOf = (name: string): Layer => ({
    path: [...step, 'bands', name, 'plain'],
    parts: entry.bands?.[name]?.plain ?? {},
  })
  return [
    ...(plain ? [plainOf(band), plainOf(kindOf(band)), { path: [...step, 'plain'], parts: entry.plain ?? {} }] : []),
    ofBand(band),
    ofBand(kindOf(band)),
    { path: step, parts: entry },
  ]
}

/** The words one person reads: for each part that of the most particular layer, and the options of all. */
function stepWords(
  id: string,
  entry: StepEntry,
  band: Band,
  plain: boolean,
  fill: (text: string) => string,
): StepWords {
  const layers = layersOf(id, entry, band, plain).map(({ parts }) => parts)
  const first = <K extends keyof StepParts>(part: K): StepParts[K] =>
    layers.find((layer) => layer[part] !== undefined)?.[part]
  const one = (text: string | undefined) => (text === undefined ? undefined : fill(text))
  const options = Object.assign({}, ...layers.toReversed().map((layer) => layer.options ?? {})) as Record<
    string,
    string
  >
  return {
    text: (first('text') ?? []).map(fill),
    reprompt: (first('reprompt') ?? []).map(fill),
    options: Object.fromEntries(Object.entries(options).map(([value, label]) => [value, fill(label)])),
    low: one(first('low')),
    high: one(first('high')),
    placeholder: one(first('placeholder')),
    unit: one(first('unit')),
    stem: one(first('stem')),
    notice: one(first('notice')),
  }
}

/** Both sources as one; where both have a dialog or an intent, the first has the word. A measure's words are generated, for one. */
export const combineWords = (first: WordsSource, second: WordsSource): WordsSource => ({
  of: (dialog, language) => first.of(dialog, language) ?? second.of(dialog, language),
  standing(intent, language, band) {
    const variants = first.standing(intent, language, band)
    return variants.length > 0 ? variants : second.standing(intent, language, band)
  },
})
