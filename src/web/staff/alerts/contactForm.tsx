import { Button, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { Problem } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { CONTACT_WITH_WORDS, instantOf } from '../words/index.ts'
import { ContactFields, contactOf, newContact } from './contactFields.tsx'
import type { AlertFormProps } from './formProps.ts'
import { NextActionFields } from './nextActionFields.tsx'

/** Writing down a try at reaching somebody. Where nobody was reached it asks what happens next. */
export function ContactForm({ alert, onDone, onCancel }: AlertFormProps) {
  const { api } = useDesk()
  const now = useNow()
  const [withWhom, setWithWhom] = useState<Schemas['ContactWith']>('person')
  const [draft, setDraft] = useState(() => newContact(now))
  const [reached, setReached] = useState<'yes' | 'no' | ''>('')
  const [next, setNext] = useState({ nextAction: '', nextActionAt: '' })
  const [note, setNote] = useState('')
  const send = useCommand((body: Schemas['Contact']) =>
    bodyOf(api.POST('/staff/api/alerts/{alertId}/contacts', { params: { path: { alertId: alert.id } }, body })),
  )
  const contact = contactOf(draft, withWhom)
  const nextActionAt = instantOf(next.nextActionAt)
  const planned = reached === 'yes' || (next.nextAction.trim().length >= 3 && nextActionAt !== null)
  const ready = contact !== null && reached !== '' && planned && note.trim().length >= 3

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!contact) return
        const wait = reached === 'no' ? { nextAction: next.nextAction.trim(), nextActionAt: nextActionAt! } : {}
        void send
          .run({ ...contact, ...wait, reached: reached === 'yes', note: note.trim() })
          .then((answer) => answer && onDone(answer))
      }}
    >
      <Choose<Schemas['ContactWith']>
        label="Contact with"
        value={withWhom}
        choices={choicesOf(CONTACT_WITH_WORDS).map(([value, words]) => [
          value,
          value === 'person' ? (alert.person?.preferredName ?? words) : words,
        ])}
        onChoose={(value) => value && setWithWhom(value)}
      />
      <ContactFields draft={draft} withWhom={withWhom} onChange={setDraft} />
      <Field label="Did you reach them?" required>
        <RadioGroup layout="horizontal" value={reached} onChange={(_, { value }) => setReached(value as 'yes' | 'no')}>
          <Radio value="yes" label="Yes" />
          <Radio value="no" label="No" />
        </RadioGroup>
      </Field>
      {reached === 'no' ? <NextActionFields draft={next} onChange={setNext} /> : null}
      <Field label="Note" hint="What was said, or what you tried. It cannot be changed later." required>
        <Textarea value={note} maxLength={4000} rows={3} onChange={(_, { value }) => setNote(value)} />
      </Field>
      {send.problem === undefined ? null : <Problem problem={send.problem} />}
      <div className="buttons">
        <Button appearance="primary" type="submit" disabled={!ready || send.running}>
          Save contact
        </Button>
        <Button type="button" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
