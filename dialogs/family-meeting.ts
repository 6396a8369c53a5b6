import { addDays, caring, defineDialog, freeText, localDateTime, z } from '../src/dialog-kit/index.ts'

/**
 * Week 6 of the behaviour-support programme (brief 1e): solving one problem together at a short family meeting. The problem
 * is put so that nobody is to blame; everybody brings ideas, silly ones too; one is tried for a week. A problem that is
 * somebody else's harmful behaviour is not for a meeting.
 *
 * Input: `caring`; `checkInAhead` as in `parent-week`.
 */
export const familyMeeting = defineDialog({
  id: 'family-meeting',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({ caring: caring.prefault({}), checkInAhead: z.boolean().default(false) }),
  answers: {
    problem: freeText({ max: 160 }),
    ownIdea: freeText({ max: 120 }),
    childsIdea: freeText({ max: 120 }),
    when: localDateTime(),
  },
  steps: ({ say, ask, branch, record, remind }) => [
    say('together'),
    say('not-for-a-meeting'),
    ask('problem'),
    say('three-ideas'),
    ask('ownIdea'),
    ask('childsIdea'),
    branch('helpers', (_, { input }) => input.caring.carer ?? '', {
      foster: [say('helpers-away')],
      kinship: [say('helpers-kin')],
      'special-guardian': [say('helpers-kin')],
      residential: [say('helpers-staff')],
    }),
    ask('when'),
    record('plan', (a) => ({
      recordType: 'plan',
      module: 'behaviour-support',
      name: 'week-6',
      fields: {
        topic: 'keep-going',
        problem: a.problem,
        ideas: [a.ownIdea, a.childsIdea].filter((idea) => idea !== undefined),
        date: a.when?.slice(0, 10),
        time: a.when?.slice(11),
      },
      refersTo: a.when,
    })),
    remind('in-a-week', {
      dialog: 'parent-check-in',
      at: (_, { input, now }) => (input.checkInAhead ? undefined : `${addDays(now.slice(0, 10), 6)}T18:00`),
    }),
    say('how-it-goes'),
    say('saved'),
  ],
})
