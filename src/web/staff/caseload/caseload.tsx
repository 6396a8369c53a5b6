import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { bodyOf } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { ShowLoaded } from '../parts/states.tsx'
import { counted } from '../words/index.ts'
import { CaseloadRow } from './caseloadRow.tsx'
import { Deliveries } from './deliveries.tsx'

const NewCase = lazy(() => import('./newCase.tsx'))

/** Every case this member of staff has, in the order in which they need looking at. */
export function Caseload() {
  const { cache, me } = useDesk()
  const now = useNow()
  const [adding, setAdding] = useState(false)
  const loaded = useLoaded('caseload', 'cases', (api) => bodyOf(api.GET('/staff/api/caseload')))
  const newCase = me.may.changeCases ? (
    <Button appearance="primary" onClick={() => setAdding(true)}>
      New case
    </Button>
  ) : null
  return (
    <>
      <header className="page-head">
        <h1>Caseload</h1>
        {loaded.data ? <p>{counted(loaded.data.cases.length, 'case', 'cases')}</p> : null}
        {newCase}
      </header>
      <ShowLoaded loaded={loaded} what="your caseload" onRetry={() => void cache.reload('caseload')}>
        {({ cases }) =>
          cases.length === 0 ? (
            <section className="empty">
              <h2>No cases yet</h2>
              <p>
                {me.may.changeCases
                  ? 'A case exists in the case record first. Press “New case” and give its reference.'
                  : 'Cases appear here when a practitioner you supervise opens one.'}
              </p>
            </section>
          ) : (
            <div className="table-scroll" tabIndex={0} role="region" aria-label="Cases">
              <table className="caseload">
                <thead>
                  <tr>
                    <th scope="col">Case</th>
                    <th scope="col">Alerts</th>
                    <th scope="col">Care status</th>
                    <th scope="col">Module and step</th>
                    <th scope="col">Sessions held</th>
                    <th scope="col">Next session</th>
                    <th scope="col">Last entry</th>
                    <th scope="col">Measures</th>
                    <th scope="col">Case record</th>
                  </tr>
                </thead>
                <tbody>
                  {cases.map((row) => (
                    <CaseloadRow
                      key={row.caseId}
                      row={row}
                      now={now}
                      showPractitioner={row.practitioner.staffId !== me.staffId}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </ShowLoaded>
      {me.may.seeDeliveries ? <Deliveries /> : null}
      {adding ? (
        <Suspense fallback={null}>
          <NewCase onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
