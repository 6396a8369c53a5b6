import { choice, choices, defineDialog, freeText, rating, saysQuiet, yesNo, z } from '../src/dialog-kit/index.ts'

const BODY = ['heart', 'tummy', 'tense', 'hot-cold', 'cannot-sit-still', 'other'] as const
const DID = ['kept-thinking', 'checked', 'asked-again', 'googled', 'put-off', 'avoided', 'carried-on'] as const

/**
 * One entry of the worry diary (brief 1b, weeks 1 and 2): what was going on, the worry, how strong, the body or how long,
 * what was done about it, and which kind it is. From week 2 it can be sorted at once. "It was quiet" is a result.
 *
 * Input: `sort` from week 2 on, with `nextTime`, the next worry time, and `maySolve` for the tree.
 */
export const worryDiary = defineDialog({
  id: 'worry-diary',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  daytimeOnly: true,
  input: z.object({
    sort: z.boolean().default(false),
    nextTime: z.string().optional(),
    maySolve: z.boolean().default(false),
  }),
  answers: {
    situation: freeText({ max: 200 }),
    evenSmall: yesNo(),
    worry: freeText({ max: 300 }),
    strength: rating(0, 10),
    body: choices(...BODY),
    lasted: choice('under-5', '5-to-30', '30-to-60', 'over-60'),
    did: choices(...DID),
    type: choice('real', 'what-if', 'not-sure'),
    sortNow: yesNo(),
  },
  steps: ({ say, ask, branch, record, handOver, end }) => [
    ask('situation'),
    branch('nothing-much', (a) => saysQuiet(a.situation ?? ''), {
      yes: [
        ask('evenSmall'),
        branch('was-quiet', (a) => a.evenSmall, {
          no: [
            record('quiet', () => ({
              recordType: 'checkin',
              module: 'worry',
              name: 'worry-diary',
              fields: { quiet: true },
            })),
            say('quiet-counts'),
            end('quiet'),
          ],
        }),
      ],
    }),
    ask('worry'),
    branch('no-worry', (a) => a.worry === undefined, { yes: [say('another-time'), end('no-worry')] }),
    ask('strength'),
    branch('body-or-how-long', (_, { band, run }) => asksHowLong(band, run), {
      yes: [ask('lasted')],
      no: [ask('body')],
    }),
    ask('did'),
    branch('kind', (_, { input }) => input.sort, { yes: [ask('sortNow')], no: [ask('type')] }),
    record('entry', (a, { now }) => ({
      recordType: 'entry',
      module: 'worry',
      name: 'worry',
      fields: {
        when: now,
        situation: saysQuiet(a.situation ?? '') ? undefined : a.situation,
        worry_text: a.worry,
        strength: a.strength,
        body: a.body,
        lasted: a.lasted,
        did: a.did,
        type: a.type === undefined ? undefined : TYPE[a.type],
        at_night: false,
        route: 'diary',
      },
    })),
    handOver('sort', ['worry-tree'], (a, { input, run }) =>
      a.sortNow && input.nextTime !== undefined
        ? {
            dialog: 'worry-tree',
            input: { worry: `${run}/entry`, text: a.worry!, nextTime: input.nextTime, maySolve: input.maySolve },
          }
        : undefined,
    ),
    say('saved'),
  ],
})

const TYPE = { real: 'real_now', 'what-if': 'what_if', 'not-sure': 'unsure' } as const

/** How long it lasted is asked in place of the body now and then; the youngest are asked for the body only. */
const asksHowLong = (band: string, run: string): boolean =>
  band !== 'Y11-13' && [...run].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 3 === 0
