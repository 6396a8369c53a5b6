import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { CARER_WORDS } from '../words/index.ts'

/** How a parent or carer stands to the child: what they call each other, and in what way they care for the child. */
export default function CaringForm({ person, onClose }: { person: Schemas['Person']; onClose: () => void }) {
  const { api, cache } = useDesk()
  const [childCalled, setChildCalled] = useState(person.childCalled ?? '')
  const [called, setCalled] = useState(person.called ?? '')
  const [carer, setCarer] = useState<Schemas['Carer'] | ''>(person.carer ?? '')
  const send = useCommand((body: Schemas['CaringChange']) =>
    bodyOf(api.PUT('/staff/api/people/{personId}/caring', { params: { path: { personId: person.id } }, body })),
  )

  const save = async () => {
    const changed = await send.run({
      childCalled: childCalled.trim() || null,
      called: called.trim() || null,
      carer: carer || null,
    })
    if (!changed) return false
    void cache.refresh(['cases'])
    return true
  }

  return (
    <FormDialog
      title={`How ${person.preferredName} cares for the child`}
      send="Save"
      ready
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      <Choose<Schemas['Carer']>
        label="Cares as"
        hint="Decides the wording they get."
        none="Not recorded"
        value={carer}
        choices={choicesOf(CARER_WORDS)}
        onChoose={setCarer}
      />
      <div className="form-row">
        <Field label="What they call the child">
          <Input value={childCalled} maxLength={60} onChange={(_, { value }) => setChildCalled(value)} />
        </Field>
        <Field label="What the child calls them">
          <Input value={called} maxLength={60} onChange={(_, { value }) => setCalled(value)} />
        </Field>
      </div>
    </FormDialog>
  )
}
