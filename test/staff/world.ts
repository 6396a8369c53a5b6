import type { Programme } from '../../src/programmes/programme.ts'
import { loadMeasures } from '../../src/content/loadMeasures.ts'
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { measurePlanRules } from '../../src/measure-plan/plan.ts'
import { suggestedQuestions } from '../../src/suggested-questions/rules.ts'
import { reminderRules } from '../../src/reminders/rules.ts'
import type { Database } from '../../src/database/database.ts'
import type { OutboxEntry } from '../../src/outbox/types.ts'
import { acknowledge, noteOnEscalation, release } from '../../src/risk/acknowledge.ts'
import { logContact } from '../../src/risk/contacts.ts'
import { handOver } from '../../src/risk/handOver.ts'
import { openEscalations } from '../../src/risk/openEscalations.ts'
import type { Finding } from '../../src/risk/types.ts'
import { idFrom, newId } from '../../src/shared/ids.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { Problem, STAFF_ROLES, type Route, type StaffCaller, type StaffRole } from '../../src/shared/route.ts'
import { ladderService, pageLadder } from '../helpers/rota.ts'
import type { StaffParts } from '../../src/staff/parts.ts'
import { staffRoutes } from '../../src/staff/staffRoutes.ts'

/** A Wednesday morning. */
export const NOW = new Date('2026-11-18T09:30:00.000Z')
const { measures, catalogue } = await loadMeasures(new URL('../../content/', import.meta.url))
const contentOf = async (file: string): Promise<unknown> =>
  parse(await readFile(new URL(`../../content/${file}`, import.meta.url), 'utf8'))
const plans = measurePlanRules.parse(await contentOf('measures/plan.yaml'))
const reminders = reminderRules.parse(await contentOf('reminders.yaml'))
const questions = suggestedQuestions.parse(await contentOf('suggested-questions.yaml'))

/** What the staff API says to one request, as the HTTP edge would give it. */
export interface Answer {
  status: number
  // The tests look into many shapes; each is checked against its route before it gets here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any
  code?: string
}

/** A hand-cranked clock, the real routes on a real database, and a case record that does as it is told. */
/** What exists in this world: one programme of two steps for each role. */
const PROGRAMMES = new Map<string, Programme>(
  ['low-mood', 'behaviour-support'].map((id) => [
    id,
    {
      programme: id,
      steps: [
        { title: 'First', task: 'Something small.', opens: [] },
        { title: 'Second', task: 'Something more.', opens: [] },
      ],
    },
  ]),
)

