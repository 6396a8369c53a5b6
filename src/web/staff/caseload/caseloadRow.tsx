import { TierMark } from '../alerts/tier.tsx'
import type { Schemas } from '../api/client.ts'
import { linkTo } from '../frame/place.ts'
import { DeliveryWords } from '../parts/deliveryWords.tsx'
import {
  ageWords,
  agoWords,
  BAND_WORDS,
  CARE_STATUS_WORDS,
  CASE_STATE_WORDS,
  counted,
  ENGAGEMENT_SHORT_WORDS,
  whenWords,
} from '../words/index.ts'

interface CaseloadRowProps {
  row: Schemas['CaseloadRow']
  now: Date
  showPractitioner: boolean
}

/** One case in the list. The row's first cell is its link; every number in it stands on the case's own screen. */
export function CaseloadRow({ row, now, showPractitioner }: CaseloadRowProps) {
  const { openAlerts } = row
  const young = row.people.find(({ role }) => role === 'young-person') ?? row.people[0]
  return (
    <tr className={openAlerts.count > 0 ? 'row-alert' : undefined}>
      <th scope="row" data-label="Case">
        <a href={linkTo({ at: 'case', caseId: row.caseId })}>
          {row.initials || '–'} · {row.caseRef}
        </a>
        <span className="quiet">
          {young ? BAND_WORDS[young.band] : 'nobody added yet'}
          {row.state === 'active' ? '' : ` · ${CASE_STATE_WORDS[row.state].toLowerCase()}`}
          {showPractitioner ? ` · ${row.practitioner.name}` : ''}
        </span>
      </th>
      <td data-label="Alerts">
        {openAlerts.count > 0 && openAlerts.highestTier ? (
          <>
            <TierMark tier={openAlerts.highestTier} words={counted(openAlerts.count, 'open', 'open')} />
            {openAlerts.oldestAt ? <span className="quiet"> {ageWords(openAlerts.oldestAt, now)}</span> : null}
          </>
        ) : (
          <span className="quiet">none</span>
        )}
        {row.onHold ? <span className="tag">on hold</span> : null}
        {row.reviewWantedAt ? (
          <span className="tag tag-amber" title="Two incidents of T2 or T3 in this episode">
            supervisor review
          </span>
        ) : null}
        {row.unseenNotices > 0 ? <span className="tag">{counted(row.unseenNotices, 'notice', 'notices')}</span> : null}
      </td>
      <td data-label="Care status">{CARE_STATUS_WORDS[row.careStatus]}</td>
      <td data-label="Module and step">
        {row.modules.length === 0 ? <span className="quiet">none assigned</span> : null}
        {row.modules.map(({ title, step, steps }) => (
          <div key={title}>
            {title} <span className="quiet">{`${step} of ${steps}`}</span>
          </div>
        ))}
        {row.stuck ? <span className="tag tag-amber">stuck</span> : null}
      </td>
      <td data-label="Sessions held">
        {row.sessionsHeld} of {row.sessionsPlanned}, week {row.week}
        <span className="quiet"> · open {ageWords(row.openedAt, now)}</span>
        {row.overPlan ? (
          <span className="tag tag-amber" title="More than six sessions or six weeks">
            over six
          </span>
        ) : null}
      </td>
      <td data-label="Next session">
        {row.nextSessionAt ? whenWords(row.nextSessionAt, now) : <span className="quiet">not set</span>}
        {row.people.length > 0 ? (
          <a
            className="to-brief"
            href={linkTo({ at: 'brief', caseId: row.caseId })}
            aria-label={`Brief of ${row.caseRef}`}
          >
            Brief
          </a>
        ) : null}
      </td>
      <td data-label="Last entry">
        {row.lastEntryAt ? agoWords(row.lastEntryAt, now) : <span className="quiet">none yet</span>}
        {row.engagement === null || row.engagement === 'active' ? null : (
          <span className={row.engagement === 'quiet' ? 'tag' : 'tag tag-amber'}>
            {ENGAGEMENT_SHORT_WORDS[row.engagement]}
          </span>
        )}
      </td>
      <td data-label="Measures">
        {row.measuresWaiting > 0 ? `${row.measuresWaiting} waiting` : <span className="quiet">none waiting</span>}
      </td>
      <td data-label="Case record">
        <DeliveryWords counts={row.delivery} />
      </td>
    </tr>
  )
}
