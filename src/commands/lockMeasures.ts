import { writeFile } from 'node:fs/promises'
import { Faults } from '../content/faults.ts'
import { digestsOf, loadCatalogue } from '../content/loadCatalogue.ts'

/**
 * `npm run lock-measures`: writes the digests of everything scores are made of, after it was changed and checked against its
 * source. Without a fitting lock nothing starts.
 */
const folder = new URL('../../content/measures/', import.meta.url)
const faults = new Faults()
const catalogue = await loadCatalogue(folder, faults, { checkLock: false })
faults.throwIfAny('The measures cannot be locked:')
const lock = {
  note: 'Written by npm run lock-measures: digests of keys, options, rules, bands, thresholds, norms and codes.',
  digests: digestsOf(catalogue!),
}
await writeFile(new URL('measures.lock.json', folder), `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${Object.keys(lock.digests).length} digests written.`)
