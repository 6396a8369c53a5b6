import os from 'node:os'
import { createCaseRecordClient } from '../../src/case-record/client.ts'
import { startReferenceRecord } from '../../src/reference-record/start.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'

describe.each(ENGINES)('the embedded reference record (%s)', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  const start = (port = 0) => startReferenceRecord({ database, port, token: 'token', logger: silentLogger })

  test('keeps what it holds over a restart, in a schema of its own', async () => {
    const first = await start()
    const before = createCaseRecordClient({ url: first.url, token: 'token' })
    await before.putCase('KEPT-1', { state: 'open', practitioner: 'Sam Taylor' }, 'case-kept-1')
    await first.close()

    const second = await start(Number(new URL(first.url).port))
    expect(second.url).toBe(first.url)
    const after = createCaseRecordClient({ url: second.url, token: 'token' })
    expect(await after.getCase('KEPT-1')).toMatchObject({ ok: true, value: { version: 1 } })
    await second.close()
    expect(await after.getCase('KEPT-1')).toMatchObject({ ok: false, kind: 'no-answer' })

    const tables = await database.query<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'reference_record' order by 1`,
    )
    expect(tables.rows.map((r) => r.table_name)).toEqual(['cases', 'held', 'idempotency'])
  })

  test('cannot be reached from another machine', async () => {
    const record = await start()
    const outside = Object.values(os.networkInterfaces())
      .flat()
      .find((i) => i && !i.internal && i.family === 'IPv4')
    expect(new URL(record.url).hostname).toBe('127.0.0.1')
    if (outside)
      await expect(fetch(`http://${outside.address}:${new URL(record.url).port}/health`)).rejects.toThrow(
        'fetch failed',
      )
    await record.close()
  })

  test('says so when its port is taken', async () => {
    const record = await start()
    await expect(start(Number(new URL(record.url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await record.close()
  })
})
