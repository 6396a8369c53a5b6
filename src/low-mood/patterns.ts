import { company, isRated, PARTS_OF_DAY, type LoggedMoment, type RatedMoment } from './log.ts'
import { kindsOf } from './kinds.ts'
import type { LowMoodRules } from './rules.ts'

/** One side of a contrast: the mean of mood, to one decimal place, and of how many moments. */
export interface Side {
  mean: number
  n: number
}

/**
 * Two groups of moments whose mood differed. What is named is always the side that went with a higher mood: there is no
 * "worst". `label` names a kind of activity or a part of the day, as it stands in a sentence.
 */
export interface Contrast {
  about: 'people' | 'alone' | 'time' | 'kind'
  label: string
  higher: Side
  lower: Side
}

export interface Patterns {
  logged: number
  rated: number
  /** Enough moments for patterns to be looked for at all. */
  enough: boolean
  contrasts: Contrast[]
}

/**
 * What went with a higher mood in a log (brief 1a, pattern feedback): with people or alone, a part of the day, a kind of
 * activity; one contrast of each at most, the clearest first. Says what went together, never what made what. Pure, and the
 * same whatever the order of the moments.
 */
export function patternsIn(moments: readonly LoggedMoment[], rules: LowMoodRules): Patterns {
  const rated = moments.filter(isRated)
  const enough = rated.length >= rules.patterns['rated-moments']
  const found = enough
    ? [inCompany(rated, rules), atATime(rated, rules), ofAKind(rated, rules)].filter((one) => one !== undefined)
    : []
  const contrasts = found
    .toSorted((a, b) => b.apart - a.apart)
    .slice(0, rules.patterns['at-most'])
    .map(({ contrast }) => contrast)
  return { logged: moments.length, rated: rated.length, enough, contrasts }
}

interface Found {
  contrast: Contrast
  /** How far the means lie apart, not rounded. */
  apart: number
}

/** With people against alone, whichever was higher. Where that would make less of family, nothing is shown. */
function inCompany(rated: readonly RatedMoment[], rules: LowMoodRules): Found | undefined {
  const people = rated.filter((one) => company(one) === 'people')
  const alone = rated.filter((one) => company(one) === 'alone')
  const withPeople = contrast('people', '', people, alone, rules)
  if (withPeople || people.some((one) => one.with === 'family')) return withPeople
  return contrast('alone', '', alone, people, rules)
}

const atATime = (rated: readonly RatedMoment[], rules: LowMoodRules): Found | undefined =>
  clearest(
    PARTS_OF_DAY.map((part) =>
      contrast(
        'time',
        rules.times[part],
        rated.filter((one) => one.part === part),
        rated.filter((one) => one.part !== undefined && one.part !== part),
        rules,
      ),
    ),
  )

const ofAKind = (rated: readonly RatedMoment[], rules: LowMoodRules): Found | undefined =>
  clearest(
    Object.entries(rules.kinds).map(([kind, { label }]) => {
      const isOfKind = (one: RatedMoment) => kindsOf(one.activity, rules).includes(kind)
      return contrast(
        'kind',
        label,
        rated.filter(isOfKind),
        rated.filter((one) => one.activity !== undefined && !isOfKind(one)),
        rules,
      )
    }),
  )

const clearest = (found: readonly (Found | undefined)[]): Found | undefined =>
  found.filter((one) => one !== undefined).toSorted((a, b) => b.apart - a.apart)[0]

/** Sums of ratings are whole numbers; a mean is not: what is exactly at the limit stays there. */
const ROUNDING = 1e-9

function contrast(
  about: Contrast['about'],
  label: string,
  higher: readonly RatedMoment[],
  lower: readonly RatedMoment[],
  { patterns }: LowMoodRules,
): Found | undefined {
  if (Math.min(higher.length, lower.length) < patterns['each-side']) return undefined
  const apart = meanMood(higher) - meanMood(lower)
  if (apart < patterns['mean-difference'] - ROUNDING) return undefined
  return { contrast: { about, label, higher: side(higher), lower: side(lower) }, apart }
}

const meanMood = (moments: readonly RatedMoment[]): number =>
  moments.reduce((sum, { mood }) => sum + mood, 0) / moments.length

const side = (moments: readonly RatedMoment[]): Side => ({
  mean: Math.round(meanMood(moments) * 10) / 10,
  n: moments.length,
})
