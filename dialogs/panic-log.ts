import {
  addDays,
  choice,
  choices,
  defineDialog,
  freeText,
  namedDay,
  newStepUps,
  rating,
  yesNo,
  z,
} from '../src/dialog-kit/index.ts'

const attack = z.object({ day: z.string(), fainted: z.boolean(), keptAway: z.boolean() })

/**
 * The panic log (brief 1d): whether there were any since last time, and of one what it felt like, the scary thought, the
 * peak and what was done. None is a result and recorded as 0. Fainting or chest pain is for a doctor: where it is so now,
 * the medical conversation answers.
 *
 * Input: `since`, the day up to which it is known; `before`, the attacks of the last two weeks; `justNow`, straight after one.
 */
export const panicLog = defineDialog({
  id: 'panic-log',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'panic',
  input: z.object({
    since: z.string().optional(),
    before: z.array(attack).default([]),
    justNow: z.boolean().default(false),
  }),
  answers: {
    any: choice('today', 'yesterday', 'earlier', 'none'),
    daysAgo: choice('2', '3', '4', '5-or-more'),
    signs: choices('heart', 'breath', 'dizzy', 'shaky-hot', 'tingling', 'chest-pain', 'fainted', 'other'),
    stillNow: choice('no', 'yes', 'not-sure').required(),
    thought: freeText({ max: 200 }),
    peak: rating(0, 10),
    did: choices('stayed', 'breathed', 'left', 'called-someone', 'water-phone', 'kept-away', 'other'),
    more: yesNo(),
    trigger: freeText({ max: 120 }),
    lasted: choice('under-5', '5-to-15', '15-to-30', 'over-30'),
    happened: freeText({ max: 200 }),
    nextTime: freeText({ max: 200 }),
  },
  steps: ({ say, ask, branch, record, effect, end }) => [
    branch('was-just-now', (_, { input }) => input.justNow, {
      no: [
        branch('known', (_, { input }) => input.since !== undefined, {
          yes: [say('since', { with: { since: (_, { input }) => namedDay(input.since) } })],
        }),
        ask('any'),
        branch('not-said', (a) => a.any === undefined, { yes: [say('another-time'), end('not-said')] }),
        branch('none-or-when', (a) => a.any, {
          none: [
            record('none', (_, { input }) => ({
              recordType: 'checkin',
              module: 'panic',
              name: 'no-panic',
              fields: { attacks: 0, since: input.since },
            })),
            say('none-counts'),
            end('none'),
          ],
          earlier: [ask('daysAgo')],
        }),
      ],
    }),
    ask('signs'),
    branch('for-a-doctor', (a) => hasRedFlag(a.signs), {
      yes: [
        ask('stillNow'),
        branch('is-now', (a) => a.stillNow, {
          yes: [
            effect('raise', () => ({
              type: 'raise',
              lane: 'medical',
              tier: 'T3',
              because: 'panic log: chest pain or fainting, now',
            })),
            end('medical'),
          ],
          'not-sure': [
            effect('raise-unsure', () => ({
              type: 'raise',
              lane: 'medical',
              tier: 'T2',
              because: 'panic log: chest pain or fainting, not sure whether it is over',
            })),
            end('medical-unsure'),
          ],
          no: [say('see-a-doctor')],
        }),
      ],
    }),
    ask('thought'),
    ask('peak'),
    ask('did'),
    record('attack', (a, { input, now }) => ({
      recordType: 'entry',
      module: 'panic',
      name: 'panic-attack',
      fields: {
        date: dayOf(a, input.justNow, now),
        signs: a.signs,
        scary_thought: a.thought,
        peak: a.peak,
        did: a.did,
      },
    })),
    effect('step-up', (a, { input, now }) => {
      const told = newStepUps(
        input.before,
        {
          day: dayOf(a, input.justNow, now),
          fainted: a.signs?.includes('fainted') === true,
          keptAway: a.did?.includes('kept-away') === true,
        },
        now.slice(0, 10),
      )
      return told.length === 0 ? undefined : { type: 'notice', notice: 'step-up', detail: `panic: ${told.join(', ')}` }
    }),
    ask('more'),
    branch('a-bit-more', (a) => a.more, {
      yes: [
        ask('trigger'),
        ask('lasted'),
        ask('happened'),
        ask('nextTime'),
        record('detail', (a, { run }) => ({
          recordType: 'entry',
          module: 'panic',
          name: 'panic-detail',
          fields: { trigger: a.trigger, lasted: a.lasted, what_happened: a.happened, next_time: a.nextTime },
          about: `${run}/attack`,
        })),
      ],
    }),
    say('saved'),
  ],
})

const hasRedFlag = (signs: readonly string[] | undefined): boolean =>
  signs !== undefined && (signs.includes('chest-pain') || signs.includes('fainted'))

/** The day of the attack; where it was longer ago than can be tapped, or was not said, the nearest that fits. */
function dayOf(a: { any?: string | undefined; daysAgo?: string | undefined }, justNow: boolean, now: string): string {
  const today = now.slice(0, 10)
  if (justNow || a.any === 'today') return today
  return addDays(today, -(a.any === 'yesterday' ? 1 : Number.parseInt(a.daysAgo ?? '2', 10)))
}
