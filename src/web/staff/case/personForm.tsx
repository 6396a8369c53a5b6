import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { BAND_WORDS, CARER_WORDS, ROLE_WORDS } from '../words/index.ts'

type Role = Schemas['PersonRole']
type Band = Schemas['Band']

/** Adds a person to a case. Names and pronouns are taken exactly as given. */
export default function PersonForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { api, cache } = useDesk()
  const [role, setRole] = useState<Role>('young-person')
  const [preferredName, setPreferredName] = useState('')
  const [pronouns, setPronouns] = useState('')
  const [dateOfBirth, setDateOfBirth] = useState('')
  const [band, setBand] = useState<Band | ''>('')
  const [childCalled, setChildCalled] = useState('')
  const [called, setCalled] = useState('')
  const [carer, setCarer] = useState<Schemas['Carer'] | ''>('')
  const send = useCommand((body: Schemas['NewPerson']) =>
    bodyOf(api.POST('/staff/api/cases/{caseId}/people', { params: { path: { caseId } }, body })),
  )
  const isParent = role === 'parent-carer'
  const bands = choicesOf(BAND_WORDS).filter(([one]) => one.startsWith('P') === isParent)

  const add = async () => {
    if (band === '') return false
    const added = await send.run({
      role,
      preferredName: preferredName.trim(),
      pronouns: pronouns.trim() || null,
      band,
      dateOfBirth: dateOfBirth || null,
      childCalled: isParent ? childCalled.trim() || null : null,
      called: isParent ? called.trim() || null : null,
      carer: isParent ? carer || null : null,
    })
    if (!added) return false
    void cache.refresh(['cases'])
    return true
  }

  return (
    <FormDialog
      title="Add a person"
      send="Add"
      ready={preferredName.trim() !== '' && band !== ''}
      running={send.running}
      problem={send.problem}
      onSend={add}
      onClose={onClose}
    >
      <Field label="Who">
        <RadioGroup
          layout="horizontal"
          value={role}
          onChange={(_, { value }) => {
            setRole(value as Role)
            setBand('')
          }}
        >
          {choicesOf(ROLE_WORDS).map(([one, words]) => (
            <Radio key={one} value={one} label={words} />
          ))}
        </RadioGroup>
      </Field>
      <div className="form-row">
        <Field label="Name they want to be called" required>
          <Input value={preferredName} maxLength={60} onChange={(_, { value }) => setPreferredName(value)} />
        </Field>
        <Field label="Pronouns">
          <Input value={pronouns} maxLength={40} onChange={(_, { value }) => setPronouns(value)} />
        </Field>
      </div>
      <div className="form-row">
        <Choose<Band>
          label={isParent ? 'Account' : 'Age band'}
          hint={isParent ? undefined : 'Decides the wording they get.'}
          required
          none="Choose one"
          value={band}
          choices={bands}
          onChoose={setBand}
        />
        {isParent ? (
          <Choose<Schemas['Carer']>
            label="Cares as"
            hint="Decides the wording they get."
            none="Not recorded"
            value={carer}
            choices={choicesOf(CARER_WORDS)}
            onChoose={setCarer}
          />
        ) : (
          <Field label="Date of birth">
            <Input type="date" value={dateOfBirth} onChange={(_, { value }) => setDateOfBirth(value)} />
          </Field>
        )}
      </div>
      {isParent ? (
        <div className="form-row">
          <Field label="What they call the child">
            <Input value={childCalled} maxLength={60} onChange={(_, { value }) => setChildCalled(value)} />
          </Field>
          <Field label="What the child calls them">
            <Input value={called} maxLength={60} onChange={(_, { value }) => setCalled(value)} />
          </Field>
        </div>
      ) : null}
    </FormDialog>
  )
}
