import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { CasePartProps } from './caseKey.ts'
import { PersonCard } from './personCard.tsx'

const PersonForm = lazy(() => import('./personForm.tsx'))

/** The people of a case, each with an account of their own, and adding one. */
export function People({ shown }: CasePartProps) {
  const [adding, setAdding] = useState(false)
  return (
    <section aria-label="People">
      <header className="section-head">
        <h2>People</h2>
        {shown.mayChange ? (
          <Button size="small" onClick={() => setAdding(true)}>
            Add a person
          </Button>
        ) : null}
      </header>
      {shown.people.length === 0 ? (
        <p className="empty-line">Nobody yet. Add the young person, or a parent or carer for a child under 11.</p>
      ) : (
        shown.people.map((person) => <PersonCard key={person.id} person={person} mayChange={shown.mayChange} />)
      )}
      {adding ? (
        <Suspense fallback={null}>
          <PersonForm caseId={shown.caseId} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}
