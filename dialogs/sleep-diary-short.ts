import {
  addDays,
  defineDialog,
  inOrder,
  isBackfilled,
  isTooLate,
  localTime,
  momentIn,
  rating,
  z,
} from '../src/dialog-kit/index.ts'

/**
 * Three questions for mornings on which the whole diary is too much (brief 1c, "If not done"): bed, up, how rested. It
 * stands in the same record as the diary, marked as short; how long somebody slept is not worked out from it.
 *
 * Input: `night`, as for the diary.
 */
export const sleepDiaryShort = defineDialog({
  id: 'sleep-diary-short',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  input: z.object({ night: z.iso.date() }),
  answers: {
    intoBed: localTime({ around: '22:30' }),
    outOfBed: localTime({ around: '08:00' }),
    rested: rating(0, 10),
  },
  steps: ({ say, ask, branch, review, record, end }) => [
    branch('which-night', (_, { input, now }) => input.night === addDays(now.slice(0, 10), -1), {
      yes: [say('last-night')],
      no: [say('night-before-last')],
    }),
    ask('intoBed'),
    branch('leaves-it-out', (a) => a.intoBed === undefined, {
      yes: [
        record('declined', (_, { input, now }) => ({
          recordType: 'entry',
          module: 'sleep',
          name: 'sleep-diary',
          fields: {
            night_of: input.night,
            night: 'declined',
            form: 'short',
            backfilled: isBackfilled(input.night, now),
          },
          refersTo: `${input.night}T22:00`,
        })),
        say('left-blank'),
        end('declined'),
      ],
    }),
    ask('outOfBed'),
    branch('in-order', (a, { input }) => inOrder(input.night, a.intoBed, a.outOfBed), {
      no: [say('order-odd'), review('check')],
    }),
    ask('rested'),
    record('diary', (a, { input, now }) => ({
      recordType: 'entry',
      module: 'sleep',
      name: 'sleep-diary',
      fields: {
        night_of: input.night,
        night: 'given',
        form: 'short',
        into_bed: a.intoBed,
        out_of_bed: a.outOfBed,
        rested: a.rested,
        backfilled: isBackfilled(input.night, now),
        too_late: isTooLate(input.night, now) ? true : undefined,
        implausible: inOrder(input.night, a.intoBed, a.outOfBed) ? undefined : ['order'],
      },
      refersTo: a.intoBed === undefined ? undefined : momentIn(input.night, a.intoBed),
    })),
    say('saved'),
  ],
})
