import { BANDS, type Band, type Dialog } from '../dialog-kit/index.ts'
import { addOnce, bandsOf, spokenSteps } from './checkWords.ts'
import type { Faults } from './faults.ts'
import type { ReadContent } from './content.ts'
import { layersOf, kindOf } from './words.ts'
import { faultsOfFlow, faultsOfHardWords } from './readability.ts'
import { faultsOfLabel, faultsOfText, type WritingRules } from './writingRules.ts'

/**
 * Checks every message of every dialog and of the runner for what a machine can judge of its writing (brief 7.1, 7.2), in
 * the words each band reads. Not for measures, whose words are fixed, nor for safety copy, which is checked with its lock.
 */
export function checkWriting(
  dialogs: readonly Dialog[],
  content: ReadContent,
  rules: WritingRules,
  faults: Faults,
): void {
  for (const { file } of content.dialogFiles) {
    const dialog = dialogs.find((one) => one.id === file.data.dialog)
    if (!dialog) continue
    for (const [id, entry] of Object.entries(file.data.steps)) {
      for (const band of bandsOf(dialog.audience)) {
        for (const plain of [false, true]) {
          const layers = layersOf(id, entry, band, plain)
          for (const part of ['text', 'reprompt'] as const) {
            const layer = layers.find(({ parts }) => parts[part] !== undefined)
            layer?.parts[part]?.forEach((text, index) => {
              for (const problem of [
                ...faultsOfText(text, rules, rules.limits[band]),
                ...faultsOfHardWords(text, rules['hard-words']),
              ])
                addOnce(faults, file.placeOf([...layer.path, part, index]), `${id}: ${problem} (${band})`)
            })
          }
          const options = new Map(
            layers
              .toReversed()
              .flatMap(({ path, parts }) =>
                Object.entries(parts.options ?? {}).map(([value, label]) => [value, { path, label }] as const),
              ),
          )
          for (const [value, { path, label }] of options)
            for (const problem of faultsOfLabel(label, rules))
              addOnce(faults, file.placeOf([...path, 'options', value]), `${id}.${value}: ${problem}`)
        }
      }
    }
    checkFlows(dialog, file, rules, faults)
    checkVariants(dialog, file, rules, faults)
    checkButtonCounts(dialog, file, rules, faults)
  }
  for (const file of content.standingFiles.values()) {
    for (const [intent, entry] of Object.entries(file.data.intents)) {
      for (const band of BANDS) {
        const texts = entry.bands[band] ?? entry.bands[kindOf(band)] ?? entry.text
        for (const text of texts)
          for (const problem of faultsOfText(text, rules, rules.limits[band]))
            addOnce(faults, file.placeOf(['intents', intent]), `${intent}: ${problem} (${band})`)
      }
    }
  }
}

type File = ReadContent['dialogFiles'][number]['file']

/** What one band may be told at a step, in ordinary words. */
const toldAt = (id: string, file: File, band: Band): readonly string[] =>
  layersOf(id, file.data.steps[id] ?? {}, band, false).find(({ parts }) => parts.text !== undefined)?.parts.text ?? []

/** How easily the whole of a dialog reads, for each band that may meet it. */
function checkFlows(dialog: Dialog, file: File, rules: WritingRules, faults: Faults): void {
  for (const band of bandsOf(dialog.audience)) {
    const flow = Object.keys(file.data.steps).flatMap((id) => toldAt(id, file, band))
    for (const problem of faultsOfFlow(flow, rules.limits[band]))
      faults.add(file.placeOf(['steps']), `${dialog.id}: ${problem} (${band})`)
  }
}

/** Nobody is told the same sentence over and over (brief 7.2). */
function checkVariants(dialog: Dialog, file: File, { variants }: WritingRules, faults: Faults): void {
  if (variants['said-once'].includes(dialog.id)) return
  for (const { id, kind } of spokenSteps(dialog))
    for (const band of bandsOf(dialog.audience)) {
      const count = toldAt(id, file, band).length
      if (count > 0 && count < variants.least && kind !== 'another')
        addOnce(
          faults,
          file.placeOf(['steps', id]),
          `${id}: worded ${count} times, ${variants.least} at least (${band})`,
        )
    }
}

/** At most five buttons at a question of fixed choices; several-choice chips and ratings are not counted. */
function checkButtonCounts(dialog: Dialog, file: File, rules: WritingRules, faults: Faults): void {
  for (const { id, type, optionsGiven } of spokenSteps(dialog)) {
    if (type?.shape.kind !== 'choice' || optionsGiven) continue
    const count = type.shape.values.length
    if (count > rules.buttons.most)
      addOnce(faults, file.placeOf(['steps', id]), `${id}: ${count} buttons, ${rules.buttons.most} at most`)
  }
}
