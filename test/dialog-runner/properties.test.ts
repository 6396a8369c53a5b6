import fc from 'fast-check'
import {
  choice,
  COMMANDS,
  defineDialog,
  freeText,
  list,
  rating,
  yesNo,
  type Command,
  type Dialog,
  type Input,
} from '../../src/dialog-kit/index.ts'
import type { Step } from '../../src/dialog-kit/steps.ts'
import { askAgain, openQuestion, receiveInput } from '../../src/dialog-runner/index.ts'
import { Visit } from './visit.ts'

const answers = {
  yes: yesNo(),
  must: yesNo().required(),
  mood: rating(0, 10),
  words: freeText({ max: 30 }),
  way: choice('left', 'right', 'not-sure'),
  rounds: list({ what: freeText({ max: 30 }), how: rating(0, 10) }, { atMost: 3 }),
}
type Ids = Exclude<keyof typeof answers, 'rounds'>

/** Steps put together at random, with ids that name their place. */
const steps: fc.Arbitrary<Step[]> = fc
  .letrec<{ steps: Step[]; step: Step }>((tie) => ({
    steps: fc.array(tie('step'), { minLength: 1, maxLength: 4 }),
    step: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom<Ids>('yes', 'must', 'mood', 'words', 'way').map((id): Step => ({ step: 'ask', id })),
      fc.nat(99).map((n): Step => ({ step: 'say', id: `say-${n}` })),
      fc.nat(99).map((n): Step => ({ step: 'record', id: `record-${n}`, record: (a: object) => ({ recordType: 'entry', module: 'm', name: 'n', fields: { ...a } }) })),
      fc.tuple(fc.nat(99), tie('steps'), tie('steps')).map(([n, yes, no]): Step => ({ step: 'branch', id: `branch-${n}`, on: (a: { yes?: boolean }) => a.yes, paths: { yes, no } })),
      fc.tuple(fc.nat(99), tie('steps')).map(([n, inner]): Step => ({ step: 'again', id: `again-${n}`, whilst: (a: { mood?: number }) => (a.mood ?? 10) < 7, atMost: 2, steps: inner })),
      fc.constant<Step>({ step: 'repeat', id: 'rounds', steps: [{ step: 'ask', id: 'what' }, { step: 'ask', id: 'how' }] }),
      fc.constant<Step>({ step: 'review', id: 'check' }),
    ),
  }))
  .steps // prettier-ignore

/**
 * A dialog looks its answers over once and goes through a list in one place: two reviews, or two passages through one
 * list, could not be told apart.
 */
const countOf = (kind: 'review' | 'repeat', plan: readonly Step[]): number =>
  plan.reduce((sum, step) => {
    if (step.step === kind) return sum + 1
    if (step.step === 'branch') return sum + Object.values(step.paths).reduce((n, path) => n + countOf(kind, path), 0)
    return step.step === 'again' ? sum + countOf(kind, step.steps) : sum
  }, 0)

const dialogs = fc
  .tuple(
    steps.filter((plan) => countOf('review', plan) <= 1 && countOf('repeat', plan) <= 1),
    fc.constantFrom<Dialog['kind']>('module', 'standing', 'measure', 'safety'),
  )
  .map(([plan, kind]) => ({
    ...defineDialog({
      id: 'made',
      version: 1,
      onVersionChange: 'carry-on',
      audience: 'both',
      kind,
      answers,
      steps: () => [],
    }),
    steps: plan,
  }))

type Move =
  | { move: 'tap'; value: unknown }
  | { move: 'text'; text: string }
  | { move: 'command'; command: Command }
  | { move: 'change'; nth: number }
  | { move: 'older'; nth: number; value: unknown }
const values = fc.constantFrom<unknown[]>(
  true,
  false,
  'yes',
  'no',
  0,
  3,
  9,
  'a walk',
  'left',
  'not-sure',
  'send',
  '__something-else',
  null,
  { a: 1 },
)
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: values.map((value): Move => ({ move: 'tap', value })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('yes', 'no', '7', 'two', 'left', 'gibberish here', '', 'send', 'back', 'skip')
      .map((text): Move => ({ move: 'text', text })),
  },
  { weight: 3, arbitrary: fc.constantFrom(...COMMANDS).map((command): Move => ({ move: 'command', command })) },
  { weight: 1, arbitrary: fc.nat(5).map((nth): Move => ({ move: 'change', nth })) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(5), values).map(([nth, value]): Move => ({ move: 'older', nth, value })) },
)

