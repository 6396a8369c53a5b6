import { createGuards, type GuardSpan } from './reading/guards.ts'
import { createLanguageReader } from './reading/language.ts'
import { createPhraseIndex, type Hit } from './reading/phraseIndex.ts'
import { createReading, type Owner } from './reading/createReading.ts'
import type { Token } from './reading/readMessage.ts'
import { doubtfulRules, type RiskRule, type RiskRules } from './reading/schema.ts'
import type { RuleHit } from './classifier/features.ts'
import { alarmTier, tierRank, type Finding, type Lane, type ScreenContext, type Screening } from './types.ts'

/** What the first stage made of a message. */
export interface Hearing {
  tokens: readonly Token[]
  findings: Finding[]
  /** What doubtful rules heard, the gravest first: often a saying, to be asked about unless something raises it. */
  hints: Finding[]
  /** The rules that fired, and on which words. */
  heard: RuleHit[]
  denial: boolean
  wordsOf(stretch: { from: number; to: number }): string
  /** What to ask about, once, where there is no finding: an ambiguous term, or else the gravest hint. */
  clarify: Screening['clarify']
}

/** Builds the first stage: phrases, and what around them turns their meaning. Pure. */
export function createLexicon(rules: RiskRules): (text: string, context: ScreenContext) => Hearing {
  const { reading } = rules
  const { forms, vocabulary, read } = createReading(rules)
  const findPhrases = createPhraseIndex(forms, vocabulary, new Set(reading.languages.english))
  const surroundingsOf = createGuards(reading.guards)
  const isOtherLanguage = createLanguageReader({
    ...reading.languages,
    lists: Object.values(rules.languages).map(({ words, signed_by }) => ({ words, signed: signed_by !== '' })),
  })
  const asides = new Set(reading.asides)
  const fillers = new Set([...reading.asides, ...reading.fillers])
  const doubtful = doubtfulRules(rules)
  const isWide = (family: string) => rules.families[family]?.wide === true

  return (text, context) => {
    const tokens = read(text)
    const hits = findPhrases(tokens)
    const spans = hits.flatMap(({ owner, from, to }): GuardSpan[] =>
      owner.kind === 'guard' ? [{ guard: owner.guard, from, to }] : [],
    )
    const harmless = hits.filter(({ owner }) => owner.kind === 'harmless')
    const wordsOf = ({ from, to }: { from: number; to: number }) => text.slice(tokens[from]!.start, tokens[to]!.end)
    const covered = (hit: Hit<Owner>) => harmless.some((h) => h.from <= hit.from && h.to >= hit.to)

    const findings: Finding[] = []
    const heard: RuleHit[] = []
    const [hinting, explicit] = [new Set<string>(), new Set<string>()]
    for (const hit of hits) {
      if (hit.owner.kind !== 'rule') continue
      const { rule, family } = hit.owner
      if (!isFor(rule.role, context) || (rule.sayings && covered(hit))) continue
      if (rule.without.some((word) => tokens.slice(hit.from, hit.to + 1).some((t) => t.word === word))) continue
      if (rule.alone && !standsAlone(tokens, hit, asides)) continue
      const meant = meaningOf(rule, tokens, spans, hit, context)
      if (!meant) continue
      if (doubtful.has(rule.id) && (isWide(family) || !standsAlone(tokens, hit, fillers))) hinting.add(rule.id)
      else explicit.add(rule.id)
      keepHighest(findings, { ...meant, family, rule: rule.id, words: wordsOf(hit), because: rule.because })
      heard.push({ rule: rule.id, from: hit.from, to: hit.to })
    }
    dropWideBesideExact(findings, rules)
    // After a mood of 0 or 1 nothing that any rule heard is taken for a saying (brief 4.9).
    const hints = context.veryLowRating ? [] : takeHints(findings, (rule) => hinting.has(rule) && !explicit.has(rule))
    if (isOtherLanguage(text, tokens)) keepHighest(findings, unscannedFinding('another-language', text))
    const isNear =
      context.earlier.some((e) => e.daysAgo <= 30 && tierRank(e.tier) >= tierRank('T2')) ||
      spans.some((s) => s.guard === 'feelings') ||
      context.night ||
      context.veryLowRating
    // Where something near says that it is no saying (brief 4.9), what would be asked about is T1.
    const [hint] = hints
    if (hint && isNear && alarmTier(findings) === 'T0') findings.push({ ...hint, tier: 'T1' })
    const ambiguous = findings.length === 0 && readAmbiguous(hits, tokens, spans, covered, wordsOf, context, findings, isNear) // prettier-ignore
    const clarify = ambiguous || (hint && findings.length === 0 ? { term: hint.rule, lane: hint.lane, words: hint.words } : undefined) // prettier-ignore
    const denial = hits.some(({ owner }) => owner.kind === 'denial')
    return { tokens, findings, hints, heard, denial, wordsOf, clarify }
  }

  function meaningOf(
    rule: RiskRule,
    tokens: Token[],
    spans: GuardSpan[],
    { from, to }: Hit<Owner>,
    context: ScreenContext,
  ) {
    const around = surroundingsOf(tokens, spans, from, to)
    const turned = around.negated ? rule.negated : around.past ? rule.past : 'same'
    if (turned === 'none') return undefined
    let tier = turned === 'same' ? rule.tier : lowerOf(turned, rule.tier)
    if (around.quoted && tier === 'T2') tier = 'T1'
    if (rule.veryLow && context.veryLowRating && tierRank(rule.veryLow) > tierRank(tier)) tier = rule.veryLow
    return { tier, lane: laneOf(rule, around.other, context), ...priorityOf(rule), ...aboutOf(rule) }
  }

  function readAmbiguous(
    hits: Hit<Owner>[],
    tokens: Token[],
    spans: GuardSpan[],
    covered: (hit: Hit<Owner>) => boolean,
    wordsOf: (span: { from: number; to: number }) => string,
    context: ScreenContext,
    findings: Finding[],
    isNear: boolean,
  ): Screening['clarify'] {
    for (const hit of hits) {
      if (hit.owner.kind !== 'ambiguous' || covered(hit) || !isFor(hit.owner.term.role, context)) continue
      const around = surroundingsOf(tokens, spans, hit.from, hit.to)
      if (around.negated) continue
      const { term, family } = hit.owner
      if (!isNear)
        return {
          term: term.id,
          lane: laneOf({ lane: term.lane, person: 'as-written' }, false, context),
          words: wordsOf(hit),
        }
      keepHighest(findings, {
        family, rule: term.id, tier: 'T1', lane: laneOf({ lane: term.lane, person: 'first' }, around.other, context), words: wordsOf(hit), because: term.because,
      }) // prettier-ignore
    }
    return undefined
  }
}

