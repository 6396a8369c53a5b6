import { z } from 'zod'
import { LANES } from '../types.ts'

/**
 * A phrase to look for, in the small language of `patterns.ts`: words, `{class}`, `(one|two words)`, `word?` and `..3` for
 * up to three words between. Case, spelling and decoration are taken off messages and phrases alike.
 */
const phrase = z.string().min(1)

const tier = z.enum(['T1', 'T2', 'T3'])

/** What a context around the phrase turns its tier into; `none` leaves no finding. */
const turned = z.enum(['T1', 'T2', 'T3', 'none', 'same'])

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  lane: z.enum(LANES),
  tier,
  priority: z.boolean().default(false),
  /** One short clause for staff: what this rule heard. */
  because: z.string().min(1),
  phrases: z.array(phrase).min(1),
  /** Only this role's messages are read by the rule. */
  role: z.enum(['young-person', 'parent-carer', 'both']).default('both'),
  /** `first`: about the writer, and somebody else's when the sentence is about somebody else. `as-written`: the phrases say who. */
  person: z.enum(['first', 'as-written']).default('as-written'),
  about: z.literal('other').optional(),
  /** Directly negated ("not going to …"). */
  negated: turned.default('T1'),
  /** Said of long ago ("used to", "last year") and not of now. */
  past: turned.default('T1'),
  /** A harmless saying over the same words takes the finding away. False for phrases too plain to be a saying. */
  sayings: z.boolean().default(true),
  /** Not where one of these words is among those found: "kill" with "myself" is no threat to others. */
  without: z.array(z.string()).default([]),
  /**
   * Its phrases are often meant harmlessly: by itself it is an ambiguous term, asked about once. An explicit cue nearby
   * (feelings, night, an earlier flag, a very low rating) or the trained model makes a finding of it.
   */
  doubtful: z.boolean().default(false),
  /** Only where the phrase is the whole sentence. */
  alone: z.boolean().default(false),
  /** The tier when a mood rating of 0 or 1 was given in the last day. */
  veryLow: tier.optional(),
})

const ambiguous = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  lane: z.enum(LANES),
  because: z.string().min(1),
  phrases: z.array(phrase).min(1),
  role: z.enum(['young-person', 'parent-carer', 'both']).default('both'),
})

const family = z.strictObject({
  /** Number in the clinical brief, section 4.9. */
  number: z.int(),
  /** Names situations rather than phrases: adds a finding only where no exact rule has found its tier. Its rules are doubtful. */
  wide: z.boolean().default(false),
  rules: z.array(rule).default([]),
  /** Words that can be a saying: asked about once. */
  ambiguous: z.array(ambiguous).default([]),
  /** The same words meant harmlessly: what these phrases cover is not looked at. */
  harmless: z.array(phrase).default([]),
})

/** One lexicon file: rules by family. */
export const lexiconFile = z.strictObject({ families: z.record(z.string().regex(/^[a-z0-9-]+$/), family) })

/** What belongs to reading rather than to any family. */
export const readingFile = z.strictObject({
  /** Word classes, named in phrases as `{name}`. */
  classes: z.record(z.string().regex(/^[a-z0-9-]+$/), z.array(phrase).min(1)),
  /** Text-speak and slang spellings, written out before anything is looked for. */
  spellings: z.record(z.string(), z.string()),
  /** Emoji that stand for a word; all others are decoration. */
  emoji: z.record(z.string(), z.string()),
  /** Words looked for through typing mistakes, dropped vowels, digits for letters. */
  keyWords: z.array(z.string()).min(1),
  /** Real words that lie one mistake away from a key word and are never read as one. */
  notMistakes: z.array(z.string()),
  guards: z.strictObject({
    negators: z.array(phrase),
    /** Words that may stand between a negation and what it negates. */
    betweenNegation: z.array(z.string()),
    usedTo: z.array(phrase),
    past: z.array(phrase),
    /** Words that bring a past phrase back to now. */
    now: z.array(phrase),
    /** Words that speak of the present: a phrase with one of them is not made past by a time that stands near it. */
    present: z.array(z.string()),
    quoted: z.array(phrase),
    firstPerson: z.array(z.string()),
    otherPerson: z.array(z.string()),
    feelings: z.array(phrase),
  }),
  /** Laughter and the like: a phrase with only these beside it still stands alone. */
  asides: z.array(z.string()),
  /** Words that leave a phrase as it is: one that with these is its whole sentence says what it says, and only hints no more. */
  fillers: z.array(z.string()),
  denials: z.array(phrase),
  languages: z.strictObject({ english: z.array(z.string()), others: z.array(z.string()) }),
})

/** A short list for another language: a rule a subject, each of which only raises. */
export const languageFile = z.strictObject({
  language: z.string().min(1),
  /** The named speaker who has read the list; until then whatever is surely in the language is also put to a person. */
  signed_by: z.string(),
  signed_on: z.string(),
  /** Words by which the language is told from English. */
  words: z.array(z.string()),
  rules: z.array(rule.pick({ id: true, lane: true, tier: true, because: true, phrases: true })),
})
export type OtherLanguage = z.infer<typeof languageFile>

/** Everything the screen knows, checked. Built from the files of `content/risk` by `loadRiskRules`. */
export interface RiskRules {
  families: z.infer<typeof lexiconFile>['families']
  reading: z.infer<typeof readingFile>
  /** Languages other than English, by the names of their files. */
  languages: Readonly<Record<string, OtherLanguage>>
  /** Hash of the files, kept with every finding. */
  version: string
}

export type LexiconFile = z.infer<typeof lexiconFile>

/** The ids of all rules that only hint. */
export const doubtfulRules = ({ families }: Pick<RiskRules, 'families'>): ReadonlySet<string> =>
  new Set(
    Object.values(families).flatMap(({ wide, rules }) => rules.filter((r) => wide || r.doubtful).map((r) => r.id)),
  )

export type RiskRule = z.infer<typeof rule>
export type AmbiguousTerm = z.infer<typeof ambiguous>
