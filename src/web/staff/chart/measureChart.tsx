import { useEffect, useId, useRef, useState } from 'react'
import { dayWords, shortDayWords } from '../words/index.ts'
import { describeSeries, layOutChart, type ChartMark, type ChartSeries } from './layout.ts'

const HEIGHT = 220
const NARROWEST = 260

/** The width there is, followed; charts are drawn to it so that their text never shrinks. */
function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(420)
  useEffect(() => {
    if (!place.current) return
    const watch = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(NARROWEST, Math.round(entry.contentRect.width))),
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return [place, width]
}

/** A measure over time: its own range, bands as pale named areas, and marks beneath for items declined or not asked. */
export function MeasureChart({ title, series }: { title: string; series: ChartSeries }) {
  const [place, width] = useWidth()
  const id = useId()
  const { plot, bands, namesInside, ticks, days, marks, lines, bracket } = layOutChart(series, {
    width,
    height: HEIGHT,
  })
  return (
    <figure className="chart" ref={place as React.RefObject<HTMLDivElement>}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={id}>
        <title id={id}>{describeSeries(title, series, dayWords)}</title>
        {bands.map((band) => (
          <g key={band.name}>
            <rect
              className="chart-band"
              x={plot.left}
              width={plot.right - plot.left}
              y={band.top}
              height={Math.max(0, band.bottom - band.top)}
              fillOpacity={0.05 + band.shade * 0.17}
            />
            <text
              className="chart-band-name"
              x={namesInside ? plot.right - 6 : plot.right + 8}
              y={(band.top + band.bottom) / 2}
              textAnchor={namesInside ? 'end' : 'start'}
              dominantBaseline="middle"
            >
              {band.name}
            </text>
          </g>
        ))}
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <line className="chart-grid" x1={plot.left} x2={plot.right} y1={y} y2={y} />
            <text className="chart-tick" x={plot.left - 6} y={y} textAnchor="end" dominantBaseline="middle">
              {value}
            </text>
          </g>
        ))}
        {bracket ? (
          <g className="chart-bracket">
            <path d={`M${bracket.x + 5} ${bracket.top}H${bracket.x}V${bracket.bottom}H${bracket.x + 5}`} fill="none" />
          </g>
        ) : null}
        {lines.map((line, index) => (
          <polyline key={index} className="chart-line" points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
        ))}
        {marks.map((mark) => (
          <Mark key={mark.id} mark={mark} bottom={plot.bottom} />
        ))}
        {days.map(({ day, x, anchor }) => (
          <text key={`${day}${x}`} className="chart-tick" x={x} y={HEIGHT - 6} textAnchor={anchor}>
            {shortDayWords(day)}
          </text>
        ))}
      </svg>
      <figcaption className="quiet">
        {bracket ? '[ change beyond measurement error starts outside the bracket · ' : ''}◇ items declined · □ items not
        asked · × not scorable
      </figcaption>
    </figure>
  )
}

/** One administration: its score, and beneath the axis what was left blank, of which kind. */
function Mark({ mark, bottom }: { mark: ChartMark; bottom: number }) {
  const blankY = bottom + 15
  const both = mark.declined > 0 && mark.missing > 0
  const [declinedX, missingX] = both ? [mark.x - 18, mark.x + 9] : [mark.x, mark.x]
  return (
    <g>
      {mark.y === null ? (
        <path className="chart-unscored" d={`M${mark.x - 4} ${bottom - 10}l8 8m0-8l-8 8`} />
      ) : (
        <>
          <circle className="chart-point" cx={mark.x} cy={mark.y} r={4.5} />
          <text className="chart-value" x={mark.x} y={mark.y - 10} textAnchor="middle">
            {mark.total}
          </text>
        </>
      )}
      {mark.declined > 0 ? (
        <g>
          <path className="chart-blank" d={`M${declinedX - 5} ${blankY}l5-5 5 5-5 5z`} />
          <text className="chart-tick" x={declinedX + 8} y={blankY} dominantBaseline="central">
            {mark.declined}
          </text>
        </g>
      ) : null}
      {mark.missing > 0 ? (
        <g>
          <rect className="chart-blank" x={missingX - 4} y={blankY - 4} width={8} height={8} />
          <text className="chart-tick" x={missingX + 7} y={blankY} dominantBaseline="central">
            {mark.missing}
          </text>
        </g>
      ) : null}
    </g>
  )
}
