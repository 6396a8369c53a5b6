import { useParts } from '../parts.ts'
import { w } from '../words/words.ts'
import { Picture } from './Picture.tsx'
import type { Entry, Own, Screen } from './readConversation.ts'
import { StatusCard } from './StatusCard.tsx'

/** One entry of the conversation: what the bot said or asked, what the person answered, or where an escalation stands. */
export function EntryCard({ entry, screen }: { entry: Entry; screen: Screen }) {
  const news = entry.key === screen.news || undefined
  switch (entry.kind) {
    case 'said':
      return (
        <div className={`card ${entry.tone}`} data-news={news}>
          <Paragraphs text={entry.text} />
          {entry.picture && <Picture picture={entry.picture} text={entry.text} />}
        </div>
      )
    case 'asked':
      return (
        <>
          <div className={`card ${entry.ask.tone ?? 'ordinary'}`} data-news={news}>
            {entry.ask.stem !== undefined && <p className="stem">{entry.ask.stem}</p>}
            <Paragraphs text={entry.text} />
            {entry.ask.notice !== undefined && <p className="notice">{entry.ask.notice}</p>}
          </div>
          {entry.own && <OwnChip own={entry.own} />}
        </>
      )
    case 'own':
      return <OwnChip own={entry.own} />
    case 'status':
      return <StatusCard status={entry.status} current={entry.current} news={news} />
  }
}

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map((part, n) => (
      <p key={n}>{part}</p>
    ))}
  </>
)

/** The person's own answer. In the dialog in hand a tap changes it; what was not sent can be sent again. */
function OwnChip({ own }: { own: Own }) {
  const { talk } = useParts()
  const { change } = own
  return (
    <div className={`own ${own.state}`}>
      {change === undefined ? (
        <p className="chip">
          <span className="out-of-sight">{w('conversation.you')}: </span>
          {own.text}
        </p>
      ) : (
        <button type="button" className="chip" onClick={() => talk.command('change', change, w('navigation.change'))}>
          <span>
            <span className="out-of-sight">{w('conversation.you')}: </span>
            {own.text}
          </span>
          <span className="change">{w('conversation.change')}</span>
        </button>
      )}
      {own.state === 'sending' && <p className="send-state late">{w('sending.sending')}</p>}
      {own.state === 'waiting' && <p className="send-state">{w('sending.waiting')}</p>}
      {own.state === 'failed' && (
        <p className="send-state" role="alert">
          <span>{w('sending.failed')}</span>
          <button type="button" className="quiet" onClick={() => talk.again(own.key)}>
            {w('sending.again')}
          </button>
        </p>
      )}
    </div>
  )
}
