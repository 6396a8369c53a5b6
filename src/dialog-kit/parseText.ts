import type { Parsed, RawAnswer } from './answers.ts'

/** A person's own words, trimmed. Nothing else is done to them. */
export function parseText(shape: { maxLength: number }, raw: RawAnswer): Parsed<string> {
  const text = raw.kind === 'text' ? raw.text : raw.value
  if (typeof text !== 'string') return { ok: false, reason: 'not-understood' }
  const words = text.trim()
  if (words === '') return { ok: false, reason: 'empty' }
  return words.length > shape.maxLength ? { ok: false, reason: 'too-long' } : { ok: true, value: words }
}
