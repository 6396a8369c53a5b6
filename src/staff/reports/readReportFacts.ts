import type { Queryable } from '../../database/database.ts'
import { isScored } from '../../measure-plan/pairs.ts'
import type { MeasureDefinition } from '../../measures/definition.ts'
import type { MeasureAdministration } from '../../record/events.ts'
import { AGAIN_WITHIN_DAYS, type CaseFacts, type EndFacts, type ReferralFacts } from '../../reports/facts.ts'
import { daysBetween, londonDay } from '../../shared/calendarDay.ts'
import type { StaffCaller } from '../../shared/route.ts'
import { casesInReach } from '../reach.ts'

interface Row {
  caseId: string
  caseRef: string
  mayOpen: boolean
  created_at: Date
  careStatus: string
  ends: { closedAt: string; reopenedAt: string | null; reason: string; destination: EndFacts['destination']; specialist: string | null; sessionsHeld: number }[] | null
  administrations: Pick<MeasureAdministration, 'measure' | 'personId' | 'localDate' | 'score' | 'scales'>[] | null
  alerts: { openedAt: string; takenAt: string | null }[] | null
} // prettier-ignore

/** What the report is made of: the cases in the caller's reach, and their references where the caller may open them. */
export async function readReportCases(
  client: Queryable,
  caller: StaffCaller,
  measures: ReadonlyMap<string, MeasureDefinition>,
): Promise<{ cases: CaseFacts[]; mayOpen: Map<string, string> }> {
  const { rows } = await client.query<Row>(
    `select k.id as "caseId", k.case_ref as "caseRef", ${casesInReach(caller, 'see-cases')} as "mayOpen", k.created_at, k.care_status as "careStatus",
       (select json_agg(json_build_object('closedAt', c.closed_at, 'reopenedAt', c.reopened_at, 'reason', c.body->>'reason',
          'destination', c.body->>'destination', 'specialist', c.body->>'specialist', 'sessionsHeld', (c.body->>'sessionsHeld')::int))
        from case_closings c where c.case_id = k.id) as ends,
       (select json_agg(json_build_object('measure', r.body->>'measure', 'personId', r.person_id, 'localDate', r.local_date, 'score', r.body->'score', 'scales', r.body->'scales'))
        from record_events r where r.case_id = k.id and r.type = 'measure-administration'
          and not exists (select 1 from record_events n where n.entry_id = r.entry_id and n.entry_version > r.entry_version)) as administrations,
       (select json_agg(json_build_object('openedAt', e.opened_at, 'takenAt', e.acknowledged_at))
        from escalations e where e.case_id = k.id and e.tier in ('T2', 'T3')) as alerts
     from cases k where ${casesInReach(caller, 'see-report')} order by k.id`,
    [caller.staffId],
  )
  const dayOf = (instant: string) => londonDay(new Date(instant))
  const cases = rows.map(
    (row): CaseFacts => ({
      caseId: row.caseId,
      openedOn: londonDay(row.created_at),
      careStatus: row.careStatus,
      ends: (row.ends ?? []).map(({ closedAt, reopenedAt, ...end }) => ({
        ...end,
        day: dayOf(closedAt),
        reopenedOn: reopenedAt === null ? null : dayOf(reopenedAt),
      })),
      measures: answered(row.administrations ?? [], measures),
      alerts: (row.alerts ?? []).map(({ openedAt, takenAt }) => ({
        day: dayOf(openedAt),
        minutes: takenAt === null ? null : Math.round((Date.parse(takenAt) - Date.parse(openedAt)) / 60_000),
      })),
    }),
  )
  return {
    cases,
    mayOpen: new Map(rows.flatMap(({ mayOpen, caseId, caseRef }) => (mayOpen ? [[caseId, caseRef]] : []))),
  }
}

/** One for each person and measure: when it was scored first, and whether there is a second score. */
function answered(
  administrations: NonNullable<Row['administrations']>,
  measures: ReadonlyMap<string, MeasureDefinition>,
): CaseFacts['measures'] {
  const days = new Map<string, { measure: string; days: string[] }>()
  for (const one of administrations) {
    const key = `${one.personId} ${one.measure}`
    const known = days.get(key) ?? { measure: one.measure, days: [] }
    days.set(key, known)
    if (isScored({ ...one, scales: one.scales ?? undefined })) known.days.push(one.localDate)
  }
  return [...days.values()].map(({ measure, days: scored }) => ({
    measure,
    title: measures.get(measure)?.shortTitle ?? measure,
    firstDay: scored.sort()[0] ?? null,
    paired: scored.length > 1,
  }))
}

/** Referrals of the cases in reach; those that were not accepted belong to nobody, and count where the whole service is seen. */
export async function readReferrals(
  client: Queryable,
  caseIds: readonly string[],
  wholeService: boolean,
  callerId: string,
): Promise<ReferralFacts[]> {
  const { rows } = await client.query<{
    id: string
    source: ReferralFacts['source']
    receivedOn: string
    caseId: string | null
    sameIssue: boolean
    earlierClosedAt: Date | null
  }>(
    `select r.id, r.source, r.received_on as "receivedOn", r.case_id as "caseId", r.same_issue as "sameIssue",
       (select max(c.closed_at) from case_closings c where c.case_id = r.earlier_case_id) as "earlierClosedAt"
     from referrals r where r.case_id = any($1::uuid[]) or (r.case_id is null and ($2 or r.recorded_by = $3)) order by r.id`,
    [caseIds, wholeService, callerId],
  )
  return rows.map(({ sameIssue, earlierClosedAt, ...one }) => ({
    ...one,
    again:
      sameIssue &&
      earlierClosedAt !== null &&
      daysBetween(londonDay(earlierClosedAt), one.receivedOn) <= AGAIN_WITHIN_DAYS,
  }))
}
