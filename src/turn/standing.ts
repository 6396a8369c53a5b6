import type { Surroundings } from '../dialog-runner/index.ts'

/** One of the standing sentences with its names filled in, the variant chosen by the turn's seed. */
export function saysStanding(
  intent: string,
  surroundings: Pick<Surroundings, 'words' | 'language' | 'band' | 'names' | 'seed'>,
): string {
  const variants = surroundings.words.standing(intent, surroundings.language, surroundings.band)
  const text = variants[surroundings.seed % variants.length]
  if (text === undefined) throw new Error(`no standing words for ${intent}`)
  return text.replace(/\{([A-Za-z]+)\}/g, (token, name: string) => surroundings.names[name] ?? token)
}
