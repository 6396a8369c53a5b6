import { caring, choice, defineDialog, freeText, z } from '../src/dialog-kit/index.ts'

/** The week whose practice may get harder before it gets easier: planned ignoring, and nothing else (brief 1e). */
const WEEK_OF_IGNORING = 5

/**
 * What a parent's practice adds to the tree for what was not done (brief 1e): another adult disagrees, then one agreed rule
 * only; it made things worse, then whether anybody was hurt comes first, and the burst before the fade is explained only
 * for planned ignoring; or it is the wrong task. Nobody is blamed, and no home is compared with another.
 *
 * Input: `week`; `task`; `caring`; `said`, when it was said already that things got worse; `cycle` as in
 * `what-got-in-the-way`, which hands over to here.
 */
export const didNotSuit = defineDialog({
  id: 'did-not-suit',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({
    week: z.number().default(1),
    task: z.string().optional(),
    cycle: z.number().default(1),
    caring: caring.prefault({}),
    said: z.literal('made-it-worse').optional(),
  }),
  answers: {
    what: choice('other-adult', 'made-it-worse', 'wrong-task'),
    oneRule: freeText({ max: 100 }),
    hurt: choice('no', 'yes', 'not-sure'),
  },
  steps: ({ say, ask, branch, record, effect, notice, end }) => [
    branch('said', (_, { input }) => input.said !== undefined, { no: [ask('what')] }),
    branch('ask-more', (a, { input }) => a.what ?? input.said, {
      'other-adult': [say('one-rule'), ask('oneRule')],
      'made-it-worse': [ask('hurt')],
    }),
    record('change', (a, { input }) => ({
      recordType: 'review',
      module: 'behaviour-support',
      name: 'not-done',
      fields: {
        outcome: input.said === undefined ? 'not' : undefined,
        task: input.task,
        week: input.week,
        reason: a.what ?? input.said,
        one_rule: a.oneRule,
        anybody_hurt: a.hurt,
        cycle: input.cycle,
      },
    })),
    branch('somebody-hurt', (a) => a.hurt, {
      yes: [
        effect('raise', () => ({
          type: 'raise',
          lane: 'safeguarding',
          tier: 'T2',
          because: 'said that somebody was hurt or scared when practice at home got worse',
        })),
        end('told'),
      ],
      'not-sure': [
        effect('raise-unsure', () => ({
          type: 'raise',
          lane: 'safeguarding',
          tier: 'T1',
          because: 'is not sure whether somebody was hurt or scared when practice at home got worse',
        })),
        end('may-have-told'),
      ],
    }),
    branch('end', (a, { input, band }) => endingOf(a.what ?? input.said, input, band), {
      agreed: [say('one-rule-is-enough')],
      burst: [say('burst-before-fade')],
      worse: [notice('worse', () => 'stuck'), say('leave-that-part')],
      mismatch: [notice('task-mismatch', () => 'task-mismatch'), say('to-the-session')],
    }),
  ],
})

interface Given {
  week: number
  caring: { timeIn: boolean }
}

/** Nothing was ignored where adults stay close, nor by parents of teenagers: then it is no burst. */
function endingOf(what: string | undefined, { week, caring }: Given, band: string) {
  if (what === 'other-adult') return 'agreed'
  const ignored = week === WEEK_OF_IGNORING && !caring.timeIn && band !== 'P12+'
  if (what === 'made-it-worse') return ignored ? 'burst' : 'worse'
  return what === 'wrong-task' ? 'mismatch' : undefined
}
