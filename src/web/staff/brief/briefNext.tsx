import type { Schemas } from '../api/client.ts'
import { agoWords, dayWords, ENGAGEMENT_WORDS, whenWords } from '../words/index.ts'

/** What they want to talk about, how they use the chat, and what could be asked. */
export function BriefNext({ brief, now }: { brief: Schemas['Brief']; now: Date }) {
  const { engagement } = brief
  const active = engagement.days.filter(({ entries }) => entries > 0).length
  return (
    <>
      <section aria-label="Agenda">
        <h2>Agenda</h2>
        {brief.agenda.length + brief.notes.length + brief.notices.length === 0 ? (
          <p className="empty-line">Nothing from them.</p>
        ) : (
          <ul className="plain">
            {brief.agenda.map(({ text, createdAt }) => (
              <li key={createdAt}>
                <q>{text}</q>
              </li>
            ))}
            {brief.notes.map(({ text, createdAt }) => (
              <li key={createdAt}>
                <q>{text}</q> <span className="quiet">note, {whenWords(createdAt, now)}</span>
              </li>
            ))}
            {brief.notices.map(({ words, createdAt }) => (
              <li key={`${words}${createdAt}`}>
                {words} <span className="quiet">{whenWords(createdAt, now)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-label="Engagement">
        <h2>Engagement</h2>
        <p>
          {ENGAGEMENT_WORDS[engagement.state]}
          <span className="quiet">
            {' '}
            · {engagement.lastEntryAt ? `last entry ${agoWords(engagement.lastEntryAt, now)}` : 'no entry yet'}
          </span>
        </p>
        <div className="dots" role="img" aria-label={`Entries on ${active} of the last 14 days`}>
          {engagement.days.map(({ day, entries }) => (
            <span key={day} className={entries > 0 ? 'dot dot-on' : 'dot'} title={`${dayWords(day)}: ${entries}`} />
          ))}
        </div>
      </section>
      <section aria-label="Suggested questions">
        <h2>To ask, perhaps</h2>
        {brief.questions.length === 0 ? (
          <p className="empty-line">Nothing in particular.</p>
        ) : (
          <ol className="questions">
            {brief.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        )}
      </section>
    </>
  )
}
