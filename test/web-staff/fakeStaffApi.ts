import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Request, Response } from 'restify'
import { readPages } from '../../src/server/pages.ts'
import type { components } from '../../src/web/generated/staff-api.ts'
import {
  alertOf,
  caseDetail,
  CASE_ID,
  DANI,
  ladderOf,
  rotaPage,
  rowOf,
  SUSHILA,
  sleepOfSam,
  withSleepProgramme,
} from './staffFixtures.ts'
import { answerWith } from '../helpers/answer.ts'

type Schemas = components['schemas']

/**
 * A staff API over real HTTP that keeps its state in memory, with the built page under the real content security policy.
 * For what the page does; what the API does is tested with the real one.
 */
export interface FakeStaffApi {
  url: string
  alerts: Schemas['Alert'][]
  reviews: Schemas['CaseReviews']
  rota: Schemas['RotaPage']
  /** What the next change of the rota is refused for. */
  rotaFaults: { place: string; problem: string }[]
  /** Every request that changes something, as it came. */
  commands: { method: string; path: string; body: unknown; requestedWith: string | undefined }[]
  /** The young person has the sleep programme. */
  withSleep: boolean
  /** Paths that were read. */
  reads: string[]
  announce(changed: Schemas['Changes']['changed']): void
  /** From now on every request is cut off, as with a server that is gone. */
  reachable: boolean
  signedIn: boolean
  close(): Promise<void>
}

