import { useId, useState } from 'react'
import type { Refusal } from '../api/chatApi.ts'

interface DigitsFormProps {
  label: string
  button: string
  /** Fewest and most signs. */
  digits: [number, number]
  /** A device code has letters too. */
  letters?: boolean
  /** A PIN is not shown while it is typed. */
  hidden?: boolean
  send(typed: string): Promise<Refusal | undefined>
  refused(refusal: Refusal): string
}

/** One short code to type: large, forgiving about spaces, and clear about what went wrong. */
export function DigitsForm({ label, button, digits, letters, hidden, send, refused }: DigitsFormProps) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const id = useId()
  const clean = typed.toUpperCase().replace(letters ? /[^A-Z0-9]/g : /\D/g, '')
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    if (clean.length < digits[0] || busy) return
    setBusy(true)
    const refusal = await send(clean)
    setBusy(false)
    if (refusal === undefined) return
    setTyped('')
    setProblem(refused(refusal))
    document.getElementById(id)?.focus()
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="digits"
        type={hidden ? 'password' : 'text'}
        inputMode={letters ? 'text' : 'numeric'}
        autoComplete={hidden ? 'off' : 'one-time-code'}
        autoCapitalize={letters ? 'characters' : 'off'}
        spellCheck={false}
        maxLength={digits[1] + 3}
        value={typed}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p id={`${id}-problem`} role="alert" className="problem">
        {problem}
      </p>
      <button type="submit" className="choice main" aria-disabled={clean.length < digits[0] || busy}>
        {button}
      </button>
    </form>
  )
}
