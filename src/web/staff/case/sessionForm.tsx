import { Field, Input, SpinButton, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, Refused, type Schemas } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { CARE_STATUS_WORDS, instantOf, localInput } from '../words/index.ts'
import { caseKey } from './caseKey.ts'
import { chosenGroup, draftOf, NormFields } from './normFields.tsx'

type Caring = 'timeIn' | 'familyTime' | 'needsFirst'
type SetupField = Exclude<keyof Schemas['CaseSetup'], Caring>

/** The texts of a case's set-up (brief 2.1), with what each is for. */
const SETUP_FIELDS: readonly (readonly [SetupField, string])[] = [
  ['languageAndAccess', 'Language and access needs'],
  ['personTerms', 'What they call each adult'],
  ['wordsToAvoid', 'Words to avoid'],
  ['parentalResponsibility', 'Who holds parental responsibility'],
  ['delegatedAuthority', 'Delegated authority'],
  ['school', 'School or college, and term dates'],
  ['whoMayKnow', 'Who may know that they use this'],
  ['safeContact', 'Safe contact: time and device'],
  ['cover', 'Who covers'],
]

/** How the child is cared for, as far as the words for parents and carers follow it (brief 1e). */
const CARING_FIELDS: readonly (readonly [Caring, string, string])[] = [
  ['timeIn', 'Neglect or trauma in the child’s story', 'Then nothing is ever ignored: adults are asked to stay close.'],
  [
    'familyTime',
    'Family time is arranged by others',
    'Patterns round it are looked for, and no reward or loss touches it.',
  ],
  ['needsFirst', 'SEND, autism or sensory needs', 'Demand, predictability and sensory load are looked at first.'],
]
const CARING_WORDS = { yes: 'Yes', no: 'No' }

/** Session number, next session and the case's set-up. Made from one version: somebody else's change is never overwritten. */
export default function SessionForm({ shown, onClose }: { shown: Schemas['CaseDetail']; onClose: () => void }) {
  const { api, cache } = useDesk()
  const choices = useLoaded('choices', 'once', (staffApi) => bodyOf(staffApi.GET('/staff/api/choices')))
  const [version] = useState(shown.version)
  const [sessionNumber, setSessionNumber] = useState(shown.sessionNumber)
  const [next, setNext] = useState(shown.nextSessionAt ? localInput(shown.nextSessionAt) : '')
  const [careStatus, setCareStatus] = useState<Schemas['CareStatus'] | ''>(shown.careStatus)
  const [supervisorId, setSupervisorId] = useState(shown.supervisor?.staffId ?? '')
  const [norms, setNorms] = useState(draftOf(shown.normGroup))
  const normGroup = chosenGroup(norms)
  const [setup, setSetup] = useState<Schemas['CaseSetup']>(shown.setup)
  const send = useCommand(async (body: Schemas['CaseChange']) => {
    try {
      return await bodyOf(api.PATCH('/staff/api/cases/{caseId}', { params: { path: { caseId: shown.caseId } }, body }))
    } catch (problem) {
      if (problem instanceof Refused && (problem.status === 409 || problem.status === 412))
        void cache.reload(caseKey(shown.caseId))
      throw problem
    }
  })

  const save = async () => {
    const changed = await send.run({
      version,
      sessionNumber,
      nextSessionAt: next ? instantOf(next) : null,
      careStatus: careStatus || 'not-known',
      supervisorId: supervisorId || null,
      ...(normGroup === undefined ? {} : { normGroup }),
      setup,
    })
    if (!changed) return false
    void cache.refresh(['cases'])
    return true
  }

  return (
    <FormDialog
      title="Session and details"
      send="Save"
      ready={normGroup !== undefined}
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      <div className="form-row">
        <Field label="Session number">
          <SpinButton
            min={1}
            max={20}
            value={sessionNumber}
            onChange={(_, { value, displayValue }) => {
              const number = value ?? Number(displayValue)
              if (number >= 1 && number <= 20) setSessionNumber(Math.round(number))
            }}
          />
        </Field>
        <Field label="Next session">
          <Input type="datetime-local" value={next} onChange={(_, { value }) => setNext(value)} />
        </Field>
      </div>
      <Choose<Schemas['CareStatus']>
        label="Care status"
        value={careStatus}
        choices={choicesOf(CARE_STATUS_WORDS)}
        onChoose={setCareStatus}
      />
      <Choose
        label="Supervisor"
        none="Nobody yet"
        value={supervisorId}
        choices={(choices.data?.supervisors ?? (shown.supervisor ? [shown.supervisor] : [])).map(
          ({ staffId, name }) => [staffId, name] as const,
        )}
        onChoose={setSupervisorId}
      />
      {CARING_FIELDS.map(([field, label, hint]) => (
        <Choose<'yes' | 'no'>
          key={field}
          label={label}
          hint={hint}
          none="By care status"
          value={setup[field] === undefined ? '' : setup[field] ? 'yes' : 'no'}
          choices={choicesOf(CARING_WORDS)}
          onChoose={(value) => {
            const { [field]: _, ...rest } = setup
            setSetup(value === '' ? rest : { ...rest, [field]: value === 'yes' })
          }}
        />
      ))}
      <NormFields draft={norms} onChoose={setNorms} />
      {SETUP_FIELDS.map(([field, label]) => (
        <Field key={field} label={label}>
          <Textarea
            rows={1}
            resize="vertical"
            maxLength={1000}
            value={setup[field] ?? ''}
            onChange={(_, { value }) => setSetup({ ...setup, [field]: value })}
          />
        </Field>
      ))}
    </FormDialog>
  )
}
