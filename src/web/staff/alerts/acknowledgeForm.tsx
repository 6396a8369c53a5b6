import { Button, Field, Textarea, ToggleButton } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { bodyOf } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Problem } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import type { AlertFormProps } from './formProps.ts'

/** What is mostly done first. A choice fills the text, which can then be changed. */
const USUAL_ACTIONS = [
  'Ring them now',
  'See them in person today',
  'Ring the adult agreed for safe contact',
  'Talk to my supervisor now',
  'Follow the safeguarding procedure',
]

/** Taking an alert: the planned action is asked for, and only sending it acknowledges. */
export function AcknowledgeForm({ alert, onDone, onRefused, onCancel }: AlertFormProps) {
  const { api } = useDesk()
  const [plannedAction, setPlannedAction] = useState('')
  const first = useRef<HTMLFieldSetElement>(null)
  useEffect(() => first.current?.querySelector('button')?.focus(), [])
  const send = useCommand(async (action: string) => {
    try {
      return await bodyOf(
        api.POST('/staff/api/alerts/{alertId}/acknowledge', {
          params: { path: { alertId: alert.id } },
          body: { plannedAction: action, version: alert.version },
        }),
      )
    } catch (problem) {
      onRefused(problem)
      throw problem
    }
  })

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void send.run(plannedAction).then((answer) => answer && onDone(answer))
      }}
    >
      <fieldset ref={first}>
        <legend>What will you do first?</legend>
        <div className="chips">
          {USUAL_ACTIONS.map((action) => (
            <ToggleButton
              key={action}
              size="small"
              shape="circular"
              checked={plannedAction === action}
              onClick={() => setPlannedAction(action)}
            >
              {action}
            </ToggleButton>
          ))}
        </div>
      </fieldset>
      <Field label="Planned action" required>
        <Textarea value={plannedAction} maxLength={500} rows={2} onChange={(_, { value }) => setPlannedAction(value)} />
      </Field>
      <p className="quiet">
        Your name, the time and this are kept. {alert.person?.preferredName ?? 'The person'} is told that you have seen
        it.
      </p>
      {send.problem === undefined ? null : <Problem problem={send.problem} />}
      <div className="buttons">
        <Button appearance="primary" type="submit" disabled={plannedAction.trim().length < 3 || send.running}>
          I’m dealing with this
        </Button>
        <Button type="button" onClick={onCancel}>
          Not yet
        </Button>
      </div>
    </form>
  )
}
