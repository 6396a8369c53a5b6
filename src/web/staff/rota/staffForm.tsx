import { Checkbox, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Choose } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { choicesOfPeople, dealWithAlerts, hoursOf, spanDraft, spanOf, weekDraft } from './drafts.ts'
import { RotaProblem } from './rotaProblem.tsx'
import { Rows } from './rows.tsx'
import { SpanFields } from './spanFields.tsx'
import { WeekFields } from './weekFields.tsx'

interface StaffFormProps {
  one: Schemas['StaffOnRota']
  page: Schemas['RotaPage']
  onSaved: (page: Schemas['RotaPage']) => void
  onClose: () => void
}

/** One person's working days, leave, cover and addresses. */
export function StaffForm({ one, page, onSaved, onClose }: StaffFormProps) {
  const { api } = useDesk()
  const [version] = useState(one.version)
  const [own, setOwn] = useState(one.hours !== null)
  const [week, setWeek] = useState(() => weekDraft(one.hours ?? page.hours))
  const [coverId, setCoverId] = useState(one.coverId ?? '')
  const [away, setAway] = useState(() => one.absences.map((absence) => spanDraft(absence, absence.coverId ?? '')))
  const [email, setEmail] = useState(one.email ?? '')
  const [webhook, setWebhook] = useState(one.webhook ?? '')
  const [keepTeams, setKeepTeams] = useState(true)
  const send = useCommand((body: Schemas['StaffRota']) =>
    bodyOf(api.PUT('/staff/api/rota/staff/{staffId}', { params: { path: { staffId: one.staff.staffId } }, body })),
  )
  const others = choicesOfPeople(dealWithAlerts(page.staff).filter(({ staff }) => staff.staffId !== one.staff.staffId))
  const spans = away.map((row) => ({ span: spanOf(row), coverId: row.staffId || null }))
  const save = async () => {
    const saved = await send.run({
      version,
      hours: own ? hoursOf(week) : null,
      coverId: coverId || null,
      absences: spans.map(({ span, coverId: by }) => ({ ...span!, coverId: by })),
      email: email.trim() || null,
      webhook: webhook.trim() || null,
      keepTeams,
    })
    if (!saved) return false
    onSaved(saved)
    return true
  }
  const reached = (route: string) =>
    page.routes.includes(route) ? {} : { hint: 'This way is not set up in the service.' }

  return (
    <FormDialog
      title={one.staff.name}
      send="Save"
      ready={spans.every(({ span }) => span !== null)}
      running={send.running}
      problem={undefined}
      onSend={save}
      onClose={onClose}
    >
      <Checkbox
        label="Works days or hours of their own"
        checked={own}
        onChange={(_, { checked }) => setOwn(checked === true)}
      />
      {own ? <WeekFields label="Working days" week={week} onChange={setWeek} /> : null}
      <Choose label="Usually covered by" none="Nobody" value={coverId} choices={others} onChoose={setCoverId} />
      <Rows
        title="Away"
        add="Add leave or an absence"
        none="No leave from today on."
        rows={away}
        fresh={() => ({ staffId: '', from: '', until: '' })}
        onChange={setAway}
        fields={(row, change) => (
          <>
            <SpanFields span={row} onChange={change} />
            <Choose
              label="Covered by"
              none="As usual"
              value={row.staffId}
              choices={others}
              onChoose={(staffId) => change({ staffId })}
            />
          </>
        )}
      />
      <Field label="E-mail for alerts" {...reached('email')}>
        <Input type="email" value={email} maxLength={254} onChange={(_, { value }) => setEmail(value)} />
      </Field>
      <Field label="Pager or phone, as the gateway knows it" {...reached('webhook')}>
        <Input value={webhook} maxLength={200} onChange={(_, { value }) => setWebhook(value)} />
      </Field>
      {one.inTeams ? (
        <Checkbox
          label="Alerts in Teams"
          checked={keepTeams}
          onChange={(_, { checked }) => setKeepTeams(checked === true)}
        />
      ) : (
        <p className="quiet">Alerts reach them in Teams once they have written to the bot there.</p>
      )}
      <RotaProblem problem={send.problem} />
    </FormDialog>
  )
}
