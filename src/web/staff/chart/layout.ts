/** What a chart needs of a measure's series; the staff API's `MeasureSeries` fits it. */
export interface ChartSeries {
  range: { min: number; max: number } | null
  bands: readonly { name: string; min: number; max: number }[]
  reliableChange: number | null
  administrations: readonly {
    administrationId: string
    occurredAt: string
    localDate: string
    total: number | null
    declined: readonly string[]
    missing: readonly string[]
  }[]
}

export interface ChartMark {
  id: string
  x: number
  /** Null when not scorable: there is no height to draw it at, and 0 would be a lie. */
  y: number | null
  total: number | null
  localDate: string
  declined: number
  missing: number
}

export interface ChartLayout {
  plot: { left: number; top: number; right: number; bottom: number }
  bands: { name: string; top: number; bottom: number; shade: number }[]
  namesInside: boolean
  ticks: { value: number; y: number }[]
  days: { day: string; x: number; anchor: 'start' | 'middle' | 'end' }[]
  marks: ChartMark[]
  /** Runs of neighbouring scored marks. A not scorable administration breaks the line: nothing is known between. */
  lines: { x: number; y: number }[][]
  /** Change beyond measurement error around the first scorable score, where the measure states it. */
  bracket: { x: number; top: number; bottom: number; middle: number } | null
}

const DAY_LABEL_WIDTH = 58
/** Under this width the bands' names stand inside the picture, so that the line keeps its room. */
const NARROW = 420

/** Round steps that give three to six of them over a range. */
function tickValues(min: number, max: number): number[] {
  const step = [1, 2, 3, 5, 9, 10, 20, 25, 50, 100].find((size) => (max - min) / size <= 6) ?? (max - min) / 5
  const values: number[] = []
  for (let value = min; value <= max; value += step) values.push(value)
  if (values.at(-1) !== max) {
    // A last full step that would crowd the top makes room for it.
    if (max - (values.at(-1) ?? min) < step / 2 && values.length > 2) values.pop()
    values.push(max)
  }
  return values
}

/** The range a chart is drawn over: the measure's own; without one, that of the scores seen. */
function rangeOf(series: ChartSeries): { min: number; max: number } {
  if (series.range) return series.range
  const totals = series.administrations.flatMap(({ total }) => (total === null ? [] : [total]))
  return totals.length === 0 ? { min: 0, max: 1 } : { min: Math.min(0, ...totals), max: Math.max(1, ...totals) }
}

/** Where everything in a chart stands. Pure: the same series and size give the same picture. */
export function layOutChart(series: ChartSeries, size: { width: number; height: number }): ChartLayout {
  const namesInside = size.width < NARROW
  const longest = namesInside ? 0 : Math.max(0, ...series.bands.map(({ name }) => name.length))
  const plot = { left: 34, top: 10, right: size.width - Math.min(150, 14 + longest * 6.4), bottom: size.height - 46 }
  const { min, max } = rangeOf(series)
  const yOf = (value: number) => plot.bottom - ((value - min) / (max - min || 1)) * (plot.bottom - plot.top)
  const times = series.administrations.map(({ occurredAt }) => Date.parse(occurredAt))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const inset = 22
  const xOf = (time: number) =>
    last === first
      ? (plot.left + plot.right) / 2
      : plot.left + inset + ((time - first) / (last - first)) * (plot.right - plot.left - 2 * inset)

  const marks = series.administrations.map(
    (administration, index): ChartMark => ({
      id: administration.administrationId,
      x: xOf(times[index] ?? first),
      y: administration.total === null ? null : yOf(administration.total),
      total: administration.total,
      localDate: administration.localDate,
      declined: administration.declined.length,
      missing: administration.missing.length,
    }),
  )

  const lines: { x: number; y: number }[][] = []
  let open = false
  for (const { x, y } of marks) {
    if (y === null) open = false
    else if (open) lines.at(-1)?.push({ x, y })
    else {
      lines.push([{ x, y }])
      open = true
    }
  }

  const days: ChartLayout['days'] = []
  for (const { localDate, x } of marks) {
    const before = days.at(-1)
    if (!before || x - before.x >= DAY_LABEL_WIDTH) days.push({ day: localDate, x, anchor: 'middle' })
  }

  const baseline = marks.find((mark) => mark.y !== null)
  const bracket =
    baseline && baseline.total !== null && series.reliableChange !== null
      ? {
          x: baseline.x - 12,
          middle: yOf(baseline.total),
          top: yOf(Math.min(max, baseline.total + series.reliableChange)),
          bottom: yOf(Math.max(min, baseline.total - series.reliableChange)),
        }
      : null

  return {
    plot,
    namesInside,
    // Bands of whole scores meet half-way between the last of one and the first of the next, so that no gap shows.
    bands: series.bands.map((band, index) => ({
      name: band.name,
      top: yOf(Math.min(max, band.max + (band.max < max ? 0.5 : 0))),
      bottom: yOf(Math.max(min, band.min - (band.min > min ? 0.5 : 0))),
      shade: series.bands.length === 1 ? 0 : index / (series.bands.length - 1),
    })),
    ticks: tickValues(min, max).map((value) => ({ value, y: yOf(value) })),
    days,
    marks,
    lines: lines.filter((line) => line.length > 1),
    bracket,
  }
}

/** The series in one sentence, for those who do not see the picture. Scores and days only, never a judgement. */
export function describeSeries(title: string, series: ChartSeries, dayWords: (day: string) => string): string {
  const { administrations, range } = series
  const first = administrations.find(({ total }) => total !== null)
  const last = administrations.findLast(({ total }) => total !== null)
  const over = range ? ` out of ${range.max}` : ''
  const unscored = administrations.filter(({ total }) => total === null).length
  const blank = unscored === 0 ? '' : ` ${unscored} could not be scored.`
  if (!first || !last) return `${title}: ${administrations.length} administrations, none scorable.`
  if (first === last) return `${title}: one score, ${first.total}${over} on ${dayWords(first.localDate)}.${blank}`
  return `${title}: ${administrations.length} administrations, from ${first.total}${over} on ${dayWords(first.localDate)} to ${last.total} on ${dayWords(last.localDate)}.${blank}`
}
