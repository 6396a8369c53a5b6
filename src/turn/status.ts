import type { Activity } from 'botbuilder'
import type { Escalation } from '../risk/escalation.ts'
import { londonTime } from '../shared/calendarDay.ts'
import type { Surroundings } from '../dialog-runner/index.ts'
import { firstNames, firstSent, listed } from './told.ts'
import { saysStanding } from './standing.ts'

/**
 * The truthful state of an escalation as shown to the person: sent to whom and when; seen by whom and when only after an
 * acknowledgement; that nobody could be reached while no alert gets through. A later one replaces an earlier one on the screen.
 */
export function statusActivity(
  escalation: Escalation,
  surroundings: Surroundings,
  unreached = false,
): Partial<Activity> {
  const told = unreached ? [] : firstNames(escalation.told)
  const first = unreached ? undefined : firstSent(escalation.told)
  const sent = first && londonTime(first)
  const seenBy =
    escalation.acknowledgedBy && escalation.acknowledgedAt
      ? { name: escalation.acknowledgedBy.firstName, at: londonTime(escalation.acknowledgedAt) }
      : undefined
  const names = { told: listed(told), sentAt: sent ?? '', seenBy: seenBy?.name ?? '', seenAt: seenBy?.at ?? '' }
  const intent = seenBy
    ? 'status-seen'
    : unreached
      ? 'status-unreached'
      : told.length > 0
        ? 'status-sent'
        : 'status-nobody'
  return {
    type: 'message',
    text: saysStanding(intent, { ...surroundings, names: { ...surroundings.names, ...names } }),
    channelData: {
      bot: {
        kind: 'status',
        about: 'escalation',
        ...(sent ? { sent } : {}),
        told,
        ...(seenBy ? { seenBy } : {}),
        nextLook: surroundings.names.nextLook,
      },
    },
  }
}
