import type { StaffCaller } from '../../shared/route.ts'
import { casesInReach } from '../reach.ts'

/** The condition on cases `k` that this caller may review: supervised by them, and not a case they hold themselves. */
export const reviewableBy = (caller: StaffCaller): string =>
  `(k.practitioner_id <> $1 and ${casesInReach(caller, 'review-cases')})`
