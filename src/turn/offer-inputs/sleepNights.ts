import { earlierNights, lastNight } from '../../sleep/night.ts'
import { addDays, londonDateTime, londonDay, type CalendarDay } from '../../shared/calendarDay.ts'
import { readNights, type DiaryNight } from '../../sleep/diary.ts'
import { nightsUpTo } from '../../sleep/week.ts'
import type { Asked, OfferInput } from './offerInput.ts'
import { moduleEntries } from './moduleEntries.ts'

/** Fewer diaries than this in a week, and the short form is offered (brief 1c, "If not done"). */
const DIARIES_A_WEEK = 3
const WEEK = 7

/** The nights somebody told of, oldest first. */
export const nightsOf = async (asked: Asked): Promise<DiaryNight[]> => readNights(await moduleEntries(asked, 'sleep'))

/** For the diary: last night, while its morning lasts and it was neither told of nor declined. */
export const sleepLastNight: OfferInput = async (asked) => {
  const nights = await nightsOf(asked)
  return wantsShort(nights, asked.now) ? undefined : withoutDiary(nights, lastNight(londonDateTime(asked.now)))
}

/** For the short form instead: after a week with fewer than three diaries. */
export const sleepLastNightShort: OfferInput = async (asked) => {
  const nights = await nightsOf(asked)
  return wantsShort(nights, asked.now) ? withoutDiary(nights, lastNight(londonDateTime(asked.now))) : undefined
}

/** For an earlier night that can still be added: only for those who keep a diary, so that nobody is asked to catch up. */
export const sleepEarlierNight: OfferInput = async (asked) => {
  const nights = await nightsOf(asked)
  const open = earlierNights(londonDateTime(asked.now)).filter((night) => !isTold(nights, night))
  return nights.length > 0 && open[0] !== undefined ? { night: open[0] } : undefined
}

const isTold = (nights: readonly DiaryNight[], night: CalendarDay): boolean =>
  nights.some(({ night_of }) => night_of === night)

const withoutDiary = (nights: readonly DiaryNight[], night: CalendarDay | undefined) =>
  night === undefined || isTold(nights, night) ? undefined : { night }

/** Whether the week before last night had a diary, and fewer than it takes: somebody who has only begun gets the whole one. */
function wantsShort(nights: readonly DiaryNight[], now: Date): boolean {
  const before = addDays(londonDay(now), -2)
  const began = nights.some(({ night_of }) => night_of <= addDays(before, 1 - WEEK))
  const given = nightsUpTo(nights, before, WEEK).filter(({ night }) => night === 'given')
  return began && given.length < DIARIES_A_WEEK
}
