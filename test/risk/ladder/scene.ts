import type { Database } from '../../../src/database/database.ts'
import { acknowledge } from '../../../src/risk/acknowledge.ts'
import { handOver } from '../../../src/risk/handOver.ts'
import { keepClimbing } from '../../../src/risk/ladder/keepClimbing.ts'
import { createLadder } from '../../../src/risk/ladder/ladder.ts'
import { openEscalations } from '../../../src/risk/openEscalations.ts'
import { raiseEscalation } from '../../../src/risk/raiseEscalation.ts'
import { readEscalations } from '../../../src/risk/readEscalations.ts'
import type { AlertRoute, OutgoingAlert } from '../../../src/risk/routes/route.ts'
import type { Finding, Lane } from '../../../src/risk/types.ts'
import { londonTime } from '../../../src/shared/calendarDay.ts'
import { newId } from '../../../src/shared/ids.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import { STAFF_ROLES, type StaffRole } from '../../../src/shared/route.ts'
import { handClock, rememberingJobs } from '../../helpers/pipeline.ts'
import { HOURS, LADDER_RULES } from '../../helpers/rota.ts'

const nobodysOutbox = { enqueue: () => Promise.resolve(), resend: () => Promise.resolve() }

/** A route that remembers what it sent, and can be made to fail or to hang. */
export function fakeRoute(id: string): AlertRoute & { sent: OutgoingAlert[]; state: 'up' | 'down' | 'hangs' } {
  const route = {
    id,
    sent: [] as OutgoingAlert[],
    state: 'up' as 'up' | 'down' | 'hangs',
    send(alert: OutgoingAlert, signal: AbortSignal): Promise<void> {
      if (route.state === 'hangs') return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))) // prettier-ignore
      if (route.state === 'down') return Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' }))
      route.sent.push(alert)
      return Promise.resolve()
    },
  }
  return route
}

