import {
  addDays,
  choice,
  defineDialog,
  freeText,
  list,
  localDateTime,
  localTime,
  rating,
  z,
} from '../src/dialog-kit/index.ts'

/**
 * Week 1 of the behaviour-support programme (brief 1e): what is behind behaviour, the before–what happened–after log, one
 * or two behaviours as the opposite to see more of, and looking after yourself. Leaves the targets and the week's plan,
 * and asks again in a week.
 *
 * Input: `checkInAhead`, when a check-in is coming already.
 */
export const parentWeekOne = defineDialog({
  id: 'parent-week-one',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({ checkInAhead: z.boolean().default(false) }),
  answers: {
    behindClear: choice('got-it', 'an-example'),
    targets: list(
      { problem: freeText({ max: 120 }), opposite: freeText({ max: 120 }), howHard: rating(0, 10) },
      { atMost: 2 },
    ),
    logTime: localTime(),
    selfCare: freeText({ max: 120 }),
    selfCareAt: localDateTime(),
    confidence: rating(0, 10),
    makesItSurer: choice('fewer', 'another-time', 'company', 'other'),
    surerIdea: freeText({ max: 200 }),
  },
  steps: ({ say, ask, branch, again, repeat, record, remind }) => [
    say('welcome'),
    say('behind-behaviour'),
    ask('behindClear'),
    branch('behind', (a) => a.behindClear, { 'an-example': [say('an-example')] }),
    say('the-opposite'),
    repeat('targets', ({ ask }) => [ask('problem'), ask('opposite'), ask('howHard')]),
    say('the-log'),
    ask('logTime'),
    say('you-too'),
    ask('selfCare'),
    branch('has-self-care', (a) => a.selfCare !== undefined, { yes: [ask('selfCareAt')] }),
    ask('confidence'),
    again('make-it-surer', (a) => (a.confidence ?? 7) < 7, { atMost: 2 }, [
      ask('makesItSurer'),
      branch('surer', (a) => a.makesItSurer, {
        fewer: [say('fewer-is-fine')],
        'another-time': [ask('logTime')],
        company: [say('ask-for-help')],
        other: [ask('surerIdea')],
      }),
      ask('confidence'),
    ]),
    record('plan', (a) => ({
      recordType: 'plan',
      module: 'behaviour-support',
      name: 'week-1',
      fields: {
        target_behaviours: a.targets
          .filter((target) => target.problem !== undefined || target.opposite !== undefined)
          .map(({ problem, opposite, howHard }) => ({
            problem: problem ?? null,
            opposite: opposite ?? null,
            difficulty: howHard ?? null,
          })),
        log_entries_planned: a.makesItSurer === 'fewer' ? 3 : 5,
        log_time: a.logTime,
        self_care: a.selfCare,
        self_care_at: a.selfCareAt,
        confidence: a.confidence,
        surer_by: a.surerIdea ?? a.makesItSurer,
      },
    })),
    remind('in-a-week', {
      dialog: 'parent-check-in',
      at: (a, { input, now }) =>
        input.checkInAhead ? undefined : `${addDays(now.slice(0, 10), 6)}T${a.logTime ?? '18:00'}`,
    }),
    say('saved'),
  ],
})
