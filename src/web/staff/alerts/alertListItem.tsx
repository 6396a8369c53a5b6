import type { Schemas } from '../api/client.ts'
import { linkTo } from '../frame/place.ts'
import { ageWords, CARE_STATUS_WORDS, contactWords, nextWords } from '../words/index.ts'
import { TierMark } from './tier.tsx'

interface AlertListItemProps {
  alert: Schemas['Alert']
  now: Date
  current: boolean
}

/** One alert in the queue: how fast, what about, who, their words in two lines, how long, and who has it. */
export function AlertListItem({ alert, now, current }: AlertListItemProps) {
  const { person } = alert
  return (
    <li className={`alert-item alert-item-${alert.state}`}>
      <a href={linkTo({ at: 'alerts', alertId: alert.id })} aria-current={current ? 'true' : undefined}>
        <TierMark tier={alert.tier} words={alert.tierWords} priority={alert.priority} />
        <span className="alert-item-age">{ageWords(alert.openedAt, now)}</span>
        <span className="alert-item-who">
          {person ? person.preferredName : 'Somebody not linked to a case'}
          {person?.age ? `, ${person.age}` : ''}
          {alert.case && alert.case.careStatus !== 'none' ? ` · ${CARE_STATUS_WORDS[alert.case.careStatus]}` : ''}
        </span>
        <span className="alert-item-lane">
          {alert.laneWords}
          {alert.noReplyAt ? ' · no reply' : ''}
        </span>
        <q className="alert-item-words">{alert.words}</q>
        <span className="alert-item-state">
          {alert.acknowledged
            ? `${alert.acknowledged.by.name} is dealing with this`
            : alert.handedOver
              ? `Handed over to ${alert.handedOver.to.name}, not taken yet`
              : 'Nobody is dealing with this yet'}
        </span>
        {contactWords(alert, now) ? <span className="alert-item-next">{contactWords(alert, now)}</span> : null}
        {alert.next ? <span className="alert-item-next">Next: {nextWords(alert.next, now)}</span> : null}
      </a>
    </li>
  )
}
