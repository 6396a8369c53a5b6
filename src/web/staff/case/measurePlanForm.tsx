import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { FormDialog } from '../parts/formDialog.tsx'
import { ShowLoaded } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { MOMENT_WORDS } from '../words/index.ts'
import { nameOf } from './caseKey.ts'

type Moment = Schemas['MeasureMoment']
const MOMENTS = Object.keys(MOMENT_WORDS) as Moment[]

interface MeasurePlanFormProps {
  shown: Schemas['CaseDetail']
  plan: Schemas['MeasurePlan']
  onClose: () => void
}

/** Which measure is asked when. Offered is what may be shown here; what stands in the plan stays listed. */
export default function MeasurePlanForm({ shown, plan, onClose }: MeasurePlanFormProps) {
  const { api, cache } = useDesk()
  const choices = useLoaded('choices', 'once', (staffApi) => bodyOf(staffApi.GET('/staff/api/choices')))
  const [when, setWhen] = useState<Readonly<Record<string, readonly Moment[]>>>(
    Object.fromEntries(plan.measures.map((one) => [one.measure, one.when])),
  )
  const role = shown.people.find(({ id }) => id === plan.personId)?.role ?? 'young-person'
  const send = useCommand(() =>
    bodyOf(
      api.PUT('/staff/api/people/{personId}/measure-plan', {
        params: { path: { personId: plan.personId } },
        body: {
          version: plan.version,
          measures: Object.entries(when).flatMap(([measure, moments]) =>
            moments.length === 0 ? [] : [{ measure, when: [...moments] }],
          ),
        },
      }),
    ),
  )
  const save = async () => {
    if (!(await send.run(undefined))) return false
    void cache.refresh(['cases'])
    return true
  }
  const set = (measure: string, moment: Moment, on: boolean) => {
    const others = (when[measure] ?? []).filter((one) => one !== moment)
    setWhen({ ...when, [measure]: on ? [...others, moment] : others })
  }
  return (
    <FormDialog
      title={`What ${nameOf(shown, plan.personId)} is asked, and when`}
      send="Save"
      ready
      running={send.running}
      problem={send.problem}
      onSend={save}
      onClose={onClose}
    >
      <ShowLoaded loaded={choices} what="measures" onRetry={() => void cache.reload('choices')}>
        {({ measures }) => (
          <>
            {measures
              .filter(({ roles, id, whyNot }) => roles.includes(role) && (whyNot === null || when[id] !== undefined))
              .map(({ id, title }) => (
                <fieldset key={id} className="planned-measure">
                  <legend>{title}</legend>
                  {MOMENTS.map((moment) => (
                    <Checkbox
                      key={moment}
                      label={MOMENT_WORDS[moment]}
                      checked={(when[id] ?? []).includes(moment)}
                      onChange={(_, { checked }) => set(id, moment, checked === true)}
                    />
                  ))}
                </fieldset>
              ))}
          </>
        )}
      </ShowLoaded>
    </FormDialog>
  )
}
