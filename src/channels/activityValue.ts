import { z } from 'zod'
import type { ActivityValue } from './types.ts'

const id = z.string().min(1).max(200)

/** What an answer of ours can be: never an object, so that no words can hide in one. */
const given = z.union([z.string().max(4000), z.number(), z.boolean(), z.null(), z.array(z.string().max(200)).max(50)])

const activityValue: z.ZodType<ActivityValue> = z.union([
  z.strictObject({ answer: z.strictObject({ run: id, step: id, value: given }) }),
  z.strictObject({ command: id, step: id.optional() }),
  z.strictObject({ open: z.strictObject({ dialog: id, input: z.json().optional() }) }),
])

/**
 * Reads the value behind a button or picker of ours. Undefined for everything else: the turn then treats the message as
 * typed, and the screen reads every string in the value all the same.
 */
export function readActivityValue(value: unknown): ActivityValue | undefined {
  const parsed = activityValue.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
