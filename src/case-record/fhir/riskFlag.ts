import type { RiskFlag } from '../../record/events.ts'
import { isText } from './formItems.ts'
import { flagIdentifier, hl7, own, system, within } from './naming.ts'
import { ofEpisode, program } from './people.ts'
import type { CaseSubject, Change, Element } from './resource.ts'

/** How fast a human must look, as a Task's priority. Only ever an order of looking, no prediction. */
export const priorityOf = (tier: string, priority = false): string =>
  tier === 'T3' ? 'stat' : tier === 'T2' ? (priority ? 'asap' : 'urgent') : 'routine'

/** The matter, in a Flag; the words themselves, in a Communication; and that a human must look, in a Task. */
export function mapRiskFlag(event: RiskFlag, subject: CaseSubject): Change[] {
  const identifier = flagIdentifier(event.flagId)
  const patient = { reference: subject.patient }
  const rules = event.rules.map((rule): Element => ({ url: system('rule'), valueString: rule }))
  return [
    {
      identifier,
      make: {
        resourceType: 'Flag',
        extension: [...rules, { url: system('rules-version'), valueString: event.rulesVersion }],
        identifier: [identifier],
        status: 'active',
        category: [{ coding: [hl7('flag-category', 'safety')] }],
        code: { coding: [own('lane', event.lane), own('tier', event.tier)], text: `${event.tier} ${event.lane}` },
        subject: patient,
        period: { start: event.openedAt },
        author: program(),
      },
    },
    {
      identifier,
      make: {
        resourceType: 'Communication',
        extension: [ofEpisode(subject)],
        identifier: [identifier],
        status: 'completed',
        priority: priorityOf(event.tier, event.priority),
        subject: patient,
        topic: { coding: [own('flag-event', 'opened')] },
        about: [within('Flag', identifier)],
        sent: event.openedAt,
        sender: { identifier: { system: system('person'), value: event.personId } },
        ...payload([event.words, ...(event.context ?? []).map((message) => JSON.stringify(message))]),
      },
    },
    {
      identifier,
      make: {
        resourceType: 'Task',
        identifier: [identifier],
        status: 'requested',
        intent: 'order',
        priority: priorityOf(event.tier, event.priority),
        code: { coding: [own('task', 'look-at-flag')] },
        focus: within('Flag', identifier),
        for: patient,
        authoredOn: event.openedAt,
        requester: program(),
      },
    },
  ]
}

/** Texts of a Communication: none where nothing was written. */
export const payload = (texts: readonly string[]): Element => {
  const said = texts.filter(isText).map((contentString) => ({ contentString }))
  return said.length > 0 ? { payload: said } : {}
}
