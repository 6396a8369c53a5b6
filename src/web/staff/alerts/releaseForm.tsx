import { Button, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Problem } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { useNow } from '../live/useNow.ts'
import { OUTCOME_WORDS } from '../words/index.ts'
import { newContact } from './contactFields.tsx'
import { EndingFields, endingOf, type EndingDraft } from './endingFields.tsx'
import type { AlertFormProps } from './formProps.ts'

const OUTCOMES = Object.keys(OUTCOME_WORDS) as Schemas['AlertOutcome'][]

/** Ending an alert and its hold: only with an outcome, what belongs to it, and a note, under one's own name. */
export function ReleaseForm({ alert, onDone, onRefused, onCancel }: AlertFormProps) {
  const { api, me } = useDesk()
  const [outcome, setOutcome] = useState<Schemas['AlertOutcome'] | null>(null)
  const now = useNow()
  const [draft, setDraft] = useState<EndingDraft>(() => ({
    contact: newContact(now),
    reason: '',
    toWhom: '',
    nextAction: '',
    nextActionAt: '',
  }))
  const [note, setNote] = useState('')
  const send = useCommand(async (release: Schemas['Release']) => {
    try {
      return await bodyOf(
        api.POST('/staff/api/alerts/{alertId}/release', { params: { path: { alertId: alert.id } }, body: release }),
      )
    } catch (problem) {
      onRefused(problem)
      throw problem
    }
  })
  const ending = outcome && endingOf(outcome, draft, note.trim(), alert.contact)
  // A hold does not end because nobody was reached; of somebody unlinked there is nobody to reach.
  const outcomes = OUTCOMES.filter((one) => one !== 'no-contact' || !alert.holds || alert.person === null)
  const ready = ending !== null && note.trim().length >= 3

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (outcome && ending)
          void send
            .run({ ...ending, outcome, note: note.trim(), version: alert.version })
            .then((answer) => answer && onDone(answer))
      }}
    >
      <Field label="What happened?" required>
        <RadioGroup value={outcome ?? ''} onChange={(_, { value }) => setOutcome(value as Schemas['AlertOutcome'])}>
          {outcomes.map((one) => (
            <Radio key={one} value={one} label={OUTCOME_WORDS[one]} />
          ))}
        </RadioGroup>
      </Field>
      {outcome ? <EndingFields outcome={outcome} alert={alert} draft={draft} onChange={setDraft} /> : null}
      <Field label="Note" hint="What was said and decided, and what happens next." required>
        <Textarea value={note} maxLength={4000} rows={3} onChange={(_, { value }) => setNote(value)} />
      </Field>
      {alert.holds && alert.person ? (
        <p className="quiet">
          Nobody has reached them? Log the contact instead, or hand over: the hold stays until then.
        </p>
      ) : null}
      <p className="quiet">
        {alert.holds
          ? 'This closes the alert and lets their exercises and prompts start again, unless another alert holds them.'
          : 'This closes the alert.'}{' '}
        It is kept under your name, {me.name}.
      </p>
      {send.problem === undefined ? null : <Problem problem={send.problem} />}
      <div className="buttons">
        <Button appearance="primary" type="submit" disabled={!ready || send.running}>
          {alert.holds ? 'Release hold and close' : 'Close alert'}
        </Button>
        <Button type="button" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
