/**
 * npm run mhsds -- --from 2026-07-01 --until 2026-09-30 [--to <folder>]: writes the coded scored assessments of a period as
 * CSV for the Mental Health Services Data Set: mhs606.csv (referral), mhs607.csv (care activity), and excluded.csv with
 * what is not submitted and why. ServiceRequestId is our case reference. Reads the database of the settings, changes nothing.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import { Faults } from '../content/faults.ts'
import { loadCatalogue } from '../content/loadCatalogue.ts'
import { connectPostgres } from '../database/connect.ts'
import { openEmbedded } from '../database/embedded.ts'
import { codedAssessments } from '../mhsds/codedAssessments.ts'
import { readAdministrations } from '../mhsds/readAdministrations.ts'
import { toCsv } from '../mhsds/toCsv.ts'
import { silentLogger as logger } from '../shared/logger.ts'

const { values } = parseArgs({
  options: { from: { type: 'string' }, until: { type: 'string' }, to: { type: 'string' } },
})
const period = z
  .object({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until, 'ends before it begins')
  .safeParse(values)
if (!period.success) {
  console.error(
    `Say which period: npm run mhsds -- --from 2026-07-01 --until 2026-09-30\n${z.prettifyError(period.error)}`,
  )
  process.exit(1)
}

const config = readConfig()
const faults = new Faults()
const catalogue = await loadCatalogue(new URL('../../content/measures/', import.meta.url), faults)
faults.throwIfAny('The measures cannot be used:')
const database =
  config.DATABASE_URL === undefined
    ? await openEmbedded({ folder: config.DATA_DIR, logger })
    : await connectPostgres({ url: config.DATABASE_URL, logger })
const found = codedAssessments(await readAdministrations(database, period.data), catalogue!.codes, period.data)
await database.close()

const folder = values.to ?? path.join('dist', 'mhsds', `${period.data.from}_${period.data.until}`)
await mkdir(folder, { recursive: true })
const files: [string, string][] = [
  ['mhs606.csv', toCsv(['ServiceRequestId', 'CodedAssToolType', 'PersScore', 'AssToolCompTimestamp'], found.referral)],
  ['mhs607.csv', toCsv(['CareActId', 'CodedAssToolType', 'PersScore'], found.activity)],
  ['excluded.csv', toCsv(['caseRef', 'measure', 'scale', 'completedOn', 'why'], found.excluded)],
]
for (const [name, text] of files) await writeFile(path.join(folder, name), text)
console.log(
  `${folder}: ${found.referral.length} scores of referrals, ${found.activity.length} of care activities, ` +
    `${found.countNationally} of them of a kind that can make a paired score; ${found.excluded.length} not submitted (excluded.csv says why).`,
)
for (const [why, count] of Map.groupBy(found.excluded, (one) => one.why)) console.log(`  ${count.length} × ${why}`)
