import { z } from 'zod'
import { BANDS } from '../dialog-kit/index.ts'

const variants = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((text) => (typeof text === 'string' ? [text] : text))

const parts = {
  text: variants.optional(),
  reprompt: variants.optional(),
  options: z.record(z.string(), z.string().min(1)).optional(),
  low: z.string().optional(),
  high: z.string().optional(),
  placeholder: z.string().optional(),
  unit: z.string().optional(),
  stem: z.string().optional(),
  notice: z.string().optional(),
}

/** What a band or plain mode may say otherwise. */
const override = z.strictObject({ ...parts, plain: z.strictObject(parts).optional() })

const stepEntry = z.union([
  variants.transform((text): StepEntry => ({ text })),
  z.strictObject({
    ...parts,
    plain: z.strictObject(parts).optional(),
    bands: z.partialRecord(z.enum([...BANDS, 'Y', 'P']), override).optional(),
  }),
])

/** One step's words as written. */
export type StepParts = { [part in keyof typeof parts]?: z.output<(typeof parts)[part]> }
export interface StepEntry extends StepParts {
  plain?: StepParts
  bands?: { [band: string]: (StepParts & { plain?: StepParts }) | undefined }
}

/** The words of one dialog as written in `content/dialogs/<id>.<language>.yaml`. */
export const wordsFile = z.strictObject({
  dialog: z.string(),
  title: z.string().min(1),
  steps: z.record(z.string(), stepEntry as z.ZodType<StepEntry>),
})
export type WordsFile = z.infer<typeof wordsFile>

/** Variants of one of the runner's own sentences. */
export interface StandingEntry {
  text: string[]
  bands: { [band: string]: string[] | undefined }
}

/** The runner's own words as written in `content/standing.<language>.yaml`: variants by intent, by band where it matters. */
export const standingFile = z.strictObject({
  intents: z.record(
    z.string(),
    z.union([
      variants.transform((text): StandingEntry => ({ text, bands: {} })),
      z.strictObject({
        text: variants,
        bands: z.partialRecord(z.enum([...BANDS, 'Y', 'P']), variants).default({}),
      }) as z.ZodType<StandingEntry>,
    ]),
  ),
})
export type StandingFile = z.infer<typeof standingFile>
