import { useId, useState } from 'react'
import { w } from '../words/words.ts'
import type { Give } from './give.ts'
import { timeChoices, timeName } from './days.ts'

/** Times that people often choose, and the phone's own clock for any other. */
export function TimePicker({ give, times = timeChoices() }: { give: Give; times?: string[] }) {
  const [other, setOther] = useState(times.length === 0)
  const [typed, setTyped] = useState('')
  const id = useId()
  return (
    <div className="picker">
      <div className="chips">
        {times.map((time) => (
          <button key={time} type="button" className="choice" onClick={() => give(time, timeName(time))}>
            {timeName(time)}
          </button>
        ))}
        <button type="button" className="choice" aria-expanded={other} onClick={() => setOther(!other)}>
          {w('answer.other-time')}
        </button>
      </div>
      {other && (
        <form
          className="other"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed !== '') give(typed, timeName(typed))
          }}
        >
          <label htmlFor={id}>{w('answer.choose-time')}</label>
          <input id={id} type="time" value={typed} onChange={(event) => setTyped(event.target.value)} />
          <button type="submit" className="choice main" disabled={typed === ''}>
            {w('answer.use-time')}
          </button>
        </form>
      )}
    </div>
  )
}
