import {
  areaOf,
  CARDS,
  choice,
  defineDialog,
  freeText,
  rating,
  soundsSomeoneElses,
  z,
} from '../src/dialog-kit/index.ts'

/**
 * One card about what matters (brief 1a, weeks 2 and 3): how much it matters, how much of it is in life now, and the sort of
 * person somebody wants to be there. One a day. A line that sounds like what somebody else wants is asked about once.
 *
 * Input: the `cards` that were not answered yet; what is for oneself comes first, and any may be taken.
 */
export const valueCard = defineDialog({
  id: 'value-card',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  input: z.object({ cards: z.array(z.enum(CARDS)).default([...CARDS]) }),
  answers: {
    area: choice('me', 'things', 'people'),
    card: choice(...CARDS),
    importance: rating(0, 10),
    now: rating(0, 10),
    line: freeText({ max: 140 }),
    mattersToMe: rating(0, 10),
  },
  steps: ({ say, ask, branch, record, end }) => [
    say('one-card-a-day'),
    branch('which-area', (_, { input }) => areasIn(input.cards).length > 1, {
      yes: [ask('area', { options: (_, { input }) => areasIn(input.cards).map((value) => ({ value, label: '' })) })],
    }),
    ask('card', { options: (a, { input }) => cardsOf(a.area, input.cards).map((value) => ({ value, label: '' })) }),
    branch('no-card', (a) => a.card === undefined, { yes: [say('another-day'), end('no-card')] }),
    ask('importance'),
    ask('now'),
    ask('line'),
    branch('whose', (a) => soundsSomeoneElses(a.line), { yes: [ask('mattersToMe')] }),
    record('card', (a) =>
      a.importance === undefined && a.now === undefined && a.line === undefined
        ? undefined
        : {
            recordType: 'entry',
            module: 'low-mood',
            name: 'value-card',
            fields: {
              area: areaOf(a.card!),
              sub_area: a.card,
              importance: a.importance,
              in_my_life_now: a.now,
              value_line: a.line,
              matters_to_me: a.mattersToMe,
            },
          },
    ),
    branch('what-it-shows', (a) => shows(a), {
      gap: [say('there-is-a-gap')],
      enough: [say('there-is-enough')],
      neither: [say('card-is-saved')],
    }),
  ],
})

type CardId = (typeof CARDS)[number]

const areasIn = (cards: readonly CardId[]) =>
  (['me', 'things', 'people'] as const).filter((area) => cards.some((card) => areaOf(card) === area))

/** The cards of the area that was chosen; without one, of the first that has any. */
const cardsOf = (area: string | undefined, cards: readonly CardId[]) =>
  cards.filter((card) => areaOf(card) === (area ?? areasIn(cards)[0]))

/** So far apart, and what matters has little room. */
const GAP = 3

function shows({ importance, now }: { readonly importance?: number; readonly now?: number }) {
  if (importance === undefined || now === undefined) return 'neither'
  return importance - now >= GAP ? 'gap' : 'enough'
}
