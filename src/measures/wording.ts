import { z } from 'zod'
import { evidence } from './evidence.ts'

/** An instrument's own words, as a form has them. */
export const wordingWords = {
  recall: z.string(),
  stem: z.string(),
  /** By item id, for every item. */
  items: z.record(z.string(), z.string().min(1)),
  /** By value, for every response option. */
  options: z.record(z.string(), z.string().min(1)),
  /** Labels of an item whose options are its own, by item id and value. */
  itemOptions: z.record(z.string(), z.record(z.string(), z.string().min(1))).optional(),
  help: z.string().min(1).optional(),
  anchors: z.record(z.string(), z.string().min(1)).optional(),
}

/** Words with their evidence. Part of a definition where they may ship; otherwise imported by the service that holds permission. */
export const wording = z.strictObject({
  ...wordingWords,
  /** Digest of the words, so that no letter changes unseen. */
  sha256: z.string().length(64),
  ...evidence.shape,
})

export type Wording = z.infer<typeof wording>

/** The text whose digest a wording carries: stem, items and options in order, then help and anchors. */
export const wordingText = (words: Omit<Wording, 'sha256' | 'source' | 'grade' | 'note'>): string =>
  [
    words.stem,
    ...Object.values(words.items),
    ...Object.values(words.options),
    ...Object.values(words.itemOptions ?? {}).flatMap((labels) => Object.values(labels)),
    ...(words.help === undefined ? [] : [words.help]),
    ...Object.entries(words.anchors ?? {}).map(([value, label]) => `${value}: ${label}`),
  ].join('\n')
