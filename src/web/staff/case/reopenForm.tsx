import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { caseKey, closingKey } from './caseKey.ts'

/** Opens a closed case again: their page takes messages once more, and somebody must read them. */
export default function ReopenForm({ shown, onClose }: { shown: Schemas['CaseDetail']; onClose: () => void }) {
  const { api, cache } = useDesk()
  const [version] = useState(shown.version)
  const [reason, setReason] = useState('')
  const send = useCommand(() =>
    bodyOf(
      api.POST('/staff/api/cases/{caseId}/reopening', {
        params: { path: { caseId: shown.caseId } },
        body: { version, reason },
      }),
    ),
  )
  const save = async () => {
    if (!(await send.run(undefined))) return false
    void cache.reload(closingKey(shown.caseId))
    void cache.reload(caseKey(shown.caseId))
    void cache.refresh(['cases'])
    return true
  }
  return (
    <FormDialog
      title="Open the case again"
      send="Open again"
      ready={reason.trim().length >= 3}
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      <p>They can write again, and you read it. Nothing is assigned until you assign it.</p>
      <Field label="Why" required>
        <Textarea
          rows={2}
          resize="vertical"
          maxLength={1000}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </FormDialog>
  )
}
