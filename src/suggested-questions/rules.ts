import { z } from 'zod'

/** What a rule can look at. A brief gives each a value, or leaves it out where it is not known. */
const SIGNS = [
  'open-flags',
  'flags-since',
  'measure',
  'declined-items',
  'measures-waiting',
  'goal-falling',
  'agreement-questioned',
  'task',
  'barrier',
  'task-mismatch',
  'stuck',
  'confidence',
  'agenda',
  'engagement',
  'over',
  'sessions-left',
  'consent-review-due',
] as const
export type Sign = (typeof SIGNS)[number]
export type Signs = { readonly [S in Sign]?: string | number | boolean }

const sign = z.enum(SIGNS)
const condition = z.union([
  z.strictObject({ sign, is: z.union([z.string(), z.boolean()]) }),
  z.strictObject({ sign, above: z.number() }),
  z.strictObject({ sign, below: z.number() }),
])

/** `content/suggested-questions.yaml`. */
export const suggestedQuestions = z.strictObject({
  'at-most': z.int().min(1),
  questions: z.array(
    z.strictObject({
      when: z.array(condition).min(1),
      ask: z.string().regex(/\?$/, 'a question, so it ends with a question mark'),
    }),
  ),
})
export type SuggestedQuestions = z.infer<typeof suggestedQuestions>

/** The questions that a brief's signs suggest, the most important first (brief 6.1). Pure; what is not known suggests nothing. */
export function suggestQuestions(rules: SuggestedQuestions, signs: Signs): string[] {
  return rules.questions
    .filter(({ when }) => when.every((one) => holds(one, signs[one.sign])))
    .slice(0, rules['at-most'])
    .map(({ ask }) => ask.replace(/\{([a-z-]+)\}/g, (_, name: Sign) => String(signs[name])))
}

function holds(rule: z.infer<typeof condition>, value: string | number | boolean | undefined): boolean {
  if ('is' in rule) return value === rule.is
  if (typeof value !== 'number') return false
  return 'above' in rule ? value > rule.above : value < rule.below
}
