import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { Schemas } from '../api/client.ts'
import { MeasureChart } from '../chart/measureChart.tsx'
import { dayWords } from '../words/index.ts'
import { nameOf, type CasePartProps } from './caseKey.ts'
import { changeWords } from './changeWords.ts'

const GoalForm = lazy(() => import('./goalForm.tsx'))

const STATE_WORDS: Record<Schemas['GoalState'], string> = { active: '', reached: 'reached', dropped: 'dropped' }
const RELIABLE_WORDS = {
  improved: ', more than measurement error (3 points or more)',
  deteriorated: ', back by more than measurement error (3 points or more)',
  none: ', within measurement error',
} as const

/** The goals of a case, each person's own, with how they rated them; agreed and changed here, rated in chat. */
export function Goals({ shown }: CasePartProps) {
  const [open, setOpen] = useState<{ goal: Schemas['Goal'] | null } | null>(null)
  return (
    <section aria-label="Goals">
      <header className="section-head">
        <h2>Goals</h2>
        {shown.mayChange && shown.people.length > 0 ? (
          <Button size="small" onClick={() => setOpen({ goal: null })}>
            Agree a goal
          </Button>
        ) : null}
      </header>
      {shown.goals.length === 0 ? (
        <p className="empty-line">No goal yet. Up to three are agreed in a session, in the person’s own words.</p>
      ) : null}
      {shown.goals.map((goal) => (
        <OneGoal
          key={goal.goalId}
          goal={goal}
          who={nameOf(shown, goal.personId)}
          onChange={shown.mayChange ? () => setOpen({ goal }) : undefined}
        />
      ))}
      <Suspense fallback={null}>
        {open ? <GoalForm people={shown.people} goal={open.goal} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </section>
  )
}

interface OneGoalProps {
  goal: Schemas['Goal']
  who: string
  onChange: (() => void) | undefined
}

function OneGoal({ goal, who, onChange }: OneGoalProps) {
  const last = goal.ratings.at(-1)
  return (
    <section className="measure">
      <header>
        <h3>
          {goal.number}. {goal.words} <span className="quiet">{who}</span>
        </h3>
        <p className="measure-last">
          {last ? <strong>{last.value === null ? 'not rated' : `${last.value} of 10`}</strong> : 'Not rated yet'}
          {last ? <span className="quiet"> · {dayWords(last.localDate)}</span> : null}
          {STATE_WORDS[goal.state] ? <span className="tag">{STATE_WORDS[goal.state]}</span> : null}
        </p>
        {goal.change === null ? null : (
          <p>
            Since the first rating: <strong>{changeWords(goal.change, 'higher-is-better')}</strong>
            {goal.reliable ? RELIABLE_WORDS[goal.reliable] : ''}
          </p>
        )}
      </header>
      {goal.ratings.length > 0 ? <MeasureChart title={`Goal ${goal.number}`} series={seriesOf(goal)} /> : null}
      {onChange ? (
        <Button size="small" appearance="subtle" onClick={onChange} aria-label={`Change goal ${goal.number} of ${who}`}>
          Change
        </Button>
      ) : null}
    </section>
  )
}

/** A goal's ratings as the chart draws a measure: 0 to 10, with the change that is more than measurement error. */
const seriesOf = ({ ratings }: Schemas['Goal']) => ({
  range: { min: 0, max: 10 },
  bands: [],
  reliableChange: 3,
  administrations: ratings.map(({ administrationId, occurredAt, localDate, value, state }) => ({
    administrationId,
    occurredAt,
    localDate,
    total: value,
    declined: state === 'declined' ? ['goal'] : [],
    missing: state === 'missing' ? ['goal'] : [],
  })),
})
