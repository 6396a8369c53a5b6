import {
  askAgain,
  openQuestion,
  putAside,
  receiveInput,
  startDialog,
  type Advance,
  type Surroundings,
  type VisitState,
} from '../dialog-runner/index.ts'
import { settle } from '../dialog-kit/typedWords.ts'
import { tierRank } from '../risk/types.ts'
import { chooseSafety } from '../safety-conversation/index.ts'
import { sentence, stay, then, type Answer } from './answer.ts'
import { inDaytime } from './nightRule.ts'
import { withSafetyOf } from './raisedByDialog.ts'
import { saysStanding } from './standing.ts'
import { statusActivity } from './status.ts'
import { toInput } from './toInput.ts'
import type { Turn } from './turn.ts'
import { receiveTyped } from './typedWorry.ts'

/**
 * Decides what a person is answered: the safety conversation before everything, then what a hold allows, then the dialog
 * in hand. Pure. With nothing left open the caller offers the start.
 */
export function respond(turn: Turn): Answer {
  const answer = neverSilent(turn, decide(turn))
  const { content, surroundings } = turn
  const attached = (content.type === 'message' || content.type === 'edit') && content.attachments.length > 0
  return attached
    ? { ...answer, first: [sentence(saysStanding('attachment-refused', surroundings)), ...answer.first] }
    : answer
}

/** Under a hold nothing else may follow, yet nobody is left without a word: one steady line. */
function neverSilent(turn: Turn, answer: Answer): Answer {
  const silent = answer.advance.outputs.length + answer.first.length + answer.last.length === 0
  if (!silent || turn.content.type !== 'message' || !isHeld(turn) || answer.advance.state.safety.length > 0)
    return answer
  return { ...answer, advance: then(answer.advance, stillHere({ ...turn, visit: answer.advance.state })) }
}

function decide(turn: Turn): Answer {
  const { visit, heard, surroundings, content } = turn
  if (turn.barred) return barredAnswer(turn, turn.barred)
  if (heard.findings.length > 0 || heard.clarify) {
    const safety = startSafety(turn)
    if (safety) return safety
  }
  if (content.type === 'opened') return answerOpened(turn)
  if (content.type !== 'message') return said(stay(visit))
  if (asksForPlan(turn)) return said(showPlan(turn))
  // While a saying is being clarified nothing is open that somebody could still see.
  const clarifying = visit.safety.at(-1)?.dialog === 'clarify' && !isHeld(turn)
  if (heard.denial && !clarifying && (visit.safety.length > 0 || isHeld(turn))) return answerDenial(turn)
  if (visit.safety.length > 0) return said(afterSafety(turn, receiveInput(visit, toInput(content), surroundings)))
  if (isHeld(turn)) return answerUnderHold(turn)
  return withSafetyOf(turn, said(inDaytime(turn, receiveTyped(turn, toInput(content)))))
}

const said = (advance: Advance): Answer => ({ advance, first: [], last: [] })

/** Modules stand still for this person (R8): an earlier escalation holds, or one of this message does. */
export const isHeld = ({ person, escalations }: Pick<Turn, 'person' | 'escalations'>): boolean =>
  person.escalations.some((e) => e.holds) || escalations.some((e) => e.holds)

const isT3 = (turn: Turn): boolean =>
  turn.person.escalations.some((e) => e.holds && e.tier === 'T3') || turn.escalations.some((e) => e.tier === 'T3')

/** The paused, the closed and those not yet ready are answered in fixed words; what is found among theirs gets the fixed help too. */
function barredAnswer(
  { content, visit, surroundings, heard, escalations, unreached }: Turn,
  barred: NonNullable<Turn['barred']>,
): Answer {
  const urgent = heard.findings.some((f) => tierRank(f.tier) >= tierRank('T2'))
  const help = urgent ? [sentence(saysStanding('fixed-help', surroundings), 'safety')] : []
  const status = urgent ? escalations.slice(0, 1).map((e) => statusActivity(e, surroundings, unreached)) : []
  // "Nobody reads new messages" would not be true of one that has just been sent to somebody.
  if (urgent && barred === 'closed') return { advance: stay(visit), first: [...help, ...status], last: [] }
  // The same words each time the chat is opened, so that they are seen to stand there already.
  const steady = content.type === 'opened' ? { ...surroundings, seed: 0 } : surroundings
  return { advance: stay(visit), first: [...help, ...status], last: [sentence(saysStanding(barred, steady))] }
}

/** Starts the safety conversation that answers the findings; null when the one that is open goes on. */
function startSafety(turn: Turn): Answer | null {
  const { visit, heard, surroundings, escalations, content } = turn
  const openRun = visit.safety.at(-1)
  const told =
    escalations.some((e) => e.told.length > 0) || (heard.clarify !== undefined && heard.findings.length === 0)
  if (heard.findings.length === 0) {
    if (openRun || content.type !== 'message') return null
    const { lane, term } = heard.clarify!
    const about = { lane, term, words: heard.words }
    const input = { ...safetyInput(turn, 'T1'), told, ...about, canCarryOn: visit.stack.length > 0 }
    return said(startDialog(visit, 'clarify', input, surroundings))
  }
  const openInput = openRun?.input as { tier?: 'T1' | 'T2' | 'T3' } | undefined
  const lanes = new Set(heard.findings.map((f) => f.lane))
  const choice = chooseSafety(heard.findings, {
    role: turn.person.role,
    staffedNow: turn.staffedNow,
    told,
    unreached: turn.unreached,
    repeat: turn.person.escalations.some((e) => lanes.has(e.lane)),
    answered: answeredIn(turn),
    plan: turn.person.copingPlan,
    canCarryOn: visit.stack.length > 0,
    ...(openRun ? { openDialog: { dialog: openRun.dialog, tier: openInput?.tier ?? 'T1' } } : {}),
    ...(heard.item ? { item: heard.item } : {}),
  })
  if (!choice) return null
  // An answer to a measure's risk item is kept before the conversation about it begins.
  const kept =
    heard.item && content.type === 'message' ? receiveInput(visit, toInput(content), surroundings) : stay(visit)
  const cleared: VisitState = { ...kept.state, safety: [] }
  const begun = then({ ...kept, state: cleared }, startDialog(cleared, choice.dialog, choice.input, surroundings), {
    keepFirstOutputs: false,
  })
  const status = escalations.filter((e) => e.tier !== 'T1').slice(0, 1)
  return {
    advance: afterSafety(turn, begun),
    first: [],
    last: status.map((e) => statusActivity(e, surroundings, turn.unreached)),
  }
}

