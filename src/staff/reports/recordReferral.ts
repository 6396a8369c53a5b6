import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import { newId } from '../../shared/ids.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import type { referral } from '../contract/reports.ts'

/** Records where a case that is being opened comes from. An earlier case is named by its reference, and must be one of ours. */
export async function recordReferral(
  client: Queryable,
  caller: StaffCaller,
  caseId: string,
  { source, receivedOn, earlierCaseRef, sameIssue }: z.output<typeof referral>,
  now: Date,
): Promise<void> {
  mustHaveCome(receivedOn, now)
  const earlier =
    earlierCaseRef === undefined
      ? undefined
      : (await client.query<{ id: string }>('select id from cases where case_ref = $1', [earlierCaseRef])).rows[0]
  if (earlierCaseRef !== undefined && earlier === undefined)
    throw new Problem(422, 'no-earlier-case', 'There is no earlier case with that reference here.')
  await client.query(
    `insert into referrals (id, source, received_on, case_id, earlier_case_id, same_issue, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), source, receivedOn, caseId, earlier?.id ?? null, sameIssue, caller.staffId, now],
  )
}

/** Records one that was not accepted: counted, and nobody named. */
export async function recordRefusedReferral(
  client: Queryable,
  caller: StaffCaller,
  { source, receivedOn, reason }: { source: string; receivedOn: string; reason: string },
  now: Date,
): Promise<string> {
  mustHaveCome(receivedOn, now)
  const id = newId()
  await client.query(
    `insert into referrals (id, source, received_on, not_accepted_reason, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, source, receivedOn, reason, caller.staffId, now],
  )
  return id
}

function mustHaveCome(receivedOn: string, now: Date): void {
  if (receivedOn > londonDay(now))
    throw new Problem(422, 'referral-in-future', 'The day on which the referral came is in the future.')
}
