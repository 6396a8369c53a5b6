import { pathToFileURL } from 'node:url'
import { readConfig } from '../config.ts'
import { Faults } from '../content/faults.ts'
import { loadCatalogue } from '../content/loadCatalogue.ts'
import { readYaml } from '../content/readYaml.ts'
import { openDatabase } from '../database/openDatabase.ts'
import { storeWording, withdrawWording } from '../imported-wording/wordingStore.ts'
import { checkWordingFile, wordingFile } from '../measures/importedWording.ts'
import { londonDay } from '../shared/calendarDay.ts'
import { systemClock } from '../shared/clock.ts'
import { InvalidInput } from '../shared/errors.ts'
import { silentLogger } from '../shared/logger.ts'

const HELP = `Imports a service's own words for a measure that ships without any.

  npm run import-wording -- words.json          checks the file against the definition and keeps it in the database
  npm run import-wording -- --check words.json  checks only
  npm run import-wording -- --withdraw <measure> takes every wording of a measure back

The file (JSON or YAML; it must not stand in this repository):
  measure      id of the definition, as npm run measures lists it
  version      version of the definition the words were checked against
  permission   { reference, holder, from, until }: until is a day or null
  shownOnForm  a line the permission wants visible on the form, or null
  source       where the words were taken from
  wording      { recall, stem, items: { "1": words }, options: { "0": label }, itemOptions?, help?, anchors? }

Takes effect at the next start of the program. With the embedded database, stop the program first.
`

/** `npm run import-wording`: words under a service's own permission, checked against the definition, kept in the database. */
async function main(flags: readonly string[]): Promise<void> {
  const withdraw = flags.indexOf('--withdraw')
  if (flags.includes('--help') || flags.length === 0) return console.log(HELP)
  const now = systemClock.now()
  if (withdraw >= 0) {
    const measure = flags[withdraw + 1] ?? ''
    const count = await withDatabase((database) => withdrawWording(database, measure, now))
    console.log(
      count > 0 ? `The words of ${measure} are withdrawn.` : `There are no words of "${measure}" to withdraw.`,
    )
    return
  }
  const faults = new Faults()
  const catalogue = await loadCatalogue(new URL('../../content/measures/', import.meta.url), faults)
  faults.throwIfAny('The measures cannot be used:')
  const name = flags.find((flag) => !flag.startsWith('--'))!
  const file = await readYaml(pathToFileURL(name), wordingFile, faults)
  const measure = file && catalogue!.measures.get(file.data.measure)
  if (file)
    for (const { path, problem, mend } of checkWordingFile(file.data, measure, londonDay(now)))
      faults.add(file.placeOf(path), problem, mend)
  faults.throwIfAny('These words cannot be imported:')
  const { permission } = file!.data
  const lasts = `from ${permission.from}${permission.until === null ? '' : ` to ${permission.until}`}`
  if (flags.includes('--check')) return console.log(`The words fit ${measure!.shortTitle}.`)
  await withDatabase((database) => storeWording(database, file!.data, now))
  console.log(
    `${measure!.shortTitle} may be shown ${lasts}, by permission ${permission.reference} held by ${permission.holder}. It can be asked for after the next start.`,
  )
}

async function withDatabase<T>(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig(), silentLogger)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof InvalidInput)) throw error
  console.error(error.message)
  process.exitCode = 1
}
