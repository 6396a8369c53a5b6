import {
  openQuestion,
  putAside,
  resume,
  startDialog,
  type Surroundings,
  type VisitState,
} from '../dialog-runner/index.ts'
import { isOfSessionLoop } from '../reminders/sessionReminders.ts'
import type { Json } from '../shared/json.ts'
import { then, type Answer } from './answer.ts'
import { startFor } from './openings.ts'
import { restsNow, toCarryOn } from './nightRule.ts'
import { isHeld } from './respond.ts'
import type { Turn } from './turn.ts'
import { administrations, recordedIn } from './recordEffects.ts'
import type { SituationPerson } from './situation.ts'
import type { TurnParts } from './parts.ts'
import { beginTyped } from './typedWorry.ts'

const MINUTE_MS = 60_000
/** After this long the start's own question is put afresh, with what is open by then. */
const START_STALE_MINUTES = 30
/** After this long somebody who comes back is greeted first and may carry on from there (brief 1.0, returning user). */
const DIALOG_STALE_MINUTES = 120

/** At night a worry that is held ends the visit: "That's held. Night." and nothing more to tap (brief 1b, S2). */
const ENDS_THE_NIGHT = 'worry-night'

/** Minutes since the person was last here; 0 when never. */
function minutesAway(visit: VisitState, surroundings: Surroundings): number {
  if (visit.lastSeen === null) return 0
  return (Date.parse(`${surroundings.now}Z`) - Date.parse(`${visit.lastSeen}Z`)) / MINUTE_MS
}

/** A questionnaire that was begun longer ago than this begins again (brief 3.2): its answers were about another day. */
const MEASURE_HOURS = 24

/** Drops questionnaires that were not finished in time. What a risk item said in them was acted on at once and stays. */
export function dropExpiredMeasures(visit: VisitState, surroundings: Surroundings): VisitState {
  const expired = (run: VisitState['stack'][number]) =>
    surroundings.dialogs.get(run.dialog)?.kind === 'measure' &&
    Date.parse(`${surroundings.now}Z`) - Date.parse(`${run.startedAt}Z`) > MEASURE_HOURS * 60 * MINUTE_MS
  if (![...visit.stack, ...visit.aside].some(expired)) return visit
  return {
    ...visit,
    stack: visit.stack.filter((run) => !expired(run)),
    aside: visit.aside.filter((run) => !expired(run)),
  }
}

/**
 * Somebody who opens the chat after a while begins at the start; what was in hand is put aside, to be carried on. So is a
 * questionnaire that is held back at this hour, however short the while.
 */
export function clearStale(
  before: VisitState,
  person: SituationPerson,
  surroundings: Surroundings,
  isHeldBack: (measure: string) => boolean,
): VisitState {
  const visit = withoutSettledSafety(before, person, surroundings)
  const open = openQuestion(visit, surroundings)
  if (!open || visit.safety.length > 0) return visit
  const away = minutesAway(visit, surroundings)
  if (isOfSessionLoop(open.dialog)) return isOfAnEarlierDay(visit, surroundings) ? { ...visit, stack: [] } : visit
  if (open.dialog === 'home') return away > START_STALE_MINUTES ? { ...visit, stack: [] } : visit
  if (open.kind === 'measure' && isHeldBack(open.dialog)) return aside(visit, surroundings)
  const stale = away > DIALOG_STALE_MINUTES || restsNow(visit, surroundings)
  if (open.kind !== 'module' || !stale) return visit
  return aside(visit, surroundings)
}

/** Puts aside what is in hand; that somebody was away stays known, so that they are greeted. */
const aside = (visit: VisitState, surroundings: Surroundings): VisitState => ({
  ...putAside(visit, surroundings).state,
  lastSeen: visit.lastSeen,
})

/** What belongs to the loop between two sessions waits on its own day; on a later one it comes again, or the next thing does. */
const isOfAnEarlierDay = ({ stack }: VisitState, { now }: Surroundings): boolean =>
  stack.every(({ startedAt }) => startedAt.slice(0, 10) < now.slice(0, 10))

/** Questions about a matter that a named human has closed are asked no more. A term still to be clarified is. */
function withoutSettledSafety(visit: VisitState, person: SituationPerson, surroundings: Surroundings): VisitState {
  const asks =
    visit.safety.some((run) => run.dialog === 'clarify') || person.escalations.some((e) => e.state !== 'closed')
  if (asks || visit.safety.length === 0) return visit
  // The start's question of before is put afresh, behind what after-care has to ask.
  const atStart = openQuestion({ ...visit, safety: [] }, surroundings)?.dialog === 'home'
  return { ...visit, safety: [], ...(atStart ? { stack: [] } : {}) }
}

/** With nothing left to answer there is always a next thing: the first conversation for somebody new, else the start. */
export async function offerStart(turn: Turn, answer: Answer, now: Date, parts: TurnParts): Promise<Answer> {
  const { state, effects, finished } = answer.advance
  const { content, person, surroundings } = turn
  const talking = content.type === 'message' || content.type === 'opened'
  const raised = effects.some((e) => e.type === 'raise')
  const leaving =
    state.aside.length > turn.visit.aside.length ||
    finished.some((f) => f.how === 'stopped') ||
    finished.some((f) => f.run.dialog === ENDS_THE_NIGHT) ||
    finished.some((f) => f.run.answers.next?.state === 'given' && f.run.answers.next.value === 'stop')
  if (!talking || turn.barred || raised || leaving || state.stack.length > 0 || state.safety.length > 0 || isHeld(turn))
    return answer
  const active = person.state === 'active' || effects.some((e) => e.type === 'activate')
  if (!active) {
    if (finished.length > 0) return answer
    const first = person.role === 'young-person' ? 'first-conversation' : 'first-conversation-parent'
    return { ...answer, advance: then(answer.advance, startDialog(state, first, {}, surroundings)) }
  }
  const start = finished.find((f) => f.run.dialog === 'home')?.run
  // What the start led to may be over at once (a questionnaire that is not for this hour): then there is a next thing again.
  if (start && finished.length === 1) {
    const next = start.answers.next?.state === 'given' ? start.answers.next.value : undefined
    const aside = toCarryOn(state, surroundings)
    return next === 'carry-on' && aside
      ? { ...answer, advance: then(answer.advance, resume(state, aside.run, surroundings)) }
      : answer
  }
  const again = finished.length > 0 || minutesAway(turn.visit, surroundings) < START_STALE_MINUTES
  const { first, home } = await startFor(
    person,
    { ...state, lastSeen: turn.visit.lastSeen },
    again && turn.visit.lastSeen !== null,
    now,
    parts,
    recordedIn(answer.advance, person, now, parts),
    finished.map(({ run }) => run.dialog),
    administrations(answer.advance, person, now, parts).map((one) => ({ ...one, version: 1 })),
  )
  const held =
    first === undefined && content.type === 'message' && finished.length === 0
      ? beginTyped(state, content.text, home.openings, surroundings)
      : undefined
  if (held) return { ...answer, advance: then(answer.advance, held) }
  const next = first ?? { dialog: 'home', input: JSON.parse(JSON.stringify(home)) as Json }
  return { ...answer, advance: then(answer.advance, startDialog(state, next.dialog, next.input, surroundings)) }
}
