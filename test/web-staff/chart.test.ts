import { describeSeries, layOutChart } from '../../src/web/staff/chart/layout.ts'
import { series } from './staffFixtures.ts'

const size = { width: 640, height: 220 }

describe('the chart of a measure', () => {
  test('it is drawn over the measure’s own range, not over the scores seen', () => {
    const { plot, ticks } = layOutChart(series(), size)
    expect(ticks[0]).toEqual({ value: 0, y: plot.bottom })
    expect(ticks.at(-1)).toEqual({ value: 27, y: plot.top })
  })

  test('an administration that is not scorable has no height, and no line goes through it', () => {
    const { marks, lines } = layOutChart(series(), size)
    expect(marks.map(({ total, y }) => [total, y === null])).toEqual([
      [18, false], [16, false], [null, true], [13, false], [11, false],
    ]) // prettier-ignore
    expect(lines.map((line) => line.length)).toEqual([2, 2])
  })

  test('declined and missing items are counted apart', () => {
    expect(layOutChart(series(), size).marks.map(({ declined, missing }) => [declined, missing])).toEqual([
      [0, 0], [1, 0], [2, 2], [0, 0], [0, 1],
    ]) // prettier-ignore
  })

  test('time is to scale: a gap of two weeks is twice as wide as one week', () => {
    const [first, second, , fourth] = layOutChart(series(), size).marks.map(({ x }) => x)
    expect((fourth! - second!) / (second! - first!)).toBeCloseTo(2, 1)
  })

  test('bands touch each other and fill the range, each with its name', () => {
    const { bands, plot } = layOutChart(series(), size)
    expect(bands.map(({ name }) => name)).toEqual(['minimal', 'mild', 'moderate', 'moderately severe', 'severe'])
    expect(bands[0]!.bottom).toBe(plot.bottom)
    expect(bands.at(-1)!.top).toBe(plot.top)
    for (const [index, band] of bands.slice(1).entries()) expect(band.bottom).toBeCloseTo(bands[index]!.top)
  })

  test('the bracket of reliable change stands around the first scorable score, and is not drawn where none is stated', () => {
    const { bracket, marks } = layOutChart(series(), size)
    expect(bracket!.middle).toBe(marks[0]!.y)
    expect(bracket!.bottom - bracket!.middle).toBeCloseTo(bracket!.middle - bracket!.top)
    expect(layOutChart({ ...series(), reliableChange: null }, size).bracket).toBeNull()
  })

  test('one administration stands in the middle, without a line', () => {
    const all = series()
    const one = layOutChart({ ...all, administrations: all.administrations.slice(0, 1) }, size)
    expect(one.marks[0]!.x).toBe((one.plot.left + one.plot.right) / 2)
    expect(one.lines).toEqual([])
  })

  test.each([260, 360, 640, 1200])('everything stays inside a picture of %i pixels', (width) => {
    const { marks, bands, days, plot } = layOutChart(series(), { width, height: 220 })
    for (const { x, y } of marks) {
      expect(x).toBeGreaterThanOrEqual(plot.left)
      expect(x).toBeLessThanOrEqual(plot.right)
      if (y !== null) expect(y).toBeGreaterThanOrEqual(plot.top)
    }
    expect(bands.every(({ top, bottom }) => top <= bottom)).toBe(true)
    expect(days.every(({ x }, index) => index === 0 || x - days[index - 1]!.x >= 50)).toBe(true)
  })

  test('in words it gives scores and days, says what could not be scored, and judges nothing', () => {
    const words = describeSeries('PHQ-9', series(), (day) => day)
    expect(words).toMatch(/^PHQ-9: 5 administrations, from 18 out of 27 on .* to 11 on .*\. 1 could not be scored\.$/)
    expect(words).not.toMatch(/severe|better|worse/)
  })
})
