import { areaOf, CARDS, choice, defineDialog, freeText, list, z } from '../src/dialog-kit/index.ts'

/** Cards that are shown first, things to do that are listed for one at most (brief 1a, week 3), and cards further down. */
const SHOWN = 3
const LISTED = 5
const OTHERS = 5
/** Leads to the cards further down. */
const ANOTHER = 'another-card'

/**
 * From what matters to things to do (brief 1a, week 3): one card is chosen, the widest gap first but any may be taken, and
 * one to five small things are listed for it in the person's own words. They come back as ideas when a plan is made.
 *
 * Input: the `cards` that were answered, the widest gap first, each with the `line` that was written for it.
 */
export const valuedActivities = defineDialog({
  id: 'valued-activities',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  input: z.object({
    cards: z.array(z.object({ card: z.enum(CARDS), line: z.string().optional() })).default([]),
  }),
  answers: {
    card: choice(...CARDS, ANOTHER),
    otherCard: choice(...CARDS),
    meIdeas: list({ meIdea: freeText({ max: 120 }) }, { atMost: LISTED }),
    thingsIdeas: list({ thingsIdea: freeText({ max: 120 }) }, { atMost: LISTED }),
    peopleIdeas: list({ peopleIdea: freeText({ max: 120 }) }, { atMost: LISTED }),
  },
  steps: ({ say, ask, branch, repeat, record, end }) => [
    say('widest-gap-first'),
    ask('card', { options: (_, { input }) => topCards(input.cards) }),
    branch('further-down', (a) => a.card === ANOTHER, {
      yes: [ask('otherCard', { options: (_, { input }) => labelled(input.cards.slice(SHOWN, SHOWN + OTHERS)) })],
    }),
    branch('no-card', (a) => cardOf(a) === undefined, { yes: [say('another-day'), end('no-card')] }),
    branch('own-line', (a, { input }) => lineOf(a, input) !== undefined, {
      yes: [say('your-line', { with: { line: (a, { input }) => lineOf(a, input) } })],
    }),
    branch('area', (a) => areaOf(cardOf(a)!), {
      me: [repeat('meIdeas', ({ ask }) => [ask('meIdea')])],
      things: [repeat('thingsIdeas', ({ ask }) => [ask('thingsIdea')])],
      people: [repeat('peopleIdeas', ({ ask }) => [ask('peopleIdea')])],
    }),
    record('list', (a) => {
      const activities = listed(a)
      return activities.length === 0
        ? undefined
        : {
            recordType: 'entry',
            module: 'low-mood',
            name: 'valued-activities',
            fields: { area: areaOf(cardOf(a)!), sub_area: cardOf(a), activities },
          }
    }),
    branch('something-listed', (a) => listed(a).length > 0, {
      yes: [say('ideas-are-saved')],
      no: [say('another-day')],
    }),
  ],
})

type CardId = (typeof CARDS)[number]
interface Chosen {
  readonly card?: CardId | typeof ANOTHER
  readonly otherCard?: CardId
}

const cardOf = (a: Chosen): CardId | undefined => (a.card === ANOTHER ? a.otherCard : a.card)
const labelled = (cards: readonly { card: CardId }[]) => cards.map(({ card }) => ({ value: card, label: '' }))

/** The widest gaps, and the way to the others where there are more. */
const topCards = (cards: readonly { card: CardId }[]) => [
  ...labelled(cards.slice(0, SHOWN)),
  ...(cards.length > SHOWN ? [{ value: ANOTHER, label: '' }] : []),
]

interface Listed {
  readonly meIdeas?: readonly { readonly meIdea?: string }[]
  readonly thingsIdeas?: readonly { readonly thingsIdea?: string }[]
  readonly peopleIdeas?: readonly { readonly peopleIdea?: string }[]
}

const listed = (a: Listed): string[] =>
  [
    ...(a.meIdeas ?? []).map(({ meIdea }) => meIdea),
    ...(a.thingsIdeas ?? []).map(({ thingsIdea }) => thingsIdea),
    ...(a.peopleIdeas ?? []).map(({ peopleIdea }) => peopleIdea),
  ].filter((idea) => idea !== undefined)

const lineOf = (a: Chosen, input: { cards: { card: CardId; line?: string }[] }) =>
  input.cards.find(({ card }) => card === cardOf(a))?.line
