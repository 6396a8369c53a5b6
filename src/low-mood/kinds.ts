import type { LowMoodRules } from './rules.ts'

/** The kinds of activity that somebody's words name; none where no word of the lists is among them. */
export function kindsOf(activity: string | undefined, { kinds }: Pick<LowMoodRules, 'kinds'>): string[] {
  if (activity === undefined) return []
  const said = ` ${settled(activity)} `
  return Object.entries(kinds).flatMap(([kind, { words }]) =>
    words.some((word) => said.includes(` ${word} `)) ? [kind] : [],
  )
}

/** Homework, chores and the like, by the lists in content. */
export const isJob = (activity: string | undefined, rules: Pick<LowMoodRules, 'kinds'>): boolean =>
  kindsOf(activity, rules).some((kind) => rules.kinds[kind]!.job)

/** Words as they are compared, however they were written. */
export const settled = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
