import type { Schemas } from '../api/client.ts'
import { useNow } from '../live/useNow.ts'
import { fieldWords, RECORD_TYPE_WORDS, valueWords, whenWords } from '../words/index.ts'

interface EntryProps {
  entry: Schemas['Entry']
  who: string
  /** The entries on the screen, to name the one that a review is about. */
  about: readonly Schemas['Entry'][]
}

/** One entry as it was given. Skipped and declined are said each by its name; what was never asked is not there. */
export function Entry({ entry, who, about }: EntryProps) {
  const now = useNow()
  const plan = entry.about === null ? undefined : about.find(({ entryId }) => entryId === entry.about)
  return (
    <li className={`entry entry-${entry.recordType}`}>
      <header>
        <strong>{RECORD_TYPE_WORDS[entry.recordType]}</strong>
        <span>{fieldWords(entry.name)}</span>
        <span className="quiet">
          {who} · {whenWords(entry.occurredAt, now)}
          {entry.version > 1 ? ` · changed ${entry.version - 1}×` : ''}
        </span>
      </header>
      {plan ? (
        <p className="quiet">
          About the {RECORD_TYPE_WORDS[plan.recordType].toLowerCase()} of {whenWords(plan.occurredAt, now)}
        </p>
      ) : null}
      <dl>
        {Object.entries(entry.fields).map(([name, value]) => {
          const words = valueWords(value, now)
          return words === null ? null : (
            <div key={name}>
              <dt>{fieldWords(name)}</dt>
              <dd>{words}</dd>
            </div>
          )
        })}
      </dl>
      {entry.skipped.length > 0 ? <p className="quiet">Skipped: {entry.skipped.map(fieldWords).join(', ')}</p> : null}
      {entry.declined.length > 0 ? (
        <p className="quiet">Preferred not to say: {entry.declined.map(fieldWords).join(', ')}</p>
      ) : null}
    </li>
  )
}