export async function startFakeStaffApi(pagesFolder: string): Promise<FakeStaffApi> {
  const pages = await readPages(pagesFolder)
  let cursor = 0
  const changedAt: { cursor: number; changed: Schemas['Changes']['changed'] }[] = []
  const waiting = new Set<() => void>()

  const api: FakeStaffApi = {
    rota: rotaPage(),
    rotaFaults: [],
    reviews: { wantedAt: null, incidents: 1, mayReview: true, reviews: [] },
    url: '',
    alerts: [],
    commands: [],
    reads: [],
    withSleep: false,
    reachable: true,
    signedIn: true,
    announce(changed) {
      cursor += 1
      changedAt.push({ cursor, changed })
      for (const wake of waiting) wake()
    },
    async close() {
      for (const wake of waiting) wake()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  const shownCase = () => (api.withSleep ? withSleepProgramme(caseDetail(api.alerts)) : caseDetail(api.alerts))
  const findAlert = (id: string) => api.alerts.find((alert) => alert.id === id)
  const contacts = new Map<string, Schemas['LoggedContact'][]>()
  const withHistory = (alert: Schemas['Alert']): Schemas['AlertWithHistory'] => ({
    alert,
    contacts: contacts.get(alert.id) ?? [],
    ladder: ladderOf(alert),
    history: [
      { id: `${alert.id}-1`, at: alert.openedAt, kind: 'opened', by: null, detail: {} },
      {
        id: `${alert.id}-2`,
        at: alert.openedAt,
        kind: 'told',
        by: null,
        detail: { name: DANI.name, route: 'staff-page' },
      },
      { id: `${alert.id}-3`, at: alert.openedAt, kind: 'viewed', by: DANI.name, detail: {} },
    ],
  })
  const choices: Schemas['Choices'] = {
    modules: [
      {
        id: 'low-mood',
        title: 'Low mood: doing more of what matters',
        roles: ['young-person'],
        steps: [],
        available: true,
        whyNot: null,
      },
      { id: 'worry', title: 'Worry management', roles: ['young-person'], steps: [], available: true, whyNot: null },
      {
        id: 'exposure',
        title: 'Facing fears',
        roles: ['young-person'],
        steps: [],
        available: false,
        whyNot: 'not written yet',
      },
    ],
    measures: [
      { id: 'phq-9', title: 'PHQ-9', roles: ['young-person'], available: true, whyNot: null },
      { id: 'rcads-25', title: 'RCADS-25', roles: ['young-person'], available: false, whyNot: 'no permission on file' },
    ],
    supervisors: [{ staffId: '018f0000-0000-7000-8000-000000000002', name: 'Sushila Rao' }],
    informationVersion: '1',
  }

  const get = async (path: string, query: URLSearchParams): Promise<unknown> => {
    if (path === '/staff/api/me')
      return {
        staffId: DANI.staffId,
        name: DANI.name,
        roles: ['practitioner'],
        serviceName: 'Example service',
        botName: 'Pebble',
        demonstration: true,
        may: {
          seeAlerts: true,
          seeCaseload: true,
          changeCases: true,
          seeReport: true,
          seeDeliveries: true,
          changeRota: true,
        },
      } satisfies Schemas['Me']
    if (path === '/staff/api/helplines')
      return {
        checked: false,
        note: 'Nobody has checked these numbers for this service.',
        unchecked: [],
      } satisfies Schemas['HelplinesState']
    if (path === '/staff/api/service-state')
      return {
        restrictedPhrases: null,
        safetyWordsSigned: false,
        alertsReachNobody: [],
      } satisfies Schemas['ServiceState']
    if (path === '/staff/api/colleagues')
      return {
        colleagues: [
          { staffId: SUSHILA.staffId, name: SUSHILA.name, roles: ['supervisor'], atWork: true, reachedOutside: true },
          {
            staffId: '018f0000-0000-7000-8000-000000000003',
            name: 'Ash Lee',
            roles: ['practitioner'],
            atWork: false,
            reachedOutside: false,
          },
        ],
      } satisfies Schemas['Colleagues']
    if (path === '/staff/api/choices') return choices
    if (path === '/staff/api/alerts') {
      const alerts = api.alerts.filter(({ state }) => state !== 'closed')
      const open = alerts.filter(({ state }) => state === 'open')
      return {
        alerts,
        unacknowledged: open.length,
        oldestWaitingSince: open.map(({ openedAt }) => openedAt).sort()[0] ?? null,
        sayings: [],
      }
    }
    if (path === '/staff/api/caseload')
      return {
        cases: [
          rowOf(shownCase()),
          rowOf(
            { ...shownCase(), caseId: CASE_ID.replace('c1', 'c2'), alerts: [], initials: 'AK', caseRef: 'CWP-0039' },
            {
              careStatus: 'none',
              sessionNumber: 6,
              overPlan: true,
              unseenNotices: 0,
              delivery: { waiting: 0, parked: 0, delivered: 31 },
            },
          ),
          rowOf(
            { ...shownCase(), caseId: CASE_ID.replace('c1', 'c3'), alerts: [], initials: 'TB', caseRef: 'CWP-0051' },
            {
              careStatus: 'special-guardianship',
              state: 'setting-up',
              lastEntryAt: null,
              nextSessionAt: null,
              unseenNotices: 0,
              delivery: { waiting: 0, parked: 0, delivered: 0 },
            },
          ),
        ],
      }
    if (path === '/staff/api/deliveries')
      return {
        counts: { waiting: 2, parked: 1, delivered: 43 },
        oldestWaitingSince: new Date().toISOString(),
        parked: [
          {
            outboxId: '018f0000-0000-7000-8000-0000000000aa',
            caseId: CASE_ID,
            caseRef: 'CWP-0042',
            stream: 'case',
            type: 'measure-administration',
            reason: '422 unknown measure version',
            attempts: 1,
            createdAt: new Date().toISOString(),
            parkedAt: new Date().toISOString(),
          },
        ],
        notReached: [],
        readBack: { same: 43, notYet: 0, lastAt: new Date().toISOString(), faults: [] },
      } satisfies Schemas['Deliveries']
    if (path === '/staff/api/changes') {
      const since = query.get('since')
      if (since === null) return { cursor: String(cursor), changed: [] }
      if (Number(since) === cursor)
        await new Promise<void>((resolve) => {
          const wake = () => (clearTimeout(timer), waiting.delete(wake), resolve())
          const timer = setTimeout(wake, 5000)
          waiting.add(wake)
        })
      const changed = changedAt.filter((change) => change.cursor > Number(since)).flatMap((change) => change.changed)
      return { cursor: String(cursor), changed: [...new Set(changed)] }
    }
    const [, alertId] = /^\/staff\/api\/alerts\/([^/]+)$/.exec(path) ?? []
    const alert = alertId ? findAlert(alertId) : undefined
    if (alert) return withHistory(alert)
    if (path.endsWith('/authorisations'))
      return {
        items: [],
        authorisations: [],
        latestDay: '2027-02-14',
        mayAuthorise: false,
      } satisfies Schemas['Authorisations']
    if (path.endsWith('/closing'))
      return {
        gaps: [
          {
            code: 'measure-unpaired',
            mend: 'reason',
            measure: 'phq-9',
            words: 'PHQ-9 has no pair of first and last score. Ask for it, or say why not.',
          },
        ],
        sessionsHeld: 4,
        maySignOff: false,
        closings: [],
      } satisfies Schemas['ClosingState']
    if (path === '/staff/api/rota') return api.rota
    if (path.endsWith('/reviews')) return api.reviews
    if (path.endsWith('/sleep')) return sleepOfSam
    if (path.startsWith('/staff/api/cases/')) return shownCase()
    return undefined
  }

  const act = (path: string, body: Record<string, unknown>): unknown => {
    const [, alertId, verb] = /^\/staff\/api\/alerts\/([^/]+)\/([\w-]+)$/.exec(path) ?? []
    const alert = alertId ? findAlert(alertId) : undefined
    if (alert && body.version !== undefined && body.version !== alert.version)
      return {
        status: 409,
        code: 'changed-meanwhile',
        detail: 'Somebody changed this alert meanwhile. Look again, then decide.',
      }
    if (alert && verb === 'acknowledge') {
      alert.state = 'acknowledged'
      alert.next = null
      alert.version += 1
      alert.acknowledged = { by: DANI, at: new Date().toISOString(), plannedAction: String(body.plannedAction) }
    }
    if (alert && verb === 'contacts') {
      const given = body as Schemas['Contact']
      const logged = {
        name: null,
        nextAction: null,
        nextActionAt: null,
        ...given,
        id: `${alert.id}-c`,
        by: DANI,
        loggedAt: given.at,
      }
      contacts.set(alert.id, [...(contacts.get(alert.id) ?? []), logged])
      const { reached, nextAction = null, nextActionAt = null } = given
      alert.contact = { tries: 1, reachedPerson: reached, reachedCarer: false, nextAction, nextActionAt }
    }
    if (alert && verb === 'hand-over') {
      alert.state = 'open'
      alert.version += 1
      alert.acknowledged = null
      alert.handedOver = { to: SUSHILA, by: DANI, at: new Date().toISOString(), reason: String(body.reason) }
    }
    if (alert && verb === 'release') {
      alert.state = 'closed'
      alert.holds = false
      alert.released = {
        by: DANI,
        at: new Date().toISOString(),
        outcome: body.outcome as Schemas['AlertOutcome'],
        note: String(body.note),
        toWhom: null,
        nextAction: null,
        nextActionAt: null,
      }
    }
    if (alert) {
      api.announce(['alerts'])
      return withHistory(alert)
    }
    if (path.startsWith('/staff/api/rota')) {
      if (api.rotaFaults.length > 0)
        return { status: 409, code: 'rota-not-right', detail: 'Nothing was saved.', faults: api.rotaFaults }
      return (api.rota = { ...api.rota, gaps: [], version: api.rota.version + 1 })
    }
    if (path.endsWith('/reviews')) {
      const { wantedAt, incidents } = api.reviews
      const { decision, note } = body as Schemas['NewCaseReview']
      const kept = {
        id: CASE_ID,
        wantedAt: wantedAt ?? '',
        incidents,
        at: new Date().toISOString(),
        by: DANI,
        decision,
        note,
      }
      return (api.reviews = { ...api.reviews, wantedAt: null, reviews: [kept] })
    }
    if (path.endsWith('/invitations'))
      return {
        link: 'https://between.example/chat/#j=Zk3m9xQ2v7',
        code: '482913',
        teamsCode: 'ABCD-482913',
        expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      } satisfies Schemas['NewInvitation']
    if (path.endsWith('/resend')) return { outboxId: path.split('/')[4], state: 'waiting' }
    return shownCase().people[0]
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!api.reachable) return void request.socket.destroy()
    const url = new URL(request.url ?? '/', 'http://x')
    const json = (status: number, body: unknown) =>
      answerWith(
        response,
        status,
        { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
        JSON.stringify(body),
      )
    if (url.pathname === '/staff/api/sign-in')
      return void json(200, {
        serviceName: 'Example service',
        openIdConnect: true,
        teams: false,
        development: true,
      } satisfies Schemas['SignInWays'])
    if (url.pathname.startsWith('/staff/api/')) {
      if (!api.signedIn) return void json(401, { status: 401, code: 'signed-out', detail: 'Sign in first.' })
      const method = request.method ?? 'GET'
      if (method === 'GET') {
        api.reads.push(url.pathname)
        const body = await get(url.pathname, url.searchParams)
        return void (body === undefined
          ? json(404, { status: 404, code: 'not-found', detail: 'There is no such thing.' })
          : json(200, body))
      }
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>)
      const requestedWith = request.headers['x-requested-with']
      api.commands.push({
        method,
        path: url.pathname,
        body,
        requestedWith: Array.isArray(requestedWith) ? requestedWith[0] : requestedWith,
      })
      const result = act(url.pathname, body)
      const refused = typeof result === 'object' && result !== null && 'status' in result && result.status === 409
      return void json(refused ? 409 : 200, result)
    }
    if (!(await pages.serve(request as Request, response as Response, url.pathname))) answerWith(response, 404)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return api
}

export { alertOf }
