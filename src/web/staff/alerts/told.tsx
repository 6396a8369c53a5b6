import type { Schemas } from '../api/client.ts'
import { whenWords } from '../words/index.ts'

const STATE_WORDS: Record<Schemas['Told']['state'], string> = {
  sent: 'sent',
  waiting: 'not sent yet',
  failed: 'could not be sent yet, and is tried again',
  'not-needed': 'not sent: somebody had taken it by then',
}

const ROUTE_WORDS: Record<string, string> = {
  'staff-page': 'this page',
  email: 'e-mail',
  webhook: 'pager',
  teams: 'Teams',
}

/** Who an alert was sent to, how, and whether it went. Sent is not seen. */
export function Told({ told, now }: { told: readonly Schemas['Told'][]; now: Date }) {
  return (
    <section>
      <h3>Who was told</h3>
      {told.length === 0 ? (
        <p>
          <strong>Nobody yet.</strong> Tell the people who must know yourself, and say so in a note.
        </p>
      ) : (
        <ul className="plain">
          {told.map((one, index) => (
            <li key={index} className={`told-${one.state}`}>
              <strong>{one.name}</strong> by {ROUTE_WORDS[one.route] ?? one.route}: {STATE_WORDS[one.state]}
              {one.at ? <time dateTime={one.at}> {whenWords(one.at, now)}</time> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
