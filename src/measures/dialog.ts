import { choice, defineDialog, z, type Dialog } from '../dialog-kit/index.ts'
import type { DialogWords, StepWords } from '../dialog-runner/types.ts'
import { conversationRoles } from './clearance.ts'
import { optionLabel, optionsOf, type WordedMeasure } from './shape.ts'
import { itemStep } from './administration.ts'

/**
 * The dialog in which a measure is answered: introduction, its items one by one in order, review, send (brief 3.2). Input:
 * `heldUntil`, when it is not for this hour: then it only says when it will be ready.
 */
export function measureDialog(measure: WordedMeasure): Dialog {
  const items = Object.fromEntries(
    measure.items.map((i) => [itemStep(i.id), choice(...optionsOf(measure, i).map((o) => String(o.value)))]),
  )
  const roles = conversationRoles(measure)
  return defineDialog({
    id: measure.id,
    version: Number(measure.version),
    onVersionChange: 'offer-restart',
    audience: roles.length > 1 ? 'both' : roles[0]!,
    kind: 'measure',
    input: z.object({ heldUntil: z.string().optional() }),
    answers: { begin: choice('go', 'later').required(), ...items },
    steps: ({ say, ask, branch, review, end }) => [
      branch('for-this-hour', (_, { input }) => input.heldUntil === undefined, {
        no: [say('held', { with: { until: (_, { input }) => input.heldUntil } }), end('held')],
      }),
      say('introduction'),
      ask('begin'),
      branch('when', (a) => (a as { begin: string }).begin, { later: [say('another-time'), end('put-off')] }),
      ...measure.items.map((i) => ask(itemStep(i.id) as never)),
      review('check'),
      say('thanks'),
    ],
  })
}

/**
 * The words of a measure's dialog: items, stem and options verbatim from its definition; everything around them from
 * `around`, the words all measures share (content/dialogs/measure.en.yaml).
 */
export function measureWords(measure: WordedMeasure, around: DialogWords): DialogWords {
  const items = new Map(measure.items.map((i) => [itemStep(i.id), i]))
  const withRisk = measure.items.some((i) => i.risk)
  const counted = (words: StepWords): StepWords => ({
    ...words,
    text: words.text.map((t) =>
      t.replaceAll('{count}', String(measure.items.length)).replaceAll('{minutes}', String(measure.minutes)),
    ),
  })
  return {
    title: measure.shortTitle,
    step(id, band, plain) {
      const item = items.get(id)
      if (item === undefined) {
        const words = around.step(id === 'begin' && !withRisk ? 'begin-without-risk-items' : id, band, plain)
        return words && counted(words)
      }
      const reprompt = around.step('item', band, plain)?.reprompt ?? []
      const options = Object.fromEntries(
        optionsOf(measure, item).map(({ value }) => [String(value), optionLabel(measure, item.id, value)]),
      )
      const { stem, items: texts } = measure.wording
      return { text: [texts[item.id]!], reprompt, options, stem, notice: measure.licence.shownOnForm ?? undefined }
    },
  }
}
