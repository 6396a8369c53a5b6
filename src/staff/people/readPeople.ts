import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { MeasureDefinition } from '../../measures/definition.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import { ageOn } from '../age.ts'
import { iso } from '../alerts/readAlerts.ts'
import { missingFromConsent, type Consent } from '../consent.ts'
import type { person } from '../contract/personShapes.ts'
import { titleOfModule } from '../remit.ts'

export type Person = z.infer<typeof person>

/** What reading people needs besides the database. */
interface PeopleContext {
  now: Date
  measures: ReadonlyMap<string, MeasureDefinition>
}

/** Everyone in a case, the young person first, with consent and what is missing, invitation, PIN, assignments and requests. One query. */
export const readPeople = (client: Queryable, caseId: string, context: PeopleContext): Promise<Person[]> =>
  read(client, 'p.case_id = $1', caseId, context)

/** One person; undefined when there is none. Reach is the caller's to check before. */
export const readPerson = async (
  client: Queryable,
  personId: string,
  context: PeopleContext,
): Promise<Person | undefined> => (await read(client, 'p.id = $1', personId, context))[0]

type ConsentRow = Consent & { recordedAt: string; recordedBy: string | null }

interface Row {
  id: string
  role: Person['role']
  preferred_name: string
  pronouns: string | null
  band: Person['band']
  date_of_birth: string | null
  state: Person['state']
  version: number
  child_called: string | null
  called: string | null
  carer: Person['carer']
  pin: Person['pin']
  on_hold: boolean
  devices: number
  consent: ConsentRow | null
  invitation: { used: boolean; locked: boolean; expiresAt: string } | null
  assignments: Omit<Person['assignments'][number], 'title'>[] | null
  requests: Omit<Person['measureRequests'][number], 'title'>[] | null
}

async function read(client: Queryable, condition: string, id: string, context: PeopleContext): Promise<Person[]> {
  const { rows } = await client.query<Row>(`${PEOPLE} where ${condition} order by p.role desc, p.created_at, p.id`, [
    id,
  ])
  return rows.map((row) => fromRow(row, context))
}

function fromRow(row: Row, { now, measures }: PeopleContext): Person {
  return {
    id: row.id,
    role: row.role,
    preferredName: row.preferred_name,
    pronouns: row.pronouns,
    band: row.band,
    dateOfBirth: row.date_of_birth,
    age: ageOn(row.date_of_birth, londonDay(now)),
    state: row.state,
    version: row.version,
    childCalled: row.child_called,
    called: row.called,
    carer: row.carer,
    onHold: row.on_hold,
    consent: consentOf(row, now),
    invitation: invitationOf(row.invitation, now),
    pin: row.pin,
    devices: row.devices,
    assignments: (row.assignments ?? []).map((a) => ({
      ...a,
      title: titleOfModule(a.module),
      assignedAt: iso(a.assignedAt),
      endedAt: a.endedAt === null ? null : iso(a.endedAt),
    })),
    measureRequests: (row.requests ?? []).map((r) => ({
      ...r,
      title: measures.get(r.measure)?.title ?? r.measure,
      askedAt: iso(r.askedAt),
      finishedAt: r.finishedAt === null ? null : iso(r.finishedAt),
    })),
  }
}

function consentOf(row: Row, now: Date): Person['consent'] {
  const missing = missingFromConsent(row.consent, { role: row.role, dateOfBirth: row.date_of_birth }, londonDay(now))
  if (row.consent === null) return { record: null, recordedAt: null, recordedBy: null, complete: false, missing }
  const { recordedAt, recordedBy, ...record } = row.consent
  return { record, recordedAt: iso(recordedAt), recordedBy, complete: missing.length === 0, missing }
}

function invitationOf(invitation: Row['invitation'], now: Date): Person['invitation'] {
  if (invitation === null) return { state: 'none', expiresAt: null }
  const expiresAt = iso(invitation.expiresAt)
  const state = invitation.used
    ? 'used'
    : invitation.locked
      ? 'locked'
      : Date.parse(expiresAt) <= now.getTime()
        ? 'expired'
        : 'waiting'
  return { state, expiresAt }
}

/** Wrong codes before an invitation stops working (architecture: identity, roles, data). */
const CODE_TRIES = 5

const PEOPLE = `
select p.id, p.role, p.preferred_name, p.pronouns, p.band, p.date_of_birth, p.state, p.version, p.child_called, p.called, p.carer,
  case when p.pin_hash is null then 'not-set' when p.pin_locked_at is not null then 'locked' else 'set' end as pin,
  exists (select 1 from escalations e where e.person_id = p.id and e.holds) as on_hold,
  (select count(*)::int from devices d where d.person_id = p.id and d.revoked_at is null) as devices,
  (select json_build_object('capacityBasis', c.capacity_basis, 'judgedBy', c.judged_by, 'judgedOn', c.judged_on,
     'informationVersion', c.information_version, 'parentsMaySee', c.parents_may_see, 'assent', c.assent, 'reviewOn', c.review_on,
     'withdrawnOn', c.withdrawn_on, 'recordedAt', c.recorded_at, 'recordedBy', s.display_name)
     from consents c left join staff s on s.id = c.recorded_by where c.person_id = p.id
     order by c.recorded_at desc, c.id desc limit 1) as consent,
  (select json_build_object('used', i.used_at is not null, 'locked', i.tries >= ${CODE_TRIES}, 'expiresAt', i.expires_at)
     from invitations i where i.person_id = p.id and i.replaced_at is null order by i.created_at desc, i.id desc limit 1) as invitation,
  (select json_agg(json_build_object('id', a.id, 'module', a.module, 'stepOpened', a.step_opened, 'assignedAt', a.assigned_at,
     'endedAt', a.ended_at) order by a.assigned_at desc, a.id desc) from assignments a where a.person_id = p.id) as assignments,
  (select json_agg(json_build_object('id', q.id, 'measure', q.measure, 'reason', q.reason, 'state', q.state, 'askedAt', q.asked_at,
     'finishedAt', q.finished_at) order by q.asked_at desc, q.id desc) from measure_requests q where q.person_id = p.id) as requests
from people p`
