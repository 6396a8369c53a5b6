import type { Schemas } from '../api/client.ts'
import { nextWords, whenWords } from '../words/index.ts'

/** The countdown of an alert that nobody has taken: who is told next, and when. */
export function NextRung({ next, now }: { next: Schemas['NextRung']; now: Date }) {
  return (
    <p className="next-rung" role="timer">
      <strong>Nobody is dealing with this yet.</strong> Unless somebody does, {nextWords(next, now)}{' '}
      <span className="quiet">
        (<time dateTime={next.dueAt}>{whenWords(next.dueAt, now)}</time>)
      </span>
      .
    </p>
  )
}
