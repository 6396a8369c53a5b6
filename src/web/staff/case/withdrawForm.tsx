import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { authorisationsKey } from './caseKey.ts'

interface WithdrawFormProps {
  caseId: string
  authorisation: Schemas['Authorisation']
  onClose: () => void
}

/** Ends an authorisation at once; what it opened is shut with the person's next message. */
export default function WithdrawForm({ caseId, authorisation, onClose }: WithdrawFormProps) {
  const { api, cache } = useDesk()
  const [reason, setReason] = useState('')
  const send = useCommand(() =>
    bodyOf(
      api.POST('/staff/api/cases/{caseId}/authorisations/{authorisationId}/withdraw', {
        params: { path: { caseId, authorisationId: authorisation.id } },
        body: { reason },
      }),
    ),
  )
  const save = async () => {
    if (!(await send.run(undefined))) return false
    void cache.reload(authorisationsKey(caseId))
    return true
  }
  return (
    <FormDialog
      title={`Withdraw: ${authorisation.title}`}
      send="Withdraw"
      ready={reason.trim().length >= 3}
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      <Field label="Why" required>
        <Textarea
          rows={2}
          resize="vertical"
          maxLength={400}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </FormDialog>
  )
}
