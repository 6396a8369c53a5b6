import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Choose } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { dayWords } from '../words/index.ts'
import { authorisationsKey } from './caseKey.ts'

interface AuthoriseFormProps {
  caseId: string
  listed: Schemas['Authorisations']
  onClose: () => void
}

/** Authorises one thing for this case: what, why and until when. Nothing is filled in beforehand. */
export default function AuthoriseForm({ caseId, listed, onClose }: AuthoriseFormProps) {
  const { api, cache } = useDesk()
  const [item, setItem] = useState('')
  const [reason, setReason] = useState('')
  const [expiresOn, setExpiresOn] = useState('')
  const send = useCommand((body: Schemas['NewAuthorisation']) =>
    bodyOf(api.POST('/staff/api/cases/{caseId}/authorisations', { params: { path: { caseId } }, body })),
  )
  const save = async () => {
    if (!(await send.run({ item, reason, expiresOn }))) return false
    void cache.reload(authorisationsKey(caseId))
    return true
  }
  const chosen = listed.items.find(({ id }) => id === item)
  return (
    <FormDialog
      title="Authorise for this case"
      send="Authorise"
      ready={item !== '' && reason.trim().length >= 3 && expiresOn !== ''}
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      <Choose
        label="What"
        required
        none="Choose one"
        value={item}
        choices={listed.items.map(({ id, title }) => [id, title] as const)}
        hint={chosen && !chosen.opens ? 'The bot has nothing of this: it opens no step here.' : ''}
        onChoose={setItem}
      />
      <Field label="Why, as agreed in supervision" required>
        <Textarea
          rows={2}
          resize="vertical"
          maxLength={400}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      <Field label="Last day" hint={`At the latest ${dayWords(listed.latestDay)}.`} required>
        <Input type="date" max={listed.latestDay} value={expiresOn} onChange={(_, { value }) => setExpiresOn(value)} />
      </Field>
    </FormDialog>
  )
}
