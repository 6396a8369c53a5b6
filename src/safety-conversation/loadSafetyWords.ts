import { Faults, readYaml, type ContentFile } from '../content/index.ts'
import { servicesFile } from '../content/services.ts'
import { wordsFrom } from '../content/words.ts'
import type { WordsSource } from '../dialog-runner/types.ts'
import { digestsOf, lockFile, repliesFile, type LockFile, type RepliesFile } from './safetyWordsFile.ts'

/** The words of the safety conversation, with who signed them. Both are empty until a named human of the service has. */
export interface SafetyWords extends WordsSource {
  signedBy: string
  signedOn: string
}

const PHONE = /\{phone:([^}]*)\}/g
const HOW_TO_LOCK = 'node src/commands/lockSafetyWords.ts, then have the clinical safety officer sign'

/**
 * Reads the safety conversation's words from `content/` and checks that every text is the one that was locked (R7).
 * Throws `InvalidInput` with every fault: the start stops rather than say a text that nobody has read.
 */
export async function loadSafetyWords(content: URL): Promise<SafetyWords> {
  const faults = new Faults()
  const [replies, lock, services] = await Promise.all([
    readYaml(new URL('risk/replies.en.yaml', content), repliesFile, faults),
    readYaml(new URL('risk/replies.lock.json', content), lockFile, faults),
    readYaml(new URL('services.yaml', content), servicesFile, faults),
  ])
  const numbers = new Map(services?.data.helplines.map((one) => [one.id, one.number]))
  if (replies && services) findUnknownPhones(replies, numbers, faults)
  if (replies && lock) compareWithLock(replies, lock, faults)
  faults.throwIfAny('The words of the safety conversation cannot be used:')
  const fill = (text: string) => text.replace(PHONE, (token, id: string) => numbers.get(id) ?? token)
  const files = Object.entries(replies!.data.dialogs).map(([dialog, words]) => ({
    language: 'en',
    file: { dialog, ...words },
  }))
  return { ...wordsFrom(files, new Map(), fill), signedBy: lock!.data.signed_by, signedOn: lock!.data.signed_on }
}

function compareWithLock(replies: ContentFile<RepliesFile>, lock: ContentFile<LockFile>, faults: Faults): void {
  const now = digestsOf(replies.data)
  for (const [text, digest] of Object.entries(now)) {
    const [dialog, step] = text.split('/') as [string, string]
    const locked = lock.data.texts[text]
    if (locked === digest) continue
    const place = replies.placeOf(['dialogs', dialog, 'steps', step])
    faults.add(
      place,
      locked === undefined ? `${text} is new and not locked` : `${text} is not the text that was locked`,
      HOW_TO_LOCK,
    )
  }
  for (const text of Object.keys(lock.data.texts))
    if (!Object.hasOwn(now, text))
      faults.add(lock.placeOf(['texts', text]), `${text} is locked but not there any more`, HOW_TO_LOCK)
}

function findUnknownPhones(
  replies: ContentFile<RepliesFile>,
  numbers: ReadonlyMap<string, string>,
  faults: Faults,
): void {
  replies.source.split('\n').forEach((line, index) => {
    for (const [, id] of line.matchAll(PHONE))
      if (!numbers.has(id!))
        faults.add(`${replies.name}:${index + 1}`, `no helpline "${id}"`, 'ids are in content/services.yaml')
  })
}
