import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createCaseRecordClient } from '../../src/case-record/client.ts'
import { connectPostgres } from '../../src/database/connect.ts'
import { openEmbedded } from '../../src/database/embedded.ts'
import { createJobs } from '../../src/database/pgBoss.ts'
import { migrate } from '../../src/database/migrate.ts'
import { deliveryState } from '../../src/outbox/deliveryState.ts'
import { createOutbox } from '../../src/outbox/outbox.ts'
import { openApiTarget } from '../../src/outbox/targets/openApiTarget.ts'
import type { OutboxEntry } from '../../src/outbox/types.ts'
import { newId } from '../../src/shared/ids.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { freshPostgres, type Engine } from '../helpers/database.ts'
import { aMeasure } from '../outbox/events.ts'
import type { CaseRecord } from './ours.ts'

const CASES = 40
/** A look every so often, so that looking costs little of what is measured. */
const LOOK_MS = 50

/** What the outbox carries on one engine: entries a second from the first attempt to the last confirmation. */
export interface OutboxRate {
  engine: Engine
  entries: number
  perSecond: number
}

/**
 * Delivers measures of forty cases to the case record, each case's in order, with the settings the product has. The record is
 * a process of its own; every entry is one request to it and one commit here.
 */
export async function measureOutbox(engine: Engine, record: CaseRecord, entriesOfCase: number): Promise<OutboxRate> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-outbox-'))
  const postgres = engine === 'postgres' ? await freshPostgres() : undefined
  const database = postgres
    ? await connectPostgres({ url: postgres.url, logger: silentLogger })
    : await openEmbedded({ folder, logger: silentLogger })
  await migrate(database)
  const client = createCaseRecordClient(record)
  const clock = { now: () => new Date() }
  const jobs = createJobs({ database, logger: silentLogger })
  const outbox = createOutbox({
    database,
    jobs,
    target: openApiTarget(client),
    clock,
    logger: silentLogger,
    random: Math.random,
  })
  try {
    await outbox.start()
    await jobs.start()
    const staffId = newId()
    await database.query(
      `insert into staff (id, issuer, subject, display_name, first_name, created_at) values ($1, 'i', 's', 'Sam Taylor', 'Sam', now())`,
      [staffId],
    )
    const entries: OutboxEntry[] = []
    for (let n = 0; n < CASES; n++) {
      const caseId = newId()
      const caseRef = `OUTBOX-${caseId}`
      await database.query(
        `insert into cases (id, case_ref, practitioner_id, state, created_at, updated_at) values ($1, $2, $3, 'active', now(), now())`,
        [caseId, caseRef, staffId],
      )
      const made = await client.putCase(caseRef, { state: 'open', practitioner: 'Sam Taylor' }, caseRef)
      if (!made.ok) throw new Error(`the case record did not take ${caseRef}`)
      for (let entry = 0; entry < entriesOfCase; entry++) {
        const id = newId()
        entries.push({ id, caseId, stream: 'case', idempotencyKey: id, event: aMeasure(newId()) })
      }
    }
    const began = performance.now()
    await database.transaction((transaction) => outbox.enqueue(transaction, entries, clock.now()))
    outbox.nudge()
    while ((await deliveryState(database)).delivered < entries.length) await pause(LOOK_MS)
    return { engine, entries: entries.length, perSecond: entries.length / ((performance.now() - began) / 1000) }
  } finally {
    await jobs.stop()
    await database.close()
    await postgres?.drop()
    await rm(folder, { recursive: true, force: true })
  }
}
