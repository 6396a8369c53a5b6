import { BANDS, type Band, type Dialog, type Step } from '../dialog-kit/index.ts'
import type { AnswerType, AnswerTypes, ListType } from '../dialog-kit/answers.ts'
import { STANDING_INTENTS } from '../dialog-runner/standingIntents.ts'
import type { Faults } from './faults.ts'
import type { ReadContent } from './content.ts'
import type { ContentFile } from './readYaml.ts'
import { kindOf, layersOf } from './words.ts'
import type { StepParts, WordsFile } from './wordsFile.ts'

/** Names that any text may mention, besides its dialog's own answers. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set(
  'name practitioner nextLook bot service child called told sentAt seenBy seenAt session sessions title min max clock'.split(
    ' ',
  ),
)

/** Sentences that are said around dialogs: to people who are not linked, paused or closed, when a turn fails, under a hold. */
export const TURN_INTENTS = [
  'turn-failed', 'unlinked', 'linked', 'not-ready', 'paused', 'closed', 'attachment-refused', 'held', 'hold-released', 'false-alarm', 'not-at-night', 'fixed-help',
  'status-sent', 'status-seen', 'status-nobody', 'status-unreached',
] // prettier-ignore

/** Bands that may meet a dialog. */
export const bandsOf = (audience: Dialog['audience']): Band[] =>
  BANDS.filter((band) => audience === 'both' || (kindOf(band) === 'Y') === (audience === 'young-person'))

/** One stop that needs words, with what its texts may mention. */
export interface Spoken {
  id: string
  kind: 'say' | 'ask' | 'another' | 'review'
  type?: AnswerType<unknown, boolean>
  /** Which options are shown is decided where it is asked. */
  optionsGiven?: boolean
  mentions: ReadonlySet<string>
}

/** Every stop of a dialog that needs words, in the order of the file, loops and branches opened. */
export function spokenSteps(dialog: Dialog): Spoken[] {
  return collect(dialog.steps, dialog.answers, new Set(Object.keys(dialog.answers)))
}

function collect(steps: readonly Step[], types: AnswerTypes, mentions: ReadonlySet<string>): Spoken[] {
  return steps.flatMap((step): Spoken[] => {
    switch (step.step) {
      case 'say':
        return [{ id: step.id, kind: 'say', mentions: new Set([...mentions, ...Object.keys(step.with ?? {})]) }]
      case 'ask':
        return [
          {
            id: step.id,
            kind: 'ask',
            optionsGiven: step.options !== undefined,
            type: types[step.id] as AnswerType<unknown, boolean>,
            mentions: new Set([...mentions, ...Object.keys(step.with ?? {})]),
          },
        ]
      case 'review':
        return [{ id: step.id, kind: 'review', mentions }]
      case 'branch':
        return Object.values(step.paths).flatMap((path) => collect(path, types, mentions))
      case 'again':
        return collect(step.steps, types, mentions)
      case 'repeat': {
        const inner = (types[step.id] as ListType<AnswerTypes>).list
        return [
          ...collect(step.steps, inner, new Set([...mentions, ...Object.keys(inner)])),
          ...(step.over ? [] : [{ id: step.id, kind: 'another' as const, mentions }]),
        ]
      }
      case 'record':
      case 'call':
      case 'hand-over':
      case 'effect':
      case 'end':
        return []
    }
  })
}

/**
 * Checks words and dialogs against each other, both ways: every step and answer has its words, options are complete,
 * placeholders are known, and no words are left over.
 */
export function checkWords(dialogs: readonly Dialog[], content: ReadContent, faults: Faults): void {
  for (const language of content.languages) checkStanding(content, language, faults)
  for (const dialog of dialogs) {
    for (const language of content.languages) {
      const found = content.dialogFiles.find((one) => one.language === language && one.file.data.dialog === dialog.id)
      if (found) checkDialog(dialog, found.file, faults)
      else faults.add(`content/dialogs/${dialog.id}.${language}.yaml`, 'this dialog has no words')
    }
  }
  for (const { file } of content.dialogFiles)
    if (!dialogs.some((dialog) => dialog.id === file.data.dialog))
      faults.add(file.placeOf(['dialog']), `there is no dialog "${file.data.dialog}"`)
}

