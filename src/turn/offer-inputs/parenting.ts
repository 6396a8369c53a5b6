import { prepared } from '../../database/prepared.ts'
import { caringOf } from '../../parenting/caring.ts'
import { practiceOf, type Practice } from '../../parenting/practice.ts'
import { addDays, londonDay } from '../../shared/calendarDay.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { Asked, OfferInput } from './offerInput.ts'

const MODULE = 'behaviour-support'
const CHECK_IN = 'parent-check-in'

/** Weeks of the programme that have tips of their own, in their order. */
const TIPS = ['behind-behaviour', 'time-together', 'instructions', 'rewards', 'limits', 'keep-going']
/** For parents of teenagers, whatever the young person does here: nothing of theirs is looked at (brief 2.6). */
const TEENAGE_TIPS = ['low-mood', 'worry', 'sleep', 'self-harm']

const weekOf = ({ open }: Asked): number => open.modules.find(({ module }) => module === MODULE)?.step ?? 1

async function practice(asked: Asked): Promise<Practice> {
  return practiceOf(await moduleEntries(asked, MODULE), weekOf(asked), addDays(londonDay(asked.now), -1))
}

const REMINDED = prepared(`
select coalesce(bool_or(due_at > $3), false) as ahead, coalesce(bool_or(due_at <= $3), false) as due
from reminders where person_id = $1 and dialog = $2 and state = 'waiting'`)

/** Whether a check-in is due by now, and whether one is coming: what this very turn plans comes as well. */
async function checkIns({ database, person, now, recorded, open }: Asked): Promise<CheckIns> {
  const reading = known.get(open) ?? database.query<CheckIns>(REMINDED, [person.id, CHECK_IN, now])
  known.set(open, reading)
  const { ahead, due } = (await reading).rows[0]!
  const planned = recorded.some(({ module, name }) => module === MODULE && /^week/.test(name))
  return { ahead: planned || ahead, due: !planned && due }
}

interface CheckIns {
  ahead: boolean
  due: boolean
}

/** Several offers look at them: they are read once for each start that is put together. */
const known = new WeakMap<object, Promise<{ rows: CheckIns[] }>>()

/** For the week's plan: what is known of the child's care, and the behaviour to see more of. Offered until it is made. */
export const parentWeek: OfferInput = async (asked) => ((await practice(asked)).planned ? undefined : weeksInput(asked))

/** The same, once it is made, to change it. */
export const parentWeekAgain: OfferInput = async (asked) =>
  (await practice(asked)).planned ? weeksInput(asked) : undefined

async function weeksInput(asked: Asked) {
  const { target } = await practice(asked)
  const { ahead } = await checkIns(asked)
  return { caring: caringOf(asked.person.caring), checkInAhead: ahead, ...(target === undefined ? {} : { target }) }
}

/** For the check-in of the week, when none is due: it may be done early. */
export const parentCheckIn: OfferInput = async (asked) =>
  (await checkIns(asked)).due ? undefined : checkInInput(asked)

/** For the check-in that is due: it comes before what is new. */
export const parentCheckInDue: OfferInput = async (asked) =>
  (await checkIns(asked)).due ? checkInInput(asked) : undefined

async function checkInInput(asked: Asked) {
  const { target, cycle, stressedBefore } = await practice(asked)
  return {
    week: weekOf(asked),
    cycle,
    stressedBefore,
    caring: caringOf(asked.person.caring),
    checkInAhead: (await checkIns(asked)).ahead,
    ...(target === undefined ? {} : { target }),
    ...(asked.task === undefined ? {} : { task: asked.task }),
  }
}

/** For yesterday's tick, once, where there was something to practise. */
export const parentYesterday: OfferInput = async (asked) => ((await practice(asked)).asksYesterday ? {} : undefined)

/** For "something happened": whether family time is looked at. */
export const parentLog: OfferInput = ({ person }) => ({ familyTimeTag: caringOf(person.caring).familyTime })

/** For the tips: of opened weeks only, the newest first. */
export const parentTips: OfferInput = (asked) => {
  const caring = caringOf(asked.person.caring)
  const weeks = TIPS.slice(0, weekOf(asked)).reverse()
  const teenage = asked.person.band === 'P12+' ? TEENAGE_TIPS : []
  return { topics: [...weeks, ...(caring.familyTime ? ['family-time'] : []), 'you', ...teenage], caring }
}
