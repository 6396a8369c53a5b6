import { newId } from '../../src/shared/ids.ts'
import { STAFF_ROLES, type StaffCaller, type StaffRole } from '../../src/shared/route.ts'
import type { Database } from '../../src/database/database.ts'
import { fillLadder } from '../helpers/rota.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, ROLE_SETS, type World } from './world.ts'

/**
 * Written out here a second time, from the clinical brief 2.6 and 4.4, and not derived from the table in the code.
 * own: the case they hold (practitioner) or supervise (supervisor); foreign: a case of other people.
 */
type Allowed = { own: boolean; foreign: boolean }
const NEITHER: Allowed = { own: false, foreign: false }
const OWN: Allowed = { own: true, foreign: false }
const BOTH: Allowed = { own: true, foreign: true }

type Row = Record<StaffRole, Allowed>
const only = (given: Partial<Row>): Row => ({
  practitioner: NEITHER, supervisor: NEITHER, 'duty-worker': NEITHER, 'safeguarding-lead': NEITHER, 'service-manager': NEITHER, 'service-set-up': NEITHER,
  ...given,
}) // prettier-ignore

const WHOLE_CASE = only({ practitioner: OWN, supervisor: OWN })
/** A T2 incident in the `self` lane: urgent, so the duty worker's too; not the safeguarding lead's. */
const URGENT_INCIDENT = only({ practitioner: OWN, supervisor: OWN, 'duty-worker': BOTH })
const DELIVERY = only({ practitioner: OWN, supervisor: OWN, 'service-set-up': BOTH })
const EXPECTED: Record<string, Row> = {
  readAlert: URGENT_INCIDENT,
  acknowledgeAlert: URGENT_INCIDENT,
  handOverAlert: URGENT_INCIDENT,
  logContact: URGENT_INCIDENT,
  releaseAlert: URGENT_INCIDENT,
  addAlertNote: URGENT_INCIDENT,
  readCase: WHOLE_CASE,
  listEntries: WHOLE_CASE,
  readSleep: WHOLE_CASE,
  changeCase: WHOLE_CASE,
  readReviews: WHOLE_CASE,
  reviewCase: only({ supervisor: OWN }),
  addPerson: WHOLE_CASE,
  markNoticesSeen: WHOLE_CASE,
  recordConsent: WHOLE_CASE,
  changeCaring: WHOLE_CASE,
  invitePerson: WHOLE_CASE,
  resetPin: WHOLE_CASE,
  assignModule: WHOLE_CASE,
  openStep: WHOLE_CASE,
  endAssignment: WHOLE_CASE,
  requestMeasure: WHOLE_CASE,
  withdrawMeasure: WHOLE_CASE,
  readClosing: WHOLE_CASE,
  closeCase: WHOLE_CASE,
  reopenCase: WHOLE_CASE,
  agreeGoal: WHOLE_CASE,
  setMeasurePlan: WHOLE_CASE,
  changeGoal: WHOLE_CASE,
  recordSession: WHOLE_CASE,
  listSessions: WHOLE_CASE,
  readBrief: WHOLE_CASE,
  readCopingPlan: URGENT_INCIDENT,
  keepCopingPlan: only({ practitioner: OWN }),
  listAuthorisations: WHOLE_CASE,
  authoriseItem: only({ supervisor: OWN }),
  withdrawAuthorisation: only({ supervisor: OWN }),
  resendDelivery: DELIVERY,
}
/** Routes about no case in particular: who may call them at all. What they list is tested below. */
const AT_ALL: Record<string, readonly StaffRole[]> = {
  readMe: STAFF_ROLES,
  readChoices: STAFF_ROLES,
  readHelplines: STAFF_ROLES,
  readServiceState: STAFF_ROLES,
  awaitChanges: STAFF_ROLES,
  listAlerts: ['practitioner', 'supervisor', 'duty-worker', 'safeguarding-lead', 'service-manager'],
  listColleagues: ['practitioner', 'supervisor', 'duty-worker', 'safeguarding-lead', 'service-manager'],
  readRotaPage: ['service-manager', 'service-set-up'],
  changeServiceRota: ['service-manager', 'service-set-up'],
  changeStaffRota: ['service-manager', 'service-set-up'],
  listCaseload: ['practitioner', 'supervisor'],
  listDeliveries: ['practitioner', 'supervisor', 'service-manager', 'service-set-up'],
  openCase: ['practitioner'],
  recordRefusedReferral: ['practitioner'],
  readQuarterlyReport: ['practitioner', 'supervisor', 'service-manager'],
}

