import type { ExposureEntry } from '../../src/exposure/entries.ts'
import { exposureSummary } from '../../src/summaries/gradedExposure.ts'

const entry = (id: string, name: string, fields: ExposureEntry['fields'], about: string | null = null) => ({
  id,
  name,
  fields,
  about,
  at: '2026-11-24T16:00',
})

test('shows the ladder with its goes and curves, predictions beside what came, and what was not tried apart', () => {
  const steps = [3, 4, 5, 6, 7, 8].map((fear) => entry(`s${fear}`, 'ladder-step', { text: `text ${fear}`, fear, adult_ok: 'yes' })) // prettier-ignore
  const go = (fields: ExposureEntry['fields']) => entry('p', 'exposure-practice', fields, 's3')
  const summary = exposureSummary([
    entry('g', 'exposure-goal', { goal: 'sleep over' }),
    ...steps,
    go({
      outcome: 'stayed_till_half',
      fear_start: 6,
      fear_peak: 7,
      fear_end: 3,
      came_true: 'no',
      surprise: 'it was ok',
    }),
    go({ outcome: 'left_early', fear_start: 5 }),
    go({ outcome: 'not' }),
    entry('d', 'exposure-detail', { props: ['phone', 'none'] }),
  ])
  expect(summary).toMatchObject({
    goal: 'sleep over',
    goes: 2,
    now: 'text 3',
    ready: true,
    leftEarly: 1,
    notTried: 1,
    predictions: { no: 1, part: 0, yes: 0, n: 1 },
    props: [
      { what: 'phone', count: 1 },
      { what: 'none', count: 1 },
    ],
    surprises: ['it was ok'],
  })
  expect(summary.ladder[0]).toEqual({
    text: 'text 3',
    fear: 3,
    done: false,
    goes: 2,
    curve: [{ start: 6, peak: 7, end: 3 }, { start: 5 }],
  })
})

test('says nothing of what was not given', () => {
  expect(exposureSummary([])).toMatchObject({ goal: undefined, ladder: [], now: undefined, ready: false })
})