/** A service with Dani, her supervisor Sol, duty worker Kit, manager Mo and lead Lee, all reached by e-mail and pager. */
export async function createScene(database: Database, at = '2026-11-24T10:00:00Z') {
  const clock = handClock(at)
  const email = fakeRoute('email')
  const pager = fakeRoute('webhook')
  const routes = new Map<string, AlertRoute>([email, pager].map((route) => [route.id, route]))
  const climbing = { rules: LADDER_RULES, hours: HOURS, outside: [...routes.keys()] }
  const ladder = createLadder({ ...climbing, logger: silentLogger })
  const start = (on: Database = database) =>
    keepClimbing({
      ...climbing, database: on, jobs: rememberingJobs(), clock, logger: silentLogger, routes,
      publicUrl: 'https://here.example', patienceMs: 200, sweepMs: 1e9,
    }) // prettier-ignore
  await database.query(
    'truncate alerts, ladder_rungs, escalation_events, escalations, rota_duty, rota_on_call, rota_absences, rota_covers, rota_hours, rota_closures, staff_addresses, audit, people, cases, staff cascade',
  )
  const names = new Map<string, string>()
  const staff = async (name: string, roles: StaffRole[]): Promise<string> => {
    const id = newId()
    names.set(id, name)
    await database.query(
      `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'test', $2, $3, $3, $4, $5)`,
      [id, id, name, roles, clock.now()],
    )
    for (const route of routes.keys())
      await database.query('insert into staff_addresses (staff_id, route, address) values ($1, $2, $3)', [id, route, `${name}@${route}`]) // prettier-ignore
    return id
  }
  const dani = await staff('Dani', ['practitioner'])
  const sol = await staff('Sol', ['supervisor'])
  const kit = await staff('Kit', ['duty-worker'])
  const mo = await staff('Mo', ['service-manager'])
  const lee = await staff('Lee', ['safeguarding-lead'])
  for (let weekday = 1; weekday <= 5; weekday++)
    await database.query('insert into rota_duty (id, staff_id, weekday) values ($1, $2, $3)', [newId(), kit, weekday])
  const caseId = newId()
  await database.query(
    `insert into cases (id, case_ref, practitioner_id, supervisor_id, state, created_at, updated_at) values ($1, 'C-1', $2, $3, 'active', $4, $4)`,
    [caseId, dani, sol, clock.now()],
  )
  const personId = newId()
  await database.query(
    `insert into people (id, case_id, role, preferred_name, band, state, created_at) values ($1, $2, 'young-person', 'Amira', 'Y14-15', 'active', $3)`,
    [personId, caseId, clock.now()],
  )
  const finding = (tier: Finding['tier'], lane: Lane, priority: boolean): Finding => ({ family: 'a', lane, tier, priority, rule: 'r', words: 'secret words', because: 'b' }) // prettier-ignore

  return {
    clock,
    database,
    email,
    pager,
    dani,
    sol,
    kit,
    mo,
    lee,
    caseId,
    personId,
    ladder,
    climbing,
    staff,
    start,
    async opens(tier: Finding['tier'], more: { lane?: Lane; priority?: boolean; linked?: boolean } = {}) {
      const linked = more.linked ?? true
      const [opened] = await openEscalations(database, {
        conversationId: `web-${newId()}`, personId: linked ? personId : null, caseId: linked ? caseId : null,
        inboundKey: newId(), words: 'secret words', context: [], now: clock.now(), rulesVersion: '1',
        findings: [finding(tier, more.lane ?? 'self', more.priority ?? false)], outbox: nobodysOutbox, ladder,
      }) // prettier-ignore
      return opened!.id
    },
    raises: (escalationId: string, tier: Finding['tier'], newFacts: string[] = []) =>
      raiseEscalation(database, { escalationId, tier, because: 'more', newFacts, key: newId(), now: clock.now(), outbox: nobodysOutbox, ladder }), // prettier-ignore
    async acknowledges(escalationId: string, staffId: string) {
      const [e] = await readEscalations(database, [escalationId])
      return acknowledge(database, { escalationId, staffId, expectedVersion: e!.version, plannedAction: 'ring', now: clock.now(), outbox: nobodysOutbox }) // prettier-ignore
    },
    async handsOver(escalationId: string, staffId: string, toStaffId: string) {
      const [e] = await readEscalations(database, [escalationId])
      return handOver(database, { escalationId, staffId, toStaffId, reason: 'away this afternoon', roles: STAFF_ROLES, expectedVersion: e!.version, now: clock.now(), outbox: nobodysOutbox, ladder }) // prettier-ignore
    },
    /** What happened at which minute, as `10:15 supervisor: Sol, Kit`; who has it on their page only stands in brackets. */
    async pagings(escalationId: string): Promise<string[]> {
      const { rows } = await database.query<{ at: Date; body: { rung: string; told: { staffId: string; by: string }[] } }>(
        `select v.at, v.body from escalation_events v join ladder_rungs r on r.escalation_id = v.escalation_id and r.rung = v.body ->> 'rung' and r.run_at = v.at
         where v.escalation_id = $1 and v.kind in ('paged', 'paged-nobody') order by v.at, r.round, r.position`,
        [escalationId],
      ) // prettier-ignore
      return rows.map(({ at, body }) => `${londonTime(at)} ${body.rung}: ${body.told.map((t) => (t.by === 'page' ? `(${names.get(t.staffId)})` : names.get(t.staffId))).join(', ')}`) // prettier-ignore
    },
    away: (staffId: string, from: string, until: string, coverId: string | null = null) =>
      database.query('insert into rota_absences (id, staff_id, from_at, until_at, cover_id, created_at) values ($1, $2, $3, $4, $5, $3)', [newId(), staffId, from, until, coverId]), // prettier-ignore
  }
}
export type Scene = Awaited<ReturnType<typeof createScene>>
