import { z } from 'zod'
import { evidence } from './evidence.ts'

const BANDS = ['3-4', '5-6', '7-8', '9-10', '11-12'] as const
const CONVENTIONS = ['nhs-england', 'ucla'] as const

const convention = z.strictObject({
  /** First and last age in years of each band. */
  ages: z.record(z.enum(BANDS), z.tuple([z.int(), z.int()])),
  rule: z.string(),
  ...evidence.shape,
})

const cell = z.strictObject({
  respondent: z.enum(['self', 'parent']),
  sex: z.enum(['M', 'F']),
  band: z.enum(BANDS),
  scale: z.string(),
  mean: z.number().positive(),
  sd: z.number().positive(),
})

/** The norm tables as they stand in content/measures/norms/: mean and SD by respondent, sex and norm band. */
export const normTables = z
  .strictObject({
    id: z.string(),
    formula: z.literal('T = 50 + 10*(raw-mean)/sd'),
    conventions: z.record(z.enum(CONVENTIONS), convention),
    notUsed: z.record(z.string(), z.json()),
    forms: z.record(z.string(), z.strictObject({ cells: z.array(cell), ...evidence.shape })),
    gender: z.string(),
    totals: z.string(),
    samples: z.array(z.string()),
    licence: z.string(),
  })
  .superRefine((tables, check) => {
    for (const [form, { cells }] of Object.entries(tables.forms)) {
      const seen = new Set<string>()
      for (const [i, one] of cells.entries()) {
        const key = [one.respondent, one.sex, one.band, one.scale].join(' ')
        if (seen.has(key))
          check.addIssue({
            code: 'custom',
            path: ['forms', form, 'cells', i],
            message: `there are two cells for ${key}`,
          })
        seen.add(key)
      }
      const scales = new Set(cells.map((c) => c.scale)).size
      if (cells.length !== scales * BANDS.length * 4)
        check.addIssue({ code: 'custom', path: ['forms', form, 'cells'], message: 'a cell is missing' })
    }
  })

export type NormTables = z.infer<typeof normTables>
export type NormConvention = (typeof CONVENTIONS)[number]
export type NormBand = (typeof BANDS)[number]

/** Which norms a T-score was read in: kept with every score, and the same for the first and the last of a pair. */
export interface NormGroup {
  convention: NormConvention | null
  band: NormBand
  sex: 'M' | 'F'
}

/** What is known of the young person when a norm group is wanted. The practitioner chooses it with them; the bot never asks. */
export interface NormChoice {
  sex?: string | null
  age?: number
  convention?: NormConvention
  /** Instead of an age. */
  band?: NormBand
}

export { BANDS as NORM_BANDS, CONVENTIONS as NORM_CONVENTIONS }

/** The norm group for a young person, or why there is none: then raw scores only. */
export function normGroup(tables: NormTables, choice: NormChoice): NormGroup | { none: string } {
  const { sex, age, band } = choice
  if (sex !== 'M' && sex !== 'F') return { none: 'norms exist for sex M and F only: raw scores only' }
  if (band !== undefined) return { convention: choice.convention ?? null, band, sex }
  if (age === undefined) return { none: 'neither age nor normBand was given: raw scores only' }
  const used = choice.convention ?? 'nhs-england'
  const ages = tables.conventions[used].ages
  const found = BANDS.find((b) => age >= ages[b][0] && age <= ages[b][1])
  if (found === undefined) {
    const [from, to] = [Math.min(...BANDS.map((b) => ages[b][0])), Math.max(...BANDS.map((b) => ages[b][1]))]
    return {
      none: `the ${used} convention has norms for ages ${from} to ${to}, and the age is ${age}: raw scores only`,
    }
  }
  return { convention: used, band: found, sex }
}

/** Mean and SD of one scale in a norm group; undefined where none was published (the two totals of the RCADS-47). */
export const normCell = (
  tables: NormTables,
  norms: { form: string; respondent: 'self' | 'parent' },
  group: NormGroup,
  scale: string,
): { mean: number; sd: number } | undefined =>
  tables.forms[norms.form]?.cells.find(
    (c) => c.respondent === norms.respondent && c.sex === group.sex && c.band === group.band && c.scale === scale,
  )

/** T = 50 + 10 (raw − mean) / SD, never rounded: 34 raw scores of the RCADS cross 65 or 70 only by rounding. */
export const tScore = (raw: number, { mean, sd }: { mean: number; sd: number }): number => 50 + (10 * (raw - mean)) / sd
