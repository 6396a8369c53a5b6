import { useEffect, useRef, useState } from 'react'
import { linkTo } from '../frame/place.ts'
import { useDesk } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { useWide } from '../parts/useWide.ts'
import { ShowLoaded } from '../parts/states.tsx'
import { counted, whenWords } from '../words/index.ts'
import { AlertDetail } from './alertDetail.tsx'
import { AlertListItem } from './alertListItem.tsx'
import { Sayings } from './sayings.tsx'
import { useAlerts } from './useAlerts.ts'

/** The alerts queue: the list, and one alert to deal with. Looking at one never acknowledges it. */
export function Alerts({ alertId }: { alertId: string | undefined }) {
  const { cache } = useDesk()
  const loaded = useAlerts()
  const now = useNow()
  // On a wide screen the first alert is shown beside the list, and stays: a new one on top must not take the place of what
  // somebody is reading or typing. On a narrow one nothing is opened that is not seen.
  const [kept, setKept] = useState<string>()
  const wide = useWide()
  const first = loaded.data?.alerts[0]?.id
  const shown = alertId ?? (wide ? (kept ?? first) : undefined)
  useEffect(() => setKept(shown), [shown])
  const detail = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever is in the middle of a form stays there.
    if (alertId && !detail.current?.contains(document.activeElement)) detail.current?.focus({ preventScroll: false })
  }, [alertId])

  return (
    <ShowLoaded loaded={loaded} what="alerts" onRetry={() => void cache.reload('alerts')}>
      {({ alerts, unacknowledged, oldestWaitingSince, sayings }) => (
        <>
          <header className="page-head">
            <h1>Alerts</h1>
            <p role="status">
              {unacknowledged === 0
                ? alerts.length === 0
                  ? ''
                  : 'Somebody is dealing with each of these.'
                : `${counted(unacknowledged, 'alert waits', 'alerts wait')} for somebody to deal with${unacknowledged === 1 ? ' it' : ' them'}${oldestWaitingSince ? `, the oldest since ${whenWords(oldestWaitingSince, now)}` : ''}.`}
            </p>
          </header>
          {alerts.length === 0 && !shown ? (
            <section className="empty">
              <h2>No open alerts</h2>
              <p>
                New ones appear here by themselves while this page is open. Next: your{' '}
                <a href={linkTo({ at: 'caseload' })}>caseload</a>.
              </p>
            </section>
          ) : (
            <div className={alertId ? 'alerts alerts-one' : 'alerts'}>
              <ol className="alert-list" aria-label="Open alerts">
                {alerts.length === 0 ? <li className="quiet">No open alerts.</li> : null}
                {alerts.map((alert) => (
                  <AlertListItem key={alert.id} alert={alert} now={now} current={alert.id === shown} />
                ))}
              </ol>
              <div className="alert-shown" ref={detail} tabIndex={-1}>
                <a className="back-link" href={linkTo({ at: 'alerts' })}>
                  ← All alerts
                </a>
                {shown ? <AlertDetail key={shown} alertId={shown} /> : null}
              </div>
            </div>
          )}
          <Sayings sayings={sayings} now={now} />
        </>
      )}
    </ShowLoaded>
  )
}
