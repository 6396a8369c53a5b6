import { Checkbox, Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { PLAN_FIELDS } from './planFields.ts'

interface PlanFormProps {
  person: Schemas['Person']
  shown: Schemas['CopingPlan']
  onClose: () => void
}

/** Writes a new version of the plan, with the young person. Dates and copies are only what is entered here. */
export default function PlanForm({ person, shown, onClose }: PlanFormProps) {
  const { api, cache } = useDesk()
  const [version] = useState(shown.version)
  const [parts, setParts] = useState<Schemas['CopingPlanParts']>(shown.plan?.parts ?? {})
  const [madeOn, setMadeOn] = useState(shown.plan?.madeOn ?? '')
  const [reviewedOn, setReviewedOn] = useState(shown.plan?.reviewedOn ?? '')
  const [copies, setCopies] = useState(shown.plan?.copies ?? '')
  const [offline, setOffline] = useState(shown.plan?.offline ?? false)
  const [together, setTogether] = useState(false)
  const send = useCommand((body: Schemas['CopingPlanChange']) =>
    bodyOf(api.PUT('/staff/api/people/{personId}/coping-plan', { params: { path: { personId: person.id } }, body })),
  )
  const save = async () => {
    const kept = await send.run({
      parts,
      madeOn,
      reviewedOn: reviewedOn || null,
      copies,
      offline,
      version,
      together: true,
    })
    if (!kept) return false
    void cache.reload(`plan/${person.id}`)
    return true
  }
  return (
    <FormDialog
      title={`Coping plan with ${person.preferredName}`}
      send="Keep this version"
      ready={together && madeOn !== ''}
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      {PLAN_FIELDS.map(([part, label]) => (
        <Field key={part} label={label}>
          <Textarea
            rows={2}
            resize="vertical"
            maxLength={400}
            value={parts[part] ?? ''}
            onChange={(_, { value }) => setParts({ ...parts, [part]: value })}
          />
        </Field>
      ))}
      <div className="form-row">
        <Field label="Made on" required>
          <Input type="date" value={madeOn} onChange={(_, { value }) => setMadeOn(value)} />
        </Field>
        <Field label="Looked at again on">
          <Input type="date" value={reviewedOn} onChange={(_, { value }) => setReviewedOn(value)} />
        </Field>
      </div>
      <Field label="Who has a copy">
        <Input maxLength={400} value={copies} onChange={(_, { value }) => setCopies(value)} />
      </Field>
      <Checkbox
        label="They chose to keep it on their device, and know that others who use it could open it"
        checked={offline}
        onChange={(_, { checked }) => setOffline(checked === true)}
      />
      <Checkbox
        label={`Written together with ${person.preferredName}`}
        checked={together}
        onChange={(_, { checked }) => setTogether(checked === true)}
      />
    </FormDialog>
  )
}