/** Questions answered in the incident in hand are not asked again (brief 4.8), unless there is something new to them. */
function answeredIn({ person, escalations }: Turn): string[] {
  const before = new Map(person.escalations.map((e) => [e.id, e]))
  if (escalations.some((e) => before.get(e.id)?.version !== e.version)) return []
  const incidents = new Set(escalations.map((e) => e.incidentId))
  return person.escalations.filter((e) => incidents.has(e.incidentId)).flatMap((e) => e.answered)
}

/** When the safety conversation has come to its end: back to what was in hand, or it stands still. */
function afterSafety(turn: Turn, advance: Advance): Advance {
  if (advance.state.safety.length > 0) return advance
  const { surroundings } = turn
  const raised = advance.effects.some((e) => e.type === 'raise' && e.tier !== 'T1')
  const raisedToT3 = advance.effects.some((e) => e.type === 'raise' && e.tier === 'T3')
  const measureInHand = openQuestion(advance.state, surroundings)?.kind === 'measure'
  const last = advance.finished.at(-1)?.run
  const wantsOn =
    last?.answers.next?.state === 'given' ? last.answers.next.value === 'carry-on' : last?.dialog === 'declined-item'
  if (isHeld(turn) || raised) {
    if (measureInHand && wantsOn && !isT3(turn) && !raisedToT3)
      return then(advance, askAgain(advance.state, surroundings))
    return standStill(advance, surroundings)
  }
  if (advance.state.stack.length === 0) return advance
  const stopping = last?.answers.next?.state === 'given' && last.answers.next.value !== 'carry-on'
  return stopping ? standStill(advance, surroundings) : then(advance, askAgain(advance.state, surroundings))
}

/** What was in hand is kept for later without a word about it. */
const standStill = (advance: Advance, surroundings: Surroundings): Advance =>
  advance.state.stack.length === 0 ? advance : { ...advance, state: putAside(advance.state, surroundings).state }

/** Under a hold only a measure in hand goes on (and not after a T3); everything else is answered steadily with help. */
function answerUnderHold(turn: Turn): Answer {
  const { visit, surroundings, content } = turn
  if (content.type !== 'message') return said(stay(visit))
  if (!isT3(turn) && openQuestion(visit, surroundings)?.kind === 'measure') {
    const advance = receiveInput(visit, toInput(content), surroundings)
    if (advance.state.stack.length === 0 || openQuestion(advance.state, surroundings)?.kind === 'measure')
      return said(advance)
    return said(standStill({ ...advance, outputs: [] }, surroundings))
  }
  return said(stillHere(turn))
}

/** One steady line with help, in place of anything else. */
function stillHere(turn: Turn): Advance {
  const input = { ...safetyInput(turn, isT3(turn) ? 'T3' : 'T2'), repeat: true }
  return startDialog(turn.visit, 'still-here', input, turn.surroundings)
}

/** "jk", "don't tell anyone": heard warmly, attached, and nothing is lowered; then the open question once more. */
const answerDenial = (turn: Turn): Answer =>
  said(startDialog(turn.visit, 'denial', safetyInput(turn, isT3(turn) ? 'T3' : 'T2'), turn.surroundings))

/** What every safety dialog is started with, where nothing more is known. Somebody was told: a matter is open. */
const safetyInput = (turn: Turn, tier: 'T1' | 'T2' | 'T3') => ({
  tier,
  staffedNow: turn.staffedNow,
  told: true,
  unreached: turn.unreached,
  repeat: false,
  aboutOther: false,
  value: null,
  canCarryOn: false,
  answered: [],
  plan: turn.person.copingPlan,
})

const MY_PLAN = new Set(['my plan', 'my coping plan', 'show my plan', 'coping plan', 'safety plan', 'my safety plan'])

/** "My plan", typed as the whole message: shown at any time, under a hold too (brief 4.7). */
const asksForPlan = ({ content, person }: Turn): boolean =>
  content.type === 'message' && person.role === 'young-person' && MY_PLAN.has(settle(content.text))

/** What was in hand goes on behind it; under a hold it stays as it is. */
function showPlan(turn: Turn): Advance {
  const shown = startDialog(turn.visit, 'my-plan', safetyInput(turn, 'T1'), turn.surroundings)
  return isHeld(turn) ? shown : afterSafety(turn, shown)
}

/** The chat was opened: the question that waits, once more. */
function answerOpened(turn: Turn): Answer {
  const { visit, surroundings } = turn
  if (visit.safety.length > 0) return said(askAgain(visit, surroundings))
  if (isHeld(turn)) return { ...said(stillHere(turn)), onlyOnEmpty: true }
  return said(visit.stack.length > 0 ? askAgain(visit, surroundings) : stay(visit))
}
