import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Problem } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { nameOf, type CasePartProps } from './caseKey.ts'
import { Entry } from './entry.tsx'

/** Plans, reviews, logs and check-ins, newest first; earlier ones on request. */
export function Entries({ shown }: CasePartProps) {
  const { api } = useDesk()
  const [earlier, setEarlier] = useState<readonly Schemas['Entry'][]>([])
  const [cursor, setCursor] = useState<string | null | undefined>(undefined)
  const next = cursor === undefined ? shown.nextEntries : cursor
  const more = useCommand((from: string) =>
    bodyOf(
      api.GET('/staff/api/cases/{caseId}/entries', {
        params: { path: { caseId: shown.caseId }, query: { cursor: from } },
      }),
    ),
  )
  const showMore = async () => {
    if (!next) return
    const answer = await more.run(next)
    if (!answer) return
    setEarlier([...earlier, ...answer.entries])
    setCursor(answer.nextEntries)
  }
  const newest = new Set(shown.entries.map(({ entryId }) => entryId))
  const entries = [...shown.entries, ...earlier.filter(({ entryId }) => !newest.has(entryId))]

  return (
    <section aria-label="Entries">
      <h2>What they did</h2>
      {entries.length === 0 ? (
        <p className="empty-line">
          No entries yet. They appear here as soon as somebody in this case logs, plans or reviews.
        </p>
      ) : (
        <ol className="entries">
          {entries.map((entry) => (
            <Entry key={entry.entryId} entry={entry} who={nameOf(shown, entry.personId)} about={entries} />
          ))}
        </ol>
      )}
      {more.problem === undefined ? null : <Problem problem={more.problem} />}
      {next ? (
        <Button size="small" disabled={more.running} onClick={() => void showMore()}>
          Earlier entries
        </Button>
      ) : null}
    </section>
  )
}
