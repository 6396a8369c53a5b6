import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { Choose, choicesOf } from '../parts/choose.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { CAPACITY_WORDS, londonDay, PARENTS_MAY_SEE_WORDS } from '../words/index.ts'
import { systemClock } from '../../../shared/clock.ts'

type Consent = Schemas['Consent']
type Capacity = NonNullable<Consent['capacityBasis']>
type MaySee = NonNullable<Consent['parentsMaySee']>

const EMPTY: Consent = {
  capacityBasis: null,
  judgedBy: null,
  judgedOn: null,
  informationVersion: null,
  parentsMaySee: null,
  assent: null,
  reviewOn: null,
  withdrawnOn: null,
}

/**
 * The minimum consent record (brief 2.2). It can be saved half filled in; the person's card then lists what is missing,
 * and nobody is activated before it is complete. Nothing is filled in for the practitioner that they must judge.
 */
export default function ConsentForm({ person, onClose }: { person: Schemas['Person']; onClose: () => void }) {
  const { api, cache, me } = useDesk()
  const choices = useLoaded('choices', 'once', (staffApi) => bodyOf(staffApi.GET('/staff/api/choices')))
  const [consent, setConsent] = useState<Consent>(
    person.consent.record ?? { ...EMPTY, judgedBy: me.name, judgedOn: londonDay(systemClock.now()) },
  )
  const send = useCommand((body: Consent) =>
    bodyOf(api.PUT('/staff/api/people/{personId}/consent', { params: { path: { personId: person.id } }, body })),
  )
  const set = (changed: Partial<Consent>) => setConsent({ ...consent, ...changed })
  const isAdult = person.role === 'parent-carer'
  const bases = choicesOf(CAPACITY_WORDS).filter(([basis]) => (basis === 'adult') === isAdult)
  const current = choices.data?.informationVersion
  const versions = [...new Set([current, consent.informationVersion].filter((one) => typeof one === 'string'))]

  const save = async () => {
    if (!(await send.run(consent))) return false
    void cache.refresh(['cases'])
    return true
  }

  return (
    <FormDialog
      title={`Consent for ${person.preferredName}`}
      send="Save"
      ready
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      {person.consent.missing.length > 0 ? (
        <div className="gaps" role="note">
          <strong>Still missing:</strong>
          <ul>
            {person.consent.missing.map(({ code, words }) => (
              <li key={code}>{words}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <Choose<Capacity>
        label="Who decides, and on what basis"
        none="Not recorded yet"
        value={consent.capacityBasis ?? ''}
        choices={bases}
        onChoose={(basis) => set({ capacityBasis: basis || null })}
      />
      <div className="form-row">
        <Field label="Judged by">
          <Input
            value={consent.judgedBy ?? ''}
            maxLength={120}
            onChange={(_, { value }) => set({ judgedBy: value.trim() === '' ? null : value })}
          />
        </Field>
        <Field label="On">
          <Input
            type="date"
            value={consent.judgedOn ?? ''}
            onChange={(_, { value }) => set({ judgedOn: value || null })}
          />
        </Field>
      </div>
      {isAdult ? null : (
        <Field label="Does the young person agree?" hint="Needed where somebody else consents for them.">
          <RadioGroup
            layout="horizontal"
            value={consent.assent === null ? '' : consent.assent ? 'yes' : 'no'}
            onChange={(_, { value }) => set({ assent: value === 'yes' })}
          >
            <Radio value="yes" label="Yes" />
            <Radio value="no" label="No" />
          </RadioGroup>
        </Field>
      )}
      <Choose
        label="Information that was shown"
        none="Not shown yet"
        value={consent.informationVersion ?? ''}
        choices={versions.map(
          (version) => [version, version === current ? `${version} (the present one)` : version] as const,
        )}
        onChoose={(version) => set({ informationVersion: version || null })}
      />
      {isAdult ? null : (
        <Choose<MaySee>
          label="What parents or carers may see"
          hint="Never more than the young person agreed to."
          none="Not recorded yet"
          value={consent.parentsMaySee ?? ''}
          choices={choicesOf(PARENTS_MAY_SEE_WORDS)}
          onChoose={(maySee) => set({ parentsMaySee: maySee || null })}
        />
      )}
      <div className="form-row">
        <Field label="Look at this again on">
          <Input
            type="date"
            value={consent.reviewOn ?? ''}
            onChange={(_, { value }) => set({ reviewOn: value || null })}
          />
        </Field>
        <Field label="Withdrawn on" hint="Only if it was.">
          <Input
            type="date"
            value={consent.withdrawnOn ?? ''}
            onChange={(_, { value }) => set({ withdrawnOn: value || null })}
          />
        </Field>
      </div>
    </FormDialog>
  )
}
