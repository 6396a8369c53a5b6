import {
  choice,
  choiceFrom,
  defineDialog,
  EARLIEST,
  freeText,
  LATEST,
  latestBefore,
  localTime,
  mayBegin,
  nextWorryTime,
  yesNo,
} from '../src/dialog-kit/index.ts'

/** Times to tap: those that are too near to bed are left out. */
const TIMES = ['16:30', '17:30', '18:30', '19:30'] as const
const BEDTIMES = ['20:00', '21:00', '22:00', '23:00', 'later'] as const
const ANOTHER = 'another'

/**
 * Settle when and where worry time is (brief 1b, week 4): the same time every day between 16:30 and 19:30, an hour and a
 * half or more before bed, not in bed and not at school, as long as suits the age.
 */
export const worryTimeSettings = defineDialog({
  id: 'worry-time-settings',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  answers: {
    bedtime: choice(...BEDTIMES),
    time: choiceFrom('times'),
    exactTime: localTime(),
    place: choice('table', 'comfy-seat', 'outdoors', 'somewhere-else'),
    ownPlace: freeText({ max: 60 }),
    length: choice('15', '20'),
    days: choice('every-day', 'school-days'),
    prompt: yesNo(),
  },
  steps: ({ say, ask, branch, again, record, remind, end }) => [
    say('why-a-time'),
    ask('bedtime'),
    ask('time', {
      options: (a) =>
        timesFor(a)
          .map((value) => ({ value, label: value }))
          .concat(OTHER_TIME),
    }),
    branch('exact', (a) => a.time === ANOTHER, {
      yes: [
        ask('exactTime', { with: { earliest: () => EARLIEST, latest: latestFor } }),
        again('within-hours', (a) => a.exactTime !== undefined && !isPossible(a), { atMost: 2 }, [
          say('too-early-or-late', { with: { earliest: () => EARLIEST, latest: latestFor } }),
          ask('exactTime', { with: { earliest: () => EARLIEST, latest: latestFor } }),
        ]),
      ],
    }),
    branch('no-time', (a) => timeOf(a) === undefined, { yes: [say('another-day'), end('no-time')] }),
    ask('place'),
    branch('own-place', (a) => a.place, {
      'somewhere-else': [
        ask('ownPlace'),
        again('not-in-bed', (a) => isBedOrSchool(a.ownPlace), { atMost: 1 }, [say('not-in-bed'), ask('ownPlace')]),
      ],
    }),
    branch('how-long', (_, { band }) => band, { 'Y16-18': [ask('length')] }),
    ask('days'),
    ask('prompt', { with: { settled: timeOf } }),
    record('settled', (a, { band }) => ({
      recordType: 'plan',
      module: 'worry',
      name: 'worry-time-plan',
      fields: {
        time: timeOf(a),
        place: a.place === 'somewhere-else' ? a.ownPlace : a.place,
        length: minutesFor(band, a.length),
        days: a.days ?? 'every-day',
        bedtime: a.bedtime,
        prompt: a.prompt ?? false,
      },
    })),
    remind('first-time', {
      dialog: 'worry-time',
      at: (a, { now }) =>
        a.prompt ? nextWorryTime({ time: timeOf(a)!, days: a.days ?? 'every-day' }, now) : undefined,
    }),
    say('settled', { with: { settled: timeOf, minutes: (a, { band }) => minutesFor(band, a.length) } }),
  ],
})

interface Times {
  readonly bedtime?: (typeof BEDTIMES)[number]
  readonly time?: string
  readonly exactTime?: string
}

const OTHER_TIME = [{ value: ANOTHER, label: '' }]

const bedtimeOf = ({ bedtime }: Times): string | undefined => (bedtime === 'later' ? undefined : bedtime)
function latestFor(a: Times): string {
  const bedtime = bedtimeOf(a)
  return bedtime === undefined ? LATEST : latestBefore(bedtime)
}
const timesFor = (a: Times): string[] => TIMES.filter((time) => mayBegin(time, bedtimeOf(a)))
const isPossible = (a: Times): boolean => a.exactTime !== undefined && mayBegin(a.exactTime, bedtimeOf(a))

/** The time settled on, once it is a possible one. */
function timeOf(a: Times): string | undefined {
  if (a.time !== ANOTHER) return a.time
  return isPossible(a) ? a.exactTime : undefined
}

/** 10 minutes for the youngest, 15 then, 15 or 20 for the oldest (brief 1b). */
function minutesFor(band: string, length: '15' | '20' | undefined): number {
  if (band === 'Y11-13') return 10
  return length === '20' ? 20 : 15
}

/** Worry belongs neither into bed nor into school. */
const isBedOrSchool = (place: string | undefined): boolean =>
  /\b(in|on|my|bunk)? ?(bed|bunk|duvet|school|class|lesson|college)\b/i.test(place ?? '')
