import { Button } from '@fluentui/react-components'
import { bodyOf } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Problem } from '../parts/states.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { whenWords } from '../words/index.ts'
import { nameOf, type CasePartProps } from './caseKey.ts'

/** What people left for their practitioner, and what there is to know that is not a risk. */
export function Notes({ shown, now }: CasePartProps) {
  const { api, cache } = useDesk()
  const unseen = shown.notices.filter(({ seenAt }) => seenAt === null).map(({ id }) => id)
  const seen = useCommand((ids: string[]) =>
    bodyOf(
      api.POST('/staff/api/cases/{caseId}/notices/seen', { params: { path: { caseId: shown.caseId } }, body: { ids } }),
    ),
  )
  if (shown.notes.length + shown.notices.length === 0)
    return (
      <section aria-label="Notes">
        <h2>Notes for you</h2>
        <p className="empty-line">Nothing left for you. Agenda items and notes from people in this case appear here.</p>
      </section>
    )
  return (
    <section aria-label="Notes">
      <h2>Notes for you</h2>
      <ul className="plain notes">
        {shown.notes.map((note) => (
          <li key={note.id}>
            <q>{note.text}</q>
            <p className="quiet">
              {nameOf(shown, note.personId)} · {note.purpose === 'agenda' ? 'for the next session' : 'note for you'} ·{' '}
              {whenWords(note.createdAt, now)}
            </p>
          </li>
        ))}
        {shown.notices.map((notice) => (
          <li key={notice.id} className={notice.seenAt ? undefined : 'unseen'}>
            {notice.words}
            <p className="quiet">
              {nameOf(shown, notice.personId)} · {whenWords(notice.createdAt, now)}
              {notice.seenAt ? (notice.seenBy ? ` · seen by ${notice.seenBy}` : '') : ' · new'}
            </p>
          </li>
        ))}
      </ul>
      {seen.problem === undefined ? null : <Problem problem={seen.problem} />}
      {unseen.length > 0 && shown.mayChange ? (
        <Button
          size="small"
          disabled={seen.running}
          onClick={() => void seen.run(unseen).then((answer) => answer && cache.refresh(['cases']))}
        >
          I have seen these
        </Button>
      ) : null}
    </section>
  )
}
