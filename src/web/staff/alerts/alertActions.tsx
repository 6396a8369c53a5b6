import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { Refused, type Schemas } from '../api/client.ts'
import { linkTo } from '../frame/place.ts'
import { useDesk } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { OUTCOME_WORDS, whenWords } from '../words/index.ts'
import { AcknowledgeForm } from './acknowledgeForm.tsx'
import { ContactForm } from './contactForm.tsx'
import { HandOverForm } from './handOverForm.tsx'
import { NoteForm } from './noteForm.tsx'
import { ReleaseForm } from './releaseForm.tsx'

type Form = 'acknowledge' | 'hand-over' | 'contact' | 'release' | 'note'

/** What can be done with an alert now: take it, hand it over, log contact, then
 * release it, and a note at any time. One form is open at a time. */
export function AlertActions({ alert }: { alert: Schemas['Alert'] }) {
  const { cache } = useDesk()
  const now = useNow()
  const [open, setOpen] = useState<Form | null>(null)

  /** Acting on an alert goes to its own address: a window made narrow then still shows it, with what is being typed. */
  const begin = (form: Form) => {
    setOpen(form)
    window.location.replace(linkTo({ at: 'alerts', alertId: alert.id }))
  }
  const done = (answer: Schemas['AlertWithHistory']) => {
    cache.put(`alert/${alert.id}`, answer)
    setOpen(null)
    void cache.refresh(['alerts', 'cases'])
  }
  /** Somebody else was faster: what they did is fetched, and the form stays so that nothing typed is lost. */
  const refused = (problem: unknown) => {
    if (problem instanceof Refused && (problem.status === 409 || problem.status === 412))
      void cache.reload(`alert/${alert.id}`)
  }
  const form = { alert, onDone: done, onRefused: refused, onCancel: () => setOpen(null) }

  return (
    <section className="alert-actions" aria-label="What is being done">
      {alert.acknowledged ? (
        <p className="taken">
          <strong>{alert.acknowledged.by.name} is dealing with this</strong> since{' '}
          {whenWords(alert.acknowledged.at, now)}: {alert.acknowledged.plannedAction}
        </p>
      ) : null}
      {alert.handedOver && !alert.acknowledged && !alert.released ? (
        <p className="taken">
          <strong>
            Handed over to {alert.handedOver.to.name} by {alert.handedOver.by.name}
          </strong>{' '}
          {whenWords(alert.handedOver.at, now)}, not taken yet: {alert.handedOver.reason}
        </p>
      ) : null}
      {alert.released ? (
        <p className="taken">
          <strong>Released by {alert.released.by.name}</strong> {whenWords(alert.released.at, now)}:{' '}
          {OUTCOME_WORDS[alert.released.outcome]}
          {alert.released.toWhom ? ` (${alert.released.toWhom})` : ''}. {alert.released.note}
          {alert.released.nextAction && alert.released.nextActionAt
            ? ` Next: ${alert.released.nextAction}, ${whenWords(alert.released.nextActionAt, now)}.`
            : ''}
        </p>
      ) : null}

      {open === 'acknowledge' ? <AcknowledgeForm {...form} /> : null}
      {open === 'hand-over' ? <HandOverForm {...form} /> : null}
      {open === 'contact' ? <ContactForm {...form} /> : null}
      {open === 'release' ? <ReleaseForm {...form} /> : null}
      {open === 'note' ? <NoteForm {...form} /> : null}

      {open === null ? (
        <div className="buttons">
          {alert.state === 'open' ? (
            <Button appearance="primary" size="large" onClick={() => begin('acknowledge')}>
              I’m dealing with this
            </Button>
          ) : null}
          {alert.state === 'acknowledged' ? (
            <Button appearance="primary" onClick={() => begin('release')}>
              {alert.holds ? 'Release hold' : 'Close alert'}
            </Button>
          ) : null}
          <Button onClick={() => begin('contact')}>Log contact</Button>
          {alert.state === 'closed' ? null : <Button onClick={() => begin('hand-over')}>Hand over</Button>}
          <Button onClick={() => begin('note')}>Add note</Button>
        </div>
      ) : null}
    </section>
  )
}
