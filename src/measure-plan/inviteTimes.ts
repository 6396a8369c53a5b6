import type { Rota } from '../rota/rota.ts'
import { hoursOn } from '../rota/staffedTime.ts'
import { addDays, instantOf, londonDay, weekday } from '../shared/calendarDay.ts'
import type { MeasurePlanRules } from './plan.ts'

/** When somebody is invited to what is due before a session, and reminded. */
export interface InviteTimes {
  inviteAt: Date
  remindAt: Date[]
}

const LOOK_BACK_DAYS = 7

/**
 * The last day before the session that is staffed for the whole window, so that somebody looks the same day: the day
 * before, Friday for a Monday session, Thursday where Friday closes at noon (brief 3.2.1). Reminders come on the days after
 * it up to the session, at most two, at hours at which it may be begun. Undefined where no such day is found. Pure.
 */
export function inviteTimes(
  sessionAt: Date,
  { invite, remind }: Pick<MeasurePlanRules, 'invite' | 'remind'>,
  opening: Pick<Rota, 'hours' | 'closures'>,
  mayBegin: (at: Date) => boolean,
): InviteTimes | undefined {
  const sessionDay = londonDay(sessionAt)
  for (let back = 1; back <= LOOK_BACK_DAYS; back++) {
    const day = addDays(sessionDay, -back)
    const hours = hoursOn(opening, day)
    if (!hours || hours.from > invite.from || hours.until < invite.until) continue
    const after = Array.from({ length: back }, (_, n) => addDays(day, n + 1))
    const times = after.map((one) => instantOf(`${one}T${weekday(one) > 5 ? remind.weekend : remind.weekday}`))
    const useful = times.filter((at) => at < sessionAt && mayBegin(at))
    return {
      inviteAt: instantOf(`${day}T${invite.from}`),
      remindAt: remind['at-most'] === 0 ? [] : useful.slice(-remind['at-most']),
    }
  }
  return undefined
}
