import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { Schemas } from '../api/client.ts'
import { dayWords, MOMENT_WORDS } from '../words/index.ts'
import { nameOf, type CasePartProps } from './caseKey.ts'

const MeasurePlanForm = lazy(() => import('./measurePlanForm.tsx'))

const PAIR_WORDS = { 'no-baseline': 'no first score yet', 'baseline-only': 'first score', paired: 'paired' } as const
const RISK_WORDS = {
  'last-sessions': 'last sessions: will close unpaired',
  'dropping-out': 'may be dropping out: will close unpaired',
} as const

/** What each person is asked and when, and which measures have a first and a last score. */
export function MeasurePlans({ shown }: CasePartProps) {
  const [open, setOpen] = useState<Schemas['MeasurePlan'] | null>(null)
  return (
    <section aria-label="Measures planned">
      <h2>Measures planned</h2>
      {shown.measurePlans.map((plan) => (
        <div className="person-part" key={plan.personId}>
          <h4>
            {nameOf(shown, plan.personId)}
            {plan.version === 0 ? <span className="quiet"> · the usual plan</span> : null}
          </h4>
          {plan.measures.length + plan.pairs.length === 0 ? <p className="quiet">Nothing is planned.</p> : null}
          <ul className="plain">
            {plan.pairs.map((pair) => (
              <li key={pair.measure}>
                {pair.title} <span className="quiet">· {whenOf(plan, pair.measure)} ·</span> {PAIR_WORDS[pair.state]}
                {pair.firstDay ? <span className="quiet"> {dayWords(pair.firstDay)}</span> : null}
                {pair.lastDay ? <span className="quiet"> and {dayWords(pair.lastDay)}</span> : null}
                {pair.atRisk ? <span className="tag tag-amber">{RISK_WORDS[pair.atRisk]}</span> : null}
              </li>
            ))}
          </ul>
          {shown.mayChange ? (
            <Button
              size="small"
              onClick={() => setOpen(plan)}
              aria-label={`Change what ${nameOf(shown, plan.personId)} is asked`}
            >
              Change
            </Button>
          ) : null}
        </div>
      ))}
      <Suspense fallback={null}>
        {open ? <MeasurePlanForm shown={shown} plan={open} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </section>
  )
}

function whenOf(plan: Schemas['MeasurePlan'], measure: string): string {
  const when = plan.measures.find((one) => one.measure === measure)?.when
  return when === undefined ? 'not planned any more' : when.map((moment) => MOMENT_WORDS[moment]).join(', ')
}
