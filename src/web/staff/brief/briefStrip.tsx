import type { ReactNode } from 'react'
import type { Schemas } from '../api/client.ts'
import { BAND_WORDS, CARE_STATUS_WORDS, dayWords, PARENTS_MAY_SEE_WORDS, whenWords } from '../words/index.ts'

interface BriefStripProps {
  brief: Schemas['Brief']
  now: Date
  /** What can be done from here. */
  children: ReactNode
}

/** Who this is and what has to be known first: name, age, care status, session, module, consent, access. */
export function BriefStrip({ brief, now, children }: BriefStripProps) {
  const { strip } = brief
  const facts: [string, ReactNode, string?][] = [
    ['Age', strip.age === null ? BAND_WORDS[strip.band] : String(strip.age)],
    ['Care status', CARE_STATUS_WORDS[strip.careStatus], strip.careStatus === 'none' ? undefined : 'strip-care'],
    [
      'Session',
      <>
        {strip.sessionNumber} of {strip.sessionsPlanned}, week {strip.clock.week}
        {strip.clock.over ? <span className="tag tag-amber">over six</span> : null}
      </>,
    ],
    ['Next', strip.nextSessionAt ? whenWords(strip.nextSessionAt, now) : 'not set'],
    [
      'Module and step',
      strip.modules.length === 0
        ? 'none assigned'
        : strip.modules
            .map(
              ({ title, step, steps, stepTitle }) =>
                `${title}: ${step} of ${steps}${stepTitle ? `, ${stepTitle}` : ''}`,
            )
            .join('; '),
    ],
    [
      'Consent',
      strip.consent.complete
        ? `complete${strip.consent.reviewOn ? `, review ${dayWords(strip.consent.reviewOn)}` : ''}`
        : `not complete: ${strip.consent.missing.join(', ')}`,
    ],
    [
      'Parents may see',
      strip.consent.parentsMaySee ? PARENTS_MAY_SEE_WORDS[strip.consent.parentsMaySee] : 'not recorded',
    ],
    ['Language and access', strip.access ?? 'not recorded'],
    ...(strip.wordsToAvoid ? ([['Words to avoid', strip.wordsToAvoid]] as [string, string][]) : []),
    ...(strip.personTerms ? ([['What they call people', strip.personTerms]] as [string, string][]) : []),
  ]
  return (
    <header className="strip">
      <div className="strip-name">
        <h1>
          {strip.name}
          {strip.pronouns ? <span className="quiet"> ({strip.pronouns})</span> : null}
        </h1>
        <p className="quiet">
          {brief.caseRef} · {strip.practitioner.name}
          {brief.lastSession && brief.lastSession.attendance !== 'attended' ? ' · last session did not take place' : ''}
          {brief.reviewWantedAt ? ' · marked for supervisor case review' : ''}
        </p>
      </div>
      <div className="strip-actions">{children}</div>
      <dl className="strip-facts">
        {facts.map(([name, value, className]) => (
          <div key={name} className={className}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}
