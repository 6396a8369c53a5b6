import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { Choose } from '../parts/choose.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { dayWords } from '../words/index.ts'
import {
  choicesOfPeople,
  dealWithAlerts,
  hoursOf,
  spanDraft,
  spanOf,
  weekDraft,
  withRole,
  WEEKDAYS,
  type SpanDraft,
} from './drafts.ts'
import { RotaProblem } from './rotaProblem.tsx'
import { Rows } from './rows.tsx'
import { SpanFields } from './spanFields.tsx'
import { WeekFields } from './weekFields.tsx'

interface ServiceFormProps {
  page: Schemas['RotaPage']
  onSaved: (page: Schemas['RotaPage']) => void
}

/** The service's part of the rota: staffed hours, duty workers, closures, on-call. Saved as a whole. */
export function ServiceForm({ page, onSaved }: ServiceFormProps) {
  const { api } = useDesk()
  const [version] = useState(page.version)
  const [week, setWeek] = useState(() => weekDraft(page.hours))
  const [duty, setDuty] = useState(() => page.duty.filter(({ day }) => day === null))
  const [days, setDays] = useState(() =>
    page.duty.flatMap(({ staffId, day }) => (day === null ? [] : [{ staffId, day }])),
  )
  const [closures, setClosures] = useState(() => [...page.closures])
  const [onCall, setOnCall] = useState<SpanDraft[]>(() => page.onCall.map((turn) => spanDraft(turn, turn.staffId)))
  const send = useCommand((body: Schemas['ServiceRota']) => bodyOf(api.PUT('/staff/api/rota', { body })))

  const dutyWorkers = withRole(page.staff, 'duty-worker')
  const turns = onCall.map((turn) => ({ staffId: turn.staffId, ...spanOf(turn) }))
  const whole =
    days.every(({ staffId, day }) => staffId && day) &&
    closures.every(({ day }) => day) &&
    turns.every((turn) => turn.staffId && turn.from)
  const has = (weekday: number, staffId: string) =>
    duty.some((turn) => turn.weekday === weekday && turn.staffId === staffId)
  const setTurn = (weekday: number, staffId: string, on: boolean) =>
    setDuty(
      on
        ? [...duty, { staffId, weekday, day: null }]
        : duty.filter((turn) => turn.weekday !== weekday || turn.staffId !== staffId),
    )
  const save = async () => {
    const hours = hoursOf(week)
    const saved = await send.run({
      version,
      hours,
      closures,
      // A day on which the service is not staffed has no duty worker.
      duty: [
        ...duty.filter(({ weekday }) => hours.some((day) => day.weekday === weekday)),
        ...days.map((turn) => ({ ...turn, weekday: null })),
      ],
      onCall: turns.map(({ staffId, from, until }) => ({ staffId, from: from!, until: until! })),
    })
    if (saved) onSaved(saved)
  }

  return (
    <form
      className="form rota-form"
      aria-label="The service"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {page.hoursFromSettings ? (
        <p className="quiet">These hours come from the configuration until they are saved here.</p>
      ) : null}
      <WeekFields
        label="Staffed hours and duty workers"
        week={week}
        onChange={setWeek}
        beside={{
          title: 'Duty workers',
          of: (weekday) =>
            dutyWorkers.length === 0 ? (
              <span className="quiet">nobody has this role</span>
            ) : (
              dutyWorkers.map(({ staff }) => (
                <Checkbox
                  key={staff.staffId}
                  label={staff.name}
                  aria-label={`${staff.name} on duty on ${WEEKDAYS[weekday - 1]}`}
                  checked={has(weekday, staff.staffId)}
                  onChange={(_, { checked }) => setTurn(weekday, staff.staffId, checked === true)}
                />
              ))
            ),
        }}
      />
      <Rows
        title="Duty on a single day"
        add="Add a duty day"
        none="The weekday’s duty worker counts on every day."
        rows={days}
        fresh={() => ({ staffId: '', day: '' })}
        onChange={setDays}
        fields={(row, change) => (
          <>
            <Field label="Day">
              <Input type="date" value={row.day} onChange={(_, { value }) => change({ day: value })} />
            </Field>
            <Choose
              label="Duty worker"
              none="Choose"
              value={row.staffId}
              choices={choicesOfPeople(dutyWorkers)}
              onChoose={(staffId) => change({ staffId })}
            />
          </>
        )}
      />
      <Rows
        title="Closed days"
        add="Add a closed day"
        none="None besides the bank holidays."
        rows={closures}
        fresh={() => ({ day: '', reason: '' })}
        onChange={setClosures}
        fields={(row, change) => (
          <>
            <Field label="Day">
              <Input type="date" value={row.day} onChange={(_, { value }) => change({ day: value })} />
            </Field>
            <Field label="Reason">
              <Input value={row.reason} maxLength={200} onChange={(_, { value }) => change({ reason: value })} />
            </Field>
          </>
        )}
      />
      <details>
        <summary>Bank holidays, closed by themselves ({page.bankHolidays.length})</summary>
        <p>{page.bankHolidays.map(dayWords).join(' · ')}</p>
      </details>
      <Rows
        title="On call"
        add="Add an on-call turn"
        none="Nobody is on call: out of hours alerts wait for the next opening, and the bot says so."
        rows={onCall}
        fresh={() => ({ staffId: '', from: '', until: '' })}
        onChange={setOnCall}
        fields={(row, change) => (
          <>
            <Choose
              label="Who"
              none="Choose"
              value={row.staffId}
              choices={choicesOfPeople(dealWithAlerts(page.staff))}
              onChoose={(staffId) => change({ staffId })}
            />
            <SpanFields span={row} onChange={change} />
          </>
        )}
      />
      <RotaProblem problem={send.problem} />
      <div className="buttons">
        <Button appearance="primary" type="submit" disabled={!whole || send.running}>
          Save the service’s rota
        </Button>
      </div>
    </form>
  )
}
