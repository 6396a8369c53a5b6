import { TierMark } from '../alerts/tier.tsx'
import { linkTo } from '../frame/place.ts'
import { agoWords, OUTCOME_WORDS, whenWords } from '../words/index.ts'
import { nameOf, type CasePartProps } from './caseKey.ts'

/** Open alerts of a case on top, each a link to deal with it; closed ones folded beneath. Nothing here when there were none. */
export function CaseAlerts({ shown, now }: CasePartProps) {
  const open = shown.alerts.filter(({ state }) => state !== 'closed')
  const closed = shown.alerts.filter(({ state }) => state === 'closed')
  if (shown.alerts.length === 0) return null
  return (
    <section className="case-alerts" aria-label="Alerts">
      {open.length > 0 ? (
        <>
          <h2>Open alerts</h2>
          <ul className="plain">
            {open.map((alert) => (
              <li key={alert.id}>
                <a href={linkTo({ at: 'alerts', alertId: alert.id })}>
                  <TierMark tier={alert.tier} words={alert.tierWords} priority={alert.priority} />
                  <q>{alert.words}</q>
                </a>
                <p className="quiet">
                  {alert.person ? `${nameOf(shown, alert.person.id)} · ` : ''}
                  {alert.laneWords} · {agoWords(alert.openedAt, now)} ·{' '}
                  {alert.acknowledged
                    ? `${alert.acknowledged.by.name} is dealing with this`
                    : 'nobody is dealing with this yet'}
                  {alert.holds ? ' · on hold until released' : ''}
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {closed.length > 0 ? (
        <details>
          <summary>Closed alerts ({closed.length})</summary>
          <ul className="plain">
            {closed.map((alert) => (
              <li key={alert.id}>
                <a href={linkTo({ at: 'alerts', alertId: alert.id })}>
                  <TierMark tier={alert.tier} words={alert.tierWords} />
                  <q>{alert.words}</q>
                </a>
                <p className="quiet">
                  {whenWords(alert.openedAt, now)}
                  {alert.released
                    ? ` · ${alert.released.by.name}, ${whenWords(alert.released.at, now)}: ${OUTCOME_WORDS[alert.released.outcome]}`
                    : ''}
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
