import { z } from 'zod'
import { NORM_BANDS, NORM_CONVENTIONS } from '../../measures/norms.ts'

/** In which norms T-scores are read. The practitioner chooses it with the young person; the bot never asks (brief 3.3). */
export const normGroup = z
  .object({
    convention: z.enum(NORM_CONVENTIONS).describe('How an age becomes a norm band; the two published ones disagree.'),
    band: z.enum(NORM_BANDS).describe('US grades. The same from the first score to the last.'),
    sex: z.enum(['M', 'F']).describe('The published norms are binary.'),
  })
  .meta({ id: 'NormGroup' })

export const scaleSeries = z
  .object({
    scale: z.string(),
    title: z.string(),
    scores: z
      .array(
        z.object({
          administrationId: z.uuid(),
          raw: z.number().nullable().describe('Null when it could not be scored.'),
          t: z.number().nullable().describe('Not rounded; null without norms or norm group.'),
          band: z.string().nullable(),
        }),
      )
      .describe('Oldest first.'),
    change: z
      .object({
        difference: z.number(),
        unit: z.enum(['raw', 'T']),
        threshold: z.number().nullable(),
        reliable: z.enum(['improved', 'deteriorated', 'none']).nullable(),
      })
      .nullable()
      .describe('From the first to the last scored one; not judged where that needs a norm group and there is none.'),
  })
  .meta({ id: 'ScaleSeries' })
