import { useState } from 'react'
import type { Control } from '../conversation/wire.ts'
import { w } from '../words/words.ts'
import type { Give } from './give.ts'
import { DayPicker } from './DayPicker.tsx'
import { timeChoices } from './days.ts'
import { TimePicker } from './TimePicker.tsx'

/** First the day, then the time; the day can be changed until the time is tapped. */
export function DateTimePicker({ control, give }: { control: Extract<Control, { kind: 'date-time' }>; give: Give }) {
  const [day, setDay] = useState<{ value: string; label: string } | null>(null)
  if (day === null)
    return <DayPicker control={control} give={(value, label) => setDay({ value: String(value), label })} />
  return (
    <div className="picker">
      <p className="chosen-day">
        <span role="status">{w('answer.which-time', { day: day.label })}</span>
        <button type="button" className="quiet" onClick={() => setDay(null)}>
          {w('answer.change-day')}
        </button>
      </p>
      <TimePicker
        times={timeChoices(day.value, control.from)}
        give={(time, label) => give(`${day.value}T${String(time)}`, `${day.label}, ${label}`)}
      />
    </div>
  )
}
