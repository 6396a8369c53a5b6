import type { Inbound } from '../channels/types.ts'
import type { Effect } from '../dialog-kit/index.ts'
import { openEscalations } from '../risk/openEscalations.ts'
import type { Escalation } from '../risk/escalation.ts'
import { patternFinding } from '../risk/patterns.ts'
import type { Finding } from '../risk/types.ts'
import type { Json } from '../shared/json.ts'
import type { Heard } from './hear.ts'
import type { Situation } from './situation.ts'
import type { TurnParts } from './parts.ts'

const MESSAGES_AROUND = 5

/**
 * Commits what was heard as escalations, before any dialog runs and before anything is said. Called again for the same
 * message it changes nothing. What is only outside the remit is no alarm (G4): the turn leaves a notice of it.
 */
export async function escalate(
  heard: Heard,
  inbound: Inbound,
  situation: Situation,
  now: Date,
  parts: TurnParts,
): Promise<Escalation[]> {
  const findings = heard.findings.filter((f) => f.lane !== 'scope')
  if (findings.length === 0) return []
  const opened = await openMatter(
    findings,
    heard.words,
    inbound.dedupeKey,
    inbound.conversationId,
    situation,
    now,
    parts,
  )
  for (const e of opened)
    parts.logger.info('escalation-open', {
      escalationId: e.id,
      conversationId: inbound.conversationId,
      tier: e.tier,
      lane: e.lane,
    })
  return opened
}

/** What a message was heard as, with the pattern that it completed: a T2 is answered as one. */
export const withPattern = (heard: Heard, escalations: readonly Escalation[], { ladder }: TurnParts): Heard => ({
  ...heard,
  findings: [
    ...heard.findings,
    ...escalations
      .filter((e) => e.families.includes('pattern'))
      .map((e) => patternFinding(e.lane, heard.words, ladder.rules.repeats)),
  ],
})

/** For the practitioner, without alarm: themes that this service does not work on (G4). Says what about, never the words. */
export const scopeNotices = (heard: Heard): Effect[] => {
  const themes = new Set(heard.findings.filter((f) => f.lane === 'scope').map((f) => f.because))
  return [...themes].map((because) => ({ type: 'notice', notice: 'scope-flag', detail: because }))
}

type Raise = Extract<Effect, { type: 'raise' }>

/** Commits what an answer in the safety conversation raised, before the turn that holds the replies. */
export async function raiseByAnswer(
  effects: readonly Effect[],
  words: string,
  inbound: Inbound,
  situation: Situation,
  now: Date,
  parts: TurnParts,
): Promise<Escalation[]> {
  const raises = effects.filter((effect): effect is Raise => effect.type === 'raise')
  if (raises.length === 0) return []
  const findings = raises.map(
    (raise): Finding => ({
      family: 'safety-answer',
      lane: raise.lane as Finding['lane'],
      tier: raise.tier,
      priority: raise.priority,
      rule: 'safety-answer',
      words,
      because: raise.because,
    }),
  )
  return openMatter(findings, words, `${inbound.dedupeKey}/answer`, inbound.conversationId, situation, now, parts)
}

/** Opens what was found in a conversation; `key` is the same for every try of the same message, answer or question. */
export async function openMatter(
  findings: readonly Finding[],
  words: string,
  key: string,
  conversationId: string,
  situation: Situation,
  now: Date,
  parts: TurnParts,
): Promise<Escalation[]> {
  return openEscalations(parts.database, {
    conversationId,
    personId: situation.person?.id ?? null,
    caseId: situation.person?.caseId ?? null,
    inboundKey: `${conversationId}/${key}`,
    words,
    context: await messagesBefore(conversationId, parts),
    findings,
    now,
    rulesVersion: parts.rulesVersion,
    outbox: parts.outbox,
    joinsWithinMinutes: parts.quiet.repeatMinutes,
    ladder: parts.ladder,
  })
}

/** The last few messages, kept with the flag for whoever looks at it. */
async function messagesBefore(conversationId: string, parts: TurnParts): Promise<Json[]> {
  const { rows } = await parts.database.query<{ direction: string; text: string; at: Date }>(
    `select direction, body->>'text' as text, created_at as at from activities
     where conversation_id = $1 and body->>'text' <> '' order by seq desc limit $2`,
    [conversationId, MESSAGES_AROUND],
  )
  return rows
    .reverse()
    .map((row) => ({ from: row.direction === 'in' ? 'person' : 'bot', text: row.text, at: row.at.toISOString() }))
}
