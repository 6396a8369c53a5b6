import type { Schemas } from '../api/client.ts'
import { shortDayWords, timeWords, whenWords } from '../words/index.ts'
import { useNow } from '../live/useNow.ts'
import { changeWords } from './changeWords.ts'

/** The numbers behind a measure's chart, newest first, and the answers item by item. */
export function AdministrationTable({ series }: { series: Schemas['MeasureSeries'] }) {
  const newestFirst = series.administrations.toReversed()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={`${series.title}: scores`}>
      <table className="scores">
        <thead>
          <tr>
            <th scope="col">Day and time</th>
            <th scope="col">Score</th>
            <th scope="col">Change</th>
            <th scope="col">◇ Declined</th>
            <th scope="col">□ Missing</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((administration) => (
            <tr key={administration.administrationId}>
              <th scope="row">
                {shortDayWords(administration.localDate)} {timeWords(administration.occurredAt)}
                {administration.fast ? <span className="quiet"> · fast</span> : null}
              </th>
              <td>{administration.total ?? 'not scorable'}</td>
              <td>
                {administration.total === null
                  ? 'cannot be said'
                  : changeWords(administration.change, series.direction)}
              </td>
              <td>{administration.declined.length}</td>
              <td>{administration.missing.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {newestFirst.map((administration, index) => (
        <Answers key={administration.administrationId} administration={administration} open={index === 0} />
      ))}
    </div>
  )
}

const signed = (change: number): string => (change > 0 ? `+${change}` : `−${-change}`)

const ANSWER_WORDS = { declined: '◇ preferred not to say', missing: '□ not asked' } as const

/** The answers of one administration: risk items first, then as asked. */
function Answers({ administration, open }: { administration: Schemas['Administration']; open: boolean }) {
  const now = useNow()
  const ordered = [
    ...administration.answers.filter(({ risk }) => risk),
    ...administration.answers.filter(({ risk }) => !risk),
  ]
  if (ordered.length === 0) return null
  const told = ordered.some(({ risk, answer }) => risk && (answer ?? 0) > 0)
  return (
    <details className="answers" open={open && told}>
      <summary>
        Answers, {whenWords(administration.occurredAt, now)}
        {administration.fast ? ' · answered fast' : ''}
      </summary>
      <ol>
        {ordered.map((item) => (
          <li key={item.item} className={item.risk ? 'answer-risk' : undefined}>
            <span>
              {item.risk ? <strong>Risk item. </strong> : null}
              {item.text}
            </span>
            <span className="answer-given">
              {item.state === 'given' ? `${item.answerText ?? ''} (${item.answer})` : ANSWER_WORDS[item.state]}
              {item.change ? <span className="quiet"> · {signed(item.change)} since last</span> : null}
            </span>
          </li>
        ))}
      </ol>
      <p className="quiet">Scored by: {administration.rule}</p>
    </details>
  )
}
