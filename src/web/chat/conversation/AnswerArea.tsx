import { useEffect, useRef } from 'react'
import { Answer } from '../answer/Answer.tsx'
import { TextAnswer } from '../answer/TextAnswer.tsx'
import { FewHelplines } from '../help/Helplines.tsx'
import { usePage, useParts } from '../parts.ts'
import { w } from '../words/words.ts'
import type { Screen } from './readConversation.ts'

/** Longest free note; the server refuses more. */
const NOTE_MAX = 1000

/** The bottom of the page: the answer to the open question, or what can be done while there is none. */
export function AnswerArea({ screen }: { screen: Screen }) {
  const area = useRef<HTMLElement>(null)
  useFocusOnQuestion(area, screen.open?.key)
  return (
    <section ref={area} className="answer" aria-label={w('answer.label')} tabIndex={-1}>
      <div className="column">
        <AreaContent screen={screen} />
      </div>
    </section>
  )
}

function AreaContent({ screen }: { screen: Screen }) {
  const { me, connection } = usePage()
  const { talk } = useParts()
  const state = me?.person?.state
  if (state === 'closed') return <Away title={w('closed.title')} text={w('closed.text')} urgent={w('closed.urgent')} />
  const help = screen.safety && <FewHelplines />
  if (screen.open)
    return (
      <>
        {help}
        <Answer key={screen.open.key} asked={screen.open} />
      </>
    )
  if (screen.onItsWay) return connection === 'online' ? <JustAMoment /> : null
  const practitioner = me?.practitioner
  if (state === 'paused')
    return (
      <div className="away">
        <h2>{w('paused.title')}</h2>
        <p>{w('paused.text')}</p>
        <button
          type="button"
          className="choice"
          onClick={() => talk.command('resume', undefined, w('paused.carry-on'))}
        >
          {w('paused.carry-on')}
        </button>
      </div>
    )
  if (!practitioner || screen.entries.length === 0) return null
  const { firstName, staffedNow, nextLook } = practitioner
  return (
    <>
      {help}
      {!staffedNow && !screen.safety && (
        <Away
          title={w('away.title')}
          text={w('away.text', { practitioner: firstName, nextLook: nextLook.words })}
          urgent={w('away.urgent')}
        />
      )}
      {me.person?.messagesAreRead && (
        <TextAnswer
          draftKey="note"
          label={w('note.label')}
          control={{ maxLength: NOTE_MAX, placeholder: w('note.placeholder') }}
          reads={w('note.read', {
            practitioner: firstName,
            nextLook: w('top.next-look', { nextLook: nextLook.words }),
          })}
          send={talk.write}
        />
      )}
    </>
  )
}

/** Nobody is reading: says so, when somebody will, and who can help until then. */
const Away = ({ title, text, urgent }: { title: string; text: string; urgent: string }) => (
  <div className="away">
    <h2>{title}</h2>
    <p>{text}</p>
    <p>{urgent}</p>
    <FewHelplines />
  </div>
)

const JustAMoment = () => (
  <p className="small late" role="status">
    {w('answer.waiting')}
  </p>
)

/** When a tapped button has gone with its question, the focus goes to the next question's answers, never to nowhere. */
function useFocusOnQuestion(area: React.RefObject<HTMLElement | null>, question: string | undefined): void {
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (question === undefined || !lost || document.querySelector('dialog[open]') !== null) return
    const field = area.current?.querySelector('textarea')
    if (field && matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true })
    else area.current?.focus({ preventScroll: true })
  }, [area, question])
}
