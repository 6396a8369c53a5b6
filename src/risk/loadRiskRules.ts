import { createHash } from 'node:crypto'
import { readYaml, readYamlFolder } from '../content/readYaml.ts'
import { Faults } from '../content/faults.ts'
import { languageFile, lexiconFile, readingFile, type LexiconFile, type OtherLanguage, type RiskRules } from './reading/schema.ts' // prettier-ignore

/** The lexicon files of `content/risk`, in the order in which they are read. */
const LEXICON = [
  'lexicon-self.en.yaml',
  'lexicon-harm-to-child.en.yaml',
  'lexicon-other.en.yaml',
  'lexicon-wider.en.yaml',
] as const

/**
 * Reads and checks the risk lexicon. `folder` is `content/risk/`; `restricted` names further lexicon files kept outside the
 * repository by the clinical safety officer (R9), read in the same way. Throws `InvalidInput` with every fault.
 */
export async function loadRiskRules(
  folder: URL,
  restricted: readonly URL[] = [],
): Promise<RiskRules & { restrictedPhrases: number }> {
  const faults = new Faults()
  const reading = await readYaml(new URL('reading.en.yaml', folder), readingFile, faults)
  const files = await Promise.all(
    [...LEXICON.map((name) => new URL(name, folder)), ...restricted].map((file) => readYaml(file, lexiconFile, faults)),
  )
  const families: RiskRules['families'] = {}
  const hash = createHash('sha256').update(reading?.source ?? '')
  for (const file of files) {
    if (!file) continue
    hash.update('\0').update(file.source)
    for (const [id, family] of Object.entries(file.data.families)) {
      const known = families[id]
      families[id] = known ? { ...known, rules: [...known.rules, ...family.rules], ambiguous: [...known.ambiguous, ...family.ambiguous], harmless: [...known.harmless, ...family.harmless] } : family // prettier-ignore
    }
  }
  const languages: Record<string, OtherLanguage> = {}
  for (const [name, file] of await readYamlFolder(new URL('languages/', folder), languageFile, faults)) {
    hash.update('\0').update(file.source)
    languages[name] = file.data
  }
  const ids = Object.entries(families).flatMap(([family, { rules, ambiguous }]) =>
    [...rules, ...ambiguous].map((r) => ({ family, id: r.id })),
  )
  for (const { family, id } of ids)
    if (ids.filter((other) => other.id === id).length > 1)
      faults.add(`content/risk (${family})`, `rule id "${id}" stands more than once`)
  faults.throwIfAny('The risk lexicon has faults:')
  return {
    families,
    reading: reading!.data,
    languages,
    version: hash.digest('hex').slice(0, 12),
    restrictedPhrases: files.slice(LEXICON.length).reduce((sum, file) => sum + phrasesIn(file!.data), 0),
  }
}

const phrasesIn = ({ families }: LexiconFile): number =>
  Object.values(families)
    .flatMap(({ rules, ambiguous }) => [...rules, ...ambiguous])
    .reduce((sum, { phrases }) => sum + phrases.length, 0)
