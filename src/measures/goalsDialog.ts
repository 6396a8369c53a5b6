import { choice, defineDialog, rating, z, type Dialog } from '../dialog-kit/index.ts'
import type { DialogWords } from '../dialog-runner/types.ts'
import { itemStep } from './administration.ts'
import { conversationRoles } from './clearance.ts'
import { askedGoal, goalItem } from './goals.ts'
import type { WordedMeasure } from './shape.ts'

/**
 * The dialog in which goals are rated, one a message, from 0 to 10: introduction, the goals agreed by their numbers, review,
 * send (brief 3.1, 3.2). It holds nothing about risk and may be done at any hour. Input: `goals`, the active ones.
 */
export function goalsDialog(measure: WordedMeasure): Dialog {
  const { from, to } = rangeOf(measure)
  const answers = Object.fromEntries(measure.items.map(({ id }) => [itemStep(id), rating(from, to)]))
  const roles = conversationRoles(measure)
  return defineDialog({
    id: measure.id,
    version: Number(measure.version),
    onVersionChange: 'offer-restart',
    audience: roles.length > 1 ? 'both' : roles[0]!,
    kind: 'measure',
    input: z.object({ goals: z.array(askedGoal).min(1) }),
    answers: { begin: choice('go', 'later').required(), ...answers },
    steps: ({ say, ask, branch, review, end }) => [
      say('introduction'),
      ask('begin'),
      branch('when', (a) => (a as { begin: string }).begin, { later: [say('another-time'), end('put-off')] }),
      ...measure.items.map(({ id }) =>
        branch(`has-${id}`, (_, { input }) => wordsOfItem(input.goals, id) !== undefined, {
          yes: [ask(itemStep(id) as never, { with: { goal: (_, { input }) => wordsOfItem(input.goals, id) } })],
        }),
      ),
      review('check'),
      say('thanks'),
    ],
  })
}

const wordsOfItem = (goals: readonly { number: number; words: string }[], item: string): string | undefined =>
  goals.find(({ number }) => goalItem(number) === item)?.words

const rangeOf = ({ options }: WordedMeasure): { from: number; to: number } => {
  const values = options.map(({ value }) => value)
  return { from: Math.min(...values), to: Math.max(...values) }
}

/**
 * The words of the goals' dialog: the question, what the numbers mean and the words at both ends verbatim from the tool, the
 * goal itself as it was agreed; everything around them from `around`, as for every measure.
 */
export function goalsWords(measure: WordedMeasure, around: DialogWords): DialogWords {
  const items = new Map(measure.items.map(({ id }) => [itemStep(id), id]))
  const { from, to } = rangeOf(measure)
  return {
    title: measure.shortTitle,
    step(id, band, plain) {
      const item = items.get(id)
      if (item === undefined) {
        const own = { introduction: 'introduction-to-goals', begin: 'begin-goals' }[id]
        return around.step(own ?? id, band, plain)
      }
      const { items: texts, help, anchors } = measure.wording
      return {
        text: [`${texts[item]!}\n\n{goal}`],
        reprompt: around.step('goal', band, plain)?.reprompt ?? [],
        options: {},
        stem: help,
        low: anchors?.[from] ?? String(from),
        high: anchors?.[to] ?? String(to),
        notice: measure.licence.shownOnForm ?? undefined,
      }
    },
  }
}
