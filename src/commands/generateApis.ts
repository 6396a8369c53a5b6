import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'
import { describeChatApi } from '../identity/describeChatApi.ts'
import { describeStaffApi } from '../staff/describeStaffApi.ts'

/** Writes the OpenAPI documents of our own APIs and the pages' types from the routes; `--check` fails when any is stale. */
const root = path.resolve(import.meta.dirname, '../..')
const apis = [
  { document: describeStaffApi(), at: 'src/staff/openapi.json', types: 'src/web/generated/staff-api.ts' },
  { document: describeChatApi(), at: 'src/identity/chat-api.json', types: 'src/web/generated/chat-api.ts' },
]
const checking = process.argv.includes('--check')
const header = '// Generated from the routes by `npm run generate`. Do not edit.\n'

const tidy = async (text: string, file: string) =>
  format(text, { ...(await resolveConfig(path.join(root, file))), filepath: file })

const stale: string[] = []
for (const { document, at, types } of apis) {
  const texts: [string, string][] = [
    [at, await tidy(JSON.stringify(document), at)],
    [types, await tidy(header + astToString(await openapiTS(document as never)), types)],
  ]
  for (const [file, text] of texts) {
    const whole = path.join(root, file)
    if ((await readFile(whole, 'utf8').catch(() => '')) === text) continue
    stale.push(file)
    if (checking) continue
    await mkdir(path.dirname(whole), { recursive: true })
    await writeFile(whole, text)
  }
}
if (checking && stale.length > 0) {
  console.error(`Stale, run npm run generate: ${stale.join(', ')}`)
  process.exitCode = 1
} else console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Up to date.')
