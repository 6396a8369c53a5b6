import type { Database, Queryable } from '../database/database.ts'
import type { RiskFlag } from '../record/events.ts'
import { idFrom } from '../shared/ids.ts'
import type { Json } from '../shared/json.ts'
import type { Escalation } from './escalation.ts'
import { markForReview } from './caseReview.ts'
import { appendEscalationEvent } from './escalationHistory.ts'
import { escalationToJoin, incidentInHand, newFamilies } from './incidents.ts'
import type { Matter } from './matter.ts'
import { findPattern, markPatterned, mayBePatterned, patternFinding, patternKey } from './patterns.ts'
import { holdsAt, raiseEscalationIn } from './raiseEscalation.ts'
import { readEscalations } from './readEscalations.ts'
import { highestTier, type Finding, type Lane } from './types.ts'

/**
 * Opens what the findings ask for: one escalation a lane, with its history, its ladder with the alerts that are due
 * at once, and its entry for the case record. Its own commit, made before any dialog runs. A second call for the same
 * message changes nothing and returns the same. Never lowers anything that is open.
 */
export async function openEscalations(database: Database, matter: Matter): Promise<Escalation[]> {
  const { ids, opened } = await database.transaction((client) => openEscalationsIn(client, matter))
  for (const id of opened) await database.publish('escalations', id)
  return readEscalations(database, ids)
}

/** The same as part of a transaction that is open already; whoever commits it publishes the ids that are `opened`. */
export async function openEscalationsIn(
  client: Queryable,
  matter: Matter,
): Promise<{ ids: string[]; opened: string[] }> {
  // Two messages of one person at the same moment, in two processes, would each see nothing to join.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `escalations:${matter.personId ?? matter.conversationId}`,
  ])
  const ids: string[] = []
  const opened: string[] = []
  let lastWorthALook: Lane | undefined
  for (const [lane, findings] of byLane(matter.findings)) {
    const handled = await handledBefore(client, matter.inboundKey, lane)
    if (handled !== undefined) {
      ids.push(handled)
      continue
    }
    const joined = await joinOpen(client, matter, lane, findings)
    const id = joined ?? (await open(client, matter, lane, findings))
    if (joined === undefined && mayBePatterned(lane, tierOf(findings))) lastWorthALook = lane
    ids.push(id)
    opened.push(id)
  }
  const pattern = await openPattern(client, matter, lastWorthALook)
  if (pattern !== undefined) ids.push(pattern)
  if (pattern !== undefined && lastWorthALook !== undefined) opened.push(pattern)
  return { ids, opened }
}

/** What was a T1 each time has come often enough to be a T2 of its own; found again when the message comes again. */
async function openPattern(client: Queryable, matter: Matter, lane: Lane | undefined): Promise<string | undefined> {
  const inboundKey = patternKey(matter.inboundKey)
  if (lane === undefined) {
    const { rows } = await client.query<{ id: string }>('select id from escalations where inbound_key = $1', [
      inboundKey,
    ])
    return rows[0]?.id
  }
  const of = await findPattern(client, matter)
  if (of.length === 0) return undefined
  const id = await open(client, { ...matter, inboundKey }, lane, [
    patternFinding(lane, matter.words, matter.ladder.rules.repeats),
  ])
  await markPatterned(client, of, id)
  return id
}

function byLane(findings: readonly Finding[]): Map<Lane, Finding[]> {
  const lanes = new Map<Lane, Finding[]>()
  for (const finding of findings) lanes.set(finding.lane, [...(lanes.get(finding.lane) ?? []), finding])
  return lanes
}

/** The escalation that this very message opened or joined earlier. */
async function handledBefore(client: Queryable, inboundKey: string, lane: Lane): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `select id from escalations where inbound_key = $1 and lane = $2
     union all select escalation_id from escalation_events where id = $3`,
    [inboundKey, lane, repeatId(inboundKey, lane)],
  )
  return rows[0]?.id
}

const repeatId = (inboundKey: string, lane: Lane) => idFrom('escalation-repeated', inboundKey, lane)

async function joinOpen(
  client: Queryable,
  matter: Matter,
  lane: Lane,
  findings: Finding[],
): Promise<string | undefined> {
  const joins = await escalationToJoin(client, matter, lane)
  if (joins === undefined) return undefined
  const escalationId = joins.id
  await appendEscalationEvent(client, matter.outbox, {
    id: repeatId(matter.inboundKey, lane),
    escalationId,
    caseId: matter.caseId,
    kind: 'repeated',
    at: matter.now,
    staffId: null,
    body: {
      words: matter.words,
      rules: findings.map((f) => f.rule),
      families: [...new Set(findings.map((f) => f.family))],
      tier: tierOf(findings),
      rulesVersion: matter.rulesVersion,
    },
  })
  await raiseEscalationIn(client, {
    escalationId,
    tier: tierOf(findings),
    priority: findings.some((f) => f.priority),
    because: becauseOf(findings),
    newFacts: newFamilies(findings, joins.families),
    key: matter.inboundKey,
    now: matter.now,
    outbox: matter.outbox,
    ladder: matter.ladder,
  })
  return escalationId
}

const tierOf = (findings: readonly Finding[]): Finding['tier'] =>
  highestTier(findings.map((f) => f.tier)) as Finding['tier']
const becauseOf = (findings: readonly Finding[]): string => [...new Set(findings.map((f) => f.because))].join('; ')

async function open(client: Queryable, matter: Matter, lane: Lane, findings: Finding[]): Promise<string> {
  const id = idFrom('escalation', matter.inboundKey, lane)
  const tier = tierOf(findings)
  const priority = findings.some((f) => f.priority)
  const incidentId = (await incidentInHand(client, matter)) ?? id
  await client.query(
    `insert into escalations (id, inbound_key, conversation_id, person_id, case_id, lane, tier, priority, state, holds, words, context, findings, rules_version, opened_at, incident_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10, $11, $12, $13, $14, $15)`,
    [id, matter.inboundKey, matter.conversationId, matter.personId, matter.caseId, lane, tier, priority, holdsAt(tier), matter.words,
      JSON.stringify(matter.context), JSON.stringify(findings), matter.rulesVersion, matter.now, incidentId],
  ) // prettier-ignore
  await appendEscalationEvent(client, matter.outbox, {
    id: idFrom('escalation-opened', id),
    escalationId: id,
    caseId: matter.caseId,
    kind: 'opened',
    at: matter.now,
    staffId: null,
    body: { tier, priority, because: becauseOf(findings) },
  })
  await matter.ladder.begin(client, id, matter.now)
  if (holdsAt(tier)) await markForReview(client, matter.caseId, matter.now, matter.ladder.rules.repeats)
  if (matter.caseId !== null && matter.personId !== null) {
    const event: RiskFlag = {
      type: 'risk-flag',
      flagId: id,
      personId: matter.personId,
      openedAt: matter.now.toISOString(),
      lane,
      tier,
      priority,
      words: matter.words,
      rules: findings.map((f) => f.rule),
      rulesVersion: matter.rulesVersion,
      context: matter.context.filter(isMessage),
    }
    const entry = {
      id: idFrom('risk-flag', id),
      caseId: matter.caseId,
      stream: 'risk' as const,
      idempotencyKey: `risk-flag/${id}`,
      event,
    }
    await matter.outbox.enqueue(client, [entry], matter.now)
  }
  return id
}

const isMessage = (message: Json): message is { [name: string]: Json } =>
  typeof message === 'object' && message !== null && !Array.isArray(message)
