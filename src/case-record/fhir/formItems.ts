import type { Json } from '../../shared/json.ts'
import { system } from './naming.ts'
import type { Element } from './resource.ts'

/** An answer that was not given: which of the three kinds it is, in our words and as near as R4 has a word for it. */
export function blankItem(linkId: string, state: 'declined' | 'skipped' | 'missing'): Element {
  const absent = { declined: 'asked-declined', skipped: 'asked-unknown', missing: 'not-asked' }[state]
  return {
    extension: [
      { url: system('answer-state'), valueCode: state },
      { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: absent },
    ],
    linkId,
  }
}

/** Fields of an entry as items of a form, in the order of their names: JSON of any depth, nothing left out but nothing. */
export const formItems = (fields: { readonly [name: string]: Json }, under = ''): Element[] =>
  Object.entries(fields)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => itemsOf(`${under}${name}`, value))

function itemsOf(linkId: string, value: Json): Element[] {
  if (Array.isArray(value)) {
    const groups = value.filter((v): v is { [name: string]: Json } => isObject(v))
    const answers = value.filter((v) => !isObject(v)).flatMap((v) => answerOf(Array.isArray(v) ? JSON.stringify(v) : v))
    return [
      ...groups.flatMap((group) => itemsOf(linkId, group)),
      ...(answers.length > 0 ? [{ linkId, answer: answers }] : []),
    ]
  }
  if (isObject(value)) {
    const item = formItems(value, `${linkId}.`)
    return item.length > 0 ? [{ linkId, item }] : [{ linkId }]
  }
  const answer = answerOf(value)
  return [answer.length > 0 ? { linkId, answer } : { linkId }]
}

const isObject = (value: Json): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const LARGEST_INTEGER = 2 ** 31 - 1

function answerOf(value: Json): Element[] {
  if (typeof value === 'boolean') return [{ valueBoolean: value }]
  if (typeof value === 'number') return [numberAnswer(value)]
  return typeof value === 'string' && isText(value) ? [{ valueString: value }] : []
}

/** R4 keeps no empty strings. */
export const isText = (value: string | null | undefined): value is string => (value ?? '').trim() !== ''

export const numberAnswer = (value: number): Element =>
  Number.isInteger(value) && Math.abs(value) <= LARGEST_INTEGER ? { valueInteger: value } : { valueDecimal: value }
