import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import type { MeasureCatalogue } from '../measures/catalogue.ts'
import { lockFacts, measuresLock } from '../measures/lock.ts'
import { checkCatalogue } from '../measures/checkCatalogue.ts'
import { measureDefinition, type MeasureDefinition } from '../measures/definition.ts'
import { changeThresholds, nationalCodes } from '../measures/nationalCodes.ts'
import { normTables } from '../measures/norms.ts'
import { wordingText } from '../measures/wording.ts'
import type { Faults } from './faults.ts'
import { readYaml, type ContentFile } from './readYaml.ts'

const LOCK = 'measures.lock.json'

/** A digest of what scores are made of, by measure and by table. Not of words (they carry their own), licences or sources. */
export const digestsOf = (catalogue: MeasureCatalogue): Record<string, string> =>
  Object.fromEntries(
    Object.entries(lockFacts(catalogue)).map(([name, facts]) => [
      name,
      createHash('sha256').update(JSON.stringify(facts)).digest('hex'),
    ]),
  )

/**
 * Reads every measure with the norms, codes and thresholds it stands on. Adds every fault: a wording changed by a letter, a
 * band left out, a threshold that is not NHS England's, a file whose name is not its measure's id.
 */
export async function loadCatalogue(
  folder: URL,
  faults: Faults,
  { checkLock = true }: { checkLock?: boolean } = {},
): Promise<MeasureCatalogue | undefined> {
  const files = new Map<string, ContentFile<MeasureDefinition>>()
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json') && file !== LOCK).sort()) {
    const file = await readYaml(new URL(name, folder), measureDefinition, faults)
    if (!file) continue
    const { id, wording } = file.data
    if (`${id}.json` !== name) faults.add(file.placeOf(['id']), `says it is ${id}`, `the file's name says ${name}`)
    if (wording && createHash('sha256').update(wordingText(wording)).digest('hex') !== wording.sha256)
      faults.add(
        file.placeOf(['wording', 'sha256']),
        'the wording is not the one that was verified',
        'restore the instrument word for word',
      )
    files.set(id, file)
  }
  const norms = await readYaml(new URL('norms/rcads.json', folder), normTables, faults)
  const codes = await readYaml(new URL('codes/mhsds-assessment-codes.json', folder), nationalCodes, faults)
  const thresholds = await readYaml(new URL('rules/reliable-change-thresholds.json', folder), changeThresholds, faults)
  if (!norms || !codes || !thresholds) return undefined
  const catalogue: MeasureCatalogue = {
    measures: new Map([...files].map(([id, file]) => [id, Object.freeze(file.data)])),
    norms: norms.data,
    codes: codes.data,
    thresholds: thresholds.data,
  }
  const lock = checkLock ? await readYaml(new URL(LOCK, folder), measuresLock, faults) : undefined
  if (lock) {
    const digests = digestsOf(catalogue)
    for (const name of new Set([...Object.keys(digests), ...Object.keys(lock.data.digests)]))
      if (digests[name] !== lock.data.digests[name])
        faults.add(
          files.get(name)?.name ?? lock.name,
          `what scores are made of in ${name} is not what was locked`,
          'check it against its source, then npm run lock-measures',
        )
  }
  for (const { measure, path, problem } of checkCatalogue(catalogue))
    faults.add(files.get(measure)!.placeOf(path), problem)
  return catalogue
}
