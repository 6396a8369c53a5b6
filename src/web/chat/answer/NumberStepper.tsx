import { useId, useState } from 'react'
import type { Control } from '../conversation/wire.ts'
import { w } from '../words/words.ts'
import type { Give } from './give.ts'

/** A whole number: typed, or stepped with two buttons. It starts empty, so that no number is put into anybody's mouth. */
export function NumberStepper({ control, give }: { control: Extract<Control, { kind: 'number' }>; give: Give }) {
  const [typed, setTyped] = useState('')
  const id = useId()
  const { min, max, unit, step: size = 1 } = control
  const value = /^\d+$/.test(typed) ? Number(typed) : undefined
  const fits = value !== undefined && value >= min && value <= max
  const step = (by: number): void => {
    const next = value === undefined ? min : value + by
    setTyped(String(Math.min(max, Math.max(min, next))))
  }
  const submit = (event: React.FormEvent): void => {
    event.preventDefault()
    if (fits) give(value, unit === undefined ? String(value) : `${value} ${unit}`)
  }
  return (
    <form className="stepper" onSubmit={submit}>
      <div className="step-row">
        <button type="button" className="choice" aria-label={w('answer.less')} onClick={() => step(-size)}>
          −
        </button>
        <label htmlFor={id} className="out-of-sight">
          {w('answer.number')}
        </label>
        <input
          id={id}
          className="digits"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={typed}
          onChange={(event) => setTyped(event.target.value.trim())}
        />
        <button type="button" className="choice" aria-label={w('answer.more')} onClick={() => step(size)}>
          +
        </button>
        {unit !== undefined && <span>{unit}</span>}
      </div>
      <button type="submit" className="choice main" disabled={!fits}>
        {w('answer.done')}
      </button>
    </form>
  )
}
