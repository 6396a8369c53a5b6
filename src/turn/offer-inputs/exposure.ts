import { goesIn, stepsIn } from '../../exposure/entries.ts'
import { goNumber, inOrder, ladderNeed, mayAddStep, stepNow } from '../../exposure/ladder.ts'
import { londonDateTime } from '../../shared/calendarDay.ts'
import type { Json } from '../../shared/json.ts'
import { moduleEntries, type ModuleEntry } from './moduleEntries.ts'
import type { Asked, OfferInput } from './offerInput.ts'

async function ladderOf(asked: Asked) {
  const entries = await moduleEntries(asked, 'graded-exposure')
  const [steps, goes] = [stepsIn(entries), goesIn(entries)]
  return { entries, steps, goes, need: ladderNeed(steps, goes) }
}

/** For a step of the ladder: what would help it most. Not offered where it has all it needs to be full. */
export const exposureStep: OfferInput = async (asked) => {
  const { steps, need } = await ladderOf(asked)
  return mayAddStep(steps, need) ? { need: { ...need }, steps: steps.length } : undefined
}

/** For a look at the ladder: its steps from the bottom up, and where somebody is. */
export const exposureLadder: OfferInput = async (asked) => {
  const { steps, goes, need } = await ladderOf(asked)
  if (steps.length === 0) return undefined
  const now = stepNow(steps, goes)
  const adultFirst = now === undefined && (need.kind === 'enough' || need.kind === 'half-step') && steps.some(({ adultOk }) => adultOk === 'not-yet') // prettier-ignore
  return {
    steps: inOrder(steps).map(({ text, fear }) => ({ text, fear })),
    ...(now === undefined ? {} : { now: now.text, go: goNumber(now, goes) }),
    ready: need.kind === 'enough' || need.kind === 'half-step',
    adultFirst,
  }
}

/** For planning a go: the step to practise now. Not while one is planned already. */
export const exposurePlan: OfferInput = async (asked) => {
  const { entries, steps, goes } = await ladderOf(asked)
  const now = stepNow(steps, goes)
  const planned = entries.findLast(({ name }) => name === 'exposure-plan')?.fields
  if (now === undefined || isAhead(planned, asked.now)) return undefined
  const before = goes.filter(({ step }) => step === now.id)
  return JSON.parse(JSON.stringify({ step: now, go: goNumber(now, goes), before })) as Json
}

/** A go whose time is still to come; one without a time is in nobody's way. */
const isAhead = (planned: ModuleEntry['fields'] | undefined, now: Date): boolean =>
  typeof planned?.date === 'string' &&
  typeof planned.time === 'string' &&
  `${planned.date}T${planned.time}` > londonDateTime(now)
