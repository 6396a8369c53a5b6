import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { linkTo } from '../frame/place.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { Choose } from '../parts/choose.tsx'
import { ShowLoaded } from '../parts/states.tsx'
import { dayWords } from '../words/index.ts'
import { asCsv, kindWords, valueWords } from './figures.ts'

const RefusedReferralForm = lazy(() => import('./refusedReferralForm.tsx'))

type Report = Schemas['QuarterlyReport']

/** The quarterly activity and outcomes report: every number with its definition, what it is of, and the cases behind it. */
export default function QuarterlyReport() {
  const { me } = useDesk()
  const quarters = lastQuarters(useNow())
  const [quarter, setQuarter] = useState(quarters[0]!)
  const [recording, setRecording] = useState(false)
  const loaded = useLoaded(`report/${quarter}`, 'cases', (api) =>
    bodyOf(api.GET('/staff/api/reports/quarterly', { params: { query: { quarter } } })),
  )
  return (
    <article className="report">
      <header className="section-head">
        <h1>Quarterly report</h1>
        <div className="strip-actions">
          <Choose
            label="Quarter"
            value={quarter}
            choices={quarters.map((one) => [one, `${one.slice(5)} ${one.slice(0, 4)}`] as const)}
            onChoose={(chosen) => chosen !== '' && setQuarter(chosen)}
          />
          {me.roles.includes('practitioner') ? (
            <Button size="small" onClick={() => setRecording(true)}>
              A referral was not accepted
            </Button>
          ) : null}
        </div>
      </header>
      <ShowLoaded loaded={loaded} what="the report" onRetry={() => undefined}>
        {(report) => <Figures report={report} />}
      </ShowLoaded>
      {recording ? (
        <Suspense fallback={null}>
          <RefusedReferralForm onClose={() => setRecording(false)} />
        </Suspense>
      ) : null}
    </article>
  )
}

function Figures({ report }: { report: Report }) {
  return (
    <>
      <p>
        {dayWords(report.from)} to {dayWords(report.until)}.{' '}
        {report.wholeService ? 'The whole service.' : 'The cases that are yours to see.'} Numbers from 1 to 4 could show
        who it is: they are not in the print and the CSV{report.wholeService ? ', nor here' : ''}.
      </p>
      <p className="strip-actions no-print">
        <Button size="small" onClick={() => save(report)}>
          Save as CSV
        </Button>
        <Button size="small" appearance="subtle" onClick={() => window.print()}>
          Print
        </Button>
      </p>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Number</th>
            <th scope="col">Of</th>
            <th scope="col">How it is counted</th>
          </tr>
        </thead>
        <tbody>
          {report.figures.map((figure, n) => (
            <tr key={`${figure.id} ${figure.of ?? ''}`} className={figure.of === null ? undefined : 'report-part'}>
              <th scope="row">{figure.of === null ? figure.title : kindWords(figure)}</th>
              <td>
                <span className={figure.small ? 'no-print' : undefined}>{valueWords(figure)}</span>
                {figure.small ? <span className="print-only">fewer than 5</span> : null}
                {figure.cases.length > 0 ? <Behind cases={figure.cases} /> : null}
              </td>
              <td>{figure.outOf === null || figure.small ? '' : figure.outOf}</td>
              <td className="quiet">{figure.id === report.figures[n - 1]?.id ? '' : figure.definition}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** The cases behind a number. */
function Behind({ cases }: { cases: Report['figures'][number]['cases'] }) {
  return (
    <details className="no-print">
      <summary>Cases</summary>
      <ul className="plain">
        {cases.map(({ caseId, caseRef }) => (
          <li key={caseId}>
            <a href={linkTo({ at: 'case', caseId })}>{caseRef}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The present quarter and the seven before it, newest first. */
function lastQuarters(now: Date): string[] {
  const latest = now.getFullYear() * 4 + Math.floor(now.getMonth() / 3)
  return Array.from({ length: 8 }, (_, back) => `${Math.floor((latest - back) / 4)}-Q${((latest - back) % 4) + 1}`)
}

function save(report: Report): void {
  const address = URL.createObjectURL(new Blob([asCsv(report)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `activity-and-outcomes-${report.quarter}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
