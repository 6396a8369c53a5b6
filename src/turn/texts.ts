import type { InboundContent } from '../channels/types.ts'
import type { Option } from '../dialog-kit/index.ts'

/** Every string inside a value, however it is nested: a card's answer can hide words anywhere. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    Array.isArray(value) ? stringsIn(inner) : [key, ...stringsIn(inner)],
  )
}

/**
 * All words of a message that the screen must read: its text, every string in its value, names of attachments.
 * Left out are only our own words coming back from a button: the label or value of an option that is being offered, and
 * the fixed keys of a button's value.
 */
export function textsToScreen(
  content: InboundContent,
  offered: readonly Option[],
  ours: ReadonlySet<string>,
): string[] {
  if (content.type !== 'message' && content.type !== 'edit') return []
  const isButton = content.value !== undefined && content.value !== null
  const known = new Set(isButton ? offered.flatMap((o) => [o.label, o.value]) : [])
  const texts = [content.text, ...stringsIn(content.value), ...content.attachments.map((a) => a.name)]
  return [...new Set(texts)].filter((text) => text.trim() !== '' && !known.has(text) && !(isButton && ours.has(text)))
}
