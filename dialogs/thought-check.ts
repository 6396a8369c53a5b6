import { defineDialog, freeText, rating, shiftOf, z } from '../src/dialog-kit/index.ts'

/**
 * Checking and changing a thought that was caught (brief 1d): facts for (one at least), facts against, what they would tell a
 * friend, a fairer thought, belief and strength now, what next. Fair, not positive; nothing is argued. From 11 to 13 it is a
 * thought detective's three steps: clues for, clues against, a fairer thought. What does not move goes to the session.
 *
 * Input: `thought`, its entry; `text`; `belief` and `strength` as they were.
 */
export const thoughtCheck = defineDialog({
  id: 'thought-check',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'negative-thoughts',
  daytimeOnly: true,
  input: z.object({
    thought: z.string(),
    text: z.string(),
    belief: z.number().optional(),
    strength: z.number().optional(),
  }),
  answers: {
    factsFor: freeText({ max: 300 }).required(),
    factsAgainst: freeText({ max: 300 }),
    friend: freeText({ max: 200 }),
    fairer: freeText({ max: 200 }),
    beliefNow: rating(0, 10),
    strengthNow: rating(0, 10),
    nextAction: freeText({ max: 120 }),
  },
  steps: ({ say, ask, branch, record, end }) => [
    say('the-thought', { with: { thought: (_, { input }) => input.text } }),
    ask('factsFor'),
    ask('factsAgainst'),
    branch('older', (_, { band }) => band !== 'Y11-13', { yes: [ask('friend')] }),
    ask('fairer'),
    branch('nothing-fairer', (a) => a.fairer === undefined, {
      yes: [
        record('to-session', (a, { input }) => ({
          recordType: 'review',
          module: 'negative-thoughts',
          name: 'thought-check',
          fields: {
            facts_for: a.factsFor,
            facts_against: a.factsAgainst,
            friend: a.friend,
            take_to_session: true,
          },
          about: input.thought,
        })),
        say('take-to-session'),
        end('take-to-session'),
      ],
    }),
    branch('belief-again', (_, { band }) => band !== 'Y11-13', { yes: [ask('beliefNow')] }),
    ask('strengthNow'),
    branch('and-then', (_, { band }) => band !== 'Y11-13', { yes: [ask('nextAction')] }),
    record('checked', (a, { input, band }) => {
      const shift = shiftAs(a, input, band)
      return {
        recordType: 'review',
        module: 'negative-thoughts',
        name: 'thought-check',
        fields: {
          facts_for: a.factsFor,
          facts_against: a.factsAgainst,
          friend: a.friend,
          fairer_thought: a.fairer,
          belief_before: input.belief,
          belief_after: a.beliefNow,
          strength_before: input.strength,
          strength_after: a.strengthNow,
          next_action: a.nextAction,
          take_to_session: shift === 'same' || shift === 'higher' ? true : undefined,
        },
        about: input.thought,
      }
    }),
    branch('reply', (a, { input, band }) => shiftAs(a, input, band) ?? 'unknown', {
      lower: [
        say('moved', {
          with: {
            before: (_, { input, band }) => (band === 'Y11-13' ? input.strength : input.belief),
            now: (a, { band }) => (band === 'Y11-13' ? a.strengthNow : a.beliefNow),
          },
        }),
      ],
      same: [say('did-not-move')],
      higher: [say('did-not-move')],
      unknown: [say('saved')],
    }),
  ],
})

/** Of the older ones the belief is looked at, of the youngest how strong the feeling is. */
const shiftAs = (
  a: { readonly beliefNow: number | undefined; readonly strengthNow: number | undefined },
  input: { belief?: number | undefined; strength?: number | undefined },
  band: string,
) => (band === 'Y11-13' ? shiftOf(input.strength, a.strengthNow) : shiftOf(input.belief, a.beliefNow))
