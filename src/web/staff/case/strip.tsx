import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { linkTo } from '../frame/place.ts'
import { BAND_WORDS, CARE_STATUS_WORDS, CASE_STATE_WORDS, PARENTS_MAY_SEE_WORDS, whenWords } from '../words/index.ts'
import type { CasePartProps } from './caseKey.ts'
import { Review } from './review.tsx'

const RecordSession = lazy(() => import('../session/recordSession.tsx'))
const SessionForm = lazy(() => import('./sessionForm.tsx'))

/** The strip on top of a case: what has to be known before anything else is read. */
export function Strip({ shown, now }: CasePartProps) {
  const [changing, setChanging] = useState(false)
  const [recording, setRecording] = useState(false)
  const young = shown.people.find(({ role }) => role === 'young-person')
  const lead = young ?? shown.people[0]
  const maySee = young?.consent.record?.parentsMaySee
  const access = shown.setup.languageAndAccess
  return (
    <header className="strip">
      <div className="strip-name">
        <h1>
          {lead?.preferredName ?? `Case ${shown.initials || shown.caseRef}`}
          {lead?.pronouns ? <span className="quiet"> ({lead.pronouns})</span> : null}
        </h1>
        <p className="quiet">
          {shown.caseRef} · {CASE_STATE_WORDS[shown.state]} · {shown.practitioner.name}
          {shown.supervisor ? ` · supervisor ${shown.supervisor.name}` : ''}
        </p>
      </div>
      <dl className="strip-facts">
        <div>
          <dt>{lead?.role === 'parent-carer' ? 'Account' : 'Age'}</dt>
          <dd>
            {lead
              ? lead.age === null
                ? BAND_WORDS[lead.band]
                : `${lead.age} (${BAND_WORDS[lead.band]})`
              : 'nobody added yet'}
          </dd>
        </div>
        <div className={shown.careStatus === 'none' ? undefined : 'strip-care'}>
          <dt>Care status</dt>
          <dd>{CARE_STATUS_WORDS[shown.careStatus]}</dd>
        </div>
        <div>
          <dt>Session</dt>
          <dd>
            {shown.sessionNumber} of {shown.sessionsPlanned}
          </dd>
        </div>
        <div>
          <dt>Next session</dt>
          <dd>{shown.nextSessionAt ? whenWords(shown.nextSessionAt, now) : 'not set'}</dd>
        </div>
        <div>
          <dt>Consent</dt>
          <dd>
            {lead ? (lead.consent.complete ? 'complete' : `${lead.consent.missing.length} missing`) : 'not recorded'}
          </dd>
        </div>
        <div>
          <dt>Parents may see</dt>
          <dd>{maySee ? PARENTS_MAY_SEE_WORDS[maySee] : 'not recorded'}</dd>
        </div>
        {access ? (
          <div className="strip-wide">
            <dt>Language and access</dt>
            <dd>{access}</dd>
          </div>
        ) : null}
      </dl>
      {shown.mayChange ? (
        <div className="strip-actions">
          {lead ? (
            <>
              <Button size="small" appearance="primary" onClick={() => setRecording(true)}>
                Record session
              </Button>
              <Button size="small" as="a" href={linkTo({ at: 'brief', caseId: shown.caseId })}>
                Session brief
              </Button>
            </>
          ) : null}
          <Button size="small" onClick={() => setChanging(true)}>
            Session and details
          </Button>
          <Button size="small" appearance="subtle" onClick={() => window.print()}>
            Print
          </Button>
        </div>
      ) : null}
      <Review shown={shown} now={now} />
      {shown.ladderGaps.length > 0 ? (
        <div className="gaps" role="note">
          <strong>Nobody can be activated yet:</strong>
          <ul>
            {shown.ladderGaps.map(({ code, words }) => (
              <li key={code}>{words}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {recording ? (
        <Suspense fallback={null}>
          <RecordSession caseId={shown.caseId} onClose={() => setRecording(false)} />
        </Suspense>
      ) : null}
      {changing ? (
        <Suspense fallback={null}>
          <SessionForm shown={shown} onClose={() => setChanging(false)} />
        </Suspense>
      ) : null}
    </header>
  )
}
