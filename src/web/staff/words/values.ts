import { fieldWords } from './labels.ts'
import { dayWords, instantOf, whenWords } from './times.ts'

/** An id of ours with hyphens in it, such as `too-big`; prose has spaces and stays as it was written. */
const isOurId = (text: string): boolean => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(text)

/**
 * A saved value as staff read it: numbers and a person's own words as they are, days and times in England's form, our
 * ids as words. Null for what is empty, which is not shown.
 */
export function valueWords(value: unknown, now: Date): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)) return whenWords(instantOf(value) ?? value, now)
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return dayWords(value)
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return whenWords(value, now)
    return isOurId(value) ? fieldWords(value) : value
  }
  if (Array.isArray(value))
    return (
      value
        .map((one) => valueWords(one, now))
        .filter(Boolean)
        .join(', ') || null
    )
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .map(([name, inner]) => [fieldWords(name), valueWords(inner, now)] as const)
        .filter(([, words]) => words !== null)
        .map(([name, words]) => `${name}: ${words}`)
        .join('; ') || null
    )
  return null
}
