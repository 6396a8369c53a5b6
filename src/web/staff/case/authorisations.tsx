import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useLoaded } from '../live/desk.tsx'
import { dayWords, whenWords } from '../words/index.ts'
import { authorisationsKey, type CasePartProps } from './caseKey.ts'

const AuthoriseForm = lazy(() => import('./authoriseForm.tsx'))
const WithdrawForm = lazy(() => import('./withdrawForm.tsx'))

/** What a supervisor has authorised for this case, until when and why; giving and withdrawing is theirs alone (G4). */
export function Authorisations({ shown: { caseId }, now }: CasePartProps) {
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Schemas['Authorisation'] | null>(null)
  const loaded = useLoaded(authorisationsKey(caseId), 'cases', (api) =>
    bodyOf(api.GET('/staff/api/cases/{caseId}/authorisations', { params: { path: { caseId } } })),
  )
  const listed = loaded.data
  if (!listed) return null
  return (
    <section aria-label="Authorisations">
      <header className="section-head">
        <h2>Authorised by a supervisor</h2>
        {listed.mayAuthorise ? (
          <Button size="small" onClick={() => setAdding(true)}>
            Authorise
          </Button>
        ) : null}
      </header>
      {listed.authorisations.length === 0 ? (
        <p className="empty-line">Nothing. What needs close supervision stays shut until their supervisor opens it.</p>
      ) : (
        <ul className="plain">
          {listed.authorisations.map((one) => (
            <li key={one.id} className={one.state === 'in-force' ? 'line' : 'line quiet'}>
              <span>
                {one.title}
                <span className="quiet">
                  {' '}
                  · {stateWords(one)} · {one.by.name}, {whenWords(one.at, now)}: {one.reason}
                </span>
              </span>
              {listed.mayAuthorise && one.state === 'in-force' ? (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={`Withdraw ${one.title}`}
                  onClick={() => setEnding(one)}
                >
                  Withdraw
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {adding ? <AuthoriseForm caseId={caseId} listed={listed} onClose={() => setAdding(false)} /> : null}
        {ending ? <WithdrawForm caseId={caseId} authorisation={ending} onClose={() => setEnding(null)} /> : null}
      </Suspense>
    </section>
  )
}

function stateWords({ state, expiresOn, withdrawn }: Schemas['Authorisation']): string {
  if (state === 'in-force') return `to the end of ${dayWords(expiresOn)}`
  return withdrawn === null
    ? `ran out after ${dayWords(expiresOn)}`
    : `withdrawn by ${withdrawn.by.name}: ${withdrawn.reason}`
}
