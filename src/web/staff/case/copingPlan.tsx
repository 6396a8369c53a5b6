import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useLoaded } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { dayWords, whenWords } from '../words/index.ts'
import { PLAN_FIELDS } from './planFields.ts'

const PlanForm = lazy(() => import('./planForm.tsx'))

/** A young person's coping plan: made together, shown to them in one tap; asks for a look after every T2 or T3. */
export function CopingPlanPart({ person }: { person: Schemas['Person'] }) {
  const [open, setOpen] = useState(false)
  const now = useNow()
  const loaded = useLoaded(`plan/${person.id}`, 'cases', (api) =>
    bodyOf(api.GET('/staff/api/people/{personId}/coping-plan', { params: { path: { personId: person.id } } })),
  )
  const shown = loaded.data
  if (!shown) return null
  const { plan } = shown
  return (
    <div className="person-part">
      <h4>Coping plan{plan ? '' : ': none yet'}</h4>
      {shown.reviewWantedSince ? (
        <p role="note">
          {plan ? 'Look at it together' : 'Make one together'}: there was an alert{' '}
          {whenWords(shown.reviewWantedSince, now)}.
        </p>
      ) : null}
      {plan ? (
        <>
          <dl>
            {PLAN_FIELDS.map(([part, label]) =>
              plan.parts[part] ? (
                <div key={part}>
                  <dt>{label}</dt>
                  <dd>{plan.parts[part]}</dd>
                </div>
              ) : null,
            )}
          </dl>
          <p className="quiet">
            Made {dayWords(plan.madeOn)}
            {plan.reviewedOn ? `, looked at again ${dayWords(plan.reviewedOn)}` : ''}. Recorded by{' '}
            {plan.recordedBy.name} {whenWords(plan.recordedAt, now)}. {plan.copies ? `Copies: ${plan.copies}. ` : ''}
            {plan.offline ? 'Kept on their device.' : 'Not kept on their device.'}
          </p>
        </>
      ) : null}
      {shown.mayChange ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {plan ? 'Change it together' : 'Write it together'}
        </Button>
      ) : null}
      <Suspense fallback={null}>
        {open ? <PlanForm person={person} shown={shown} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </div>
  )
}
