const names = new Map<string, string>()

/**
 * Marks a statement that runs all the time: a connection parses and plans it once and then only runs it. For constant texts
 * only, because every connection keeps each for good. Gives the text back, to be used as any other.
 */
export function prepared(text: string): string {
  if (!names.has(text)) names.set(text, `s${names.size + 1}`)
  return text
}

/** The name a marked statement has on every connection; undefined for any other. */
export const preparedName = (text: string): string | undefined => names.get(text)
