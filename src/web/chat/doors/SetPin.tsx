import { useId, useState } from 'react'
import { useParts } from '../parts.ts'
import { w } from '../words/words.ts'

const PIN = /^\d{4,6}$/

/** Chooses the PIN, typed twice, because nobody can show it again. */
export function SetPin() {
  const { doors } = useParts()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState('')
  const id = useId()
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    if (!PIN.test(pin)) return setProblem(w('doors.set-pin.too-short'))
    if (pin !== again) return setProblem(w('doors.set-pin.different'))
    const refusal = await doors.setPin(pin)
    if (refusal !== undefined) setProblem(w(refusal.code === 'offline' ? 'doors.offline' : 'doors.problem'))
  }
  const field = (name: string, label: string, value: string, change: (value: string) => void) => (
    <>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        className="digits"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={value}
        aria-describedby={`${id}-problem`}
        onChange={(event) => change(event.target.value)}
      />
    </>
  )
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {field('pin', w('doors.set-pin.pin'), pin, setPin)}
      {field('again', w('doors.set-pin.again'), again, setAgain)}
      <p id={`${id}-problem`} role="alert" className="problem">
        {problem}
      </p>
      <button type="submit" className="choice main">
        {w('doors.set-pin.button')}
      </button>
    </form>
  )
}
