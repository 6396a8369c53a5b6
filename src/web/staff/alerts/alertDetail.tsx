import { linkTo } from '../frame/place.ts'
import { useDesk } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { ShowLoaded } from '../parts/states.tsx'
import { ageWords, BAND_WORDS, CARE_STATUS_WORDS, counted, ROLE_WORDS, whenWords } from '../words/index.ts'
import { AlertActions } from './alertActions.tsx'
import { AlertHistory } from './alertHistory.tsx'
import { Contacts } from './contacts.tsx'
import { Ladder } from './ladder.tsx'
import { NextRung } from './nextRung.tsx'
import { TheirAnswers } from './theirAnswers.tsx'
import { TierMark } from './tier.tsx'
import { useAlert } from './useAlerts.ts'

/** Everything about one alert, and what to do with it. */
export function AlertDetail({ alertId }: { alertId: string }) {
  const { cache } = useDesk()
  const loaded = useAlert(alertId)
  const now = useNow()
  return (
    <ShowLoaded loaded={loaded} what="the alert" onRetry={() => void cache.reload(`alert/${alertId}`)}>
      {({ alert, history, contacts, ladder }) => (
        <article className="alert" aria-labelledby={`alert-${alert.id}`}>
          <header>
            <TierMark tier={alert.tier} words={alert.tierWords} priority={alert.priority} />
            <h2 id={`alert-${alert.id}`}>
              {alert.person?.preferredName ?? 'Somebody not linked to a case'}
              {alert.person?.pronouns ? <span className="quiet"> ({alert.person.pronouns})</span> : null}
            </h2>
            <p className="facts">
              {alert.person ? (
                <span>
                  {ROLE_WORDS[alert.person.role]}
                  {alert.person.age ? `, ${alert.person.age}` : ''} ({BAND_WORDS[alert.person.band]})
                </span>
              ) : null}
              {alert.case ? <span className="care">{CARE_STATUS_WORDS[alert.case.careStatus]}</span> : null}
              {alert.case ? <span>with {alert.case.practitioner.name}</span> : null}
              {alert.case && alert.mayOpenCase ? (
                <a href={linkTo({ at: 'case', caseId: alert.case.id })}>Open case {alert.case.caseRef}</a>
              ) : null}
            </p>
          </header>

          <section aria-label="What was written">
            <p className="alert-lane">
              {alert.laneWords} · {whenWords(alert.openedAt, now)} ({ageWords(alert.openedAt, now)})
              {alert.repeats > 0 ? ` · said again ${counted(alert.repeats, 'time', 'times')}` : ''}
            </p>
            <blockquote className="alert-words">{alert.words}</blockquote>
            {alert.noReplyAt ? (
              <p className="hold">
                <strong>No reply</strong> to a question about safety: help was given once more at{' '}
                {whenWords(alert.noReplyAt, now)}, and the bot says nothing else by itself.
              </p>
            ) : null}
            <TheirAnswers history={history} />
            {alert.holds ? (
              <p className="hold">
                <strong>On hold:</strong> exercises, tips and prompts stay stopped for this person until a named person
                releases the hold here.
              </p>
            ) : null}
          </section>

          {alert.next ? <NextRung next={alert.next} now={now} /> : null}
          <AlertActions alert={alert} />
          <Contacts alert={alert} contacts={contacts} now={now} />
          <Ladder alert={alert} steps={ladder} now={now} />

          {alert.context.length > 0 ? (
            <section>
              <h3>Around it</h3>
              <ol className="context">
                {alert.context.map((line, index) => (
                  <li key={index} className={`context-${line.from}`}>
                    <span className="context-who">
                      {line.from === 'bot' ? 'Bot' : (alert.person?.preferredName ?? 'Person')}
                      {line.at ? <time dateTime={line.at}> {whenWords(line.at, now)}</time> : null}
                    </span>
                    {line.text}
                  </li>
                ))}
              </ol>
            </section>
          ) : null}

          {alert.because.length > 0 ? (
            <section>
              <h3>Why it was raised</h3>
              <ul className="plain">
                {alert.because.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
              <p className="quiet">
                This says how fast a person must look. It does not predict anything and is not an assessment.
              </p>
            </section>
          ) : null}
          <AlertHistory history={history} now={now} />
        </article>
      )}
    </ShowLoaded>
  )
}
