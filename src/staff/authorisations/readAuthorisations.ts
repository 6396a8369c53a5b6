import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import { authorisedOn, REMIT, type Authorisation } from '../../programmes/remit.ts'
import { addDays, londonDay, type CalendarDay } from '../../shared/calendarDay.ts'
import type { StaffCaller } from '../../shared/route.ts'
import type { listAuthorisations } from '../contract/authorisations.ts'
import { noSuchCase } from '../cases/refusals.ts'
import type { StaffParts } from '../parts.ts'
import { casesInReach } from '../reach.ts'
import { titleOfModule } from '../remit.ts'

export type Authorisations = z.infer<typeof listAuthorisations.reply>
type Listed = Authorisations['authorisations'][number]

/** An authorisation lasts for an episode of care at most (six weeks, and as many again for what got in the way). A proposal. */
export const LONGEST_DAYS = 84

/** What may be authorised at all. */
export const MAY_DO = REMIT.filter(({ listed }) => listed === 'may-do')

/** The items in force for a case on a day. */
export async function readAuthorised(client: Queryable, caseId: string, today: CalendarDay): Promise<string[]> {
  const { rows } = await client.query<Authorisation>(
    `select item, expires_on as "expiresOn" from remit_authorisations where case_id = $1 and withdrawn_at is null`,
    [caseId],
  )
  return authorisedOn(rows, today)
}

interface Row extends Omit<Listed, 'title' | 'state' | 'withdrawn' | 'at'> {
  at: Date
  withdrawnAt: Date | null
  withdrawnBy: Listed['by']
  withdrawnReason: string | null
}

/** Everything that was ever authorised for a case, and what could be. */
export async function readAuthorisations(
  { database, clock, programmes }: StaffParts,
  caller: StaffCaller,
  caseId: string,
): Promise<Authorisations> {
  const today = londonDay(clock.now())
  const reach = await database.query<{ mayAuthorise: boolean }>(
    `select ${casesInReach(caller, 'authorise-remit')} and k.practitioner_id <> $1 and k.state <> 'closed' as "mayAuthorise"
     from cases k where k.id = $2 and ${casesInReach(caller, 'see-cases')}`,
    [caller.staffId, caseId],
  )
  if (!reach.rows[0]) throw noSuchCase()
  const { rows } = await database.query<Row>(
    `select u.id, u.item, u.reason, u.authorised_at as at, u.expires_on as "expiresOn", u.withdrawn_at as "withdrawnAt",
       u.withdrawn_reason as "withdrawnReason", json_build_object('staffId', s.id, 'name', s.display_name) as by,
       json_build_object('staffId', w.id, 'name', w.display_name) as "withdrawnBy"
     from remit_authorisations u join staff s on s.id = u.authorised_by left join staff w on w.id = u.withdrawn_by
     where u.case_id = $1 order by u.authorised_at desc, u.id desc`,
    [caseId],
  )
  const opened = new Set(
    [...programmes.values()].flatMap(({ steps }) => steps.flatMap(({ opens }) => opens.map(({ needs }) => needs))),
  )
  return {
    items: MAY_DO.map(({ id, title }) => ({ id, title, opens: opened.has(id) || programmes.has(id) })),
    authorisations: rows.map(({ at, withdrawnAt, withdrawnBy, withdrawnReason, ...row }) => ({
      ...row,
      title: titleOfModule(row.item),
      at: at.toISOString(),
      state: withdrawnAt !== null ? 'withdrawn' : today <= row.expiresOn ? 'in-force' : 'expired',
      withdrawn:
        withdrawnAt === null ? null : { by: withdrawnBy, at: withdrawnAt.toISOString(), reason: withdrawnReason ?? '' },
    })),
    latestDay: addDays(today, LONGEST_DAYS),
    mayAuthorise: reach.rows[0].mayAuthorise,
  }
}
