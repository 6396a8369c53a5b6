import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useLoaded } from '../live/desk.tsx'
import { CLOSING_REASON_WORDS, DESTINATION_WORDS, SPECIALIST_WORDS, whenWords } from '../words/index.ts'
import { closingKey, type CasePartProps } from './caseKey.ts'

const ClosingForm = lazy(() => import('./closingForm.tsx'))
const ReopenForm = lazy(() => import('./reopenForm.tsx'))

/** Closing the case: what stands in the way, how it was closed, and opening it again (brief 6.4). */
export function Closing({ shown, now }: CasePartProps) {
  const [open, setOpen] = useState(false)
  const loaded = useLoaded(closingKey(shown.caseId), 'cases', (api) =>
    bodyOf(api.GET('/staff/api/cases/{caseId}/closing', { params: { path: { caseId: shown.caseId } } })),
  )
  const state = loaded.data
  if (!state) return null
  const closed = shown.state === 'closed'
  return (
    <section aria-label="Closing">
      <header className="section-head">
        <h2>Closing</h2>
        {shown.mayChange ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {closed ? 'Open again' : 'Close the case'}
          </Button>
        ) : null}
      </header>
      {closed || state.gaps.length === 0 ? null : (
        <>
          <p className="quiet">Before it can be closed:</p>
          <ul>
            {state.gaps.map(({ code, measure, words }) => (
              <li key={`${code} ${measure ?? ''}`}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {state.closings.length === 0 ? null : (
        <ul className="plain">
          {state.closings.map((one) => (
            <li key={one.id} className={one.reopened ? 'line quiet' : 'line'}>
              <span>
                {closingWords(one)} · {one.closedBy.name}, {whenWords(one.closedAt, now)}
                {one.reopened ? ` · opened again ${whenWords(one.reopened.at, now)}: ${one.reopened.reason}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
      {open ? (
        <Suspense fallback={null}>
          {closed ? (
            <ReopenForm shown={shown} onClose={() => setOpen(false)} />
          ) : (
            <ClosingForm shown={shown} state={state} onClose={() => setOpen(false)} />
          )}
        </Suspense>
      ) : null}
    </section>
  )
}

const closingWords = ({ reason, destination, specialist }: Schemas['Closing']): string =>
  `${CLOSING_REASON_WORDS[reason]}; ${specialist ? SPECIALIST_WORDS[specialist] : DESTINATION_WORDS[destination]}`
