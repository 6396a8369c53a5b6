import type { operations } from '../case-record/generated/case-record.ts'
import type {
  CaseBody,
  CaseDetails,
  ClosureBody,
  GoalBody,
  MeasureAdministrationBody,
  RiskFlagBody,
  RiskFlagEventBody,
  SelfHelpEntryBody,
  SessionRecordBody,
} from '../case-record/types.ts'
import { addCaseVersion, etagOf, findCases, readCase } from './cases.ts'
import { hold, type Incoming } from './hold.ts'
import { listHeld, readLedger, type PageOf } from './listings.ts'
import { once, type Answer } from './once.ts'
import type { RecordDatabase } from './recordDatabase.ts'
import { Refusal } from './refusal.ts'

/** A checked request: parameters by name, body as the contract has it. */
export interface Checked {
  parameters: Record<string, unknown>
  body: unknown
}

type Handler = (request: Checked) => Promise<Answer>

/** A handler for every operation of the contract: one that is missing, or too many, does not compile. */
export function createOperations(database: RecordDatabase, now: () => Date): Record<keyof operations, Handler> {
  const ok = (body: unknown): Answer => ({ status: 200, body })
  const caseRefOf = (r: Checked) => r.parameters.caseRef as string
  const pageOf = (r: Checked) => r.parameters as unknown as PageOf

  const write = (r: Checked, operation: string, perform: Parameters<typeof once>[4]) => {
    const { 'idempotency-key': key, ...parameters } = r.parameters
    return once(database, key as string, { operation, parameters, body: r.body }, now(), perform)
  }
  const add = (r: Checked, what: Pick<Incoming, 'kind' | 'id' | 'version' | 'flagId'>) =>
    write(r, what.kind, async (client) => ({
      status: 201,
      body: await hold(
        client,
        {
          ...what,
          caseRef: caseRefOf(r),
          body: r.body as object,
          idempotencyKey: r.parameters['idempotency-key'] as string,
        },
        now(),
      ),
    }))

  return {
    async getHealth() {
      await database.query('select 1')
      return ok({ status: 'ok' })
    },
    findCases: async (r) => ok({ cases: await findCases(database, caseRefOf(r)) }),
    async getCase(r) {
      const body = await readCase(database, caseRefOf(r))
      if (r.parameters['if-none-match'] === etagOf(body)) return { status: 304, body: undefined, etag: etagOf(body) }
      return { ...ok(body), etag: etagOf(body) }
    },
    async putCase(r) {
      const answer = await write(r, 'case', async (client) => {
        const wanted = r.parameters['if-match']
        const body = await addCaseVersion(client, caseRefOf(r), r.body as CaseDetails, now(), (current) => {
          if (wanted !== undefined && (current === undefined || wanted !== etagOf(current)))
            throw new Refusal(412, 'case-changed')
        })
        return { status: body.version === 1 ? 201 : 200, body }
      })
      return { ...answer, etag: etagOf(answer.body as CaseBody) }
    },
    listMeasureAdministrations: async (r) =>
      ok(await listHeld(database, { ...pageOf(r), kind: 'measure-administration' })),
    addMeasureAdministration(r) {
      const { administrationId, version } = r.body as MeasureAdministrationBody
      return add(r, { kind: 'measure-administration', id: administrationId, version })
    },
    listSelfHelpEntries: async (r) => ok(await listHeld(database, { ...pageOf(r), kind: 'self-help-entry' })),
    addSelfHelpEntry(r) {
      const { entryId, version } = r.body as SelfHelpEntryBody
      return add(r, { kind: 'self-help-entry', id: entryId, version })
    },
    listGoals: async (r) => ok(await listHeld(database, { ...pageOf(r), kind: 'goal' })),
    addGoal(r) {
      const { goalId, version } = r.body as GoalBody
      return add(r, { kind: 'goal', id: goalId, version })
    },
    listSessionRecords: async (r) => ok(await listHeld(database, { ...pageOf(r), kind: 'session-record' })),
    addSessionRecord(r) {
      const { sessionId, version } = r.body as SessionRecordBody
      return add(r, { kind: 'session-record', id: sessionId, version })
    },
    listClosures: async (r) => ok(await listHeld(database, { ...pageOf(r), kind: 'closure' })),
    addClosure(r) {
      const { closureId, version } = r.body as ClosureBody
      return add(r, { kind: 'closure', id: closureId, version })
    },
    listRiskFlags: async (r) => ok(await listHeld(database, { ...pageOf(r), kind: 'risk-flag' })),
    addRiskFlag: (r) => add(r, { kind: 'risk-flag', id: (r.body as RiskFlagBody).flagId, version: 1 }),
    listRiskFlagEvents: async (r) => ok(await listHeld(database, { ...pageOf(r), kind: 'risk-flag-event' })),
    addRiskFlagEvent: (r) =>
      add(r, {
        kind: 'risk-flag-event',
        id: (r.body as RiskFlagEventBody).eventId,
        version: 1,
        flagId: r.parameters.flagId as string,
      }),
    async readLedger(r) {
      const { idempotencyKey } = r.parameters as { idempotencyKey?: string }
      return ok(await readLedger(database, { ...pageOf(r), idempotencyKey }))
    },
  }
}
