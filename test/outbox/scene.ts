import type { Database } from '../../src/database/database.ts'
import { createCaseRecordClient, type CaseRecordClient } from '../../src/case-record/client.ts'
import { createJobs } from '../../src/database/pgBoss.ts'
import type { CircuitRule } from '../../src/outbox/circuit.ts'
import { createOutbox } from '../../src/outbox/outbox.ts'
import { openApiTarget } from '../../src/outbox/targets/openApiTarget.ts'
import type { RecordTarget } from '../../src/outbox/targets/target.ts'
import type { OutboxEntry } from '../../src/outbox/types.ts'
import type { RecordEvent } from '../../src/record/events.ts'
import { startReferenceRecord, type ReferenceRecord } from '../../src/reference-record/start.ts'
import type { Clock } from '../../src/shared/clock.ts'
import { newId } from '../../src/shared/ids.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { freshDatabase, type Engine } from '../helpers/database.ts'

export const TOKEN = 'token-of-the-tests'
export const QUICK = { case: { firstMs: 20, longestMs: 150 }, risk: { firstMs: 20, longestMs: 150 } }
export const QUICK_CIRCUIT = {
  case: { opensAfter: 5, firstMs: 20, longestMs: 150 },
  risk: { opensAfter: 5, firstMs: 20, longestMs: 150 },
}

interface OutboxOptions {
  timeoutMs?: number
  circuit?: Record<'case' | 'risk', CircuitRule>
}

/** A database, a reference record on it, and a clock that can be moved on. */
export interface Scene {
  database: Database & { url?: string }
  record: ReferenceRecord
  /** Straight to the record, past anything in between. */
  direct: CaseRecordClient
  /** The same, as the outbox sees it. */
  target: RecordTarget
  clock: Clock & { moveOn(ms: number): void }
  staffId: string
  aCase(): Promise<{ caseId: string; caseRef: string; personId: string }>
  /** An outbox with jobs that sends to the url. Stop the jobs at the end. */
  outboxTo(url: string, options?: OutboxOptions): ReturnType<typeof outboxOn>
  close(): Promise<void>
}

export async function setScene(engine: Engine): Promise<Scene> {
  const database = await freshDatabase(engine)
  const record = await startReferenceRecord({ database, port: 0, token: TOKEN, logger: silentLogger })
  const direct = createCaseRecordClient({ url: record.url, token: TOKEN })
  let ahead = 0
  const clock = { now: () => new Date(Date.now() + ahead), moveOn: (ms: number) => void (ahead += ms) }
  const staffId = newId()
  await database.query(
    `insert into staff (id, issuer, subject, display_name, first_name, created_at) values ($1, 'i', 's', 'Sam Taylor', 'Sam', now())`,
    [staffId],
  )
  return {
    database,
    record,
    direct,
    target: openApiTarget(direct),
    clock,
    staffId,
    async aCase() {
      const caseId = newId()
      const personId = newId()
      const caseRef = `CASE-${caseId.slice(-8)}`
      await database.query(
        `insert into cases (id, case_ref, practitioner_id, state, created_at, updated_at) values ($1, $2, $3, 'active', now(), now())`,
        [caseId, caseRef, staffId],
      )
      const made = await direct.putCase(caseRef, { state: 'open', practitioner: 'Sam Taylor' }, `case-${caseRef}`)
      if (!made.ok) throw new Error('the case was not created')
      return { caseId, caseRef, personId }
    },
    outboxTo: (url, options) => outboxOn(database, clock, url, options),
    async close() {
      await record.close()
      await database.close()
    },
  }
}

/** One process: jobs and outbox on a database, sending to a url. Stop the jobs at the end. */
export async function outboxOn(database: Database, clock: Clock, url: string, options: OutboxOptions = {}) {
  const jobs = createJobs({ database, logger: silentLogger, pollSeconds: 0.25 })
  const client = createCaseRecordClient({ url, token: TOKEN, timeoutMs: options.timeoutMs ?? 300 })
  const target = openApiTarget(client)
  const parts = { database, jobs, target, clock, logger: silentLogger, random: Math.random }
  const outbox = createOutbox({ ...parts, backOff: QUICK, circuit: options.circuit ?? QUICK_CIRCUIT, sweepSeconds: 1 })
  await outbox.start()
  await jobs.start()
  return { jobs, outbox, client }
}

/** The outbox entry of an event, with the key that belongs to it. */
export function entryOf(caseId: string, event: RecordEvent): OutboxEntry {
  const name =
    event.type === 'risk-flag'
      ? `flag:${event.flagId}`
      : event.type === 'risk-flag-event'
        ? `flag-event:${event.eventId}`
        : `entry:${event.entryId}:${event.version}`
  return { id: newId(), caseId, stream: event.type.startsWith('risk') ? 'risk' : 'case', idempotencyKey: name, event }
}

/** Waits until something is so; fails with what was asked for when it takes too long. */
export async function until(what: string, isSo: () => Promise<boolean>, ms = 60_000): Promise<void> {
  const end = Date.now() + ms
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Not so in time: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
