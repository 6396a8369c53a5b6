import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { StaffCaller } from '../../shared/route.ts'
import { readAlerts } from '../alerts/readAlerts.ts'
import type { caseDetail } from '../contract/caseShapes.ts'
import { describeGoals } from '../goals/describeGoals.ts'
import { readAdministrations, readCaseGoals } from '../goals/readCaseGoals.ts'
import { readMeasurePlans } from '../measure-plans/readMeasurePlans.ts'
import { initialsOfCase } from '../initials.ts'
import type { StaffParts } from '../parts.ts'
import { readPeople } from '../people/readPeople.ts'
import { readRota } from '../../rota/readRota.ts'
import { casesInReach } from '../reach.ts'
import { ladderGaps } from './ladderGaps.ts'
import { toMeasureSeries } from './measureSeries.ts'
import { readEntries, readPersonNotes } from './readEntries.ts'
import { readNotices } from './readNotices.ts'

/** Shown goal by goal: goals have no total. */
const GOALS = 'gbo'

export type CaseDetail = z.infer<typeof caseDetail>

/** One case on one screen; undefined when it is not there or not within the caller's reach. Eleven queries, whatever its size. */
export async function readCase(
  parts: StaffParts,
  caller: StaffCaller,
  caseId: string,
): Promise<CaseDetail | undefined> {
  const { database, measures } = parts
  const now = parts.clock.now()
  const row = await readCaseRow(database, caller, caseId)
  if (!row) return undefined
  const [people, alerts, administrations, goals, page, notes, notices, rota] = await Promise.all([
    readPeople(database, caseId, { now, measures }),
    readAlerts(database, caller, { caseId }, { now, hours: parts.ladder.hours }),
    readAdministrations(database, caseId),
    readCaseGoals(database, caseId),
    readEntries(database, caseId),
    readPersonNotes(database, caseId),
    readNotices(database, caseId),
    readRota(database, parts.ladder.hours, now),
  ])
  return {
    caseId,
    caseRef: row.case_ref,
    version: row.version,
    state: row.state,
    initials: initialsOfCase(people, row.case_ref),
    careStatus: row.care_status,
    practitioner: row.practitioner,
    supervisor: row.supervisor,
    sessionNumber: row.session_number,
    sessionsPlanned: row.sessions_planned,
    nextSessionAt: row.next_session_at?.toISOString() ?? null,
    openedAt: row.created_at.toISOString(),
    reviewWantedAt: row.review_wanted_at?.toISOString() ?? null,
    setup: row.setup,
    ladderGaps: ladderGaps({
      ...parts.ladder,
      practitionerId: row.practitioner.staffId,
      supervisorId: row.supervisor?.staffId ?? null,
      rota,
      now,
    }),
    people,
    alerts,
    normGroup: row.norm_group,
    measures: toMeasureSeries(
      administrations.filter(({ measure }) => measure !== GOALS),
      measures,
      { tables: parts.norms, group: row.norm_group },
    ),
    measurePlans: await readMeasurePlans(database, caseId, administrations, parts, now),
    goals: describeGoals(goals, administrations, measures.get(GOALS)),
    ...page,
    notices,
    notes,
    delivery: row.delivery,
    mayChange: row.may_change,
  }
}

interface Row {
  case_ref: string
  version: number
  state: CaseDetail['state']
  care_status: CaseDetail['careStatus']
  practitioner: CaseDetail['practitioner']
  supervisor: CaseDetail['supervisor']
  session_number: number
  sessions_planned: number
  next_session_at: Date | null
  created_at: Date
  review_wanted_at: Date | null
  setup: CaseDetail['setup']
  norm_group: CaseDetail['normGroup']
  delivery: CaseDetail['delivery']
  may_change: boolean
}

async function readCaseRow(client: Queryable, caller: StaffCaller, caseId: string): Promise<Row | undefined> {
  const { rows } = await client.query<Row>(
    `select k.case_ref, k.version, k.state, k.care_status, k.session_number, k.sessions_planned, k.next_session_at, k.created_at, k.review_wanted_at, k.setup, k.norm_group,
       json_build_object('staffId', t.id, 'name', t.display_name) as practitioner,
       case when s.id is not null then json_build_object('staffId', s.id, 'name', s.display_name) end as supervisor,
       (select json_build_object('waiting', count(*) filter (where o.state = 'waiting'), 'parked', count(*) filter (where o.state = 'parked'),
          'delivered', count(*) filter (where o.state = 'delivered')) from outbox o where o.case_id = k.id) as delivery,
       ${casesInReach(caller, 'change-cases')} as may_change
     from cases k join staff t on t.id = k.practitioner_id left join staff s on s.id = k.supervisor_id
     where k.id = $2 and ${casesInReach(caller, 'see-cases')}`,
    [caller.staffId, caseId],
  )
  return rows[0]
}
