import type { Control } from '../conversation/wire.ts'
import { w } from '../words/words.ts'
import type { Give } from './give.ts'

interface ReviewListProps {
  control: Extract<Control, { kind: 'review' }>
  give: Give
  change: (step: string) => void
}

/** Every answer with a way to change it, and one button that sends them. Nothing counts before that. */
export function ReviewList({ control, give, change }: ReviewListProps) {
  return (
    <div className="review">
      <dl>
        {control.rows.map((row) => (
          <div key={row.step}>
            <dt>{row.question}</dt>
            <dd>
              <span>{row.answer}</span>
              <button
                type="button"
                className="quiet"
                aria-label={`${w('navigation.change')}: ${row.question}`}
                onClick={() => change(row.step)}
              >
                {w('navigation.change')}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" className="choice main" onClick={() => give(control.send.value, control.send.label)}>
        {control.send.label}
      </button>
    </div>
  )
}
