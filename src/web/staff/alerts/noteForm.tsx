import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Problem } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import type { AlertFormProps } from './formProps.ts'

/** A note on an alert: a call made, a decision taken. It changes no state. */
export function NoteForm({ alert, onDone, onCancel }: AlertFormProps) {
  const { api } = useDesk()
  const [note, setNote] = useState('')
  const send = useCommand((text: string) =>
    bodyOf(
      api.POST('/staff/api/alerts/{alertId}/notes', { params: { path: { alertId: alert.id } }, body: { note: text } }),
    ),
  )
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void send.run(note.trim()).then((answer) => answer && onDone(answer))
      }}
    >
      <Field label="Note" hint="Notes cannot be changed later.">
        <Textarea value={note} maxLength={4000} rows={3} autoFocus onChange={(_, { value }) => setNote(value)} />
      </Field>
      {send.problem === undefined ? null : <Problem problem={send.problem} />}
      <div className="buttons">
        <Button appearance="primary" type="submit" disabled={note.trim() === '' || send.running}>
          Save note
        </Button>
        <Button type="button" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
