import { createInterface } from 'node:readline'
import { z } from 'zod'
import { loadRiskModel } from '../risk/loadRiskModel.ts'
import { loadRiskRules } from '../risk/loadRiskRules.ts'
import { createScreen } from '../risk/screen.ts'
import { alarmTier } from '../risk/types.ts'

/**
 * Reads messages as JSON lines `{id, text, role, context}` from standard input and writes what the screen makes of each,
 * one line a message in the same order. For evaluation: nothing is stored.
 */
const message = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  role: z
    .enum(['young_person', 'young-person', 'parent', 'parent-carer'])
    .default('young_person')
    .transform((role) => (role.startsWith('young') ? ('young-person' as const) : ('parent-carer' as const))),
  /** The question being answered, as one string; null where there is none. */
  context: z.string().nullable().default(null),
})

const content = new URL('../../content/risk/', import.meta.url)
const screen = createScreen(await loadRiskRules(content), await loadRiskModel(content))
let line = 0
for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  line++
  if (text.trim() === '') continue
  const read = message.safeParse(parseJson(text))
  if (!read.success) {
    process.stderr.write(
      `line ${line}: ${read.error.issues.map((i) => `${i.path.join('.') || 'message'}: ${i.message}`).join('; ')}\n`,
    )
    process.exitCode = 1
    continue
  }
  const { id, text: words, role, context } = read.data
  const { clarify, findings } = screen(words, {
    role,
    asking: context,
    night: false,
    earlier: [],
    veryLowRating: false,
  })
  process.stdout.write(
    `${JSON.stringify({ id, tier: alarmTier(findings), ...(clarify ? { clarify: true } : {}), findings })}\n`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
