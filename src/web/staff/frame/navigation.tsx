import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import { bodyOf } from '../api/client.ts'
import { useAlerts } from '../alerts/useAlerts.ts'
import { useDesk } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { AlertsIcon, CaseloadIcon, ReportIcon, RotaIcon } from '../parts/icons.tsx'
import { ageWords, counted } from '../words/index.ts'
import { linkTo, type Place } from './place.ts'

interface NavigationProps {
  place: Place
  canSignOut: boolean
  onSignedOut: () => void
}

/** The left-hand navigation: Alerts with how many wait and since when, Caseload, and who is signed in. */
export function Navigation({ place, canSignOut, onSignedOut }: NavigationProps) {
  const { api, me } = useDesk()
  const { data } = useAlerts()
  const now = useNow()
  const waiting = data?.unacknowledged ?? 0

  // The tab's own title carries a number and nothing else: it can be seen by whoever walks past.
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) Between Sessions – staff` : 'Between Sessions – staff'
  }, [waiting])

  const signOut = async () => {
    const { continueAt } = await bodyOf(api.POST('/staff/sign-out'))
    if (/^https?:/.test(continueAt)) window.location.assign(continueAt)
    else onSignedOut()
  }

  return (
    <nav className="nav" aria-label="Main">
      <p className="nav-service">{me.serviceName}</p>
      <ul>
        {me.may.seeAlerts ? (
          <li>
            <a href={linkTo({ at: 'alerts' })} aria-current={place.at === 'alerts' ? 'page' : undefined}>
              <AlertsIcon />
              <span className="nav-name">Alerts</span>
              {waiting > 0 ? (
                <span className="nav-count" aria-label={counted(waiting, 'alert waits', 'alerts wait')}>
                  {waiting}
                </span>
              ) : null}
              {waiting > 0 && data?.oldestWaitingSince ? (
                <span className="nav-oldest">oldest {ageWords(data.oldestWaitingSince, now)}</span>
              ) : null}
            </a>
          </li>
        ) : null}
        {me.may.seeCaseload ? (
          <li>
            <a
              href={linkTo({ at: 'caseload' })}
              aria-current={['caseload', 'case', 'brief'].includes(place.at) ? 'page' : undefined}
            >
              <CaseloadIcon />
              <span className="nav-name">Caseload</span>
            </a>
          </li>
        ) : null}
        {me.may.changeRota ? (
          <li>
            <a href={linkTo({ at: 'rota' })} aria-current={place.at === 'rota' ? 'page' : undefined}>
              <RotaIcon />
              <span className="nav-name">Rota</span>
            </a>
          </li>
        ) : null}
        {me.may.seeReport ? (
          <li>
            <a href={linkTo({ at: 'report' })} aria-current={place.at === 'report' ? 'page' : undefined}>
              <ReportIcon />
              <span className="nav-name">Report</span>
            </a>
          </li>
        ) : null}
      </ul>
      <div className="nav-me">
        <span>{me.name}</span>
        {canSignOut ? (
          <Button size="small" appearance="subtle" onClick={() => void signOut()}>
            Sign out
          </Button>
        ) : null}
      </div>
    </nav>
  )
}
