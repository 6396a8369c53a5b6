import { dialogs } from '../../dialogs/index.ts'
import { askAgain, openQuestion } from '../../src/dialog-runner/index.ts'
import type { Band, Dialog } from '../../src/dialog-kit/index.ts'
import { explore } from './explore.ts'
import { answersFor, SAMPLES } from './samples.ts'
import { bandsOf, idOf, NOTHING_THERE, surroundingsFor, type Visit } from './stage.ts'

const cases = dialogs.flatMap((dialog) =>
  bandsOf(dialog).map((band) => [dialog.id, band, dialog] as [string, Band, Dialog]),
)
/** The bands that between them take every way: words differ in each, ways do not. */
const everyWay = cases.filter(([, band]) => band === 'Y11-13' || band === 'Y16-18' || band === 'P8-11')
const inputsOf = (dialog: Dialog) => SAMPLES[dialog.id] ?? [{}]

const standing = new Map<string, Visit[]>()

/** A visit standing at each question of a dialog. Fork before going on from it. */
function atEveryQuestion(dialog: Dialog, band: Band): Visit[] {
  const key = `${dialog.id} ${band}`
  const known = standing.get(key)
  if (known) return known
  const visits = inputsOf(dialog).flatMap((input, seed) => [
    ...explore(dialog.id, input, { band, seed }, () => undefined).values(),
  ])
  standing.set(key, visits)
  return visits
}

const asked = (visit: Visit) => openQuestion(visit.state, visit.surroundings)

describe.each(cases)('%s, %s', (_id, band, dialog) => {
  test.each([false, true])('reaches an end from every answer to every question (plain mode: %s)', (plain) => {
    for (const [seed, input] of inputsOf(dialog).entries()) {
      let ends = 0
      const faults: string[] = []
      explore(dialog.id, input, { band, plain, seed: seed * 7 }, (visit) => {
        if (visit.isOver || visit.question.dialog !== dialog.id) ends++
        for (const [at, { text, step }] of visit.outputs.entries()) {
          if (/[{}]/.test(text) || text.includes(NOTHING_THERE)) faults.push(`${step} names what is not there: ${text}`)
          if (text === visit.outputs[at - 1]?.text) faults.push(`${step} says the same twice: ${text}`)
        }
      })
      expect(faults).toEqual([])
      expect(ends).toBeGreaterThan(0)
    }
  })

  test('offers at most five things, each with its own label of at most 24 characters, and a way out', () => {
    for (const visit of atEveryQuestion(dialog, band)) {
      const { control, navigation, step } = visit.question
      expect(navigation).toContain('pause')
      const labels =
        control.kind === 'choices'
          ? control.options.map((option) => option.label)
          : control.kind === 'text'
            ? [...(control.suggestions ?? [])]
            : []
      // Chips of which several can be tapped are no buttons that lead on: a diary's list may be longer.
      const most = control.kind === 'choices' && control.several ? 8 : 5
      expect({ step, labels: labels.length }).toEqual({ step, labels: Math.min(labels.length, most) })
      expect(new Set(labels).size).toBe(labels.length)
      expect(labels.filter((label) => label.length > 24)).toEqual([])
      if (control.kind === 'rating') expect([control.low, control.high].every((end) => end.length > 0)).toBe(true)
    }
  })
})

describe.each(everyWay)('%s, %s', (_id, band, dialog) => {
  test('goes back to the question before, and on again, at every question', () => {
    for (const visit of atEveryQuestion(dialog, band)) {
      const before = asked(visit)
      const next = visit.fork().tap(answersFor(visit.question)[0]!)
      if (next.isOver || asked(next)?.dialog !== dialog.id || asked(next)?.run !== before?.run) continue
      expect(asked(next.command('back'))).toEqual(before)
      expect(next.understood).toBe(true)
    }
  })

  test('lets every question be skipped that is not needed, and says so kindly where it is', () => {
    for (const visit of atEveryQuestion(dialog, band)) {
      const before = asked(visit)
      const maySkip = visit.question.navigation.includes('skip')
      const next = visit.fork().command('skip')
      expect(next.outputs.length + Number(next.isOver)).toBeGreaterThan(0)
      // "Another one?" is answered by no.
      if (!maySkip && visit.question.step.endsWith('.another')) continue
      if (maySkip)
        expect(next.isOver || asked(next)?.step !== before?.step || asked(next)?.run !== before?.run).toBe(true)
      else expect(asked(next)).toEqual(before)
    }
  })

  test('answers a call for help at every question and keeps the question open', () => {
    for (const visit of atEveryQuestion(dialog, band)) {
      const before = asked(visit)
      const helped = visit.fork().type('help')
      expect(helped.outputs.length).toBeGreaterThan(0)
      expect(asked(helped)).toEqual(before)
    }
  })

  test('can be paused at every question and resumed where it was, through the saved form', () => {
    for (const visit of atEveryQuestion(dialog, band)) {
      const before = asked(visit)
      const away = visit.fork().command('pause')
      expect(away.isOver).toBe(true)
      away.surroundings = surroundingsFor({ band, now: '2026-03-29T11:00', input: {} })
      const back = away.command('resume')
      expect({ ...asked(back) }).toEqual({ ...before })
    }
  })

  test('has an outcome at every question when a release brings another version', () => {
    const released = surroundingsFor({
      band,
      dialogs: dialogs.map((one) => (one.id === dialog.id ? { ...one, version: one.version + 1 } : one)),
    })
    for (const visit of atEveryQuestion(dialog, band)) {
      const { state, outputs, finished } = askAgain(visit.state, released)
      expect(outputs.length).toBeGreaterThan(0)
      if (dialog.onVersionChange === 'carry-on') expect(openQuestion(state, released)?.step).toBe(visit.question.step)
      if (dialog.onVersionChange === 'finish') expect(finished.map(({ how }) => how)).toEqual(['changed-by-release'])
    }
  })

  test('never says the same three times when it does not understand, saves the words for the practitioner and stays open', () => {
    for (const visit of atEveryQuestion(dialog, band)) {
      if (visit.question.control.kind === 'text') continue
      const before = asked(visit)
      const lost = visit.fork()
      const texts = [1, 2, 3].map(() => lost.type('zxq vbrrt').outputs.at(-1)!.text)
      expect({ at: idOf(before!.step), different: new Set(texts).size }).toEqual({
        at: idOf(before!.step),
        different: 3,
      })
      expect(lost.effects).toContainEqual({ type: 'note', text: 'zxq vbrrt', purpose: 'for-practitioner' })
      expect(lost.effects).toContainEqual(expect.objectContaining({ type: 'notice', notice: 'could-not-understand' }))
      expect(asked(lost)).toEqual(before)
    }
  })

  test('hands over only to dialogs that there are', () => {
    const known = new Set([...dialogs.map((one) => one.id), ...MEASURES])
    for (const target of targetsOf(dialog.steps)) expect(known).toContain(target)
  })
})

/** Dialogs made from a measure's definition. */
const MEASURES = ['phq-9']

function targetsOf(steps: Dialog['steps']): string[] {
  return steps.flatMap((step) => {
    if (step.step === 'hand-over') return [...step.dialogs]
    if (step.step === 'call') return [step.dialog]
    if (step.step === 'branch') return Object.values(step.paths).flatMap(targetsOf)
    return step.step === 'again' || step.step === 'repeat' ? targetsOf(step.steps) : []
  })
}
