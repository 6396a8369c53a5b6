import { useMemo } from 'react'
import { usePage } from '../parts.ts'
import { AnswerArea } from './AnswerArea.tsx'
import { Conversation } from './Conversation.tsx'
import { readConversation } from './readConversation.ts'
import { useReadingPlace } from './readingPlace.ts'

/** The open page: the conversation, and the answer to the question that is open. */
export function ConversationPage() {
  const { activities, outgoing } = usePage()
  const screen = useMemo(() => readConversation(activities, outgoing), [activities, outgoing])
  useReadingPlace(`${screen.entries.at(-1)?.key} ${screen.open?.key} ${screen.news}`)
  return (
    <>
      <main className="column">
        <Conversation screen={screen} />
      </main>
      <AnswerArea screen={screen} />
    </>
  )
}
