import {
  addDays,
  defineDialog,
  freeText,
  implausibleIn,
  inOrder,
  isBackfilled,
  isTooLate,
  localTime,
  minutes,
  momentIn,
  rating,
  timesOf,
  wholeNumber,
  yesNo,
  z,
} from '../src/dialog-kit/index.ts'

/**
 * The morning diary of one night (brief 1c): guesses, never a clock watched in the night. Left blank at the first
 * question the night is declined, which is not zero. Times that do not follow one another, or that cannot well be so,
 * are said back once with the way to change them, and then kept as they were told. Nothing is said about the sleep itself.
 *
 * Input: `night`, the calendar day of its evening; the turn finds out which (last night until 14:00, or an earlier one
 * for up to 48 hours, which is marked). `form`: the short one asks three things, for weeks in which the whole diary is too
 * much (brief 1c, "If not done"); how long somebody slept is not worked out from it.
 */
export const sleepDiary = defineDialog({
  id: 'sleep-diary',
  version: 2,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  daytimeOnly: true,
  input: z.object({ night: z.iso.date(), form: z.enum(['full', 'short']).default('full') }),
  answers: {
    intoBed: localTime({ around: '22:30' }),
    tried: localTime({ around: '23:00' }),
    solMin: minutes(0, 720),
    wakings: wholeNumber(0, 30),
    wasoMin: minutes(0, 720),
    finalWake: localTime({ around: '07:30' }),
    outOfBed: localTime({ around: '08:00' }),
    rested: rating(0, 10),
    quality: rating(0, 10),
    schoolDay: yesNo(),
    note: freeText({ max: 300 }),
  },
  steps: ({ say, ask, branch, review, record, end }) => [
    branch('which-night', (_, { input, now }) => `${input.form}-${whichNight(input.night, now)}`, {
      'full-last': [say('last-night')],
      'full-before': [say('night-before-last')],
      'short-last': [say('last-night-in-short')],
      'short-before': [say('night-before-last-in-short')],
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
            form: input.form,
            backfilled: isBackfilled(input.night, now),
          },
          refersTo: `${input.night}T22:00`,
        })),
        say('left-blank'),
        end('declined'),
      ],
    }),
    branch('all-times', (_, { input }) => input.form, {
      full: [
        ask('tried'),
        ask('solMin'),
        ask('wakings'),
        branch('woke', (a) => (a.wakings ?? 0) > 0, { yes: [ask('wasoMin')] }),
        ask('finalWake'),
      ],
    }),
    ask('outOfBed'),
    branch('odd', (a, { input }) => oddness(input, a), {
      order: [say('order-odd'), review('check')],
      unlikely: [say('a-lot-or-a-little'), review('check')],
    }),
    ask('rested'),
    branch('all-questions', (_, { input }) => input.form, { full: [ask('quality'), ask('schoolDay'), ask('note')] }),
    record('diary', (a, { input, now }) => {
      const implausible = implausibilities(input, a)
      return {
        recordType: 'entry',
        module: 'sleep',
        name: 'sleep-diary',
        fields: {
          night_of: input.night,
          night: 'given',
          form: input.form,
          into_bed: a.intoBed,
          tried_to_sleep: a.tried,
          sol_min: a.solMin,
          wakings: a.wakings,
          waso_min: a.wasoMin,
          final_wake: a.finalWake,
          out_of_bed: a.outOfBed,
          quality: a.quality,
          rested: a.rested,
          school_day_after: a.schoolDay,
          note: a.note,
          backfilled: isBackfilled(input.night, now),
          too_late: isTooLate(input.night, now) ? true : undefined,
          implausible: implausible.length === 0 ? undefined : implausible,
        },
        refersTo: a.intoBed === undefined ? undefined : momentIn(input.night, a.intoBed),
      }
    }),
    say('saved'),
  ],
})

/** How a night is called on the day after it, and how on any later one. */
const whichNight = (night: string, now: string): 'last' | 'before' =>
  night === addDays(now.slice(0, 10), -1) ? 'last' : 'before'

interface Night {
  night: string
  form: 'full' | 'short'
}
type Answers = Parameters<typeof timesOf>[1]

/** What cannot well be so about a night as told. Of the short form only the order of its two times can be looked at. */
function implausibilities({ night, form }: Night, answers: Answers): string[] {
  if (form === 'short') return inOrder(night, answers.intoBed, answers.outOfBed) ? [] : ['order']
  const times = timesOf(night, answers)
  return times === undefined ? [] : implausibleIn(times)
}

/** Whether a night is to be said back: its times do not follow one another, or cannot well be so. */
function oddness(night: Night, answers: Answers): 'order' | 'unlikely' | undefined {
  const found = implausibilities(night, answers)
  if (found.length === 0) return undefined
  return found.includes('order') ? 'order' : 'unlikely'
}
