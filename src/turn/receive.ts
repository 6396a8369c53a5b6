import type { Activity } from 'botbuilder'
import type { Inbound } from '../channels/types.ts'
import {
  emptyVisit,
  openQuestion,
  parseVisitState,
  type Surroundings,
  type VisitState,
} from '../dialog-runner/index.ts'
import type { Escalation } from '../risk/escalation.ts'
import { londonDay } from '../shared/calendarDay.ts'
import { idFrom } from '../shared/ids.ts'
import { wellFormed } from '../shared/wellFormed.ts'
import { isOpen } from '../rota/staffedTime.ts'
import { sentence, stay, type Answer } from './answer.ts'
import { answerUnlinked } from './unlinked.ts'
import { barredBy } from './barred.ts'
import { writesFor } from './carryOut.ts'
import { commitTurn } from './commit.ts'
import { ensureConversation } from './conversation.ts'
import { escalate, raiseByAnswer, scopeNotices, withPattern } from './escalate.ts'
import { heldUntil } from './heldMeasure.ts'
import { hear, type Heard } from './hear.ts'
import { clearStale, dropExpiredMeasures, offerStart } from './offerStart.ts'
import { lockedDialogs, withoutLocked } from './remitGate.ts'
import { lastSaid, repliesOf } from './replies.ts'
import { respond } from './respond.ts'
import type { Turn } from './turn.ts'
import { readSituation, type Situation, type SituationPerson } from './situation.ts'
import { saysStanding } from './standing.ts'
import { waitForReply } from './quiet/waitForReply.ts'
import { surroundingsFor } from './surroundings.ts'
import { toldOf } from './told.ts'
import type { TurnParts } from './parts.ts'
import type { Receive, TurnReply } from './types.ts'

/** A turn overtaken this often in a row has met something else than another message. */
const TRIES = 8
const NOTHING: TurnReply = { replies: [], repeated: false }

/**
 * The way every message takes: identify, dedupe, screen, escalate (its own commit), safety conversation or dialog, one
 * commit. A turn that another process overtakes is computed again from what is there by then.
 */
export function createReceive(parts: TurnParts): Receive {
  return (inbound) => parts.mutex.run(inbound.conversationId, () => receiveOne(wellFormed(inbound), parts))
}

async function receiveOne(inbound: Inbound, parts: TurnParts): Promise<TurnReply> {
  if (inbound.content.type === 'ignored') return NOTHING
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const done = await tryOnce(inbound, parts)
    if (done) return done
    parts.logger.debug('turn-overtaken', { conversationId: inbound.conversationId, attempt })
  }
  throw new Error('the turn was overtaken too often')
}

async function tryOnce(inbound: Inbound, parts: TurnParts): Promise<TurnReply | undefined> {
  const now = parts.clock.now()
  const situation =
    (await readSituation(parts.database, inbound.conversationId, inbound.dedupeKey)) ??
    (await ensureConversation(inbound, now, parts))
  if (situation.handledAs) return { replies: await repliesOf(parts.database, situation.handledAs), repeated: true }
  const turnId = idFrom('turn', inbound.conversationId, inbound.dedupeKey)

  const answer = await decide(inbound, situation, turnId, now, parts)
  const activities = rendered(answer, inbound, parts)
  if (inbound.content.type === 'opened' && (await nothingNew(inbound.conversationId, activities, answer, parts)))
    return NOTHING

  const replies = activities.map((activity, n) => ({ id: idFrom(turnId, 'reply', String(n)), activity }))
  for (const reply of replies) reply.activity = { ...reply.activity, id: reply.id, timestamp: now }
  const pushes = parts.channels.get(inbound.channel)?.pushes ?? false
  const committed = await commitTurn(parts.database, {
    conversationId: inbound.conversationId,
    turnId,
    dedupeKey: inbound.dedupeKey,
    at: now,
    owner: situation.owner,
    fromVersion: situation.state.version,
    state: leftBehind(answer, inbound, situation, parts),
    inbound: { id: idFrom(turnId, 'inbound'), activity: inbound.activity },
    replies,
    pushes,
    ...writes(answer, inbound, situation, turnId, now, parts),
  })
  if (committed.outcome === 'overtaken') return undefined
  if (committed.outcome === 'repeated') return { replies: await repliesOf(parts.database, turnId), repeated: true }
  if (!pushes) announceActivities(inbound.conversationId, committed.firstSeq + replies.length, parts)
  parts.logger.debug('turn', {
    turnId,
    conversationId: inbound.conversationId,
    count: replies.length,
    durationMs: parts.clock.now().getTime() - now.getTime(),
  })
  return {
    replies: replies.map((reply, n) => ({ ...reply, seq: committed.firstSeq + 1 + n })),
    repeated: false,
    ...(pushes ? { owedBefore: committed.owedBefore } : {}),
  }
}

/** Where the person is afterwards. When the bot came first, nobody has been here. */
function leftBehind(answer: Answer, { content }: Inbound, situation: Situation, parts: TurnParts): VisitState {
  const { state } = answer.advance
  const unasked = content.type === 'opened' && content.unasked === true
  return unasked ? { ...state, lastSeen: readVisit(situation, parts).lastSeen } : state
}

/** What a turn of somebody linked leaves behind besides its replies. */
function writes(answer: Answer, inbound: Inbound, situation: Situation, turnId: string, now: Date, parts: TurnParts) {
  const { person, state } = situation
  if (!person) return { alongside: [] }
  const done = writesFor(answer.advance, person, turnId, now, parts)
  const [before, after] = [readVisit(situation, parts), answer.advance.state]
  const { conversationId } = inbound
  const waits = waitForReply({ before, after, conversationId, version: state.version + 1 }, now, parts)
  return { ...done, alongside: [...done.alongside, ...waits], outbox: parts.outbox }
}

