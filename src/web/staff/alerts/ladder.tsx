import type { Schemas } from '../api/client.ts'
import { namesWords, rungWords, untilWords, whenWords } from '../words/index.ts'
import { Told } from './told.tsx'

/** Shapes that differ in outline for what has happened, what comes, and what need not come any more. */
const MARKS: Record<Schemas['LadderStep']['state'], [mark: string, words: string]> = {
  run: ['●', ''],
  waiting: ['○', 'to come'],
  silent: ['–', 'not needed: somebody had taken it by then'],
  replaced: ['–', 'replaced: the steps began again'],
}

interface LadderProps {
  alert: Schemas['Alert']
  steps: readonly Schemas['LadderStep'][]
  now: Date
}

/** Every step of telling people: what ran and whom it reached, what comes next and when, in order. */
export function Ladder({ alert, steps, now }: LadderProps) {
  const nobody = alert.told.length === 0
  return (
    <section>
      <h3>Who was told, and who is next</h3>
      {nobody ? (
        <p>
          <strong>Nobody yet.</strong> Tell the people who must know yourself, and say so in a note.
        </p>
      ) : null}
      {steps.length === 0 ? (
        <Told told={alert.told} now={now} />
      ) : (
        <ol className="ladder">
          {steps.map((step, index) => (
            <li key={step.id} className={`ladder-${step.state}`}>
              <span aria-hidden="true" className="ladder-mark">
                {MARKS[step.state][0]}
              </span>
              <div>
                {step.round > (steps[index - 1]?.round ?? 1) ? (
                  <p className="quiet">Begun again: raised, new facts, or handed over.</p>
                ) : null}
                <Step step={step} now={now} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Step({ step, now }: { step: Schemas['LadderStep']; now: Date }) {
  const at = step.ranAt ?? step.dueAt
  return (
    <>
      <strong>{rungWords(step.rung)}</strong>{' '}
      <time dateTime={at} className="quiet">
        {whenWords(at, now)}
      </time>
      {step.state === 'waiting' ? (
        <>
          {' '}
          · {untilWords(step.dueAt, now)}: {namesWords(step.tells)}
          {step.onPageOnly ? ' (on their page)' : ''}
        </>
      ) : null}
      {step.state === 'silent' || step.state === 'replaced' ? ` · ${MARKS[step.state][1]}` : null}
      {step.incidentLog && step.state === 'run' ? ' · for the incident log' : null}
      {step.state === 'run' ? (
        step.told.length > 0 ? (
          <Told told={step.told} now={now} />
        ) : (
          <p>
            <strong>Nobody could be told.</strong>
          </p>
        )
      ) : null}
    </>
  )
}
