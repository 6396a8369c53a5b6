import { z } from 'zod'
import type { CaseBody, LedgerLine, Receipt } from './types.ts'

/**
 * Shapes of the answers we act on, checked at run time: a proxy's page or half an answer must never pass for "it is held".
 * The contract test holds them against the document.
 */
const kind = z.enum([
  'measure-administration', 'goal', 'self-help-entry', 'session-record', 'closure', 'risk-flag', 'risk-flag-event',
]) // prettier-ignore

export const receipt: z.ZodType<Receipt> = z.object({
  kind,
  id: z.uuid(),
  version: z.int().min(1),
  sequence: z.int().min(1),
  receivedAt: z.string(),
})

export const ledgerPage: z.ZodType<{ items: LedgerLine[]; next?: number }> = z.object({
  items: z.array(
    z.object({
      sequence: z.int(),
      kind,
      id: z.uuid(),
      version: z.int().min(1),
      idempotencyKey: z.string(),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      receivedAt: z.string(),
    }),
  ),
  next: z.int().optional(),
})

export const caseBody: z.ZodType<CaseBody> = z.object({
  caseRef: z.string(),
  version: z.int().min(1),
  details: z.object({
    state: z.enum(['open', 'closed']),
    practitioner: z.string(),
    supervisor: z.string().optional(),
    youngPerson: z.object({ preferredName: z.string(), dateOfBirth: z.string().optional() }).optional(),
  }),
  updatedAt: z.string(),
})

export const caseList: z.ZodType<{ cases: CaseBody[] }> = z.object({ cases: z.array(caseBody) })

export const health: z.ZodType<{ status: 'ok' }> = z.object({ status: z.literal('ok') })