function inputOf(visit: Visit, move: Move): Input {
  const run = visit.state.safety.at(-1) ?? visit.state.stack.at(-1)
  const open = visit.open
  const steps = Object.keys(run?.answers ?? {})
  switch (move.move) {
    case 'tap':
      return { kind: 'answer', run: open?.run ?? 'none', step: open?.step ?? 'none', value: move.value }
    case 'text':
      return { kind: 'text', text: move.text }
    case 'command':
      return { kind: 'command', command: move.command }
    case 'change':
      return { kind: 'command', command: 'change', step: steps[move.nth % Math.max(1, steps.length)] ?? 'none' }
    case 'older':
      return {
        kind: 'answer',
        run: run?.run ?? 'none',
        step: steps[move.nth % Math.max(1, steps.length)] ?? 'none',
        value: move.value,
      }
  }
}

const walks = fc.tuple(dialogs, fc.array(moves, { maxLength: 25 }), fc.nat(50))
const over = (check: (visit: Visit, input: Input) => void, numRuns = 250) =>
  fc.assert(
    fc.property(walks, ([dialog, path, seed]) => {
      const visit = new Visit([dialog], { seed })
      visit.start('made')
      for (const move of path) check(visit, inputOf(visit, move))
    }),
    { numRuns },
  )

describe('whatever the dialog and whatever people do', () => {
  it('a run in hand always waits at a question that is on the screen, or it has come to its end', () => {
    over((visit, input) => {
      const wasOpen = visit.open !== null
      visit.input(input)
      const run = visit.state.safety.at(-1) ?? visit.state.stack.at(-1)
      expect(run === undefined).toBe(visit.open === null)
      if (!wasOpen) return
      if (run === undefined) expect(visit.last!.finished.length + visit.state.aside.length).toBeGreaterThan(0)
      // Every input is answered: by a question, or at least in words; a dialog that ends without a last word is the exception.
      else expect(visit.last!.outputs.length).toBeGreaterThan(0)
    })
  })

  it('one state and one input give one advance, and the state handed in is not touched', () => {
    over((visit, input) => {
      const before = structuredClone(visit.state)
      const first = receiveInput(visit.state, input, visit.surroundings)
      expect(receiveInput(visit.state, input, visit.surroundings)).toEqual(first)
      expect(visit.state).toEqual(before)
      visit.input(input)
    })
  })

  it('back after an answer opens the same question again', () => {
    over((visit, input) => {
      // After a change of an earlier answer, "back" means the question before the open one, which was not the last answered.
      if (input.kind === 'command' && (input.command === 'change' || input.command === 'back')) return
      if (input.kind === 'text' && input.text === 'back') return
      const open = visit.open
      if (input.kind === 'answer' && input.step !== open?.step) return
      visit.input(input)
      const run = visit.state.stack.at(-1)
      if (!open || open.kind === 'safety' || run?.run !== open.run || !run.answers[open.step] || !visit.open) return
      const again = receiveInput(visit.state, { kind: 'command', command: 'back' }, visit.surroundings)
      expect(openQuestion(again.state, visit.surroundings)?.step).toBe(open.step)
    })
  })

  it('asking again shows the open question and does nothing else', () => {
    over((visit, input) => {
      visit.input(input)
      const open = visit.open
      const again = askAgain(visit.state, visit.surroundings)
      expect(again.effects).toEqual([])
      expect(again.outputs.map((output) => [output.kind, output.step])).toEqual(open ? [['ask', open.step]] : [])
      expect(openQuestion(again.state, visit.surroundings)).toEqual(open)
    })
  })

  it('pause and resume lead back to the same question with the same answers', () => {
    over((visit, input) => {
      visit.input(input)
      const open = visit.open
      if (!open || open.kind === 'safety') return
      const answered = visit.state.stack.at(-1)!.answers
      visit.command('pause')
      expect(visit.open).toBeNull()
      visit.command('resume')
      expect(visit.open).toEqual(open)
      expect(visit.state.stack.at(-1)!.answers).toEqual(answered)
    }, 100)
  })

  it('never says the same sentence twice running', () => {
    over((visit, input) => {
      const before = visit.last!.outputs.at(-1)
      const { outputs } = visit.input(input)
      const texts = [...(before ? [before] : []), ...outputs].map((output) => output.text)
      texts.slice(1).forEach((text, i) => expect(text).not.toBe(texts[i]))
    })
  })

  it('records the same step under the same entry, and again only with something else in it', () => {
    fc.assert(
      fc.property(walks, ([dialog, path, seed]) => {
        const visit = new Visit([dialog], { seed })
        const last = new Map<string, string>()
        const look = () => {
          for (const effect of visit.last!.effects) {
            if (effect.type !== 'record') continue
            const held = JSON.stringify([effect.record, effect.skipped, effect.declined])
            expect(held).not.toBe(last.get(effect.entry))
            last.set(effect.entry, held)
          }
        }
        visit.start('made')
        look()
        for (const move of path) {
          visit.input(inputOf(visit, move))
          look()
        }
      }),
      { numRuns: 200 },
    )
  })
})
