import type { StaffCaller } from '../../shared/route.ts'
import type { StaffParts } from '../parts.ts'
import { mustReachCase } from './refusals.ts'

/** Marks notices as seen by the caller; the first who saw one stays named. Returns how many were new. */
export async function markNoticesSeen(
  parts: StaffParts,
  caller: StaffCaller,
  caseId: string,
  ids: readonly string[],
): Promise<number> {
  const { database, clock } = parts
  await mustReachCase(database, caller, 'change-cases', caseId)
  const { rowCount } = await database.query(
    'update notices set seen_at = $3, seen_by = $4 where case_id = $1 and id = any($2::uuid[]) and seen_at is null',
    [caseId, ids, clock.now(), caller.staffId],
  )
  if ((rowCount ?? 0) > 0) await database.publish('staff', caseId)
  return rowCount ?? 0
}
