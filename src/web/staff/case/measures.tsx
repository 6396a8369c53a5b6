import { MeasureChart } from '../chart/measureChart.tsx'
import type { Schemas } from '../api/client.ts'
import { dayWords } from '../words/index.ts'
import { AdministrationTable } from './administrationTable.tsx'
import { nameOf, type CasePartProps } from './caseKey.ts'
import { changeWords } from './changeWords.ts'
import { ScaleTable } from './scaleTable.tsx'

/** Whether a change from the first score is more than measurement error, where that can be said. */
const RELIABLE_WORDS = {
  improved: ', better by more than measurement error',
  deteriorated: ', worse by more than measurement error',
  none: ', within measurement error',
  unknown: '',
} as const

/** The measures of a case, each person's own: last score, change, chart and the numbers behind it. */
export function Measures({ shown }: CasePartProps) {
  return (
    <section aria-label="Measures">
      <h2>Measures</h2>
      {shown.measures.length === 0 ? (
        <p className="empty-line">No measure has been sent yet. Ask for one under “People”.</p>
      ) : (
        <p className="quiet">Screening, not diagnosis. Bands are for staff; the young person never sees them.</p>
      )}
      {shown.measures.map((series) => (
        <Series
          key={`${series.personId}/${series.measure}`}
          series={series}
          who={nameOf(shown, series.personId)}
          normGroup={shown.normGroup}
        />
      ))}
    </section>
  )
}

interface SeriesProps {
  series: Schemas['MeasureSeries']
  who: string
  normGroup: Schemas['NormGroup'] | null
}

/** One measure of one person. */
function Series({ series, who, normGroup }: SeriesProps) {
  const last = series.administrations.at(-1)
  if (!last) return null
  return (
    <section className="measure">
      <header>
        <h3>
          {series.title} <span className="quiet">{who}</span>
        </h3>
        <p className="measure-last">
          <strong>{last.total === null ? 'not scorable' : last.total}</strong>
          {last.total !== null && series.range ? ` of ${series.range.max}` : ''}
          {last.band ? ` · ${last.band}` : ''}
          <span className="quiet"> · {dayWords(last.localDate)}</span>
        </p>
        <p>
          Since last: <strong>{changeWords(last.change, series.direction)}</strong>
          {last.changeFromBaseline === null ? null : (
            <>
              {' · '}since the first: <strong>{changeWords(last.changeFromBaseline, series.direction)}</strong>
              {RELIABLE_WORDS[last.reliable ?? 'unknown']}
            </>
          )}
        </p>
        {last.reason ? <p className="quiet">Not scorable: {last.reason}</p> : null}
        {last.fast ? <p className="tag tag-amber">answered faster than reading allows</p> : null}
      </header>
      <div className="measure-body">
        <MeasureChart title={series.title} series={series} />
        <AdministrationTable series={series} />
      </div>
      <ScaleTable series={series} normGroup={normGroup} />
    </section>
  )
}
