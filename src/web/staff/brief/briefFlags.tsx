import { TierMark } from '../alerts/tier.tsx'
import type { Schemas } from '../api/client.ts'
import { linkTo } from '../frame/place.ts'
import { OUTCOME_WORDS, whenWords } from '../words/index.ts'

/** Flags with their words: open ones, and what was closed since last time. */
export function BriefFlags({ brief, now }: { brief: Schemas['Brief']; now: Date }) {
  return (
    <section aria-label="Flags">
      <h2>Flags</h2>
      {brief.flags.length === 0 ? (
        <p className="empty-line">None open, none since last time.</p>
      ) : (
        <ul className="plain">
          {brief.flags.map((flag) => (
            <li key={flag.alertId}>
              <a href={linkTo({ at: 'alerts', alertId: flag.alertId })}>
                <TierMark tier={flag.tier} words={flag.state === 'acknowledged' ? 'taken' : flag.state} />
              </a>{' '}
              <q>{flag.words}</q>
              <span className="quiet">
                {' '}
                {flag.personName ?? 'nobody linked'}, {whenWords(flag.openedAt, now)}
                {flag.outcome ? ` · ${OUTCOME_WORDS[flag.outcome].toLowerCase()}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