export function createWorld(database: Database) {
  const clock = { now: () => world.now }
  const outbox = {
    enqueued: [] as OutboxEntry[],
    resent: [] as string[],
    enqueue: (_client: unknown, entries: readonly OutboxEntry[]) => {
      outbox.enqueued.push(...entries)
      return Promise.resolve()
    },
  }
  const parts: StaffParts = {
    database,
    clock,
    logger: silentLogger,
    serviceName: 'A service',
    botName: 'Pebble',
    demonstration: true,
    ladder: ladderService,
    informationVersion: '1',
    programmes: PROGRAMMES,
    measures,
    norms: catalogue.norms,
    measurePlanRules: plans,
    reminderRules: reminders,
    suggestedQuestions: questions,
    screen: (text) => ({
      findings: text.includes('hurt myself')
        ? [{ family: 'self-harm', lane: 'self', tier: 'T2', rule: 'a-rule', words: text, because: 'hurt myself' }]
        : [],
      tier: text.includes('hurt myself') ? 'T2' : 'T0',
      version: '1',
    }),
    contentVersion: '1',
    outbox: outbox,
    serviceState: () => ({ restrictedPhrases: null, safetyWordsSigned: false, alertsReachNobody: [] }),
    helplines: () => ({
      checked: false,
      note: 'Nobody has checked these numbers.',
      unchecked: [{ id: 'childline', name: 'Childline', checkedOn: null }],
    }),
    escalations: {
      acknowledge: (r) => acknowledge(database, { ...r, outbox: outbox as never }),
      release: (r) => release(database, { ...r, outbox: outbox as never }),
      logContact: (r) => logContact(database, { ...r, key: newId(), outbox: outbox as never }),
      handOver: (r) => handOver(database, { ...r, outbox: outbox as never, ladder: pageLadder }),
      addNote: ({ note, ...r }) =>
        noteOnEscalation(database, { ...r, text: note, key: newId(), outbox: outbox as never }),
    },
    deliveries: {
      resend: async (id) => {
        outbox.resent.push(id)
        await database.query(`update outbox set state = 'waiting', parked_at = null where id = $1`, [id])
      },
    },
    caseRecord: {
      findCase: (ref) =>
        world.record === 'down' ? Promise.reject(new Error('no answer')) : Promise.resolve(world.recordHolds.has(ref)),
      createCase: ({ caseRef }) => {
        if (world.record === 'read-only') return Promise.resolve(false)
        world.recordHolds.add(caseRef)
        return Promise.resolve(true)
      },
    },
    issueInvitation: ({ now }) =>
      Promise.resolve({
        link: 'http://here/chat/#join=x',
        code: '123456',
        teamsCode: 'BCDFG-123456',
        expiresAt: new Date(now.getTime() + 7 * 86_400_000),
      }),
    resetPin: async ({ personId }) =>
      void (await database.query(
        'update people set pin_hash = null, pin_tries = 0, pin_locked_at = null where id = $1',
        [personId],
      )),
  }
  const routes = new Map(staffRoutes(parts).map((route) => [route.id, route]))
  const world = {
    parts,
    routes,
    outbox,
    now: NOW,
    record: 'up' as 'up' | 'down' | 'read-only',
    recordHolds: new Set<string>(),
    call: (id: string, caller: StaffCaller, given: { params?: object; query?: object; body?: object } = {}) =>
      callRoute(routes.get(id)!, caller, given),
    staff: (name: string, roles: readonly StaffRole[]) => addStaff(database, name, roles),
    openCase: (request: { caseRef: string; practitioner: StaffCaller; supervisor?: StaffCaller }) =>
      addCase(database, request),
    person: (caseId: string, more?: Partial<AddedPerson>) => addPerson(database, caseId, more),
    consent: (personId: string, more?: object) => addConsent(database, personId, more),
    escalation: (matter: Partial<Opened> & { person: { id: string; caseId: string } | null }) =>
      openOne(database, outbox, world.now, matter),
    event: (event: {
      caseId: string
      personId: string
      type: string
      entryId?: string
      version?: number
      body: object
      at?: Date
    }) => addEvent(database, world.now, event),
    outboxEntry: (caseId: string, state: 'waiting' | 'parked' | 'delivered') =>
      addOutboxEntry(database, world.now, caseId, state),
  }
  return world
}

export type World = ReturnType<typeof createWorld>

/** Does what the HTTP edge does: role, shapes in, handler; and checks the reply against its shape. */
export async function callRoute(
  route: Route,
  caller: StaffCaller,
  given: { params?: object; query?: object; body?: object },
): Promise<Answer> {
  try {
    if (route.access.who !== 'staff' || !route.access.roles.some((role) => caller.roles.includes(role)))
      return { status: 403, body: null, code: 'not-allowed' }
    const reply = await route.handle({
      params: route.params?.parse(given.params ?? {}) ?? {},
      query: route.query?.parse(given.query ?? {}) ?? {},
      body: route.body?.parse(given.body),
      caller,
      requestId: 'a request',
      address: '127.0.0.1',
      headers: {},
    })
    return { status: reply.status, body: route.reply.parse(reply.body) }
  } catch (error) {
    if (error instanceof Problem) return { status: error.status, body: error.extra, code: error.code }
    throw error
  }
}

async function addStaff(database: Database, name: string, roles: readonly StaffRole[]): Promise<StaffCaller> {
  const staffId = newId()
  await database.query(
    `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'test', $2, $3, $3, $4, $5)`,
    [staffId, staffId, name, roles, NOW],
  )
  return { staffId, displayName: name, roles }
}

async function addCase(
  database: Database,
  request: { caseRef: string; practitioner: StaffCaller; supervisor?: StaffCaller },
): Promise<string> {
  const id = newId()
  await database.query(
    `insert into cases (id, case_ref, practitioner_id, supervisor_id, state, care_status, created_at, updated_at) values ($1, $2, $3, $4, 'active', 'kinship', $5, $5)`,
    [id, request.caseRef, request.practitioner.staffId, request.supervisor?.staffId ?? null, NOW],
  )
  return id
}

