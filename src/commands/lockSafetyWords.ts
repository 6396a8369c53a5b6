import { readFile, writeFile } from 'node:fs/promises'
import { Faults, readYaml } from '../content/index.ts'
import { digestsOf, lockFile, repliesFile } from '../safety-conversation/safetyWordsFile.ts'

/**
 * Locks the words of the safety conversation as they stand now. Where a text has changed the signature is emptied: the
 * clinical safety officer reads what changed and writes name and date into the lock by hand.
 */
const folder = new URL('../../content/risk/', import.meta.url)
const faults = new Faults()
const replies = await readYaml(new URL('replies.en.yaml', folder), repliesFile, faults)
faults.throwIfAny('The words of the safety conversation cannot be read:')
const file = new URL('replies.lock.json', folder)
const before = lockFile.safeParse(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')))
const texts = digestsOf(replies!.data)
const locked = before.success ? before.data : { signed_by: '', signed_on: '', texts: {} as Record<string, string> }
const changed = [...new Set([...Object.keys(texts), ...Object.keys(locked.texts)])].filter(
  (text) => texts[text] !== locked.texts[text],
)
const signature =
  changed.length === 0 ? { signed_by: locked.signed_by, signed_on: locked.signed_on } : { signed_by: '', signed_on: '' }
await writeFile(file, `${JSON.stringify({ ...signature, texts }, null, 2)}\n`)
process.stdout.write(
  changed.length === 0
    ? 'Nothing has changed since the texts were locked.\n'
    : `${changed.length} texts locked anew. To be read and signed (signed_by, signed_on in content/risk/replies.lock.json):\n${changed.map((text) => `  ${text}\n`).join('')}`,
)
