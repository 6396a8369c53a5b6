import { number, text, type LowMoodEntry } from './log.ts'

/** Areas of life and the cards of each, in the order in which they are offered: what is for oneself first (brief 1a, values). */
export const AREAS = {
  me: ['fun', 'body', 'self-care'],
  things: ['school-work', 'everyday-jobs', 'bigger-picture'],
  people: ['family', 'friends', 'special'],
} as const
export type Area = keyof typeof AREAS
export type Card = (typeof AREAS)[Area][number]

export const CARDS: readonly Card[] = Object.values(AREAS).flat()
export const areaOf = (card: Card): Area => (Object.keys(AREAS) as Area[]).find((area) => holds(area, card))!
const holds = (area: Area, card: Card): boolean => (AREAS[area] as readonly Card[]).includes(card)

/** What somebody said of one card, the last time they said anything of it. */
export interface ValueCard {
  card: Card
  area: Area
  importance: number | undefined
  /** How much of it is in their life now. */
  now: number | undefined
  /** The sort of person they want to be there: a direction, not a goal. */
  line: string | undefined
  /** Importance less what is there now; undefined where either was not given. Below 0, there is more of it than it matters. */
  gap: number | undefined
}

/** The cards that were answered, each once, in the order of the areas. */
export function valueCards(entries: readonly LowMoodEntry[]): ValueCard[] {
  const said = entries.filter(({ name }) => name === 'value-card').toSorted((a, b) => a.at.localeCompare(b.at))
  return CARDS.flatMap((card) => {
    const fields = said.findLast((one) => one.fields.sub_area === card)?.fields
    if (fields === undefined) return []
    const importance = number(fields.importance)
    const now = number(fields.in_my_life_now)
    const gap = importance === undefined || now === undefined ? undefined : importance - now
    return [{ card, area: areaOf(card), importance, now, line: text(fields.value_line), gap }]
  })
}

/** Below every gap there can be. */
const NONE = -11

/** The widest gap first; a card without both numbers comes after those with. The choice is the young person's all the same. */
export const byGap = (cards: readonly ValueCard[]): ValueCard[] =>
  cards.toSorted((a, b) => (b.gap ?? NONE) - (a.gap ?? NONE))

/** Something to do that belongs to a card, in the person's own words. */
export interface ValuedActivity {
  activity: string
  card: Card
  area: Area
}

/** What somebody listed for their cards, the newest words last, each once. */
export function valuedActivities(entries: readonly LowMoodEntry[]): ValuedActivity[] {
  const listed = entries
    .filter(({ name }) => name === 'valued-activities')
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .flatMap(({ fields }) => {
      const card = CARDS.find((one) => one === fields.sub_area)
      const activities = Array.isArray(fields.activities) ? fields.activities : []
      return card === undefined
        ? []
        : activities
            .filter((one) => typeof one === 'string')
            .map((activity) => ({ activity, card, area: areaOf(card) }))
    })
  return listed.filter(({ activity }, n) => listed.findIndex((one) => one.activity === activity) === n)
}

const WHO =
  '(?:my )?(?:mum|mam|mom|dad|parents?|nan|gran|grandad|carer|foster carer|auntie?|uncle|teachers?|school|coach|everyone|everybody|they|people|she|he)'
const SOMEONE_ELSES = new RegExp(
  `\\b${WHO} (?:\\w+ )?(?:wants?|says?|said|thinks?|expects?|makes?|tells?|told|needs? me)\\b|\\b(?:supposed to|meant to|have to be|got to be|expected to)\\b`,
  'i',
)

/** Whether a line sounds like what somebody else wants ("mum wants me to…"). It is asked about once, and kept as it is. */
export const soundsSomeoneElses = (line: string | undefined): boolean =>
  line !== undefined && SOMEONE_ELSES.test(line.replace(/[’']/g, ''))
