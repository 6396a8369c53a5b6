import { Button } from '@fluentui/react-components'
import type { Schemas } from '../api/client.ts'
import { routeWords, STAFF_ROLE_WORDS, whenWords } from '../words/index.ts'
import { WEEKDAYS } from './drafts.ts'

interface StaffTableProps {
  page: Schemas['RotaPage']
  now: Date
  onChange: (one: Schemas['StaffOnRota']) => void
}

/** Everybody on the staff: what they are, when they work, when they are away, who covers, how they are reached. */
export function StaffTable({ page, now, onChange }: StaffTableProps) {
  const name = (staffId: string | null) => page.staff.find(({ staff }) => staff.staffId === staffId)?.staff.name
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Staff">
      <table className="rota-staff">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Works</th>
            <th scope="col">Away</th>
            <th scope="col">Cover</th>
            <th scope="col">Reached by</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          {page.staff.map((one) => (
            <tr key={one.staff.staffId}>
              <th scope="row">
                {one.staff.name}
                <span className="quiet">
                  {' '}
                  {one.roles.map((role) => STAFF_ROLE_WORDS[role].toLowerCase()).join(', ')}
                </span>
              </th>
              <td>
                {one.hours === null ? 'the service’s hours' : daysWords(one.hours)}
                <span className="quiet"> {one.atWork ? '(at work now)' : ''}</span>
              </td>
              <td>
                {one.absences.length === 0 ? '–' : null}
                {one.absences.map((absence) => (
                  <div key={absence.from}>
                    {whenWords(absence.from, now)} to {whenWords(absence.until, now)}
                    {absence.coverId ? <span className="quiet"> ({name(absence.coverId)})</span> : null}
                  </div>
                ))}
              </td>
              <td>{name(one.coverId) ?? '–'}</td>
              <td>{reachedWords(one) || <strong>this page only</strong>}</td>
              <td>
                <Button size="small" aria-label={`Change ${one.staff.name}`} onClick={() => onChange(one)}>
                  Change
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const daysWords = (hours: readonly Schemas['DayHours'][]): string =>
  hours.map(({ weekday, from, until }) => `${WEEKDAYS[weekday - 1]!.slice(0, 3)} ${from}–${until}`).join(', ')

const reachedWords = ({ email, webhook, inTeams }: Schemas['StaffOnRota']): string =>
  [email && routeWords('email'), webhook && routeWords('webhook'), inTeams && routeWords('teams')]
    .filter(Boolean)
    .join(', ')
