import { Field, Input } from '@fluentui/react-components'
import type { Schemas } from '../api/client.ts'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { FALSE_ALARM_WORDS, instantOf } from '../words/index.ts'
import { ContactFields, contactOf, type ContactDraft } from './contactFields.tsx'
import { NextActionFields, type NextActionDraft } from './nextActionFields.tsx'

/** What one outcome or another needs besides itself and the note, while it is typed. */
export interface EndingDraft extends NextActionDraft {
  contact: ContactDraft
  reason: Schemas['FalseAlarmReason'] | ''
  toWhom: string
}

type Outcome = Schemas['AlertOutcome']

/** Whom somebody must have reached for an outcome; null where it needs nobody, or the log has them already. */
export function stillToReach(outcome: Outcome, contact: Schemas['ContactState']): 'person' | 'parent-carer' | null {
  if (outcome === 'contacted' || outcome === 'plan-reviewed') return contact.reachedPerson ? null : 'person'
  return outcome === 'carer-informed' && !contact.reachedCarer ? 'parent-carer' : null
}

/** What an outcome needs, ready to send; null while something is missing. The note is the contact's as well. */
export function endingOf(
  outcome: Outcome,
  draft: EndingDraft,
  note: string,
  state: Schemas['ContactState'],
): Partial<Schemas['Release']> | null {
  const whom = stillToReach(outcome, state)
  if (whom) {
    const contact = contactOf(draft.contact, whom)
    return contact && { contact: { ...contact, reached: true, note } }
  }
  if (outcome === 'false-alarm') return draft.reason ? { falseAlarmReason: draft.reason } : null
  if (outcome === 'referred' || outcome === 'emergency-services')
    return draft.toWhom.trim().length >= 2 ? { toWhom: draft.toWhom.trim() } : null
  if (outcome === 'no-contact') {
    const nextActionAt = instantOf(draft.nextActionAt)
    const nextAction = draft.nextAction.trim()
    return nextAction.length >= 3 && nextActionAt ? { nextAction, nextActionAt } : null
  }
  return {}
}

interface EndingFieldsProps {
  outcome: Outcome
  alert: Schemas['Alert']
  draft: EndingDraft
  onChange: (draft: EndingDraft) => void
}

/** The fields that belong to the chosen outcome. */
export function EndingFields({ outcome, alert, draft, onChange }: EndingFieldsProps) {
  const whom = stillToReach(outcome, alert.contact)
  if (whom)
    return (
      <fieldset>
        <legend>
          {whom === 'person'
            ? `When were you in contact with ${alert.person?.preferredName ?? 'them'}?`
            : 'When did you reach their parent or carer?'}
        </legend>
        <ContactFields draft={draft.contact} withWhom={whom} onChange={(contact) => onChange({ ...draft, contact })} />
      </fieldset>
    )
  if (outcome === 'false-alarm')
    return (
      <Choose<Schemas['FalseAlarmReason']>
        label="What was it?"
        none="Choose"
        value={draft.reason}
        choices={choicesOf(FALSE_ALARM_WORDS)}
        onChoose={(reason) => onChange({ ...draft, reason })}
      />
    )
  if (outcome === 'referred' || outcome === 'emergency-services')
    return (
      <Field label={outcome === 'referred' ? 'To whom' : 'Which service, and their reference'} required>
        <Input
          value={draft.toWhom}
          maxLength={300}
          onChange={(_, { value }) => onChange({ ...draft, toWhom: value })}
        />
      </Field>
    )
  if (outcome === 'no-contact')
    return <NextActionFields draft={draft} onChange={(next) => onChange({ ...draft, ...next })} />
  return null
}