/** For streams of other processes and other devices. Nobody waits for it: who misses it looks now and then. */
function announceActivities(conversationId: string, lastSeq: number, parts: TurnParts): void {
  parts.database
    .publish('activities', `${conversationId} ${lastSeq}`)
    .catch((error: unknown) =>
      parts.logger.warn('announcement-lost', { conversationId, errorName: (error as Error).name }),
    )
}

/** Everything up to the commit. A dialog that fails is apologised for in authored words; state and escalations stay. */
async function decide(
  inbound: Inbound,
  situation: Situation,
  turnId: string,
  now: Date,
  parts: TurnParts,
): Promise<Answer> {
  const { person } = situation
  if (!person) return answerUnlinked(inbound, situation, turnId, now, parts)
  const surroundings = surroundingsFor(person, turnId, now, parts)
  const saved = readVisit(situation, parts)
  const { visit, heard: first } = hearSurely(inbound, person, saved, surroundings, turnId, now, parts)
  // Not inside what is apologised for: a message whose escalation could not be kept was not taken, and is sent again.
  const escalations = await escalate(first, inbound, situation, now, parts)
  const heard = withPattern(first, escalations, parts)
  const notices = scopeNotices(heard)
  const informed = { ...surroundings, names: { ...surroundings.names, ...toldOf(escalations) } }
  let answer: Answer
  try {
    if (!visit) throw new Error('where the person was cannot be read')
    const turn: Turn = {
      content: inbound.content,
      person: withoutOwn(person, escalations, inbound),
      visit,
      heard,
      escalations,
      surroundings: informed,
      staffedNow: isOpen(parts.rota.current(), now),
      unreached: parts.watch.nobodyReached(),
      barred: await barredBy(person, now, parts),
    }
    answer = await offerStart(turn, respond(turn), now, parts)
  } catch (error) {
    parts.logger.error('turn-failed', { turnId, conversationId: inbound.conversationId }, error)
    const help = escalations.some((e) => e.tier !== 'T1')
      ? [sentence(saysStanding('fixed-help', surroundings), 'safety')]
      : []
    const advance = { ...stay(saved), effects: notices }
    return { advance, first: help, last: [sentence(saysStanding('turn-failed', surroundings))] }
  }
  await raiseByAnswer(answer.advance.effects, heard.words, inbound, situation, now, parts)
  return { ...answer, advance: { ...answer.advance, effects: [...answer.advance.effects, ...notices] } }
}

/** What this very message opened in an earlier try is nothing that was said before. */
function withoutOwn(person: SituationPerson, escalations: readonly Escalation[], inbound: Inbound): SituationPerson {
  const own = new Set(
    escalations
      .filter((e) => e.inboundKey.startsWith(`${inbound.conversationId}/${inbound.dedupeKey}`))
      .map((e) => e.id),
  )
  return { ...person, escalations: person.escalations.filter((e) => !own.has(e.id)) }
}

/**
 * Where the person is, and what the screen makes of the message. A dialog that fails here keeps nothing from being
 * screened: then the words are heard without it, and there is no visit.
 */
function hearSurely(
  inbound: Inbound,
  person: SituationPerson,
  saved: VisitState,
  surroundings: Surroundings,
  turnId: string,
  now: Date,
  parts: TurnParts,
): { visit?: VisitState; heard: Heard } {
  try {
    const locked = lockedDialogs(parts.programmes, person, londonDay(now))
    const kept = withoutLocked(dropExpiredMeasures(saved, surroundings), locked)
    const isHeldBack = (measure: string) =>
      heldUntil(parts.measures.get(measure) ?? { items: [] }, parts.riskMeasureHours, now) !== undefined
    const visit = inbound.content.type === 'opened' ? clearStale(kept, person, surroundings, isHeldBack) : kept
    return {
      visit,
      heard: hear(inbound.content, person, visit, openQuestion(visit, surroundings), surroundings, parts),
    }
  } catch (error) {
    parts.logger.error('visit-failed', { turnId, conversationId: inbound.conversationId }, error)
    return { heard: hear(inbound.content, person, emptyVisit(), null, null, parts) }
  }
}

/** Opening the chat says nothing twice: the question that waits is the last thing on the screen already. */
async function nothingNew(
  conversationId: string,
  activities: readonly Partial<Activity>[],
  { onlyOnEmpty }: Answer,
  parts: TurnParts,
): Promise<boolean> {
  if (activities.length === 0) return true
  if (onlyOnEmpty) return (await lastSaid(parts.database, conversationId)) !== undefined
  if (activities.length > 1) return false
  const { run, step } = (activities[0]!.channelData as { bot?: { run?: string; step?: string } }).bot ?? {}
  const last = await lastSaid(parts.database, conversationId)
  if (run === undefined) return last !== undefined && last.text === activities[0]!.text
  return last?.run === run && last.step === step
}

function readVisit(situation: Situation, parts: TurnParts): VisitState {
  if (situation.state.value === null || situation.state.value === undefined) return emptyVisit()
  try {
    return parseVisitState(situation.state.value)
  } catch (error) {
    parts.logger.error('state-unreadable', { personId: situation.person?.id }, error)
    return emptyVisit()
  }
}

function rendered(answer: Answer, inbound: Inbound, parts: TurnParts): Partial<Activity>[] {
  const channel = parts.channels.get(inbound.channel)
  if (!channel) throw new Error(`no channel ${inbound.channel}`)
  const from = { id: 'bot', name: parts.botName }
  return [...answer.first, ...channel.render(answer.advance.outputs), ...answer.last].map((activity) => ({
    ...activity,
    from,
  }))
}
