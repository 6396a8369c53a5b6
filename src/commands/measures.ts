import { existsSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { loadMeasures } from '../content/loadMeasures.ts'
import { openDatabase } from '../database/openDatabase.ts'
import { readImportedWording } from '../imported-wording/wordingStore.ts'
import { describeMeasures } from '../measures/describeMeasures.ts'
import type { ImportedWording } from '../measures/importedWording.ts'
import { londonDay } from '../shared/calendarDay.ts'
import { systemClock } from '../shared/clock.ts'
import { InvalidInput } from '../shared/errors.ts'
import { silentLogger } from '../shared/logger.ts'

/**
 * `npm run measures`: every measure with its licence state, what counts nationally and what has to be checked before live
 * use. Looks at imported words where there is a database and it is free. `--brief` leaves the details out.
 */
const { imported, note } = await importedWords()
const { catalogue } = await loadMeasures(new URL('../../content/', import.meta.url), imported)
const brief = process.argv.includes('--brief')
for (const line of describeMeasures(catalogue, londonDay(systemClock.now()))) {
  console.log(`${line.id}: ${line.title}\n  ${line.state}`)
  if (brief) continue
  console.log(`  answered by: ${line.answeredBy}`)
  console.log(`  licence: ${line.licence}`)
  console.log(`  counts nationally: ${line.countsNationally ?? 'never'}`)
  for (const check of line.toCheck) console.log(`  check before live use: ${check}`)
}
if (note) console.log(note)

async function importedWords(): Promise<{ imported: ImportedWording[]; note?: string }> {
  const config = readConfig()
  if (config.DATABASE_URL === undefined && !existsSync(config.DATA_DIR)) return { imported: [] }
  try {
    const database = await openDatabase(config, silentLogger)
    try {
      return { imported: await readImportedWording(database) }
    } finally {
      await database.close()
    }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    return { imported: [], note: `Imported words were not looked at: ${error.faults[0]?.problem ?? error.message}` }
  }
}
