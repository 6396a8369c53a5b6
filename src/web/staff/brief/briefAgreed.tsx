import type { Schemas } from '../api/client.ts'
import { ATTENDANCE_WORDS, BARRIER_WORDS, fieldWords, OUTCOME_OF_TASK_WORDS, whenWords } from '../words/index.ts'

/** What was agreed last time and what became of it; three facts, each with its n. */
export function BriefAgreed({ brief, now }: { brief: Schemas['Brief']; now: Date }) {
  const { agreed, lastSession } = brief
  return (
    <>
      <section aria-label="Agreed task">
        <h2>Agreed last time</h2>
        {lastSession && lastSession.attendance !== 'attended' ? (
          <p>
            Session of {whenWords(lastSession.startsAt, now)}: {ATTENDANCE_WORDS[lastSession.attendance].toLowerCase()}
          </p>
        ) : null}
        {agreed === null ? (
          <p className="empty-line">Nothing was recorded as agreed.</p>
        ) : (
          <>
            <p>
              <q>{agreed.agreed}</q>
            </p>
            <p>
              <strong>{OUTCOME_OF_TASK_WORDS[agreed.outcome]}</strong>
              {agreed.barrier ? ` · in the way: ${BARRIER_WORDS[agreed.barrier] ?? fieldWords(agreed.barrier)}` : ''}
              {agreed.becameOfIt ? ` · then ${fieldWords(agreed.becameOfIt).toLowerCase()}` : ''}
            </p>
            {agreed.whatHappened ? (
              <p>
                What happened: <q>{agreed.whatHappened}</q>
              </p>
            ) : null}
            <p className="quiet">
              {agreed.confirmed === 'yes'
                ? 'They said this is what was agreed.'
                : agreed.confirmed === 'change'
                  ? 'They wanted to change it'
                  : 'They have not said whether this is right.'}
              {agreed.confirmed === 'change' ? agreed.change ? <>: “{agreed.change}”</> : ', without saying how.' : ''}
            </p>
          </>
        )}
      </section>
      <section aria-label="Facts">
        <h2>What they did</h2>
        {brief.facts.length === 0 ? (
          <p className="empty-line">Nothing entered since last time.</p>
        ) : (
          <ul className="plain">
            {brief.facts.map(({ words, n }) => (
              <li key={words}>
                {words} <span className="quiet">n {n}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
