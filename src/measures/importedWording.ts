import { z } from 'zod'
import { isAskedItemByItem } from './clearance.ts'
import type { MeasureDefinition } from './shape.ts'
import { optionsOf } from './shape.ts'
import { wordingWords } from './wording.ts'

/** A service's own file of words for a measure that ships without: the words as the owner permits them, and the permission. */
export const wordingFile = z.strictObject({
  measure: z.string(),
  /** Version of the definition the words were checked against. */
  version: z.string(),
  permission: z.strictObject({
    /** The owner's own reference of the permission. */
    reference: z.string().trim().min(1, 'must name the permission'),
    holder: z.string().trim().min(1, 'must name who holds the permission'),
    from: z.iso.date(),
    until: z.iso.date().nullable(),
  }),
  /** A line the permission wants visible on the form. */
  shownOnForm: z.string().trim().min(1).nullable(),
  /** Where the words were taken from. */
  source: z.string().trim().min(1),
  wording: z.strictObject(wordingWords),
})

export type WordingFile = z.infer<typeof wordingFile>

/** One thing that keeps a wording file from being used, by its place in the file. */
export interface WordingFault {
  path: (string | number)[]
  problem: string
  mend: string
}

/**
 * Whether a file of words fits a definition and may be used today. Every fault with its place and mend: an item without
 * words, an answer without a label, words for an item that does not exist, a permission that has ended, a measure whose risk
 * items nobody knows.
 */
export function checkWordingFile(
  file: WordingFile,
  measure: MeasureDefinition | undefined,
  today: string,
): WordingFault[] {
  const faults: WordingFault[] = []
  const add = (path: (string | number)[], problem: string, mend: string) => faults.push({ path, problem, mend })
  const { permission, wording } = file
  if (permission.until !== null && permission.until < permission.from)
    add(['permission', 'until'], `ends before it begins, on ${permission.from}`, 'correct the dates')
  if (permission.until !== null && permission.until < today)
    add(['permission', 'until'], `ended on ${permission.until}`, 'renew the permission first')
  if (measure === undefined) {
    add(['measure'], `there is no measure "${file.measure}"`, 'npm run measures lists them')
    return faults
  }
  if (file.version !== measure.version)
    add(
      ['version'],
      `the definition is version ${measure.version}`,
      'check the words against it and change the version',
    )
  if (measure.wording !== null) add(['measure'], `${measure.shortTitle} ships with its own words`, 'nothing to import')
  else if (measure.riskItems.grade === 'X' || measure.riskItems.grade === 'M')
    add(
      ['measure'],
      `it is not known which questions of ${measure.shortTitle} are about risk`,
      'name them in its definition, with a source',
    )
  if (
    measure.wording === null &&
    !isAskedItemByItem({ ...measure, wording: { ...wording, sha256: '', source: '', grade: 'S' } })
  )
    add(['measure'], `${measure.shortTitle} is not asked in a conversation`, 'it can be scored without words')
  checkItems(measure, wording, add)
  return faults
}

function checkItems(
  measure: MeasureDefinition,
  wording: WordingFile['wording'],
  add: (path: (string | number)[], problem: string, mend: string) => void,
): void {
  const values = new Set(measure.options.map((o) => String(o.value)))
  for (const item of measure.items) {
    if (wording.items[item.id] === undefined)
      add(['wording', 'items'], `item "${item.id}" has no words`, 'every item is needed, word for word')
    for (const { value } of optionsOf(measure, item))
      if (
        (wording.itemOptions?.[item.id]?.[String(value)] ??
          (item.options ? undefined : wording.options[String(value)])) === undefined
      )
        add(
          ['wording', item.options ? 'itemOptions' : 'options'],
          `the answer ${value} of item "${item.id}" has no label`,
          'every response option is needed',
        )
  }
  for (const id of [...Object.keys(wording.items), ...Object.keys(wording.itemOptions ?? {})])
    if (!measure.items.some((i) => i.id === id))
      add(
        ['wording', 'items', id],
        `${measure.id} has no item "${id}"`,
        'take it out, or use the item ids of the definition',
      )
  for (const value of Object.keys(wording.options))
    if (!values.has(value))
      add(['wording', 'options', value], `${value} is no answer of ${measure.id}`, `one of ${[...values].join(', ')}`)
}

/** Words a service imported, as they are kept. */
export interface ImportedWording {
  measure: string
  version: string
  words: WordingFile['wording']
  source: string
  shownOnForm: string | null
  sha256: string
  permissionReference: string
  permittedFrom: string
  permittedUntil: string | null
}

/**
 * A definition with a service's own words, cleared for as long as the permission lasts. Unchanged where the words were
 * imported for another version of it, or are no longer needed.
 */
export function withImportedWording(measure: MeasureDefinition, imported: ImportedWording): MeasureDefinition {
  if (measure.wording !== null || imported.version !== measure.version) return measure
  const { words, sha256, source, shownOnForm, permissionReference, permittedFrom, permittedUntil } = imported
  return {
    ...measure,
    wording: { ...words, sha256, source, grade: 'S' },
    licence: {
      ...measure.licence,
      status: 'cleared',
      shownOnForm,
      permissionReference,
      begins: permittedFrom,
      expires: permittedUntil,
    },
  }
}
