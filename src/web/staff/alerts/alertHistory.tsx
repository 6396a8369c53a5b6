import type { Schemas } from '../api/client.ts'
import { answerWords } from './answerWords.ts'
import { fieldWords, namesWords, OUTCOME_WORDS, rungWords, whenWords } from '../words/index.ts'

const KIND_WORDS: Record<string, string> = {
  opened: 'Alert opened',
  repeated: 'Said again',
  raised: 'Raised',
  told: 'Alert sent',
  'being-told': 'Alert on its way',
  'not-told': 'Alert could not be sent',
  paged: 'Step of the ladder',
  'paged-nobody': 'Step of the ladder: nobody could be told',
  'no-reply': 'No reply to a question about safety',
  shown: 'Shown to them',
  answered: 'They answered',
  viewed: 'Looked at (not acknowledged)',
  acknowledged: 'Is dealing with this',
  'handed-over': 'Handed over',
  contact: 'Contact',
  note: 'Note',
  'person-told': 'They were told how this stands',
  released: 'Released and closed',
  closed: 'Closed',
}

const isOutcome = (value: unknown): value is Schemas['AlertOutcome'] =>
  typeof value === 'string' && value in OUTCOME_WORDS

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A detail as words; ids and nested ones are left out, they are for machines. */
function detailWords(value: unknown): string | null {
  if (isOutcome(value)) return OUTCOME_WORDS[value]
  if (typeof value === 'string') return IS_ID.test(value) ? null : value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : null
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ')
  return null
}

/** Which step of the ladder ran and whom it told; null for any other event. */
function pagedWords({ kind, detail }: Schemas['AlertHistory']): string | null {
  if (kind !== 'paged' && kind !== 'paged-nobody') return null
  const told: unknown[] = Array.isArray(detail.told) ? detail.told : []
  const names = told.flatMap((one) => (one as { name?: unknown }).name ?? []).map(String)
  return `${rungWords(String(detail.rung))}: ${namesWords([...new Set(names)])}`
}

/** Looks that follow one another as one line: a page that is left open looks again whenever something changes. */
export function foldLooks(history: readonly Schemas['AlertHistory'][]): Schemas['AlertHistory'][] {
  const folded: Schemas['AlertHistory'][] = []
  for (const event of history) {
    const before = folded.at(-1)
    if (event.kind !== 'viewed' || before?.kind !== 'viewed' || before.by !== event.by) folded.push(event)
  }
  return folded
}

/** Everything that happened to an alert, oldest first. Nothing can be taken out of it. */
export function AlertHistory({ history, now }: { history: readonly Schemas['AlertHistory'][]; now: Date }) {
  return (
    <section>
      <h3>History</h3>
      <ol className="history">
        {foldLooks(history).map((event) => (
          <li key={event.id}>
            <time dateTime={event.at}>{whenWords(event.at, now)}</time>
            <div>
              <strong>{KIND_WORDS[event.kind] ?? fieldWords(event.kind)}</strong>
              {event.by ? ` · ${event.by}` : ''}
              {pagedWords(event) ? <p>{pagedWords(event)}</p> : null}
              {Object.entries(pagedWords(event) ? {} : event.detail).map(([name, value]) => {
                const given = event.kind === 'answered' && typeof value === 'string' ? answerWords(value) : null
                if (given) return <p key={name}>{`${given.question}: ${given.answer}`}</p>
                const words = detailWords(value)
                return words === null || words === '' ? null : (
                  <p key={name}>
                    <span className="quiet">{fieldWords(name)}:</span> {words}
                  </p>
                )
              })}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
