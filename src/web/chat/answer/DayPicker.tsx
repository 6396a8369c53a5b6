import { useId, useState } from 'react'
import { now } from '../browser/now.ts'
import type { Control } from '../conversation/wire.ts'
import { w } from '../words/words.ts'
import type { Give } from './give.ts'
import { dayChoices, dayName, londonDay } from './days.ts'

interface DayPickerProps {
  control: { from?: string; to?: string } & Pick<Control, 'kind'>
  give: Give
}

/** Days near today to tap, and the phone's own calendar for any other. */
export function DayPicker({ control, give }: DayPickerProps) {
  const [other, setOther] = useState(false)
  const [typed, setTyped] = useState('')
  const id = useId()
  const names = { today: w('answer.today'), tomorrow: w('answer.tomorrow'), yesterday: w('answer.yesterday') }
  const choose = (day: string): void => give(day, dayName(day))
  return (
    <div className="picker">
      <div className="chips">
        {dayChoices(londonDay(now()), control, names).map((day) => (
          <button key={day.value} type="button" className="choice" onClick={() => choose(day.value)}>
            {day.label}
          </button>
        ))}
        <button type="button" className="choice" aria-expanded={other} onClick={() => setOther(!other)}>
          {w('answer.other-day')}
        </button>
      </div>
      {other && (
        <form
          className="other"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed !== '') choose(typed)
          }}
        >
          <label htmlFor={id}>{w('answer.choose-day')}</label>
          <input
            id={id}
            type="date"
            value={typed}
            min={control.from?.slice(0, 10)}
            max={control.to?.slice(0, 10)}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" className="choice main" disabled={typed === ''}>
            {w('answer.use-day')}
          </button>
        </form>
      )}
    </div>
  )
}
