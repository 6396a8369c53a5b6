import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { Schemas } from '../api/client.ts'
import { useNow } from '../live/useNow.ts'
import {
  BAND_WORDS,
  capital,
  CARER_WORDS,
  counted,
  PERSON_STATE_WORDS,
  REASON_WORDS,
  REQUEST_STATE_WORDS,
  ROLE_WORDS,
  whenWords,
} from '../words/index.ts'
import { Assignments } from './assignments.tsx'
import { CopingPlanPart } from './copingPlan.tsx'
import { PinReset } from './pinReset.tsx'

const ConsentForm = lazy(() => import('./consentForm.tsx'))
const CaringForm = lazy(() => import('./caringForm.tsx'))
const Invitation = lazy(() => import('./invitation.tsx'))
const MeasureRequest = lazy(() => import('./measureRequest.tsx'))
const AssignModule = lazy(() => import('./assignModule.tsx'))

const INVITATION_WORDS: Record<Schemas['Person']['invitation']['state'], string> = {
  none: 'not invited yet',
  waiting: 'invited, not used yet',
  used: 'used',
  expired: 'ran out: make a new one',
  locked: 'locked after five wrong codes: make a new one',
}

type Open = 'consent' | 'caring' | 'invitation' | 'measure' | 'module' | null

/** One person of a case: how they stand, what stands in the way, what they are working on, and what can be done. */
export function PersonCard({ person, mayChange }: { person: Schemas['Person']; mayChange: boolean }) {
  const [open, setOpen] = useState<Open>(null)
  const now = useNow()
  // A dialog that is still fading out must not close the next one, which may have been opened meanwhile.
  const close = (which: Open) => () => setOpen((shown) => (shown === which ? null : shown))
  const requests = person.measureRequests.slice(0, 4)
  return (
    <section className="person" aria-label={person.preferredName}>
      <header>
        <h3>
          {person.preferredName}
          {person.pronouns ? <span className="quiet"> ({person.pronouns})</span> : null}
        </h3>
        <p className="quiet">
          {person.role === 'parent-carer'
            ? capital(BAND_WORDS[person.band])
            : `${ROLE_WORDS[person.role]}${person.age === null ? '' : `, ${person.age}`} · ${BAND_WORDS[person.band]}`}
          {person.carer ? ` · ${CARER_WORDS[person.carer].toLowerCase()}` : ''}
          {person.childCalled ? ` · calls the child ${person.childCalled}` : ''}
          {person.called ? ` · the child says ${person.called}` : ''}
        </p>
        <p>
          {PERSON_STATE_WORDS[person.state]}
          {person.onHold ? <span className="tag">on hold until an alert is released</span> : null}
        </p>
        {person.role === 'parent-carer' && mayChange ? (
          <Button size="small" appearance="subtle" onClick={() => setOpen('caring')}>
            How they care for the child
          </Button>
        ) : null}
      </header>

      <div className="person-part">
        <h4>Consent: {person.consent.complete ? 'complete' : 'not complete'}</h4>
        {person.consent.missing.length > 0 ? (
          <ul>
            {person.consent.missing.map(({ code, words }) => (
              <li key={code}>{words}</li>
            ))}
          </ul>
        ) : null}
        {person.consent.recordedAt ? (
          <p className="quiet">
            Recorded {whenWords(person.consent.recordedAt, now)}
            {person.consent.recordedBy ? ` by ${person.consent.recordedBy}` : ''}
          </p>
        ) : null}
        {mayChange ? (
          <Button size="small" onClick={() => setOpen('consent')}>
            {person.consent.record ? 'Change consent' : 'Record consent'}
          </Button>
        ) : null}
      </div>

      <div className="person-part">
        <h4>Way in</h4>
        <p>
          Invitation: {INVITATION_WORDS[person.invitation.state]}
          {person.invitation.state === 'waiting' && person.invitation.expiresAt
            ? `, until ${whenWords(person.invitation.expiresAt, now)}`
            : ''}
          . {counted(person.devices, 'device', 'devices')}. PIN{' '}
          {{ 'not-set': 'not set', set: 'set', locked: 'locked after five wrong tries' }[person.pin]}.
        </p>
        {mayChange ? (
          <div className="buttons">
            <Button size="small" onClick={() => setOpen('invitation')}>
              {person.invitation.state === 'none' ? 'Invite' : 'New invitation'}
            </Button>
            {person.pin === 'not-set' ? null : <PinReset person={person} />}
          </div>
        ) : null}
      </div>

      {person.role === 'young-person' ? <CopingPlanPart person={person} /> : null}

      <div className="person-part">
        <h4>Modules</h4>
        <Assignments person={person} mayChange={mayChange} />
        {mayChange ? (
          <Button size="small" onClick={() => setOpen('module')}>
            Assign a module
          </Button>
        ) : null}
      </div>

      <div className="person-part">
        <h4>Measures asked for</h4>
        {requests.length === 0 ? <p className="quiet">None yet.</p> : null}
        <ul className="plain">
          {requests.map((request) => (
            <li key={request.id}>
              {request.title} <span className="quiet">· {REASON_WORDS[request.reason].toLowerCase()} ·</span>{' '}
              {REQUEST_STATE_WORDS[request.state]}{' '}
              <span className="quiet">{whenWords(request.finishedAt ?? request.askedAt, now)}</span>
            </li>
          ))}
        </ul>
        {mayChange ? (
          <Button size="small" onClick={() => setOpen('measure')}>
            Ask for a measure
          </Button>
        ) : null}
      </div>

      <Suspense fallback={null}>
        {open === 'consent' ? <ConsentForm person={person} onClose={close('consent')} /> : null}
        {open === 'caring' ? <CaringForm person={person} onClose={close('caring')} /> : null}
        {open === 'invitation' ? <Invitation person={person} onClose={close('invitation')} /> : null}
        {open === 'measure' ? <MeasureRequest person={person} onClose={close('measure')} /> : null}
        {open === 'module' ? <AssignModule person={person} onClose={close('module')} /> : null}
      </Suspense>
    </section>
  )
}