/** Refused to somebody who may, because of how the case stands: that they reached it is what counts here. */
const BY_ITS_OWN_RULES = new Set(['cannot-close', 'not-closed'])

const SPOKEN = { way: 'call', with: 'person', at: NOW.toISOString(), reached: true, note: 'Spoke for a while' }
/** Whom an alert is handed over to. */
const COLLEAGUE = newId()

interface Target {
  caseId: string
  personId: string
  carerId: string
  alertId: string
  outboxId: string
  assignmentId: string
  requestId: string
  goalId: string
  authorisationId: string
}

async function target(
  world: World,
  caseRef: string,
  practitioner: StaffCaller,
  supervisor: StaffCaller,
): Promise<Target> {
  const caseId = await world.openCase({ caseRef, practitioner, supervisor })
  const person = await world.person(caseId)
  const carer = await world.person(caseId, { role: 'parent-carer', preferredName: 'Maureen', band: 'P5-7' })
  await world.consent(person.id)
  const alertId = await world.escalation({ person })
  const outboxId = await world.outboxEntry(caseId, 'parked')
  const [assignmentId, requestId] = [newId(), newId()]
  const { database } = world.parts
  await database.query('update cases set review_wanted_at = $2 where id = $1', [caseId, NOW])
  await database.query(
    `insert into assignments (id, person_id, module, assigned_at) values ($1, $2, 'behaviour-support', $3)`,
    [assignmentId, person.id, NOW],
  )
  await database.query(
    `insert into measure_requests (id, person_id, measure, state, asked_at) values ($1, $2, 'other', 'asked', $3)`,
    [requestId, person.id, NOW],
  )
  const goalId = await world.event({
    caseId,
    personId: person.id,
    type: 'goal',
    body: { number: 1, words: 'get out more', state: 'active' },
  })
  const authorisationId = newId()
  await database.query(
    `insert into remit_authorisations (id, case_id, item, reason, authorised_by, authorised_at, expires_on)
     values ($1, $2, 'stimulus-control', 'Agreed in supervision', $3, $4, '2026-12-01')`,
    [authorisationId, caseId, supervisor.staffId, NOW],
  )
  return {
    caseId,
    personId: person.id,
    carerId: carer.id,
    alertId,
    outboxId,
    assignmentId,
    requestId,
    goalId,
    authorisationId,
  }
}

const given = (id: string, t: Target): { params?: object; query?: object; body?: object } => {
  const people = { personId: t.personId, assignmentId: t.assignmentId, requestId: t.requestId }
  const all: Record<string, { params?: object; query?: object; body?: object }> = {
    readAlert: { params: { alertId: t.alertId } },
    acknowledgeAlert: { params: { alertId: t.alertId }, body: { plannedAction: 'I ring at ten', version: 1 } },
    handOverAlert: {
      params: { alertId: t.alertId },
      body: { toStaffId: COLLEAGUE, reason: 'I am away this afternoon', version: 1 },
    },
    logContact: { params: { alertId: t.alertId }, body: SPOKEN },
    releaseAlert: {
      params: { alertId: t.alertId },
      body: { outcome: 'contacted', contact: SPOKEN, note: 'Spoke on the phone', version: 1 },
    },
    addAlertNote: { params: { alertId: t.alertId }, body: { note: 'Tried to ring' } },
    readClosing: { params: { caseId: t.caseId } },
    closeCase: {
      params: { caseId: t.caseId },
      body: { version: 1, reason: 'completed', destination: 'none', stayingWell: 'given' },
    },
    reopenCase: { params: { caseId: t.caseId }, body: { version: 1, reason: 'Asked to come back' } },
    setMeasurePlan: { params: people, body: { version: 0, measures: [{ measure: 'gbo', when: ['session'] }] } },
    agreeGoal: { params: people, body: { words: 'see my mates' } },
    changeGoal: { params: { ...people, goalId: t.goalId }, body: { version: 1, state: 'reached' } },
    recordSession: {
      params: { caseId: t.caseId },
      body: {
        sessionId: newId(),
        version: 1,
        personId: t.personId,
        attendance: 'not-attended',
        startsAt: NOW.toISOString(),
      },
    },
    listSessions: { params: { caseId: t.caseId } },
    readBrief: { params: { caseId: t.caseId } },
    readSleep: { params: { caseId: t.caseId } },
    readCase: { params: { caseId: t.caseId } },
    listEntries: { params: { caseId: t.caseId }, query: { cursor: `${NOW.toISOString()}_${newId()}` } },
    readReviews: { params: { caseId: t.caseId } },
    reviewCase: { params: { caseId: t.caseId }, body: { decision: 'continue', note: 'Looked at it', incidents: 1 } },
    changeCase: { params: { caseId: t.caseId }, body: { version: 1, sessionNumber: 2 } },
    addPerson: { params: { caseId: t.caseId }, body: { role: 'parent-carer', preferredName: 'Sam', band: 'P12+' } },
    markNoticesSeen: { params: { caseId: t.caseId }, body: { ids: [] } },
    recordConsent: {
      params: people,
      body: {
        capacityBasis: null,
        judgedBy: null,
        judgedOn: null,
        informationVersion: null,
        parentsMaySee: null,
        assent: null,
        reviewOn: null,
        withdrawnOn: null,
      },
    },
    changeCaring: { params: { personId: t.carerId }, body: { called: 'Nan', carer: 'kinship' } },
    invitePerson: { params: people },
    resetPin: { params: people },
    assignModule: { params: people, body: { module: 'low-mood' } },
    openStep: { params: people, body: { from: 1, step: 1 } },
    endAssignment: { params: people },
    requestMeasure: { params: people, body: { measure: 'phq-9' } },
    withdrawMeasure: { params: people },
    readCopingPlan: { params: people },
    keepCopingPlan: {
      params: people,
      body: {
        parts: {},
        madeOn: '2026-01-05',
        reviewedOn: null,
        copies: '',
        offline: false,
        version: 0,
        together: true,
      },
    },
    listAuthorisations: { params: { caseId: t.caseId } },
    authoriseItem: {
      params: { caseId: t.caseId },
      body: { item: 'behavioural-experiments', reason: 'Agreed in supervision', expiresOn: '2026-12-01' },
    },
    withdrawAuthorisation: {
      params: { caseId: t.caseId, authorisationId: t.authorisationId },
      body: { reason: 'No longer needed' },
    },
    resendDelivery: { params: { outboxId: t.outboxId } },
  }
  return all[id]!
}

