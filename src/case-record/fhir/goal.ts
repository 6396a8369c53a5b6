import type { Goal } from '../../record/events.ts'
import { entryIdentifier, hl7, system } from './naming.ts'
import { respondentReference } from './people.ts'
import type { CaseSubject, Change } from './resource.ts'

const LIFECYCLE = { active: 'active', reached: 'completed', dropped: 'cancelled' } as const

/** A goal in the words agreed. A changed one is another Goal with the same goal identifier. */
export function mapGoal(event: Goal, subject: CaseSubject): Change[] {
  const identifier = entryIdentifier(event.entryId, event.version)
  return [
    {
      identifier,
      make: {
        resourceType: 'Goal',
        identifier: [
          identifier,
          { system: system('goal'), value: event.entryId },
          { system: system('goal-number'), value: String(event.number) },
        ],
        lifecycleStatus: LIFECYCLE[event.state],
        ...(event.state === 'reached' && {
          achievementStatus: { coding: [hl7('goal-achievement', 'achieved')] },
        }),
        description: { text: event.words },
        subject: { reference: subject.patient },
        statusDate: event.localDate,
        expressedBy: respondentReference(event, subject),
      },
    },
  ]
}
