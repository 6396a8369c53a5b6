import { createHash } from 'node:crypto'
import { z } from 'zod'
import { wordsFile, type WordsFile } from '../content/wordsFile.ts'

/** `content/risk/replies.<language>.yaml`: the words of every safety dialog, by dialog and step. */
export const repliesFile = z.strictObject({ dialogs: z.record(z.string(), wordsFile.omit({ dialog: true })) })
export type RepliesFile = z.infer<typeof repliesFile>

/** `content/risk/replies.lock.json`: the digest of every text as it was signed, and by whom. Names are filled in by hand, never invented. */
export const lockFile = z.strictObject({
  signed_by: z.string(),
  signed_on: z.union([z.literal(''), z.iso.date()]),
  texts: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
})
export type LockFile = z.infer<typeof lockFile>

/** The digest of every text, with its variants, labels and overrides, under `dialog/step`. */
export function digestsOf(replies: RepliesFile): Record<string, string> {
  const entries = Object.entries(replies.dialogs).flatMap(([dialog, { steps }]) =>
    Object.entries(steps).map(([step, words]) => [`${dialog}/${step}`, digest(words)] as const),
  )
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const digest = (words: WordsFile['steps'][string]) => createHash('sha256').update(JSON.stringify(words)).digest('hex')
