import { createHash } from 'node:crypto'
import { Faults } from '../content/faults.ts'
import { readBytes } from '../content/readBytes.ts'
import { readYaml } from '../content/readYaml.ts'
import { InvalidInput } from '../shared/errors.ts'
import { meaningsFile, readMeanings } from './classifier/meanings.ts'
import { modelHeader, WEIGHTS, type RiskModel } from './classifier/model.ts'

/**
 * Reads the trained model beside the lexicon (`content/risk/`): its weights, its header and the word classes. Throws
 * `InvalidInput` when one is missing, is not of one piece with the others, or has been changed.
 */
export async function loadRiskModel(folder: URL): Promise<RiskModel> {
  const faults = new Faults()
  const [header, meanings, weights] = await Promise.all([
    readYaml(new URL('model.json', folder), modelHeader, faults),
    loadMeanings(folder, faults),
    readBytes(new URL('model.bin', folder), faults),
  ])
  if (header && meanings && header.data.trainedOn.meanings !== meanings.digest)
    faults.add('content/risk/meanings.en.yaml', 'is not what the model was trained with', 'run npm run train-risk')
  if (weights && (weights.length !== WEIGHTS || (header && versionOf(weights) !== header.data.version)))
    faults.add('content/risk/model.bin', 'is not what model.json speaks of', 'run npm run train-risk')
  faults.throwIfAny('The risk model cannot be used:')
  if (!header || !meanings || !weights) throw new InvalidInput('The risk model cannot be used:', faults.list)
  return { header: header.data, weights: new Int8Array(weights), meanings: meanings.data }
}

/** The word classes and the digest of their file. */
export async function loadMeanings(folder: URL, faults: Faults) {
  const file = await readYaml(new URL('meanings.en.yaml', folder), meaningsFile, faults)
  return file && { data: readMeanings(file.data), digest: versionOf(file.source) }
}

/** What names a model or a file of it: the first digits of its SHA-256. */
export const versionOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12)
