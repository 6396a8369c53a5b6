import { mkdir, readFile, writeFile } from 'node:fs/promises'
import openapiTypescript, { astToString } from 'openapi-typescript'

/** Writes the types of the case record API from its contract; `--check` writes nothing and fails when they are stale. */
const CONTRACT = new URL('../case-record/case-record.openapi.yaml', import.meta.url)
const TYPES = new URL('../case-record/generated/case-record.ts', import.meta.url)

const header = '// Generated from case-record.openapi.yaml by src/commands/generateTypes.ts. Do not edit.\n'
const text = header + astToString(await openapiTypescript(CONTRACT))

if ((await readFile(TYPES, 'utf8').catch(() => '')) !== text) {
  if (process.argv.includes('--check')) {
    console.error('The types of the case record API are stale: run node src/commands/generateTypes.ts')
    process.exitCode = 1
  } else {
    await mkdir(new URL('./', TYPES), { recursive: true })
    await writeFile(TYPES, text)
  }
}
