import { numberToken } from './numberWords.ts'
import { settle } from './typedWords.ts'

const NO_TIME =
  /^(?:none|nothing|no time|no time at all|not at all|straight away|right away|instantly|immediately|straight off)$/
const HOURS = '(?:hours?|hrs?|h)'
const MINUTES = '(?:minutes?|mins?|m)'

/**
 * The minutes that typed words name as a length of time with hours in it, or as none at all: "an hour and a half", "1h 15",
 * "half an hour". Undefined for everything else, which is left to be read as a number of minutes.
 */
export function minutesMeant(text: string): number | undefined {
  const half = /^(\d{1,2})[.,]5\s*/.exec(text.trim())
  const words = settle(text.replace(/(\d)[.,]5(?=\s*h)/i, '$1'))
    .replace(/^(?:about|around|roughly|like|maybe|probably|just|only|over|nearly|almost) /, '')
    .replace(/^(?:a |an )(?=(?:hour|couple))/, 'one ')
    .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ')
    .replace(/^one couple (?:of )?/, 'two ')
  if (NO_TIME.test(words)) return 0
  if (/^(?:a )?half (?:an |a )?hour$/.test(words)) return 30
  if (/^(?:a )?quarter (?:of )?(?:an |a )?hour$/.test(words)) return 15
  if (/^three quarters (?:of )?(?:an |a )?hour$/.test(words)) return 45
  const found = new RegExp(`^(\\w+)( and a half)? ${HOURS}( and a half| and a quarter)?(?: (?:and )?(\\w+(?: \\w+)??)(?: ${MINUTES})?)?$`).exec(words) // prettier-ignore
  if (!found) return undefined
  const hours = numberToken(found[1]!)
  if (hours === undefined) return undefined
  const part = found[2] ?? found[3]
  const parts = found[4]?.split(' ').map(numberToken) ?? []
  if (parts.some((one) => one === undefined)) return undefined
  const rest = parts.reduce<number>((sum, one) => sum + one!, 0)
  return hours * 60 + (part === undefined ? 0 : part.endsWith('half') ? 30 : 15) + (half ? 30 : 0) + rest
}
