import type { components } from '../../generated/staff-api.ts'
import { fieldWords } from './labels.ts'
import { shortDayWords } from './times.ts'

type Summary = components['schemas']['SleepSummary']
type Nights = components['schemas']['SleepNights']

/** What is not there is said to be not there. */
const MISSING = '–'

/** A length of time as staff read it: "6 h 18", "45 min". */
export function lengthWords(minutes: number | undefined): string {
  if (minutes === undefined) return MISSING
  const whole = Math.round(minutes)
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')}`
}

const shareWords = (share: number | undefined): string => (share === undefined ? MISSING : `${share.toFixed(1)} %`)

/** The rows of the table, each with how its figure is read. */
export const SLEEP_ROWS: readonly [title: string, of: (nights: Nights) => string][] = [
  ['Into bed', ({ bed }) => bed ?? MISSING],
  ['Awake for good', ({ wake }) => wake ?? MISSING],
  ['Falling asleep (SOL)', ({ sol }) => lengthWords(sol)],
  ['Awake in the night (WASO)', ({ waso }) => lengthWords(waso)],
  ['Asleep (TST)', ({ tst }) => lengthWords(tst)],
  ['In bed before trying', ({ phoneGap }) => lengthWords(phoneGap)],
  ['Efficiency, of time in bed', ({ se }) => shareWords(se)],
  ['Efficiency, since trying', ({ seAttempt }) => shareWords(seAttempt)],
]

/** How the nights of a fortnight were told. */
export const nightsWords = ({ valid, declined, short, leftOut }: Summary['nights']): string =>
  `${valid} usable · ${declined} declined · ${short} in short form · ${leftOut} left out of averages`

/** By how much free nights run later; undefined where there are not both kinds. */
export function shiftWords(minutes: number | undefined): string | undefined {
  if (minutes === undefined) return undefined
  const whole = Math.round(minutes)
  if (whole === 0) return 'Free nights run at the same time as school nights.'
  return `Free nights run ${lengthWords(Math.abs(whole))} ${whole > 0 ? 'later' : 'earlier'} than school nights.`
}

/** A change with its nights of seven; what was not ticked is neither done nor not done. */
export const changeTickWords = ({ did, partly, no, of }: Summary['changes'][number]): string =>
  `${did} of ${of} nights${partly > 0 ? `, ${partly} in part` : ''}${no > 0 ? `, ${no} not` : ''}${
    did + partly + no < of ? `, ${of - did - partly - no} not ticked` : ''
  }`

/** A sign for somebody else to look at, as a question, never as a conclusion. */
export function signWords(sign: Summary['signs'][number]): string {
  switch (sign.sign) {
    case 'told':
      return `Told ${shortDayWords(sign.on)}: ${fieldWords(sign.what).toLowerCase()}. Who should look at it?`
    case 'long-awake':
      return `Awake for over 30 minutes on ${sign.nights} of ${sign.of} nights of the last week. For how long has it been so, and how are the days?`
    case 'little-sleep-yet-rested':
      return `Under five hours asleep and well rested on ${sign.nights} of ${sign.of} nights of the last week. Full of energy?`
  }
}
