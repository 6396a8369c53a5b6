import { w } from '../words/words.ts'
import type { Picture as PictureData } from './wire.ts'

const WIDTH = 300
const LINE = { height: 150, left: 12, right: 288, top: 26, bottom: 124 }
const LADDER = { height: 196, rungs: 10, left: 90, right: 210, top: 14, bottom: 182 }

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const dayWords = (day: string): string => shortDay.format(new Date(`${day}T12:00:00Z`))

/** A person's own answers as a picture. What it shows is said in the message beside it, which is its text alternative too. */
export function Picture({ picture, text }: { picture: PictureData; text: string }) {
  return picture.kind === 'line' ? <OwnLine picture={picture} text={text} /> : <Ladder picture={picture} text={text} />
}

/** A line over time, heavier upwards. No numbers, no bands, no red: where somebody was, and where they are. */
function OwnLine({ picture, text }: { picture: Extract<PictureData, { kind: 'line' }>; text: string }) {
  const { points, min, max, heavier } = picture
  const xOf = (n: number) => LINE.left + 10 + (n / Math.max(1, points.length - 1)) * (LINE.right - LINE.left - 20)
  const yOf = (value: number) => {
    const share = (value - min) / (max - min || 1)
    return LINE.bottom - (heavier === 'up' ? share : 1 - share) * (LINE.bottom - LINE.top)
  }
  const placed = points.map(({ day, value }, n) => ({ day, x: xOf(n), y: yOf(value), last: n === points.length - 1 }))
  const [first, last] = [placed[0], placed.at(-1)]
  return (
    <svg className="picture" viewBox={`0 0 ${WIDTH} ${LINE.height}`} role="img" aria-label={text}>
      <g aria-hidden="true">
        <text className="picture-word" x={LINE.left} y={14}>
          {w('picture.heavier')}
        </text>
        <text className="picture-word" x={LINE.left} y={LINE.bottom + 20}>
          {w('picture.lighter')}
        </text>
        <line className="picture-axis" x1={LINE.left} x2={LINE.right} y1={LINE.bottom} y2={LINE.bottom} />
        <line className="picture-axis" x1={LINE.left} x2={LINE.right} y1={LINE.top} y2={LINE.top} />
        <polyline className="picture-line" points={placed.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {placed.map(({ x, y, last: isLast }, n) => (
          <circle key={n} className={isLast ? 'picture-now' : 'picture-point'} cx={x} cy={y} r={isLast ? 7 : 4} />
        ))}
        {first && last ? (
          <text className="picture-word" x={LINE.right} y={LINE.bottom + 20} textAnchor="end">
            {first.day === last.day
              ? dayWords(last.day)
              : w('picture.days', { from: dayWords(first.day), until: dayWords(last.day) })}
          </text>
        ) : null}
      </g>
    </svg>
  )
}

/** A ladder from 0 to 10: where it began, and where it stands. */
function Ladder({ picture, text }: { picture: Extract<PictureData, { kind: 'ladder' }>; text: string }) {
  const { points, min, max } = picture
  const yOf = (value: number) => LADDER.bottom - ((value - min) / (max - min || 1)) * (LADDER.bottom - LADDER.top)
  const [first, last] = [points[0], points.at(-1)]
  const rungs = Array.from({ length: LADDER.rungs + 1 }, (_, n) => min + (n * (max - min)) / LADDER.rungs)
  return (
    <svg className="picture" viewBox={`0 0 ${WIDTH} ${LADDER.height}`} role="img" aria-label={text}>
      <g aria-hidden="true">
        <line className="picture-rail" x1={LADDER.left} x2={LADDER.left} y1={LADDER.top - 8} y2={LADDER.bottom + 8} />
        <line className="picture-rail" x1={LADDER.right} x2={LADDER.right} y1={LADDER.top - 8} y2={LADDER.bottom + 8} />
        {rungs.map((value) => (
          <line
            key={value}
            className="picture-axis"
            x1={LADDER.left}
            x2={LADDER.right}
            y1={yOf(value)}
            y2={yOf(value)}
          />
        ))}
        {[min, max].map((value) => (
          <text key={value} className="picture-word" x={LADDER.left - 10} y={yOf(value) + 5} textAnchor="end">
            {value}
          </text>
        ))}
        {first && last ? (
          <>
            <circle className="picture-began" cx={LADDER.left + 30} cy={yOf(first.value)} r={7} />
            <circle className="picture-now" cx={LADDER.right - 30} cy={yOf(last.value)} r={9} />
            <text className="picture-word" x={LADDER.right + 12} y={yOf(last.value) + 5}>
              {w('picture.now', { value: last.value })}
            </text>
          </>
        ) : null}
      </g>
    </svg>
  )
}