/** For what no rule can read: an attachment, or another language. */
export const unscannedFinding = (what: 'attachment' | 'another-language', words: string): Finding => ({
  family: 'unscanned',
  lane: 'unscanned',
  tier: 'T1',
  rule: `unscanned-${what}`,
  words,
  because:
    what === 'attachment'
      ? 'sent an attachment, which nothing has read'
      : 'wrote in a language that the screen cannot read',
})

/** The phrase is the whole of its sentence, laughter and the like aside. */
const standsAlone = (
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  asides: ReadonlySet<string>,
) =>
  tokens.every(
    (token, i) =>
      (i >= from && i <= to) ||
      token.sentence !== tokens[from]!.sentence ||
      asides.has(token.word.replace(/(.)\1{2,}/g, '$1')),
  )
const lowerOf = (a: Finding['tier'], b: Finding['tier']) => (tierRank(a) < tierRank(b) ? a : b)
const isFor = (role: RiskRule['role'], context: ScreenContext) => role === 'both' || role === context.role
const priorityOf = (rule: RiskRule) => (rule.priority ? { priority: true } : {})
const aboutOf = (rule: RiskRule) => (rule.about ? { about: rule.about } : {})

function laneOf(rule: Pick<RiskRule, 'lane' | 'person'>, other: boolean, context: ScreenContext): Lane {
  if (rule.person === 'first' && other) return 'third_party'
  return rule.lane === 'self' && context.role === 'parent-carer' ? 'parent_self' : rule.lane
}

/** A wide rule says nothing new beside an exact one of its tier or above: its lane is the less sure, and would open a second matter. */
function dropWideBesideExact(findings: Finding[], rules: RiskRules): void {
  const isWide = (finding: Finding) => rules.families[finding.family]?.wide === true
  const exact = tierRank(alarmTier(findings.filter((f) => !isWide(f))))
  for (let i = findings.length - 1; i >= 0; i--)
    if (isWide(findings[i]!) && tierRank(findings[i]!.tier) <= exact) findings.splice(i, 1)
}

/** Takes out of the findings what only hints, and answers it, the gravest first. */
function takeHints(findings: Finding[], hints: (rule: string) => boolean): Finding[] {
  const taken = findings.filter(({ rule }) => hints(rule))
  if (taken.length > 0) findings.splice(0, Infinity, ...findings.filter(({ rule }) => !hints(rule)))
  return taken.sort((a, b) => tierRank(b.tier) - tierRank(a.tier))
}

/** One finding a rule and lane: the highest. */
export function keepHighest(findings: Finding[], finding: Finding): void {
  const at = findings.findIndex((f) => f.rule === finding.rule && f.lane === finding.lane)
  if (at < 0) findings.push(finding)
  else if (tierRank(finding.tier) > tierRank(findings[at]!.tier)) findings[at] = finding
}
