import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { Choose } from '../parts/choose.tsx'
import { Problem, ShowLoaded } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { STAFF_ROLE_WORDS } from '../words/index.ts'
import type { AlertFormProps } from './formProps.ts'

/** Giving an alert to somebody else by name. It is nobody's until they take it: the form says so. */
export function HandOverForm({ alert, onDone, onRefused, onCancel }: AlertFormProps) {
  const { api, cache } = useDesk()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const loaded = useLoaded('colleagues', 'alerts', (staff) => bodyOf(staff.GET('/staff/api/colleagues')))
  const send = useCommand(async (handover: Schemas['Handover']) => {
    try {
      return await bodyOf(
        api.POST('/staff/api/alerts/{alertId}/hand-over', { params: { path: { alertId: alert.id } }, body: handover }),
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
        void send
          .run({ toStaffId: to, reason: reason.trim(), version: alert.version })
          .then((answer) => answer && onDone(answer))
      }}
    >
      <ShowLoaded loaded={loaded} what="who is there" onRetry={() => void cache.reload('colleagues')}>
        {({ colleagues }) => (
          <Choose
            label="Hand over to"
            none="Choose"
            required
            value={to}
            choices={colleagues.map((one) => [one.staffId, colleagueWords(one)] as const)}
            onChoose={setTo}
          />
        )}
      </ShowLoaded>
      <Field label="Why, and what they need to know" required>
        <Textarea value={reason} maxLength={500} rows={2} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <p className="quiet">
        They are told now by every way they can be reached. Until they say that they are dealing with this, nobody is,
        and the next people are told in turn. Talk to them as well.
      </p>
      {send.problem === undefined ? null : <Problem problem={send.problem} />}
      <div className="buttons">
        <Button appearance="primary" type="submit" disabled={to === '' || reason.trim().length < 3 || send.running}>
          Hand over
        </Button>
        <Button type="button" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

const colleagueWords = ({ name, roles, atWork, reachedOutside }: Schemas['Colleagues']['colleagues'][number]): string =>
  `${name} (${roles.map((role) => STAFF_ROLE_WORDS[role].toLowerCase()).join(', ')})${atWork ? '' : ' – not at work now'}${reachedOutside ? '' : ' – this page only'}`
