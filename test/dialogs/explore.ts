import type { Json } from '../../src/shared/json.ts'
import { answersFor } from './samples.ts'
import { idOf, Visit, type Ask, type Staging } from './stage.ts'

/** More questions than any dialog asks one person: going on longer is a circle. */
const LONGEST = 80

/**
 * Goes every way through a dialog: from every question each answer once, then on to an end. Bounded by the number of
 * answers, not of paths. Fails when a way is longer than any conversation should be.
 */
export function explore(
  dialog: string,
  input: Json,
  staging: Staging,
  seen: (visit: Visit) => void,
): Map<string, Visit> {
  const tried = new Set<string>()
  const turns = new Map<string, number>()
  const questions = new Map<string, Visit>()
  const waiting: { visit: Visit; steps: number }[] = [{ visit: new Visit(staging).start(dialog, input), steps: 0 }]
  while (waiting.length > 0) {
    const { visit, steps } = waiting.pop()!
    seen(visit)
    if (visit.isOver || visit.question.dialog !== dialog) continue
    if (steps > LONGEST) throw new Error(`${dialog} goes on and on at ${visit.question.step}`)
    const at = idOf(visit.question.step)
    if (!questions.has(at)) questions.set(at, visit.fork())
    const ways = waysOn(visit.question)
    const fresh = ways.filter((way) => !tried.has(`${at} ${JSON.stringify(way)}`))
    const turn = turns.get(at) ?? 0
    turns.set(at, turn + 1)
    for (const way of fresh.length > 0 ? fresh : [ways[turn % ways.length]!]) {
      tried.add(`${at} ${JSON.stringify(way)}`)
      const next = visit.fork()
      if ('tap' in way) next.tap(way.tap)
      else next.command(way.command)
      waiting.push({ visit: next, steps: steps + 1 })
    }
  }
  return questions
}

type Way = { tap: Json } | { command: 'skip' | 'not-sure' }

function waysOn(question: Ask): Way[] {
  const blanks = question.navigation.filter((command) => command === 'skip' || command === 'not-sure')
  return [...answersFor(question).map((tap) => ({ tap })), ...blanks.map((command) => ({ command }))]
}
