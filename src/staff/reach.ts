import type { StaffCaller } from '../shared/route.ts'
import { reachOf, type Reach, type Subject } from './access.ts'

type Caller = Pick<StaffCaller, 'roles'>

/** How each reach is asked of the database; `$1` is always the caller. `k` is the case, `e` the escalation. */
const OF_CASES: Partial<Record<Reach, string>> = {
  own: 'k.practitioner_id = $1',
  supervised: 'k.supervisor_id = $1',
  all: 'k.id is not null',
  urgent: `exists (select 1 from escalations u where u.case_id = k.id and u.state <> 'closed' and u.tier in ('T2', 'T3'))`,
}

const OF_ALERTS: Partial<Record<Reach, string>> = {
  own: 'k.practitioner_id = $1',
  supervised: 'k.supervisor_id = $1',
  urgent: "(e.tier in ('T2', 'T3') or e.person_id is null)",
  safeguarding: "e.lane = 'safeguarding'",
  told: `(e.state <> 'closed' and exists (select 1 from alerts told where told.escalation_id = e.id and told.staff_id = $1 and told.state = 'sent'))`,
}

// Naming $1 in every condition keeps its type known to the database, whichever reach applies.
const either = (reaches: Reach[], conditions: Partial<Record<Reach, string>>): string =>
  `($1::uuid is not null and (${reaches.flatMap((r) => conditions[r] ?? []).join(' or ') || 'false'}))`

/** The condition on cases `k` that this caller reaches in a subject. Fixed SQL; the caller's id is `$1`. */
export const casesInReach = (caller: Caller, subject: Subject): string => either(reachOf(caller, subject), OF_CASES)

/** The condition on escalations `e` (with their case `k`, which may be null) that this caller reaches in a subject. */
export const alertsInReach = (caller: Caller, subject: 'see-alerts' | 'act-on-alerts'): string =>
  either(reachOf(caller, subject), OF_ALERTS)
