import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { REFERRAL_SOURCE_WORDS } from '../words/index.ts'

/** A referral for which no case was opened: counted in the report, and nobody is named. */
export default function RefusedReferralForm({ onClose }: { onClose: () => void }) {
  const { api, cache } = useDesk()
  const [source, setSource] = useState<Schemas['ReferralSource'] | ''>('')
  const [receivedOn, setReceivedOn] = useState('')
  const [reason, setReason] = useState('')
  const send = useCommand((chosen: Schemas['ReferralSource']) =>
    bodyOf(api.POST('/staff/api/referrals', { body: { source: chosen, receivedOn, reason } })),
  )
  const save = async () => {
    if (source === '' || !(await send.run(source))) return false
    void cache.refresh(['cases'])
    return true
  }
  return (
    <FormDialog
      title="A referral was not accepted"
      send="Save"
      ready={source !== '' && receivedOn !== '' && reason.trim().length >= 3}
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      <Choose
        label="Referred by"
        none="Choose"
        required
        value={source}
        choices={choicesOf(REFERRAL_SOURCE_WORDS)}
        onChoose={setSource}
      />
      <Field label="Received on" required>
        <Input type="date" value={receivedOn} onChange={(_, { value }) => setReceivedOn(value)} />
      </Field>
      <Field label="Why it was not accepted" hint="Do not name anybody." required>
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
