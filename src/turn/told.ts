import type { Escalation } from '../risk/escalation.ts'
import { londonTime } from '../shared/calendarDay.ts'
import type { SituationPerson } from './situation.ts'

/** Who has been told of something, as words may say it: true first names and the time the first alert went. */
interface ToldNames {
  told: string
  sentAt: string
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const NOBODY: ToldNames = { told: '', sentAt: '' }

/** Everybody whom an alert of this matter has reached, each named once, their own practitioner first. */
export const firstNames = (told: Escalation['told']): string[] => [...new Set(told.map((t) => t.staff.firstName))]

/** When the first alert of it went; undefined while none has. */
export const firstSent = (told: Escalation['told']): Date | undefined =>
  told.map((t) => t.sentAt).sort((a, b) => a.getTime() - b.getTime())[0]

export const listed = (names: readonly string[]): string => LIST.format(names)

/** From the matters of this very message; undefined where it opened none. */
export function toldOf(escalations: readonly Escalation[]): ToldNames | undefined {
  const about = escalations.find((e) => e.told.length > 0) ?? escalations[0]
  if (!about) return undefined
  const sent = firstSent(about.told)
  return sent === undefined ? NOBODY : { told: listed(firstNames(about.told)), sentAt: londonTime(sent) }
}

/** From what is open already: the newest matter that has reached somebody. */
export function toldEarlier(person: SituationPerson): ToldNames {
  const about = person.escalations.find((e) => e.state !== 'closed' && e.told.length > 0)
  return about ? { told: listed(about.told), sentAt: about.sentAt ? londonTime(new Date(about.sentAt)) : '' } : NOBODY
}
