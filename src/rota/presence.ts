import { londonDay, instantOf, weekday } from '../shared/calendarDay.ts'
import type { StaffRole } from '../shared/route.ts'
import type { Rota, RotaStaff } from './rota.ts'
import { isOpen } from './staffedTime.ts'

/** Whether a member of staff works at a moment: the service is staffed, it is one of their hours, and they are not away. */
export function isAtWork(rota: Rota, staffId: string, at: Date): boolean {
  const staff = rota.staff.get(staffId)
  if (!staff?.active || !isOpen(rota, at) || absenceAt(staff, at)) return false
  if (staff.hours === null) return true
  const day = londonDay(at)
  const own = staff.hours.get(weekday(day))
  return own !== undefined && at >= instantOf(`${day}T${own.from}`) && at < instantOf(`${day}T${own.until}`)
}

const absenceAt = (staff: RotaStaff, at: Date) => staff.absences.find((a) => at >= a.from && at < a.until)

/**
 * Who answers for a member of staff at a moment: themselves, or whoever covers, or whoever covers those in turn; undefined
 * where nobody of them is at work.
 */
export function standsInFor(rota: Rota, staffId: string, at: Date): string | undefined {
  const asked = new Set<string>()
  let current: string | undefined = staffId
  while (current !== undefined && !asked.has(current)) {
    if (isAtWork(rota, current, at)) return current
    asked.add(current)
    const staff: RotaStaff | undefined = rota.staff.get(current)
    current = (staff && absenceAt(staff, at)?.coverId) ?? staff?.coverId ?? undefined
  }
  return undefined
}

/** Whose duty turn it is on the day of a moment, at work or not; a turn of the day itself goes before the weekday's. */
export function dutyTurnsOn(rota: Rota, at: Date): string[] {
  const day = londonDay(at)
  const ofDay = rota.duty.filter((turn) => 'day' in turn && turn.day === day)
  const turns =
    ofDay.length > 0 ? ofDay : rota.duty.filter((turn) => 'weekday' in turn && turn.weekday === weekday(day))
  return unique(turns.map((turn) => turn.staffId).filter((id) => rota.staff.get(id)?.active))
}

/** The duty workers at work at a moment, or those who stand in for them; where the rota names none, any duty worker at work. */
export function dutyWorkersAt(rota: Rota, at: Date): string[] {
  const rostered = dutyTurnsOn(rota, at).flatMap((id) => standsInFor(rota, id, at) ?? [])
  return rostered.length > 0 ? unique(rostered) : atWorkAs(rota, 'duty-worker', at)
}

/** Everybody with a role who is at work at a moment. */
export const atWorkAs = (rota: Rota, role: StaffRole, at: Date): string[] =>
  withRole(rota, role).filter((id) => isAtWork(rota, id, at))

/** Everybody with a role who has not left. */
export const withRole = (rota: Rota, role: StaffRole): string[] =>
  [...rota.staff.values()].filter((s) => s.active && s.roles.includes(role)).map((s) => s.id)

/** Who is on call at a moment, staffed or not. */
export const onCallAt = (rota: Rota, at: Date): string[] =>
  unique(
    rota.onCall
      .filter((turn) => at >= turn.from && at < turn.until)
      .map((turn) => turn.staffId)
      .filter((id) => rota.staff.get(id)?.active),
  )

/** The service is staffed or somebody is on call. */
export const isReachable = (rota: Rota, at: Date): boolean => isOpen(rota, at) || onCallAt(rota, at).length > 0

export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
