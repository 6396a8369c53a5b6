import { goesIn, stepsIn, type ExposureEntry } from '../exposure/entries.ts'
import { inOrder, isDone, ladderNeed, stepNow } from '../exposure/ladder.ts'
import { countsOf, type Counted } from './numbers.ts'

/** What the exposure programme shows the practitioner (brief 1d). What was not given is missing, never 0. */
export interface ExposureSummary {
  goal: string | undefined
  /** From the bottom up, each with its goes and the fear at start and end of each go as far as it was said. */
  ladder: { text: string; fear: number; done: boolean; goes: number; curve: { start?: number; peak?: number; end?: number }[] }[] // prettier-ignore
  /** Goes that took place, at steps of this stretch of entries or of earlier ones. */
  goes: number
  now: string | undefined
  ready: boolean
  leftEarly: number
  notTried: number
  /** Of goes with a prediction that was looked at afterwards. */
  predictions: { no: number; part: number; yes: number; n: number }
  props: Counted[]
  /** In their own words, the newest first. */
  surprises: string[]
}

/** The facts of a stretch of exposure entries, each in its newest version. */
export function exposureSummary(entries: readonly ExposureEntry[]): ExposureSummary {
  const [steps, goes] = [stepsIn(entries), goesIn(entries)]
  const practices = entries.filter(({ name }) => name === 'exposure-practice')
  const tried = practices.filter(({ fields }) => fields.outcome !== 'not')
  const cameTrue = (what: string) => tried.filter(({ fields }) => fields.came_true === what).length
  const goal = entries.findLast(({ name }) => name === 'exposure-goal')?.fields.goal
  const [no, part, yes] = [cameTrue('no'), cameTrue('part'), cameTrue('yes')]
  const need = ladderNeed(steps, goes).kind
  return {
    goal: typeof goal === 'string' ? goal : undefined,
    ladder: inOrder(steps).map((step) => {
      const own = tried.filter(({ about }) => about === step.id)
      const curve = own.map(({ fields }) => ({
        ...numberAs('start', fields.fear_start),
        ...numberAs('peak', fields.fear_peak),
        ...numberAs('end', fields.fear_end),
      }))
      return { text: step.text, fear: step.fear, done: isDone(step, goes), goes: own.length, curve }
    }),
    goes: tried.length,
    now: stepNow(steps, goes)?.text,
    ready: need === 'enough' || need === 'half-step',
    leftEarly: tried.filter(({ fields }) => fields.outcome === 'left_early').length,
    notTried: practices.length - tried.length,
    predictions: { no, part, yes, n: no + part + yes },
    props: countsOf(entries.filter(({ name }) => name === 'exposure-detail').map(({ fields }) => fields.props)),
    surprises: tried
      .flatMap(({ fields }) => (typeof fields.surprise === 'string' ? [fields.surprise] : []))
      .toReversed(),
  }
}

const numberAs = (name: string, value: unknown) => (typeof value === 'number' ? { [name]: value } : {})
