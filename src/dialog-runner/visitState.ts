import { z } from 'zod'
import type { Run, VisitState } from './types.ts'

const savedAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('given'), value: z.json() }),
  z.object({ state: z.literal('skipped') }),
  z.object({ state: z.literal('declined') }),
  z.object({ state: z.literal('not-sure') }),
])

const run: z.ZodType<Run> = z.object({
  run: z.string(),
  caller: z.string().optional(),
  dialog: z.string(),
  version: z.number(),
  input: z.json(),
  answers: z.record(z.string(), savedAnswer),
  done: z.record(z.string(), z.string()),
  at: z.string().nullable(),
  misses: z.number(),
  startedAt: z.string(),
  answeredAt: z.array(z.number()),
})

/** The shape of a saved visit. Reading an older one must keep working: new fields get defaults here. */
export const visitState: z.ZodType<VisitState> = z.object({
  safety: z.array(run),
  stack: z.array(run),
  aside: z.array(run),
  variants: z.record(z.string(), z.array(z.number())),
  lastSeen: z.string().nullable(),
})

/** A person who has not been here before. */
export const emptyVisit = (): VisitState => ({ safety: [], stack: [], aside: [], variants: {}, lastSeen: null })

/** Reads a saved visit as it comes from the database. Throws a ZodError when it is not one. */
export const parseVisitState = (json: unknown): VisitState => visitState.parse(json)
