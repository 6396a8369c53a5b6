import type { MeasureDefinition } from '../measures/definition.ts'
import { nextLookWords } from '../rota/nextLook.ts'
import type { StaffedHours } from '../rota/staffedHours.ts'
import { isOpen, nextStaffed } from '../rota/staffedTime.ts'

/** When measures with questions about risk may be begun: not at night or over the weekend, when nobody would look (brief 3.2). */
export type MeasureHours = StaffedHours | 'always'

const NO_CLOSURES: ReadonlySet<string> = new Set()

/** When a measure that is held back now is ready, as it is said ("tomorrow 8:00"); undefined when it may be begun. */
export function heldUntil(
  measure: Pick<MeasureDefinition, 'items'>,
  hours: MeasureHours,
  now: Date,
): string | undefined {
  if (hours === 'always' || !measure.items.some((item) => item.risk)) return undefined
  const opening = { hours, closures: NO_CLOSURES }
  if (isOpen(opening, now)) return undefined
  const at = nextStaffed(opening, now)
  return at && nextLookWords({ at, staffedNow: false }, now)
}
