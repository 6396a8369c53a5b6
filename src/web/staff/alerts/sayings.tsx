import type { Schemas } from '../api/client.ts'
import { linkTo } from '../frame/place.ts'
import { counted, whenWords } from '../words/index.ts'

/** What was only a saying, of the last week, quietly at the foot of the queue: nobody is asked to do anything. */
export function Sayings({ sayings, now }: { sayings: Schemas['Saying'][]; now: Date }) {
  if (sayings.length === 0) return null
  return (
    <details className="sayings">
      <summary className="quiet">
        {counted(sayings.length, 'saying', 'sayings')} this week, cleared up by the person. Nothing to do.
      </summary>
      <ul className="plain">
        {sayings.map((saying) => (
          <li key={saying.id}>
            <q>{saying.words}</q>{' '}
            <span className="quiet">
              <a href={linkTo({ at: 'case', caseId: saying.caseId })}>
                {saying.preferredName}, {saying.caseRef}
              </a>{' '}
              · {whenWords(saying.saidAt, now)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
