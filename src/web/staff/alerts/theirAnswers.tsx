import type { Schemas } from '../api/client.ts'
import { answerWords } from './answerWords.ts'

/** What the person has answered since, before anybody rings: asked twice, the later answer stands. Nothing where nothing was. */
export function TheirAnswers({ history }: { history: readonly Schemas['AlertHistory'][] }) {
  const answers = new Map<string, string>()
  for (const event of history) {
    if (event.kind !== 'answered' || typeof event.detail.text !== 'string') continue
    const words = answerWords(event.detail.text)
    if (words) answers.set(words.question, words.answer)
  }
  if (answers.size === 0) return null
  return (
    <dl className="their-answers" aria-label="What they answered">
      {[...answers].map(([question, answer]) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  )
}
