import { isNight } from '../dialog-kit/index.ts'
import {
  openQuestion,
  putAside,
  resumable,
  type Advance,
  type Run,
  type Surroundings,
  type VisitState,
} from '../dialog-runner/index.ts'
import { isOfSessionLoop } from '../reminders/sessionReminders.ts'
import { saysStanding } from './standing.ts'
import type { Turn } from './turn.ts'

/** Whether a dialog is in hand, in front of everything, that rests from 21:00 to 06:00 (brief 1b, night rule). */
export function restsNow(visit: VisitState, surroundings: Surroundings): boolean {
  if (!isNight(surroundings.now)) return false
  const open = openQuestion(visit, surroundings)
  return open !== null && surroundings.dialogs.get(open.dialog)?.daytimeOnly === true
}

/**
 * What was put aside and may be carried on now, the newest; at night nothing that is for the daytime, and no log of another
 * day. What belongs to the loop between two sessions comes again by itself.
 */
export const toCarryOn = (
  visit: VisitState,
  { dialogs, now }: Pick<Surroundings, 'dialogs' | 'now'>,
): Run | undefined =>
  resumable(visit).find(({ dialog, startedAt }) => {
    const definition = dialogs.get(dialog)
    if (dialog === 'home' || isOfSessionLoop(dialog) || (isNight(now) && definition?.daytimeOnly)) return false
    return !definition?.sameDayOnly || startedAt.slice(0, 10) === now.slice(0, 10)
  })

/** What would go on with something for the daytime is put aside at night instead, with the answer just given; one line says so. */
export function inDaytime({ surroundings }: Pick<Turn, 'surroundings'>, advance: Advance): Advance {
  if (!restsNow(advance.state, surroundings)) return advance
  const text = saysStanding('not-at-night', surroundings)
  return {
    ...advance,
    state: putAside(advance.state, surroundings).state,
    outputs: [{ kind: 'say', dialog: 'standing', step: 'not-at-night', text }],
  }
}
