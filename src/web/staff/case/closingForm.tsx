import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { CLOSING_REASON_WORDS, DESTINATION_WORDS, SPECIALIST_WORDS } from '../words/index.ts'
import { caseKey, closingKey } from './caseKey.ts'

type Gap = Schemas['ClosingGap']
const STAYING_WELL_WORDS = { given: 'It went to them', 'not-made': 'None was made' }
/** Where a reason is wanted and no measure is named. */
const ANY_MEASURE = 'none'

/** Ends a case: why, where to, and a reason for everything that is missing. What has to be mended first is listed on top. */
export default function ClosingForm({
  shown,
  state,
  onClose,
}: {
  shown: Schemas['CaseDetail']
  state: Schemas['ClosingState']
  onClose: () => void
}) {
  const { api, cache } = useDesk()
  const [version] = useState(shown.version)
  const [reason, setReason] = useState<Schemas['ClosingReason'] | ''>('')
  const [destination, setDestination] = useState<Schemas['Destination'] | ''>('')
  const [specialist, setSpecialist] = useState<Schemas['Specialist'] | ''>('')
  const [stayingWell, setStayingWell] = useState<'given' | 'not-made' | ''>('')
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const text = (key: string): string | undefined => texts[key]?.trim() || undefined
  const field = (key: string, label: string, hint?: string) => (
    <Field key={key} label={label} hint={hint} required={key !== 'note'}>
      <Textarea
        rows={2}
        resize="vertical"
        maxLength={1000}
        value={texts[key] ?? ''}
        onChange={(_, { value }) => setTexts((all) => ({ ...all, [key]: value }))}
      />
    </Field>
  )
  const first = state.gaps.filter(({ mend }) => mend === 'first')
  const unpaired = state.gaps.filter(({ code }) => code === 'measure-unpaired' || code === 'no-outcome-measure')
  const unrecorded = state.gaps.find(({ code }) => code === 'sessions-not-recorded')
  const measureOf = (gap: Gap): string => gap.measure ?? ANY_MEASURE
  const send = useCommand((body: Schemas['ClosingRequest']) =>
    bodyOf(api.POST('/staff/api/cases/{caseId}/closing', { params: { path: { caseId: shown.caseId } }, body })),
  )
  const save = async () => {
    if (reason === '' || destination === '' || stayingWell === '') return false
    const closed = await send.run({
      version,
      reason,
      destination,
      stayingWell,
      ...(destination === 'specialist' && specialist !== '' && { specialist }),
      measuresMissing: unpaired.flatMap((gap) => {
        const why = text(measureOf(gap))
        return why === undefined ? [] : [{ measure: measureOf(gap), reason: why }]
      }),
      ...named('recordsMissing', text('records')),
      ...named('stayingWellReason', text('staying-well')),
      ...named('riskReview', text('risk')),
      ...named('note', text('note')),
    })
    void cache.reload(closingKey(shown.caseId))
    if (!closed) return false
    void cache.reload(caseKey(shown.caseId))
    void cache.refresh(['cases'])
    return true
  }
  return (
    <FormDialog
      title="Close the case"
      send="Close the case"
      ready={first.length === 0 && reason !== '' && destination !== '' && stayingWell !== ''}
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      {first.length === 0 ? (
        <p>Their page becomes read-only, with the help numbers. Nobody reads there any more.</p>
      ) : (
        <div className="gaps" role="note">
          <strong>To be done first:</strong>
          <ul>
            {first.map(({ code, words }) => (
              <li key={code}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <Choose
        label="Why it ends"
        none="Choose"
        required
        value={reason}
        choices={choicesOf(CLOSING_REASON_WORDS)}
        onChoose={setReason}
      />
      <Choose
        label="Where to"
        none="Choose"
        required
        value={destination}
        choices={choicesOf(DESTINATION_WORDS)}
        onChoose={setDestination}
      />
      {destination === 'specialist' ? (
        <Choose
          label="Which service"
          none="Choose"
          required
          value={specialist}
          choices={choicesOf(SPECIALIST_WORDS)}
          onChoose={setSpecialist}
        />
      ) : null}
      {reason === 'not-attended' && !state.maySignOff ? (
        <p className="gaps" role="note">
          Only the supervisor closes a case because it was not attended. Ask {shown.supervisor?.name ?? 'them'} to close
          it here.
        </p>
      ) : null}
      {reason === 'not-attended'
        ? field('risk', 'Review of risk', 'Was not brought, barriers, safety, a move of home.')
        : null}
      {unpaired.map((gap) => field(measureOf(gap), gap.words))}
      {unrecorded ? field('records', unrecorded.words) : null}
      <Choose
        label="Staying-well plan"
        none="Choose"
        required
        value={stayingWell}
        choices={choicesOf(STAYING_WELL_WORDS)}
        onChoose={setStayingWell}
      />
      {stayingWell === 'not-made' ? field('staying-well', 'Why none was made') : null}
      {field('note', 'Note')}
    </FormDialog>
  )
}

/** A field that is left out where nothing was said. */
const named = <Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, string>)
