import { Field, Input } from '@fluentui/react-components'
import type { Schemas } from '../api/client.ts'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { CONTACT_WAY_WORDS, instantOf, localInput } from '../words/index.ts'

/** How, when and (where it was not the person who wrote) with whom somebody was in contact, while it is typed. */
export interface ContactDraft {
  way: Schemas['ContactWay'] | ''
  at: string
  name: string
}

export const newContact = (now: Date): ContactDraft => ({ way: '', at: localInput(now.toISOString()), name: '' })

/** What the draft is, ready to send; null while something is missing. */
export function contactOf(
  draft: ContactDraft,
  withWhom: Schemas['ContactWith'],
): Pick<Schemas['Contact'], 'way' | 'at' | 'with' | 'name'> | null {
  const at = instantOf(draft.at)
  const name = draft.name.trim()
  if (draft.way === '' || at === null || (withWhom !== 'person' && name === '')) return null
  return { way: draft.way, at, with: withWhom, ...(withWhom === 'person' ? {} : { name }) }
}

interface ContactFieldsProps {
  draft: ContactDraft
  withWhom: Schemas['ContactWith']
  onChange: (draft: ContactDraft) => void
}

/** The fields that every contact has, in the log and where an alert is closed. */
export function ContactFields({ draft, withWhom, onChange }: ContactFieldsProps) {
  return (
    <div className="form-row">
      <Choose<Schemas['ContactWay']>
        label="How"
        none="Choose"
        required
        value={draft.way}
        choices={choicesOf(CONTACT_WAY_WORDS)}
        onChoose={(way) => onChange({ ...draft, way })}
      />
      <Field label="When" required>
        <Input type="datetime-local" value={draft.at} onChange={(_, { value }) => onChange({ ...draft, at: value })} />
      </Field>
      {withWhom === 'person' ? null : (
        <Field label="With whom (name, and who they are)" required>
          <Input value={draft.name} maxLength={200} onChange={(_, { value }) => onChange({ ...draft, name: value })} />
        </Field>
      )}
    </div>
  )
}