function checkStanding(content: ReadContent, language: string, faults: Faults): void {
  const file = content.standingFiles.get(language)!
  const wanted = new Set<string>([...STANDING_INTENTS, ...TURN_INTENTS])
  for (const intent of wanted)
    if (!file.data.intents[intent]) faults.add(file.placeOf(['intents']), `no words for "${intent}"`)
  for (const [intent, entry] of Object.entries(file.data.intents)) {
    const place = file.placeOf(['intents', intent])
    if (!wanted.has(intent)) faults.add(place, `nobody says "${intent}"`)
    for (const text of [...entry.text, ...Object.values(entry.bands).flatMap((texts) => texts ?? [])])
      checkMentions(text, KNOWN_NAMES, place, faults)
  }
}

function checkDialog(dialog: Dialog, file: ContentFile<WordsFile>, faults: Faults): void {
  const spoken = spokenSteps(dialog)
  for (const id of Object.keys(file.data.steps))
    if (!spoken.some((step) => step.id === id))
      faults.add(file.placeOf(['steps', id]), `"${id}" is no step of ${dialog.id}`)
  const seen = new Set<string>()
  for (const step of spoken) {
    const entry = file.data.steps[step.id]
    const place = file.placeOf(['steps', step.id])
    if (!entry) {
      if (!seen.has(step.id)) faults.add(place, `no words for "${step.id}"`)
      seen.add(step.id)
      continue
    }
    for (const band of bandsOf(dialog.audience)) {
      const layers = layersOf(step.id, entry, band, true)
      const has = (part: keyof StepParts) => layers.some(({ parts }) => parts[part] !== undefined)
      for (const problem of missingIn(
        step,
        has,
        new Set(layers.flatMap(({ parts }) => Object.keys(parts.options ?? {}))),
      ))
        addOnce(faults, place, `${step.id}: ${problem} (${band})`)
      for (const { path, parts } of layers) {
        for (const text of textsOf(parts)) checkMentions(text, step.mentions, file.placeOf(path), faults)
      }
    }
  }
}

/** What a stop needs and has not. */
function missingIn(
  { kind, type }: Spoken,
  has: (part: keyof StepParts) => boolean,
  options: ReadonlySet<string>,
): string[] {
  const problems: string[] = has('text') ? [] : ['no text']
  const shape = type?.shape
  if (shape?.kind === 'choice' || shape?.kind === 'choices') {
    for (const value of shape.values)
      if (!options.has(value) && !(shape.kind === 'choice' && shape.yesNo)) problems.push(`no label for "${value}"`)
    for (const value of options) if (!shape.values.includes(value)) problems.push(`"${value}" is no answer`)
  }
  if (shape?.kind === 'rating')
    for (const end of ['low', 'high'] as const) if (!has(end)) problems.push(`no words for the ${end} end`)
  if (kind === 'review' && !options.has('send')) problems.push('no label for "send"')
  return problems
}

/** Every text of one layer that is read by people. */
export const textsOf = (parts: StepParts): string[] => [
  ...(parts.text ?? []), ...(parts.reprompt ?? []), ...Object.values(parts.options ?? {}),
  ...[parts.low, parts.high, parts.placeholder, parts.unit, parts.stem].filter((text) => text !== undefined),
] // prettier-ignore

function checkMentions(text: string, mentions: ReadonlySet<string>, place: string, faults: Faults): void {
  for (const [token, name] of text.matchAll(/\{([^}]*)\}/g)) {
    if (name!.startsWith('phone:') || mentions.has(name!) || KNOWN_NAMES.has(name!)) continue
    addOnce(faults, place, `${token} is neither a name nor an answer here`)
  }
}

/** The same fault for several bands is told once. */
export function addOnce(faults: Faults, place: string, problem: string): void {
  const bare = (text: string) => text.replace(/ \([YP][^)]*\)$/, '')
  if (!faults.list.some((fault) => fault.place === place && bare(fault.problem) === bare(problem)))
    faults.add(place, problem)
}
