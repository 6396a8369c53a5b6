import { nextStaffed } from '../../rota/staffedTime.ts'
import { atWorkAs, dutyTurnsOn, dutyWorkersAt, onCallAt, standsInFor, unique, withRole } from '../../rota/presence.ts'
import type { Rota } from '../../rota/rota.ts'
import type { Place } from './ladderFile.ts'
import type { PlannedRung } from './planRungs.ts'

/** The named people of one matter; null where there is none (nobody is linked to the conversation, no supervisor named). */
export interface Named {
  /** The practitioner of the case, or whoever the matter was handed over to. */
  practitionerId: string | null
  supervisorId: string | null
}

/** One person told at a rung. `page`: it stands on their staff page, and nothing is sent to them. */
export interface Told {
  staffId: string
  by: 'every-route' | 'page'
}

/** Where nobody of a rung's own people is there, these are asked, in this order. */
const INSTEAD: readonly Place[] = ['duty-worker', 'supervisor', 'service-manager']

/**
 * Whom a rung tells at a moment (brief 4.4): those of its people who are at work or on call, or who stands in for them; the
 * practitioner who is away out of hours has it on their page for when they are back. Where nobody at all is at work, the
 * people themselves are told by every route: a message that may be seen late is better than none. Empty only where the
 * service has nobody left.
 */
export function whoIsTold(rung: Pick<PlannedRung, 'tell' | 'by'>, named: Named, rota: Rota, at: Date): Told[] {
  const there = peopleThere(rung.tell, named, rota, at)
  if (rung.by === 'page') return pageOnly(rung.tell, named, rota, at, there)
  if (there.length > 0) return everyRoute([...there, ...practitionerOnPage(rung, named, rota, at)])
  const instead = INSTEAD.map((place) => inPlace(place, named, rota, at)).find((people) => people.length > 0)
  if (instead) return everyRoute([...instead, ...practitionerOnPage(rung, named, rota, at)])
  const themselves = unique([...rung.tell, ...INSTEAD].flatMap((place) => holdersOf(place, named, rota, at)))
  return everyRoute(themselves.map((staffId) => ({ staffId, by: 'every-route' })))
}

const everyRoute = (told: readonly (string | Told)[]): Told[] => {
  const people = new Map<string, Told>()
  for (const one of told) {
    const entry: Told = typeof one === 'string' ? { staffId: one, by: 'every-route' } : one
    if (people.get(entry.staffId)?.by !== 'every-route') people.set(entry.staffId, entry)
  }
  return [...people.values()]
}

const peopleThere = (tell: readonly Place[], named: Named, rota: Rota, at: Date): string[] =>
  unique(tell.flatMap((place) => inPlace(place, named, rota, at)))

/** For the staff page alone it is enough to be there at the next opening time. */
function pageOnly(tell: readonly Place[], named: Named, rota: Rota, at: Date, there: readonly string[]): Told[] {
  const later = nextStaffed(rota, at) ?? at
  const people = [there, peopleThere(tell, named, rota, later), peopleThere(INSTEAD, named, rota, later)].find(
    (p) => p.length > 0,
  )
  return (people ?? unique([...tell, ...INSTEAD].flatMap((place) => holdersOf(place, named, rota, at)))).map(
    (staffId) => ({
      staffId,
      by: 'page',
    }),
  )
}

/** Out of hours a rung reaches those on call; the practitioner, or who will stand in for them, finds it on their page. */
function practitionerOnPage(rung: Pick<PlannedRung, 'tell'>, named: Named, rota: Rota, at: Date): Told[] {
  if (!rung.tell.includes('practitioner') || inPlace('practitioner', named, rota, at).length > 0) return []
  const later = nextStaffed(rota, at)
  if (later === undefined || later <= at) return []
  return inPlace('practitioner', named, rota, later).map((staffId) => ({ staffId, by: 'page' }))
}

/** Who is there for a place at a moment. */
function inPlace(place: Place, named: Named, rota: Rota, at: Date): string[] {
  const standIn = (id: string | null) => (id === null ? [] : [standsInFor(rota, id, at)].filter((s) => s !== undefined))
  switch (place) {
    case 'handed-to':
      return named.practitionerId !== null && rota.staff.get(named.practitionerId)?.active ? [named.practitionerId] : []
    case 'practitioner':
      return standIn(named.practitionerId)
    case 'duty-worker':
      return dutyWorkersAt(rota, at)
    case 'supervisor': {
      const own = standIn(named.supervisorId)
      return own.length > 0 ? own : atWorkAs(rota, 'supervisor', at)
    }
    case 'on-call':
      return onCallAt(rota, at)
    case 'service-manager':
    case 'safeguarding-lead':
      return unique(withRole(rota, place).flatMap((id) => standIn(id)))
  }
}

/** Who a place belongs to, at work or not. */
function holdersOf(place: Place, named: Named, rota: Rota, at: Date): string[] {
  const active = (id: string | null) => (id !== null && rota.staff.get(id)?.active ? [id] : [])
  switch (place) {
    case 'handed-to':
    case 'practitioner':
      return active(named.practitionerId)
    case 'duty-worker': {
      const turns = dutyTurnsOn(rota, at)
      return turns.length > 0 ? turns : withRole(rota, 'duty-worker')
    }
    case 'supervisor': {
      const own = active(named.supervisorId)
      return own.length > 0 ? own : withRole(rota, 'supervisor')
    }
    case 'on-call':
      return onCallAt(rota, at)
    case 'service-manager':
    case 'safeguarding-lead':
      return withRole(rota, place)
  }
}
