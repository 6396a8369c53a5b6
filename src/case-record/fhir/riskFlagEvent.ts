import type { RiskFlagEvent } from '../../record/events.ts'
import { earlier, flagEventIdentifier, flagIdentifier, own } from './naming.ts'
import { ofEpisode, program, staffReference } from './people.ts'
import type { CaseSubject, Change, Element } from './resource.ts'
import { payload, priorityOf } from './riskFlag.ts'

/**
 * Something that happened to a flag: always a Communication; a Task where somebody must look anew or has taken it. Its end
 * makes the Flag inactive and its Task completed: changes that are only ever made in this one direction, so that a late
 * repetition of anything cannot wake a flag that a human has ended.
 */
export function mapRiskFlagEvent(event: RiskFlagEvent, subject: CaseSubject): Change[] {
  const identifier = flagEventIdentifier(event.eventId)
  const flag = flagIdentifier(event.flagId)
  const said = Object.entries(event.detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const communication: Change = {
    identifier,
    make: {
      resourceType: 'Communication',
      extension: [ofEpisode(subject)],
      identifier: [identifier],
      status: 'completed',
      subject: { reference: subject.patient },
      topic: { coding: [own('flag-event', event.kind)] },
      about: [earlier('Flag', flag)],
      sent: event.at,
      sender: event.by === null ? program() : staffReference(event.by),
      ...payload(said),
    },
  }
  const task = (more: Element): Change => ({
    identifier,
    make: {
      resourceType: 'Task',
      identifier: [identifier],
      partOf: [earlier('Task', flag)],
      intent: 'order',
      code: { coding: [own('task', 'look-at-flag')] },
      focus: earlier('Flag', flag),
      for: { reference: subject.patient },
      authoredOn: event.at,
      requester: program(),
      ...more,
    },
  })
  const set = (type: string, to: string): Change => ({ set: { type, identifier: flag, path: '/status', to } })
  switch (event.kind) {
    case 'raised': {
      const { tier, priority } = event.detail
      return [
        communication,
        task({
          status: 'requested',
          priority: priorityOf(typeof tier === 'string' ? tier : 'T3', priority === true),
        }),
      ]
    }
    case 'acknowledged':
      return [
        communication,
        task({ status: 'accepted', ...(event.by !== null && { owner: staffReference(event.by) }) }),
      ]
    case 'released':
    case 'closed':
      return [communication, set('Flag', 'inactive'), set('Task', 'completed')]
    case 'answered':
    case 'shown':
    case 'told':
    case 'contact':
    case 'note':
      return [communication]
  }
}
