import type { CalendarDay } from '../shared/calendarDay.ts'
import type { StaffRole } from '../shared/route.ts'
import type { Hours, StaffedHours } from './staffedHours.ts'

/**
 * Who is there and when, as one value: everything that depends on people's presence (whom an alert reaches, the next
 * look promised to a young person, whether somebody may be activated) is worked out from it by pure functions.
 */
export interface Rota {
  hours: StaffedHours
  /** Days on which the whole service is closed, besides bank holidays. */
  closures: ReadonlySet<CalendarDay>
  staff: ReadonlyMap<string, RotaStaff>
  /** A turn for a calendar day goes before the weekday's. */
  duty: readonly DutyTurn[]
  onCall: readonly OnCallTurn[]
}

/** One member of staff as the rota knows them. */
export interface RotaStaff {
  id: string
  firstName: string
  displayName: string
  roles: readonly StaffRole[]
  /** False: has left and is never told anything. */
  active: boolean
  /** Own hours by weekday, for part-time days; null: the service's hours. */
  hours: ReadonlyMap<number, Hours> | null
  absences: readonly Absence[]
  /** Who answers in their place whenever they are not at work and an absence names nobody else. */
  coverId: string | null
  /** Ids of the routes outside the staff page on which this person has an address. */
  routes: readonly string[]
}

/** Leave, sickness, an hour at the dentist. */
export interface Absence {
  from: Date
  until: Date
  coverId: string | null
}

export type DutyTurn = { staffId: string } & ({ weekday: number } | { day: CalendarDay })

export interface OnCallTurn {
  staffId: string
  from: Date
  until: Date
}
