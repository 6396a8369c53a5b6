import { useState } from 'react'
import type { Control } from '../conversation/wire.ts'
import { w } from '../words/words.ts'
import type { Give } from './give.ts'

type ChoicesControl = Extract<Control, { kind: 'choices' }>
interface ChoicesProps {
  control: ChoicesControl
  give: Give
  /** "Prefer not to say" as an option equal to the others: in measures. */
  decline?: () => void
}

const SHORT = 12

/** Options as full-width buttons. One tap answers; where several may be chosen, taps toggle and Done answers. */
export function Choices(props: ChoicesProps) {
  return props.control.several ? <Several {...props} /> : <One {...props} />
}

function One({ control, give, decline }: ChoicesProps) {
  const pair =
    control.options.length === 2 && decline === undefined && control.options.every((o) => o.label.length <= SHORT)
  return (
    <div className={pair ? 'choices pair' : 'choices'}>
      {control.options.map((option) => (
        <button key={option.value} type="button" className="choice" onClick={() => give(option.value, option.label)}>
          {option.label}
        </button>
      ))}
      <Decline decline={decline} />
    </div>
  )
}

function Several({ control, give, decline }: ChoicesProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const toggle = (value: string): void =>
    setChosen((now) => (now.includes(value) ? now.filter((v) => v !== value) : [...now, value]))
  const picked = control.options.filter((o) => chosen.includes(o.value))
  const done = (): void =>
    give(
      picked.map((o) => o.value),
      picked.map((o) => o.label).join(', '),
    )
  return (
    <div className="choices">
      <p className="small">{w('answer.pick-some')}</p>
      {control.options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="choice toggle"
          aria-pressed={chosen.includes(option.value)}
          onClick={() => toggle(option.value)}
        >
          {option.label}
        </button>
      ))}
      <Decline decline={decline} />
      <button type="button" className="choice main" disabled={picked.length === 0} onClick={done}>
        {w('answer.done')}
      </button>
    </div>
  )
}

/** "Prefer not to say", as large as any other answer. */
export const Decline = ({ decline }: { decline?: () => void }) =>
  decline === undefined ? null : (
    <button type="button" className="choice" onClick={decline}>
      {w('navigation.decline')}
    </button>
  )
