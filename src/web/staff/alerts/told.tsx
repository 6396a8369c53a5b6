import type { Schemas } from '../api/client.ts'
import { counted, routeWords, whenWords } from '../words/index.ts'

const tried = ({ tries, nextTryAt }: Schemas['Told'], now: Date): string =>
  `could not be sent (${counted(tries, 'try', 'tries')})${nextTryAt ? `, next try ${whenWords(nextTryAt, now)}` : ''}`

function stateWords(told: Schemas['Told'], now: Date): string {
  switch (told.state) {
    case 'sent':
      return told.at ? `sent ${whenWords(told.at, now)}` : 'sent'
    case 'waiting':
      return 'not sent yet'
    case 'failed':
      return tried(told, now)
    case 'not-needed':
      return 'not sent: somebody had taken it by then'
  }
}

/** People who were sent an alert, each with every route it went by, and whether it went. Sent is not seen. */
export function Told({ told, now }: { told: readonly Schemas['Told'][]; now: Date }) {
  const people = Map.groupBy(told, ({ name }) => name)
  return (
    <ul className="plain">
      {[...people].map(([name, routes]) => (
        <li key={name}>
          <strong>{name}</strong>
          <ul className="told-routes">
            {routes.map((one, index) => (
              <li key={index} className={`told-${one.state}`}>
                {routeWords(one.route)}: {stateWords(one, now)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
