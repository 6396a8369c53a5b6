import { Button, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Problem } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { FALSE_ALARM_WORDS, OUTCOME_WORDS } from '../words/index.ts'
import type { AlertFormProps } from './formProps.ts'

const OUTCOMES = Object.keys(OUTCOME_WORDS) as Schemas['AlertOutcome'][]

/** Ending an alert and its hold: only with an outcome and a note, under one's own name. */
export function ReleaseForm({ alert, onDone, onRefused, onCancel }: AlertFormProps) {
  const { api, me } = useDesk()
  const [outcome, setOutcome] = useState<Schemas['AlertOutcome'] | null>(null)
  const [reason, setReason] = useState<Schemas['FalseAlarmReason'] | ''>('')
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
  const ready = outcome !== null && (outcome !== 'false-alarm' || reason !== '') && note.trim().length >= 3

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (outcome)
          void send
            .run({
              outcome,
              ...(outcome === 'false-alarm' && reason ? { falseAlarmReason: reason } : {}),
              note: note.trim(),
              version: alert.version,
            })
            .then((answer) => answer && onDone(answer))
      }}
    >
      <Field label="What happened?" required>
        <RadioGroup value={outcome ?? ''} onChange={(_, { value }) => setOutcome(value as Schemas['AlertOutcome'])}>
          {OUTCOMES.map((one) => (
            <Radio key={one} value={one} label={OUTCOME_WORDS[one]} />
          ))}
        </RadioGroup>
      </Field>
      {outcome === 'false-alarm' ? (
        <Choose<Schemas['FalseAlarmReason']>
          label="What was it?"
          none="Choose"
          value={reason}
          choices={choicesOf(FALSE_ALARM_WORDS)}
          onChoose={setReason}
        />
      ) : null}
      <Field label="Note" hint="What was said and decided, and what happens next." required>
        <Textarea value={note} maxLength={4000} rows={3} onChange={(_, { value }) => setNote(value)} />
      </Field>
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