describe.each(ENGINES)('who sees what on %s', (engine) => {
  let database: Database
  let world: World
  beforeAll(async () => {
    database = await freshDatabase(engine)
    world = createWorld(database)
    await fillLadder(database, NOW)
    await database.query(
      `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'test', 'colleague', 'Ash', 'Ash', '{duty-worker}', $2)`,
      [COLLEAGUE, NOW],
    )
  })
  afterAll(() => database.close())

  it('decides about every route there is', () => {
    expect([...world.routes.keys()].sort()).toEqual([...Object.keys(EXPECTED), ...Object.keys(AT_ALL)].sort())
  })

  it.each(STAFF_ROLES)('opens to a %s exactly what the table of the brief gives them', async (role) => {
    const wrong: string[] = []
    for (const id of Object.keys(EXPECTED)) {
      for (const whose of ['own', 'foreign'] as const) {
        const caller = await world.staff(`A ${role}`, [role])
        const others = await world.staff('Others', ['practitioner', 'supervisor'])
        const holder = whose === 'own' && role === 'practitioner' ? caller : others
        const supervisor =
          whose === 'own' && role === 'supervisor' ? caller : await world.staff('Another', ['supervisor'])
        await world.staff('On duty', ['duty-worker'])
        const t = await target(world, newId(), holder, supervisor)
        const answer = await world.call(id, caller, given(id, t))
        // For a role without cases of its own, "own" and "foreign" are the same thing.
        const holdsCases = role === 'practitioner' || role === 'supervisor'
        const allowed = holdsCases ? EXPECTED[id]![role][whose] : EXPECTED[id]![role].foreign
        const opened = (answer.status >= 200 && answer.status < 300) || BY_ITS_OWN_RULES.has(answer.code ?? '')
        if (opened !== allowed || (!opened && answer.status !== 403 && answer.status !== 404))
          wrong.push(`${id}, ${whose}: ${answer.status} ${answer.code ?? ''}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it.each(STAFF_ROLES)('lets a %s call the general routes that are theirs', async (role) => {
    const caller = await world.staff(`A ${role}`, [role])
    world.recordHolds.add('exists')
    for (const [id, roles] of Object.entries(AT_ALL)) {
      const answer = await world.call(id, caller, await general(id))
      expect([id, answer.status < 300]).toEqual([id, roles.includes(role)])
    }
  })

  const general = async (id: string): Promise<{ params?: object; body?: object }> => {
    if (id === 'openCase') return { body: { caseRef: 'exists' } }
    if (id === 'recordRefusedReferral')
      return { body: { source: 'gp', receivedOn: '2026-11-01', reason: 'Outside the remit' } }
    if (id !== 'changeServiceRota' && id !== 'changeStaffRota') return {}
    const manager = await world.staff('Manager', ['service-manager'])
    const page = (await world.call('readRotaPage', manager)).body as { version: number; hours: object; duty: object }
    if (id === 'changeServiceRota')
      return { body: { version: page.version, hours: page.hours, closures: [], duty: page.duty, onCall: [] } }
    return {
      params: { staffId: manager.staffId },
      body: { version: 0, hours: null, coverId: null, absences: [], email: null, webhook: null, keepTeams: true },
    }
  }

  it('shows nobody with no role anything', async () => {
    const nobody = await world.staff('Nobody', [])
    for (const id of world.routes.keys()) expect((await world.call(id, nobody)).status).toBe(403)
  })

  it('never lists a case or an alert that opening it would refuse, whatever roles somebody has', async () => {
    const other = await world.staff('Other', ['practitioner', 'supervisor'])
    const theirs = await target(world, newId(), other, other)
    for (const roles of ROLE_SETS.filter((r) => r.length > 0)) {
      const caller = await world.staff('Somebody', roles)
      const mine = roles.includes('practitioner') ? await target(world, newId(), caller, other) : null
      const safeguarding = await world.escalation({
        person: { id: theirs.personId, caseId: theirs.caseId },
        lane: 'safeguarding',
        tier: 'T1',
      })

      const alerts = await world.call('listAlerts', caller)
      const listed = new Set<string>((alerts.body?.alerts ?? []).map((a: { id: string }) => a.id))
      for (const alertId of [theirs.alertId, mine?.alertId, safeguarding].filter((id) => id !== undefined))
        expect([
          roles,
          alertId,
          (await world.call('readAlert', caller, { params: { alertId } })).status === 200,
        ]).toEqual([roles, alertId, listed.has(alertId)])
      expect(listed.has(theirs.alertId)).toBe(roles.includes('duty-worker'))
      expect(listed.has(safeguarding)).toBe(roles.includes('safeguarding-lead'))

      const cases = ((await world.call('listCaseload', caller)).body?.cases ?? []).map(
        (c: { caseId: string }) => c.caseId,
      )
      expect(cases).toEqual(mine ? [mine.caseId] : [])
    }
  })

  it('shows a duty worker the incident and whom it is about, and not the case around it', async () => {
    const dani = await world.staff('Dani', ['practitioner'])
    const duty = await world.staff('Kit', ['duty-worker'])
    const t = await target(world, newId(), dani, dani)
    const { body } = await world.call('readAlert', duty, { params: { alertId: t.alertId } })
    expect(body.alert).toMatchObject({
      words: 'some words',
      mayOpenCase: false,
      person: { preferredName: 'Leo' },
      case: { careStatus: 'kinship' },
    })
    expect((await world.call('readCase', duty, { params: { caseId: t.caseId } })).status).toBe(403)
  })

  it('brings what an unlinked person wrote to the duty worker, and to nobody else', async () => {
    const alertId = await world.escalation({ person: null, tier: 'T3', words: 'nobody knows me' })
    for (const role of STAFF_ROLES) {
      const caller = await world.staff('Somebody', [role])
      expect([role, (await world.call('readAlert', caller, { params: { alertId } })).status === 200]).toEqual([
        role,
        role === 'duty-worker',
      ])
    }
  })

  it('shows a service manager an alert from the moment they were told of it, until it is closed', async () => {
    const dani = await world.staff('Dani', ['practitioner'])
    const manager = await world.staff('Mo', ['service-manager'])
    const t = await target(world, newId(), dani, dani)
    const look = async () => (await world.call('readAlert', manager, { params: { alertId: t.alertId } })).status
    expect(await look()).toBe(404)
    await database.query(
      `insert into alerts (id, escalation_id, route, staff_id, state, created_at) values ($1, $2, 'page', $3, 'failed', $4)`,
      [newId(), t.alertId, manager.staffId, NOW],
    )
    expect(await look()).toBe(404)
    await database.query(`update alerts set state = 'sent', sent_at = $2 where staff_id = $1`, [manager.staffId, NOW])
    expect(await look()).toBe(200)
    const version = (await world.call('readAlert', manager, { params: { alertId: t.alertId } })).body.alert.version
    const released = await world.call('releaseAlert', manager, {
      params: { alertId: t.alertId },
      body: { outcome: 'contacted', contact: SPOKEN, note: 'Rang them', version },
    })
    expect(released.body.alert.state).toBe('closed')
    expect(await look()).toBe(404)
  })
})
