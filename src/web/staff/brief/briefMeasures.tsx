import type { Schemas } from '../api/client.ts'
import { changeWords } from '../case/changeWords.ts'
import { counted, shortDayWords } from '../words/index.ts'

type Measure = Schemas['Brief']['measures'][number]

const RELIABLE_WORDS = {
  improved: 'yes, better',
  deteriorated: 'yes, worse',
  none: 'no, within measurement error',
  unknown: 'cannot be said',
} as const

/** Measures and goals: last, change, whether it is reliable, what was declined, risk items. Missing is said to be missing. */
export function BriefMeasures({ brief }: { brief: Schemas['Brief'] }) {
  return (
    <>
      <section aria-label="Measures">
        <h2>Measures</h2>
        {brief.measures.length === 0 ? <p className="empty-line">None sent and none asked for.</p> : null}
        {brief.measures.map((measure) => (
          <OneMeasure key={`${measure.personName}/${measure.title}`} measure={measure} />
        ))}
      </section>
      <section aria-label="Goals">
        <h2>Goals {brief.goalsWaiting ? <span className="tag tag-amber">asked for, not sent</span> : null}</h2>
        {brief.goals.length === 0 ? <p className="empty-line">No goal agreed.</p> : null}
        <ul className="plain">
          {brief.goals.map((goal) => (
            <li key={goal.goalId}>
              {goal.words}{' '}
              <strong>
                {goal.ratings.length === 0
                  ? 'not rated yet'
                  : goal.ratings.map(({ value }) => (value === null ? 'declined' : value)).join(' → ')}
              </strong>
              {goal.reliable === 'improved' || goal.reliable === 'deteriorated' ? (
                <span className="quiet"> {RELIABLE_WORDS[goal.reliable]}</span>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function OneMeasure({ measure }: { measure: Measure }) {
  const { last } = measure
  return (
    <div className="brief-measure">
      <h3>
        {measure.title} <span className="quiet">{measure.personName}</span>
        {measure.isNew ? <span className="tag">new</span> : null}
        {measure.waiting ? <span className="tag tag-amber">asked for, not sent</span> : null}
      </h3>
      {last === null ? (
        <p>No score yet.</p>
      ) : (
        <p>
          <strong>{last.total === null ? `Not scorable${last.reason ? `: ${last.reason}` : ''}` : last.total}</strong>
          {last.total !== null && measure.max !== null ? ` of ${measure.max}` : ''}
          {last.band ? ` · ${last.band}` : ''}
          <span className="quiet"> · {shortDayWords(last.localDate)}</span>
          {' · since last: '}
          {changeWords(last.change, measure.direction)}
          {' · since the first: '}
          {changeWords(last.changeFromBaseline, measure.direction)}
          {' · reliable: '}
          {RELIABLE_WORDS[last.reliable ?? 'unknown']}
          {last.fast ? ' · answered faster than reading allows' : ''}
        </p>
      )}
      {measure.riskItems.map(({ text, answer }) => (
        <p key={text} className="answer-risk">
          {text}: {answer ?? 'not answered'}
        </p>
      ))}
      {measure.declined.length > 0 ? (
        <p>
          {counted(measure.declined.length, 'item', 'items')} declined: {measure.declined.join('; ')}
        </p>
      ) : null}
      {measure.missing > 0 ? <p>{counted(measure.missing, 'item', 'items')} never shown</p> : null}
    </div>
  )
}
