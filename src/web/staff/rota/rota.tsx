import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { ShowLoaded } from '../parts/states.tsx'
import { whenWords } from '../words/index.ts'
import { ServiceForm } from './serviceForm.tsx'
import { StaffForm } from './staffForm.tsx'
import { StaffTable } from './staffTable.tsx'

/** Who is there and when: what decides whom an alert reaches. For set-up and the service manager. */
export default function Rota() {
  const { cache } = useDesk()
  const now = useNow()
  const [changing, setChanging] = useState<Schemas['StaffOnRota'] | null>(null)
  /** What is saved begins the form anew; what somebody else saves meanwhile takes nothing that was typed away. */
  const [saves, setSaves] = useState(0)
  const loaded = useLoaded('rota', 'cases', (api) => bodyOf(api.GET('/staff/api/rota')))
  const saved = (page: Schemas['RotaPage']) => cache.put('rota', page)
  return (
    <>
      <header className="page-head">
        <h1>Rota</h1>
        {loaded.data?.changed ? (
          <p>
            Changed last by {loaded.data.changed.by.name}, {whenWords(loaded.data.changed.at, now)}
          </p>
        ) : null}
      </header>
      <ShowLoaded loaded={loaded} what="the rota" onRetry={() => void cache.reload('rota')}>
        {(page) => (
          <div className="rota">
            <section aria-label="Gaps">
              {page.gaps.length === 0 ? (
                <p role="status">Somebody would be told at every opening of the next four weeks.</p>
              ) : (
                <div className="gaps" role="status">
                  <strong>Nobody new can be activated while there are gaps:</strong>
                  <ul>
                    {page.gaps.map(({ words }) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                </div>
              )}
            </section>
            <section>
              <h2>Staff</h2>
              <StaffTable page={page} now={now} onChange={setChanging} />
            </section>
            <section>
              <h2>The service</h2>
              <ServiceForm key={saves} page={page} onSaved={(after) => (saved(after), setSaves(saves + 1))} />
            </section>
            {changing ? (
              <StaffForm one={changing} page={page} onSaved={saved} onClose={() => setChanging(null)} />
            ) : null}
          </div>
        )}
      </ShowLoaded>
    </>
  )
}
