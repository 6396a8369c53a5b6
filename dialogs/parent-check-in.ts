import { addDays, choice, defineDialog, freeText, rating, wholeNumber, z } from '../src/dialog-kit/index.ts'

/** Weeks without practice after which nothing more is proposed (brief 1.0). */
const ROUNDS_BEFORE_STOPPING = 2

/**
 * The weekly check-in of the behaviour-support programme (brief 1e): days practised, the behaviour, stress, how sure, what
 * went well, where it stuck, whether others join in. No days practised is useful to know and leads to what got in the way.
 *
 * Input: `week`; `target`, the opposite behaviour in the parent's words; `task`, the week's practice in a few words;
 * `cycle` as in `what-got-in-the-way`; `series`, true when a reminder opened it: only then does it come again in a week,
 * until two weeks with no practice, when the practitioner hears.
 */
export const parentCheckIn = defineDialog({
  id: 'parent-check-in',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({
    week: z.number().default(1),
    target: z.string().optional(),
    task: z.string().optional(),
    cycle: z.number().default(1),
    series: z.boolean().default(false),
  }),
  answers: {
    daysPractised: rating(0, 7),
    difficulty: rating(0, 10),
    opposites: wholeNumber(0, 50),
    stress: rating(0, 10),
    confidence: rating(0, 10),
    success: freeText({ max: 300 }),
    stuck: freeText({ max: 300 }),
    othersOnBoard: choice('yes', 'partly', 'no', 'only-me'),
  },
  steps: ({ say, ask, branch, record, remind, handOver }) => [
    ask('daysPractised'),
    ask('difficulty'),
    branch('has-target', (_, { input }) => input.target !== undefined, {
      yes: [ask('opposites', { with: { target: (_, { input }) => input.target } })],
    }),
    ask('stress'),
    ask('confidence'),
    ask('success'),
    ask('stuck'),
    ask('othersOnBoard'),
    record('check-in', (a, { input }) => ({
      recordType: 'checkin',
      module: 'behaviour-support',
      name: 'weekly',
      fields: {
        week: input.week,
        target: input.target,
        days_practised: a.daysPractised,
        difficulty: a.difficulty,
        positive_opposite_count: a.opposites,
        stress: a.stress,
        confidence: a.confidence,
        success: a.success,
        stuck: a.stuck,
        other_carer_on_board: a.othersOnBoard,
      },
    })),
    branch('success-told', (a) => a.success !== undefined && (a.daysPractised ?? 0) > 0, { yes: [say('you-noticed')] }),
    branch('much-stress', (a) => (a.stress ?? 0) >= 8, { yes: [say('a-lot-on-you')] }),
    remind('next-week', {
      dialog: 'parent-check-in',
      at: (a, { input, now }) => {
        const isOver = notAtAll(a) && input.cycle >= ROUNDS_BEFORE_STOPPING
        return !input.series || isOver ? undefined : `${addDays(now.slice(0, 10), 7)}T${now.slice(11)}`
      },
      input: (a, { input }) => ({ ...input, cycle: notAtAll(a) ? input.cycle + 1 : 1 }),
    }),
    handOver('not-this-week', ['what-got-in-the-way'], (a, { input }) =>
      notAtAll(a)
        ? {
            dialog: 'what-got-in-the-way',
            input: {
              module: 'behaviour-support',
              cycle: input.cycle,
              ...(input.task === undefined ? {} : { task: input.task }),
              ...(input.week === 1 ? { practiseWith: 'abc-log' } : {}),
            },
          }
        : undefined,
    ),
    say('saved'),
  ],
})

const notAtAll = (a: { readonly daysPractised?: number }): boolean => a.daysPractised === 0
