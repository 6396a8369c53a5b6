import { Checkbox, Field, Input, SpinButton } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { goTo } from '../frame/place.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { CARE_STATUS_WORDS, instantOf, REFERRAL_SOURCE_WORDS } from '../words/index.ts'

/** Opening a case that the case record has, or may be asked to make. */
export default function NewCase({ onClose }: { onClose: () => void }) {
  const { api, cache } = useDesk()
  const choices = useLoaded('choices', 'once', (staffApi) => bodyOf(staffApi.GET('/staff/api/choices')))
  const made = useRef<string | null>(null)
  const [caseRef, setCaseRef] = useState('')
  const [createInRecord, setCreateInRecord] = useState(false)
  const [careStatus, setCareStatus] = useState<Schemas['CareStatus'] | ''>('')
  const [sessionsPlanned, setSessionsPlanned] = useState(6)
  const [nextSession, setNextSession] = useState('')
  const [supervisorId, setSupervisorId] = useState('')
  const [source, setSource] = useState<Schemas['ReferralSource'] | ''>('')
  const [receivedOn, setReceivedOn] = useState('')
  const [earlierCaseRef, setEarlierCaseRef] = useState('')
  const [sameIssue, setSameIssue] = useState(false)
  const send = useCommand((body: Schemas['NewCase']) => bodyOf(api.POST('/staff/api/cases', { body })))

  const open = async () => {
    const opened = await send.run({
      caseRef: caseRef.trim(),
      createInRecord,
      careStatus: careStatus || 'not-known',
      sessionsPlanned,
      nextSessionAt: nextSession ? instantOf(nextSession) : null,
      supervisorId: supervisorId || null,
      setup: {},
      ...(source !== '' &&
        receivedOn !== '' && {
          referral: {
            source,
            receivedOn,
            sameIssue,
            ...(earlierCaseRef.trim() && { earlierCaseRef: earlierCaseRef.trim() }),
          },
        }),
    })
    if (!opened) return false
    made.current = opened.caseId
    void cache.refresh(['cases'])
    return true
  }

  return (
    <FormDialog
      title="New case"
      send="Open case"
      ready={caseRef.trim() !== '' && careStatus !== '' && (source === '') === (receivedOn === '')}
      running={send.running}
      problem={send.problem}
      onSend={open}
      onClose={() => {
        onClose()
        if (made.current) goTo({ at: 'case', caseId: made.current })
      }}
    >
      <Field label="Reference in the case record" required>
        <Input value={caseRef} maxLength={80} onChange={(_, { value }) => setCaseRef(value)} />
      </Field>
      <Checkbox
        label="It is not in the case record yet: create it there"
        checked={createInRecord}
        onChange={(_, { checked }) => setCreateInRecord(checked === true)}
      />
      <Choose<Schemas['CareStatus']>
        label="Care status"
        hint="Shown to staff on every screen and alert, never to the young person."
        required
        none="Choose one"
        value={careStatus}
        choices={choicesOf(CARE_STATUS_WORDS)}
        onChoose={setCareStatus}
      />
      <Field label="Sessions planned" hint="Up to six; say why in supervision when more are needed.">
        <SpinButton
          min={1}
          max={6}
          value={sessionsPlanned}
          onChange={(_, { value, displayValue }) => {
            const planned = value ?? Number(displayValue)
            if (planned >= 1 && planned <= 6) setSessionsPlanned(Math.round(planned))
          }}
        />
      </Field>
      <Field label="Next session">
        <Input type="datetime-local" value={nextSession} onChange={(_, { value }) => setNextSession(value)} />
      </Field>
      <Choose
        label="Supervisor"
        none="Nobody yet"
        value={supervisorId}
        choices={(choices.data?.supervisors ?? []).map(({ staffId, name }) => [staffId, name] as const)}
        onChoose={setSupervisorId}
      />
      <div className="form-row">
        <Choose
          label="Referred by"
          none="Not recorded"
          value={source}
          choices={choicesOf(REFERRAL_SOURCE_WORDS)}
          onChoose={setSource}
        />
        <Field label="Referral received on" required={source !== ''}>
          <Input type="date" value={receivedOn} onChange={(_, { value }) => setReceivedOn(value)} />
        </Field>
      </div>
      <Field label="Reference of an earlier case here" hint="Where this young person was here before.">
        <Input value={earlierCaseRef} maxLength={80} onChange={(_, { value }) => setEarlierCaseRef(value)} />
      </Field>
      {earlierCaseRef.trim() === '' ? null : (
        <Checkbox
          label="Referred for the same issue again"
          checked={sameIssue}
          onChange={(_, { checked }) => setSameIssue(checked === true)}
        />
      )}
    </FormDialog>
  )
}
