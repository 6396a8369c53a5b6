import type { Control } from '../conversation/wire.ts'
import { w } from '../words/words.ts'
import type { Give } from './give.ts'
import { Decline } from './Choices.tsx'

interface RatingStripProps {
  control: Extract<Control, { kind: 'rating' }>
  give: Give
  decline?: () => void
}

/** Whole numbers in a row with words at both ends; on a narrow phone in two rows, so that each stays easy to hit. */
export function RatingStrip({ control, give, decline }: RatingStripProps) {
  const { min, max, low, high } = control
  const values = Array.from({ length: max - min + 1 }, (_, n) => min + n)
  const name = (value: number): string => {
    if (value === min) return w('answer.rating-end', { value, words: low })
    return value === max ? w('answer.rating-end', { value, words: high }) : String(value)
  }
  return (
    <div className="rating">
      <p className="ends" aria-hidden="true">
        <span>
          <b>{min}</b> {low}
        </span>
        <span>
          <b>{max}</b> {high}
        </span>
      </p>
      <div className={values.length > 6 ? 'strip two-rows' : 'strip'}>
        {values.map((value) => (
          <button
            key={value}
            type="button"
            className="choice"
            aria-label={name(value)}
            onClick={() => give(value, String(value))}
          >
            {value}
          </button>
        ))}
      </div>
      <Decline decline={decline} />
    </div>
  )
}
