import { lazy, Suspense, useMemo } from 'react'
import { Alerts } from '../alerts/alerts.tsx'
import type { Schemas, StaffApi } from '../api/client.ts'
import { Caseload } from '../caseload/caseload.tsx'
import type { Host } from '../host/types.ts'
import { Cache } from '../live/cache.ts'
import { DeskProvider, type Desk } from '../live/desk.tsx'
import { useLiveDesk } from '../live/useLiveDesk.ts'
import { Waiting } from '../parts/states.tsx'
import { Banners } from './banners.tsx'
import { Navigation } from './navigation.tsx'
import { linkTo, usePlace } from './place.ts'

const Rota = lazy(() => import('../rota/rota.tsx'))
const QuarterlyReport = lazy(() => import('../reports/report.tsx'))
const CaseScreen = lazy(() => import('../case/caseScreen.tsx'))
const BriefScreen = lazy(() => import('../brief/briefScreen.tsx'))

interface FrameProps {
  host: Host
  api: StaffApi
  me: Schemas['Me']
  onSignedOut: () => void
}

/** The signed-in page: navigation, banners that must be seen, and the place one is at. */
export function Frame({ host, api, me, onSignedOut }: FrameProps) {
  const cache = useMemo(() => new Cache(), [])
  const place = usePlace()
  const { freshness, retry } = useLiveDesk(api, cache, true)
  const desk: Desk = useMemo(() => ({ api, cache, me, freshness }), [api, cache, me, freshness])
  return (
    <DeskProvider desk={desk}>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}
      >
        Skip to content
      </a>
      <div className="frame">
        <Navigation place={place} canSignOut={!host.inTeams} onSignedOut={onSignedOut} />
        <div className="frame-body">
          <Banners onRetry={retry} onSignIn={onSignedOut} />
          <main id="main" tabIndex={-1}>
            <Suspense fallback={<Waiting what="the page" />}>
              {place.at === 'alerts' ? <Alerts alertId={place.alertId} /> : null}
              {place.at === 'caseload' ? <Caseload /> : null}
              {place.at === 'report' ? <QuarterlyReport /> : null}
              {place.at === 'case' ? <CaseScreen key={place.caseId} caseId={place.caseId} /> : null}
              {place.at === 'brief' ? <BriefScreen key={place.caseId} caseId={place.caseId} /> : null}
              {place.at === 'rota' && me.may.changeRota ? <Rota /> : null}
              {place.at === 'nowhere' || (place.at === 'rota' && !me.may.changeRota) ? (
                <section className="empty">
                  <h1>Nothing stands at this address</h1>
                  <p>
                    The link may be old or cut short. Go to <a href={linkTo({ at: 'alerts' })}>Alerts</a> or{' '}
                    <a href={linkTo({ at: 'caseload' })}>Caseload</a>.
                  </p>
                </section>
              ) : null}
            </Suspense>
          </main>
        </div>
      </div>
    </DeskProvider>
  )
}
