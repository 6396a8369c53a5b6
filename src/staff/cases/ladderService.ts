import type { StaffedHours } from '../../rota/staffedHours.ts'

/** What the service has set up for its ladders. */
export interface LadderService {
  hours: StaffedHours
  /** Routes outside the staff page that are set up. */
  outside: readonly string[]
  /** In production nobody is activated while alerts reach nobody outside the staff page. */
  mustReachOutside: boolean
}