interface AddedPerson {
  role: 'young-person' | 'parent-carer'
  preferredName: string
  band: string
  dateOfBirth: string | null
  state: string
}

async function addPerson(
  database: Database,
  caseId: string,
  more: Partial<AddedPerson> = {},
): Promise<{ id: string; caseId: string }> {
  const id = newId()
  const p = {
    role: 'young-person',
    preferredName: 'Leo',
    band: 'Y16-18',
    dateOfBirth: '2010-03-01',
    state: 'active',
    ...more,
  }
  await database.query(
    `insert into people (id, case_id, role, preferred_name, band, date_of_birth, state, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, caseId, p.role, p.preferredName, p.band, p.dateOfBirth, p.state, NOW],
  )
  return { id, caseId }
}

async function addConsent(database: Database, personId: string, more: object = {}): Promise<void> {
  const c = {
    basis: 'presumed-16-or-over',
    by: 'Dani',
    on: '2026-11-01',
    version: '1',
    see: 'nothing',
    review: '2027-02-01',
    ...more,
  }
  await database.query(
    `insert into consents (id, person_id, capacity_basis, judged_by, judged_on, information_version, parents_may_see, review_on, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [newId(), personId, c.basis, c.by, c.on, c.version, c.see, c.review, NOW],
  )
}

interface Opened {
  words: string
  tier: Finding['tier']
  lane: Finding['lane']
  at: Date
}

async function openOne(
  database: Database,
  outbox: object,
  now: Date,
  matter: Partial<Opened> & { person: { id: string; caseId: string } | null },
): Promise<string> {
  const conversationId = newId()
  const finding: Finding = {
    family: 'a family',
    lane: matter.lane ?? 'self',
    tier: matter.tier ?? 'T2',
    rule: 'a-rule',
    words: matter.words ?? 'some words',
    because: 'a reason',
  }
  const [escalation] = await openEscalations(database, {
    conversationId,
    personId: matter.person?.id ?? null,
    caseId: matter.person?.caseId ?? null,
    inboundKey: newId(),
    words: matter.words ?? 'some words',
    context: [{ from: 'bot', text: 'How was today?', at: NOW.toISOString() }],
    findings: [finding],
    now: matter.at ?? now,
    rulesVersion: '1',
    outbox: outbox as never,
    ladder: pageLadder,
  })
  return escalation!.id
}

async function addEvent(
  database: Database,
  now: Date,
  {
    caseId,
    personId,
    type,
    body,
    entryId = newId(),
    version = 1,
    at = now,
  }: { caseId: string; personId: string; type: string; entryId?: string; version?: number; body: object; at?: Date },
): Promise<string> {
  const whole = {
    entryId,
    version,
    personId,
    respondent: 'young-person',
    occurredAt: at.toISOString(),
    localDate: at.toISOString().slice(0, 10),
    contentVersion: '1',
    type,
    ...body,
  }
  await database.query(
    `insert into record_events (id, case_id, person_id, type, entry_id, entry_version, body, local_date, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      idFrom(entryId, String(version)),
      caseId,
      personId,
      type,
      entryId,
      version,
      JSON.stringify(whole),
      whole.localDate,
      at,
    ],
  )
  return entryId
}

async function addOutboxEntry(database: Database, now: Date, caseId: string, state: string): Promise<string> {
  const id = newId()
  await database.query(
    `insert into outbox (id, case_id, stream, type, idempotency_key, body, state, attempts, next_attempt_at, last_problem, created_at, parked_at)
     values ($1, $2, 'case', 'self-help-entry', $5, '{}', $3::text, 3, $4, 'refused:422:invalid-body', $4, case when $3::text = 'parked' then $4::timestamptz end)`,
    [id, caseId, state, now, id],
  )
  return id
}

/** Every set of roles somebody may have, and nobody's. */
export const ROLE_SETS: StaffRole[][] = Array.from({ length: 2 ** STAFF_ROLES.length }, (_, bits) =>
  STAFF_ROLES.filter((_role, i) => (bits >> i) & 1),
)
