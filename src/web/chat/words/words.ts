import page from '../../../../content/page.en.yaml'

/**
 * The page's own words by their place in `content/page.en.yaml`: `w('top.help')`. Names in braces are filled from `names`.
 * A place that does not exist gives an empty text; a test holds every place used against the file, both ways.
 */
export function w(place: string, names: Readonly<Record<string, string | number>> = {}): string {
  const found = place.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], page)
  return typeof found === 'string' ? fill(found, names) : ''
}

/** Puts names into a text's braces. A name that is not given leaves nothing behind. */
export const fill = (text: string, names: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{([\w-]+)\}/g, (_, name: string) => String(names[name] ?? ''))
