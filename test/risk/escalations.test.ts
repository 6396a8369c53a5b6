import { randomUUID } from 'node:crypto'
import type { Queryable } from '../../src/database/database.ts'
import { connectPostgres } from '../../src/database/connect.ts'
import type { Outbox, OutboxEntry } from '../../src/outbox/types.ts'
import { acknowledge, noteOnEscalation, release } from '../../src/risk/acknowledge.ts'
import { EscalationConflict } from '../../src/risk/escalation.ts'
import type { Matter } from '../../src/risk/matter.ts'
import { openEscalations } from '../../src/risk/openEscalations.ts'
import { raiseEscalation } from '../../src/risk/raiseEscalation.ts'
import { escalationsFor, holdFor, readEscalations } from '../../src/risk/readEscalations.ts'
import type { Finding } from '../../src/risk/types.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { spoken } from '../helpers/contacts.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { pageLadder } from '../helpers/rota.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

const finding = (tier: Finding['tier'], lane: Finding['lane'] = 'self', more: Partial<Finding> = {}): Finding => ({ family: 'suicide-thoughts', lane, tier, rule: 'wish-to-die', words: 'want to die', because: 'speaks of wanting to be dead', ...more }) // prettier-ignore

describe.each(ENGINES)('escalations on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  const dani = randomUUID()
  const caseId = randomUUID()
  let personId: string
  let conversationId: string

  // The entries go into the caller's transaction, as the real outbox's do.
  const outbox: Outbox = {
    async enqueue(client: Queryable, entries: readonly OutboxEntry[], now: Date) {
      for (const e of entries)
        await client.query(`insert into outbox (id, case_id, stream, type, idempotency_key, body, state, next_attempt_at, created_at) values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $7)`, [e.id, e.caseId, e.stream, e.event.type, e.idempotencyKey, JSON.stringify(e.event), now]) // prettier-ignore
    },
    async resend() {},
  }
  const matter = (more: Partial<Matter> = {}): Matter => ({ conversationId, personId, caseId, inboundKey: `${conversationId}/${randomUUID()}`, words: 'i want to die', context: [], findings: [finding('T2')], now: NOW, rulesVersion: 'abc', outbox, ladder: pageLadder, ...more }) // prettier-ignore
  const eventsOf = async (id: string) => (await database.query<{ kind: string; staff_id: string | null; body: Record<string, unknown> }>('select kind, staff_id, body from escalation_events where escalation_id = $1 and kind not like $2 order by at, kind', [id, 'paged%'])).rows // prettier-ignore
  const decision = (id: string, expectedVersion: number, staffId = dani, now = later(5)) => ({ escalationId: id, staffId, expectedVersion, now, outbox }) // prettier-ignore

  beforeAll(async () => {
    database = await freshDatabase(engine)
    await database.query(`insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'x', 'dani', 'Dani Example', 'Dani', '{practitioner}', $2)`, [dani, NOW]) // prettier-ignore
    await database.query(`insert into cases (id, case_ref, practitioner_id, state, created_at, updated_at) values ($1, 'C-1', $2, 'active', $3, $3)`, [caseId, dani, NOW]) // prettier-ignore
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    personId = randomUUID()
    conversationId = `web-${randomUUID()}`
    await database.query(`insert into people (id, case_id, role, preferred_name, band, state, created_at) values ($1, $2, 'young-person', 'Amira', 'Y14-15', 'active', $3)`, [personId, caseId, NOW]) // prettier-ignore
  })

  it('opens one escalation a lane at its highest tier, holds from T2 on, and names only the practitioner as told', async () => {
    const opened = await openEscalations(database, matter({ findings: [finding('T1'), finding('T2'), finding('T3', 'safeguarding'), finding('T1', 'third_party')] })) // prettier-ignore
    expect(opened.map((e) => [e.lane, e.tier, e.holds]).sort()).toEqual([
      ['safeguarding', 'T3', true],
      ['self', 'T2', true],
      ['third_party', 'T1', false],
    ])
    for (const e of opened)
      expect(e.told).toEqual([{ staff: { id: dani, firstName: 'Dani' }, route: 'staff-page', sentAt: NOW }])
    expect(await holdFor(database, personId)).toBe(true)
  })

  it('is the same when the message comes again, opened or joined', async () => {
    const first = matter()
    const [opened] = await openEscalations(database, first)
    const repeat = matter({ now: later(3), words: 'i mean it' })
    const [joined] = await openEscalations(database, repeat)
    expect(joined!.id).toBe(opened!.id)
    for (const again of [first, repeat, first, repeat])
      expect((await openEscalations(database, again)).map((e) => e.id)).toEqual([opened!.id])
    expect((await eventsOf(opened!.id)).map((e) => e.kind)).toEqual(['opened', 'repeated'])
    expect((await database.query('select 1 from escalations where person_id = $1', [personId])).rows).toHaveLength(1)
  })

  it('keeps the exact words of a repeat, and raises when the repeat is more urgent', async () => {
    const [opened] = await openEscalations(database, matter())
    const [raised] = await openEscalations(
      database,
      matter({ now: later(10), words: 'tonight', findings: [finding('T3')] }),
    )
    expect([raised!.id, raised!.tier]).toEqual([opened!.id, 'T3'])
    const events = await eventsOf(opened!.id)
    expect(events.map((e) => e.kind)).toEqual(['opened', 'raised', 'repeated'])
    expect(events.find((e) => e.kind === 'repeated')!.body).toMatchObject({ words: 'tonight', tier: 'T3' })
    expect(events.find((e) => e.kind === 'raised')!.body).toMatchObject({ from: 'T2', tier: 'T3' })
  })

  it('is never lowered: by a lesser repeat, by a lesser raise, by taking priority away', async () => {
    const [opened] = await openEscalations(database, matter({ findings: [finding('T3', 'self', { priority: true })] }))
    await openEscalations(database, matter({ now: later(1), findings: [finding('T1')] }))
    await raiseEscalation(database, {
      escalationId: opened!.id,
      tier: 'T1',
      priority: false,
      because: 'less',
      key: 'k',
      now: later(2),
      outbox,
      ladder: pageLadder,
    })
    expect((await readEscalations(database, [opened!.id]))[0]).toMatchObject({
      tier: 'T3',
      priority: true,
      holds: true,
      state: 'open',
    })
  })

  it('is a new alert after half an hour, after somebody has taken it, and in another lane', async () => {
    const [first] = await openEscalations(database, matter())
    const [other] = await openEscalations(
      database,
      matter({ now: later(1), findings: [finding('T2', 'safeguarding')] }),
    )
    const [late] = await openEscalations(database, matter({ now: later(31) }))
    await acknowledge(database, { ...decision(late!.id, late!.version), now: later(32), plannedAction: 'ring' })
    const [after] = await openEscalations(database, matter({ now: later(33) }))
    expect(new Set([first!.id, other!.id, late!.id, after!.id]).size).toBe(4)
  })

  it("never joins another person's", async () => {
    const [mine] = await openEscalations(database, matter())
    const another = randomUUID()
    await database.query(`insert into people (id, case_id, role, preferred_name, band, state, created_at) values ($1, $2, 'parent-carer', 'Nan', 'P12+', 'active', $3)`, [another, caseId, NOW]) // prettier-ignore
    const [theirs] = await openEscalations(database, matter({ personId: another, now: later(1) }))
    expect(theirs!.id).not.toBe(mine!.id)
    expect(await holdFor(database, another)).toBe(true)
    await release(database, {
      ...decision(theirs!.id, theirs!.version),
      outcome: 'contacted',
      contact: spoken(later(4)),
      note: 'spoke',
    })
    expect([await holdFor(database, another), await holdFor(database, personId)]).toEqual([false, true])
  })

  it('takes how often makes a pattern, and when a case is to be reviewed, from the service’s settings (4.8)', async () => {
    const repeats = { pattern: { of: 2, within_days: 3 }, case_review_after: 1 }
    const ladder = { ...pageLadder, rules: { ...pageLadder.rules, repeats } }
    const day = 24 * 60
    const another = randomUUID()
    await database.query(`insert into cases (id, case_ref, practitioner_id, state, created_at, updated_at) values ($1, 'C-2', $2, 'active', $3, $3)`, [another, dani, NOW]) // prettier-ignore
    const says = (minutes: number) =>
      openEscalations(database, matter({ caseId: another, now: later(minutes), findings: [finding('T1')], ladder }))
    await says(0)
    // Four days later the first has gone out of the three.
    expect(await says(4 * day)).toHaveLength(1)
    const [, pattern] = await says(5 * day)
    expect(pattern).toMatchObject({ tier: 'T2', families: ['pattern'] })
    const { rows } = await database.query<{ at: Date | null }>('select review_wanted_at as at from cases where id = $1', [another]) // prettier-ignore
    expect(rows[0]!.at).toEqual(later(5 * day))
  })

  it('stands with whoever took it first; a second is told who', async () => {
    const sam = randomUUID()
    await database.query(`insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'x', $3, 'Sam', 'Sam', '{supervisor}', $2)`, [sam, NOW, sam]) // prettier-ignore
    const [opened] = await openEscalations(database, matter())
    const both = await Promise.allSettled([
      acknowledge(database, { ...decision(opened!.id, 1), plannedAction: 'ring now' }),
      acknowledge(database, { ...decision(opened!.id, 1, sam), plannedAction: 'visit' }),
    ])
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((r) => r.status === 'rejected') as PromiseRejectedResult
    const taken = (both.find((r) => r.status === 'fulfilled') as PromiseFulfilledResult<{ acknowledgedBy: unknown }>)
      .value
    expect(refused.reason).toBeInstanceOf(EscalationConflict)
    expect(refused.reason).toMatchObject({
      reason: 'already-acknowledged',
      current: { acknowledgedBy: taken.acknowledgedBy },
    })
    expect((await eventsOf(opened!.id)).filter((e) => e.kind === 'acknowledged')).toHaveLength(1)
  })

  it('waits for a new acknowledgement when it is raised after one', async () => {
    const [opened] = await openEscalations(database, matter())
    await acknowledge(database, { ...decision(opened!.id, 1), plannedAction: 'ring' })
    const raised = await raiseEscalation(database, {
      escalationId: opened!.id,
      tier: 'T3',
      because: 'said yes',
      key: 'answer-1',
      now: later(6),
      outbox,
      ladder: pageLadder,
    })
    expect(raised).toMatchObject({ tier: 'T3', state: 'open', acknowledgedBy: null })
    expect((await eventsOf(opened!.id)).map((e) => e.kind)).toEqual(['opened', 'acknowledged', 'raised'])
  })

  it('refuses a decision made on an older version, and one without a note', async () => {
    const [opened] = await openEscalations(database, matter())
    await raiseEscalation(database, {
      escalationId: opened!.id,
      tier: 'T3',
      because: 'more',
      key: 'k',
      now: later(1),
      outbox,
      ladder: pageLadder,
    })
    await expect(acknowledge(database, { ...decision(opened!.id, 1), plannedAction: 'ring' })).rejects.toMatchObject({
      reason: 'changed',
    })
    await expect(
      release(database, { ...decision(opened!.id, 2), outcome: 'contacted', contact: spoken(later(4)), note: '  ' }),
    ).rejects.toMatchObject({
      reason: 'note-missing',
    })
    await expect(
      release(database, { ...decision(randomUUID(), 1), outcome: 'contacted', contact: spoken(later(4)), note: 'x' }),
    ).rejects.toMatchObject({ reason: 'unknown' })
  })

  it('holds until a named human has released the last one; acknowledging does not end it', async () => {
    const opened = await openEscalations(database, matter({ findings: [finding('T2'), finding('T3', 'medical')] }))
    const [one, two] = opened as [(typeof opened)[0], (typeof opened)[0]]
    const taken = await acknowledge(database, { ...decision(one.id, 1), plannedAction: 'ring' })
    expect(await holdFor(database, personId)).toBe(true)
    await release(database, {
      ...decision(one.id, taken.version),
      outcome: 'contacted',
      contact: spoken(later(4)),
      note: 'spoke with Amira',
    })
    expect(await holdFor(database, personId)).toBe(true)
    const closed = await release(database, {
      ...decision(two.id, 1),
      outcome: 'contacted',
      contact: spoken(later(4)),
      note: 'seen at A&E',
    })
    expect(closed).toMatchObject({ state: 'closed', holds: false, acknowledgedBy: { id: dani } })
    expect(await holdFor(database, personId)).toBe(false)
    expect(await escalationsFor(database, personId)).toEqual([])
    const raise = {
      escalationId: one.id,
      tier: 'T3' as const,
      because: 'late',
      key: 'k',
      now: later(9),
      outbox,
      ladder: pageLadder,
    }
    await expect(raiseEscalation(database, raise)).rejects.toMatchObject({ reason: 'closed' })
  })

  it('sends the flag and everything that happens to it to the case record, in its own stream, once each', async () => {
    const [opened] = await openEscalations(database, matter())
    await database.transaction((client) => noteOnEscalation(client, { escalationId: opened!.id, staffId: null, key: 'a', text: 'acting: no', now: later(1), outbox })) // prettier-ignore
    await database.transaction((client) => noteOnEscalation(client, { escalationId: opened!.id, staffId: null, key: 'a', text: 'acting: no', now: later(1), outbox })) // prettier-ignore
    await acknowledge(database, { ...decision(opened!.id, 1), plannedAction: 'ring' })
    const { rows } = await database.query<{ type: string; stream: string; body: { kind?: string; flagId: string } }>(`select type, stream, body from outbox where body->>'flagId' = $1 order by seq`, [opened!.id]) // prettier-ignore
    expect(rows.map((r) => [r.stream, r.type, r.body.kind])).toEqual([
      ['risk', 'risk-flag', undefined],
      ['risk', 'risk-flag-event', 'answered'],
      ['risk', 'risk-flag-event', 'acknowledged'],
    ])
  })

  it("keeps an unlinked person's for the duty worker: no person, no case, the duty worker told, nothing for a record", async () => {
    await database.query(`insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'x', 'kit', 'Kit', 'Kit', '{duty-worker}', $2)`, [randomUUID(), NOW]) // prettier-ignore
    const unlinked = matter({ personId: null, caseId: null })
    const [opened] = await openEscalations(database, unlinked)
    const [joined] = await openEscalations(database, matter({ personId: null, caseId: null, now: later(2) }))
    const [elsewhere] = await openEscalations(
      database,
      matter({ personId: null, caseId: null, conversationId: 'another', now: later(2) }),
    )
    expect(opened).toMatchObject({ personId: null, caseId: null, holds: true })
    expect(opened!.told.map((t) => t.staff.firstName)).toEqual(['Kit'])
    expect([joined!.id === opened!.id, elsewhere!.id === opened!.id]).toEqual([true, false])
    expect((await database.query('select 1 from outbox where body->>$1 = $2', ['flagId', opened!.id])).rows).toEqual([])
  })

  it('leaves nothing when the outbox cannot take it, and all of it at the next try', async () => {
    const broken: Outbox = { enqueue: () => Promise.reject(new Error('full')), resend: outbox.resend }
    const message = matter()
    await expect(openEscalations(database, { ...message, outbox: broken })).rejects.toThrow('full')
    expect(await escalationsFor(database, personId)).toEqual([])
    expect(await openEscalations(database, message)).toHaveLength(1)
  })

  it('tells every listener when one is opened or changed', async () => {
    const heard: string[] = []
    const stop = database.subscribe('escalations', (id) => heard.push(id))
    const [opened] = await openEscalations(database, matter())
    for (let i = 0; i < 3000 && !heard.includes(opened!.id); i++) await new Promise((r) => setTimeout(r, 10))
    stop()
    expect(heard).toContain(opened!.id)
  })

  if (engine === 'postgres')
    it('two processes that hear the same message, or two at once, leave one escalation', async () => {
      const other = await connectPostgres({ url: database.url!, logger: silentLogger })
      const same = matter()
      const results = await Promise.all(Array.from({ length: 20 }, (_, i) => openEscalations(i % 2 ? other : database, i < 10 ? same : matter({ now: later(1) })))) // prettier-ignore
      expect(new Set(results.flat().map((e) => e.id)).size).toBe(1)
      expect(await escalationsFor(other, personId)).toHaveLength(1)
      await other.close()
    })
})
