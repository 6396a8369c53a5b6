import { addDays, caring, choice, defineDialog, freeText, rating, saysNoTime, z } from '../src/dialog-kit/index.ts'

/** Minutes of the week's practice, and of what is folded into a routine where there is no time (brief 1e). */
const MINUTES = 10
const FOLDED_MINUTES = 5
/** The week asks for it on so many days; fewer is fine. */
const DAYS = 4
const FEWER_DAYS = 2

/**
 * Weeks 2 and 3 of the behaviour-support programme (brief 1e): time that the child leads with labelled praise, then clear
 * instructions, choices and one routine. What and why in a few lines, how it fits the day ("no time" is folded into
 * something that happens anyway), how sure, and a check-in in a week. What differs between weeks stands in the words.
 *
 * Input: `topic`; `caring`, how the child is cared for; `checkInAhead`, whether a check-in is coming already.
 */
export const parentWeek = defineDialog({
  id: 'parent-week',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({
    topic: z.enum(['time-together', 'instructions']),
    caring: caring.prefault({}),
    checkInAhead: z.boolean().default(false),
  }),
  answers: {
    togetherClear: choice('fits', 'an-example'),
    instructionsClear: choice('fits', 'an-example'),
    routine: freeText({ max: 80 }),
    when: freeText({ max: 120 }),
    foldTogether: choice('ok', 'other-moment', 'not-this-week'),
    foldRoutine: choice('ok', 'other-moment', 'not-this-week'),
    otherMoment: freeText({ max: 80 }),
    sure: rating(0, 10),
    easier: choice('fewer-days', 'shorter', 'some-help', 'fine-as-it-is'),
  },
  steps: ({ say, ask, branch, record, remind }) => [
    branch('what', (_, { input }) => input.topic, {
      'time-together': [
        say('together'),
        ask('togetherClear'),
        branch('together-shown', (a) => a.togetherClear, { 'an-example': [say('together-example')] }),
        say('praise'),
        branch('together-carer', (_, { input }) => input.caring.carer ?? '', {
          foster: [say('together-foster')],
          residential: [say('together-foster')],
          kinship: [say('together-kin')],
          'special-guardian': [say('together-kin')],
        }),
        say('together-task'),
      ],
      instructions: [
        branch('needs', (_, { input }) => input.caring.needsFirst, { yes: [say('needs-first')] }),
        say('instructions'),
        ask('instructionsClear'),
        branch('instructions-shown', (a) => a.instructionsClear, { 'an-example': [say('instructions-example')] }),
        say('choices'),
        branch('instructions-carer', (_, { input }) => input.caring.carer ?? '', {
          foster: [say('instructions-away')],
          kinship: [say('instructions-away')],
          'special-guardian': [say('instructions-away')],
          residential: [say('instructions-staff')],
        }),
        ask('routine'),
        say('routine-task'),
      ],
    }),
    ask('when'),
    branch('fold', (a, { input }) => (noTime(a) ? input.topic : undefined), {
      'time-together': [ask('foldTogether')],
      instructions: [ask('foldRoutine')],
    }),
    branch('elsewhere', (a) => folded(a) === 'other-moment', { yes: [ask('otherMoment')] }),
    branch('not-now', (a) => folded(a) === 'not-this-week', { no: [ask('sure')] }),
    branch('unsure', (a) => (a.sure ?? 10) < 7, { yes: [ask('easier')] }),
    record('plan', (a, { input }) => ({
      recordType: 'plan',
      module: 'behaviour-support',
      name: input.topic === 'time-together' ? 'week-2' : 'week-3',
      fields: {
        topic: input.topic,
        routine: a.routine,
        fits_in: a.otherMoment ?? (noTime(a) ? undefined : a.when),
        no_time: noTime(a) || undefined,
        folded: folded(a),
        days_planned: a.easier === 'fewer-days' ? FEWER_DAYS : DAYS,
        minutes: noTime(a) || a.easier === 'shorter' ? FOLDED_MINUTES : MINUTES,
        confidence: a.sure,
        easier_by: a.easier,
      },
    })),
    remind('in-a-week', {
      dialog: 'parent-check-in',
      at: (_, { input, now }) => (input.checkInAhead ? undefined : `${addDays(now.slice(0, 10), 6)}T18:00`),
    }),
    branch('made-easier', (a) => a.easier, {
      'fewer-days': [say('fewer-is-fine')],
      shorter: [say('shorter-is-fine')],
      'some-help': [say('ask-for-help')],
    }),
    branch('close', (a) => folded(a) === 'not-this-week', { yes: [say('not-this-week')], no: [say('saved')] }),
  ],
})

interface Answers {
  readonly when?: string
  readonly foldTogether?: string
  readonly foldRoutine?: string
}

const noTime = (a: Answers): boolean => a.when !== undefined && saysNoTime(a.when)

const folded = (a: Answers): string | undefined => (noTime(a) ? (a.foldTogether ?? a.foldRoutine) : undefined)
