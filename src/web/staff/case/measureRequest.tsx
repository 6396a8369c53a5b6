import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { Offered } from '../parts/offered.tsx'
import { ShowLoaded } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { REASON_WORDS } from '../words/index.ts'

type Reason = Schemas['MeasureRequest']['reason']

/** Asks one person for a measure. One that is not shipped or not cleared is listed with the reason. */
export default function MeasureRequest({ person, onClose }: { person: Schemas['Person']; onClose: () => void }) {
  const { api, cache } = useDesk()
  const choices = useLoaded('choices', 'once', (staffApi) => bodyOf(staffApi.GET('/staff/api/choices')))
  const [measure, setMeasure] = useState('')
  const [reason, setReason] = useState<Reason | ''>('session')
  const send = useCommand(() =>
    bodyOf(
      api.POST('/staff/api/people/{personId}/measure-requests', {
        params: { path: { personId: person.id } },
        body: { measure, reason: reason || 'session' },
      }),
    ),
  )
  const ask = async () => {
    if (!(await send.run(undefined))) return false
    void cache.refresh(['cases'])
    return true
  }
  return (
    <FormDialog
      title={`Ask ${person.preferredName} for a measure`}
      send="Ask"
      ready={measure !== ''}
      running={send.running}
      problem={send.problem}
      onSend={ask}
      onClose={onClose}
    >
      <ShowLoaded loaded={choices} what="measures" onRetry={() => void cache.reload('choices')}>
        {({ measures }) => (
          <Offered
            label="Measure"
            value={measure}
            onChoose={setMeasure}
            offers={measures.filter(({ roles }) => roles.includes(person.role))}
          />
        )}
      </ShowLoaded>
      <Choose<Reason> label="When it is for" value={reason} choices={choicesOf(REASON_WORDS)} onChoose={setReason} />
    </FormDialog>
  )
}
