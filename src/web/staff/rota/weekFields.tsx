import { Checkbox, Input } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { WEEKDAYS, type WeekDraft } from './drafts.ts'

interface WeekFieldsProps {
  label: string
  week: WeekDraft
  onChange: (week: WeekDraft) => void
  /** What else belongs to a day, beside its hours. */
  beside?: { title: string; of: (weekday: number) => ReactNode }
}

/** Hours for each day of the week, as a table: a tick, from when, until when. */
export function WeekFields({ label, week, onChange, beside }: WeekFieldsProps) {
  const change = (n: number, day: Partial<WeekDraft[number]>) =>
    onChange(week.map((one, m) => (m === n ? { ...one, ...day } : one)))
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="rota-week">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">From</th>
            <th scope="col">Until</th>
            {beside ? <th scope="col">{beside.title}</th> : null}
          </tr>
        </thead>
        <tbody>
          {week.map(({ on, from, until }, n) => {
            const day = WEEKDAYS[n]!
            return (
              <tr key={day}>
                <th scope="row">
                  <Checkbox
                    label={day}
                    checked={on}
                    onChange={(_, { checked }) => change(n, { on: checked === true })}
                  />
                </th>
                {(['from', 'until'] as const).map((end) => (
                  <td key={end}>
                    <Input
                      type="time"
                      aria-label={`${day} ${end}`}
                      disabled={!on}
                      value={end === 'from' ? from : until}
                      onChange={(_, { value }) => change(n, { [end]: value })}
                    />
                  </td>
                ))}
                {beside ? <td>{on ? beside.of(n + 1) : null}</td> : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
