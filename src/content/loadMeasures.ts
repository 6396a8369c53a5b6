import type { DialogWords, WordsSource } from '../dialog-runner/types.ts'
import type { MeasureCatalogue } from '../measures/catalogue.ts'
import { hasWording, type MeasureDefinition } from '../measures/definition.ts'
import { withImportedWording, type ImportedWording } from '../measures/importedWording.ts'
import { measureWords } from '../measures/dialog.ts'
import { goalsWords } from '../measures/goalsDialog.ts'
import { Faults } from './faults.ts'
import { loadCatalogue } from './loadCatalogue.ts'
import { readYaml } from './readYaml.ts'
import { wordsFrom } from './words.ts'
import { wordsFile } from './wordsFile.ts'

/** The measures that ship, the tables they stand on, and the words of their dialogs. */
export interface LoadedMeasures {
  measures: ReadonlyMap<string, MeasureDefinition>
  catalogue: MeasureCatalogue
  words: WordsSource
}

/**
 * Reads every measure and the words around them; measures that ship without words get those a service imported. Throws
 * InvalidInput with every fault.
 */
export async function loadMeasures(content: URL, imported: readonly ImportedWording[] = []): Promise<LoadedMeasures> {
  const faults = new Faults()
  const folder = new URL('measures/', content)
  const catalogue = await loadCatalogue(folder, faults)
  const around = await readYaml(new URL('conversation.en.yaml', folder), wordsFile, faults)
  faults.throwIfAny('The measures cannot be used:')
  const shared = wordsFrom([{ language: 'en', file: around!.data }], new Map(), (text) => text).of('measure', 'en')!
  const words = new Map(imported.map((one) => [one.measure, one]))
  const measures = new Map(
    [...catalogue!.measures].map(([id, measure]) => {
      const own = words.get(id)
      return [id, own ? Object.freeze(withImportedWording(measure, own)) : measure]
    }),
  )
  const dialogWords = new Map<string, DialogWords>(
    [...measures.values()]
      .filter(hasWording)
      .map((measure) => [
        measure.id,
        measure.asked === 'goal-by-goal' ? goalsWords(measure, shared) : measureWords(measure, shared),
      ]),
  )
  return {
    measures,
    catalogue: { ...catalogue!, measures },
    words: { of: (dialog, language) => (language === 'en' ? dialogWords.get(dialog) : undefined), standing: () => [] },
  }
}
