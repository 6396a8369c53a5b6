import type { Queryable } from '../../database/database.ts'
import { readRota } from '../../rota/readRota.ts'
import type { Rota } from '../../rota/rota.ts'
import type { StaffedHours } from '../../rota/staffedHours.ts'
import { idFrom } from '../../shared/ids.ts'
import type { LadderRules } from './ladderFile.ts'
import { planAgain, planRungs, type PlannedRung } from './planRungs.ts'
import { beginRound, fallSilent, keepRung, lockClimbing, rungsOf, type Climbing, type Rung } from './rungs.ts'
import { whoIsTold } from './whoIsTold.ts'

/** What the ladder's steps are taken with. */
export interface ClimbParts {
  rules: LadderRules
  hours: StaffedHours
  /** Routes outside the staff page that are set up in this service. */
  outside: readonly string[]
}

/**
 * Begins the ladder of a matter, or begins it anew because it was raised: plans its rungs and runs those
 * that are due. Part of the transaction that opens or raises it, so an escalation never stands without a ladder.
 */
export async function beginClimb(client: Queryable, escalationId: string, now: Date, parts: ClimbParts): Promise<void> {
  const matter = await lockClimbing(client, escalationId)
  if (matter?.state !== 'open') return
  const rota = await readRota(client, parts.hours, now)
  const { tier, priority, lane } = matter
  const planned = planRungs({ tier, priority, from: now }, rota, parts.rules)
  const also = parts.rules.also_told[lane] ?? []
  for (const rung of planned)
    if (rung.rung === 'first' || rung.rung === 'on-the-page') rung.tell = [...rung.tell, ...also]
  const rungs = await beginRound(client, escalationId, planned)
  await runDue(client, matter, rungs, rota, now, parts)
}

/**
 * Begins the ladder anew for whoever a matter was handed over to: they are told at once by every route, at work or not, and
 * so is whoever stands in for them. The others were told before; they are told again when their rungs come.
 */
export async function beginHandedOver(
  client: Queryable,
  escalationId: string,
  now: Date,
  parts: ClimbParts,
): Promise<void> {
  const matter = await lockClimbing(client, escalationId)
  if (matter?.state !== 'open') return
  const rota = await readRota(client, parts.hours, now)
  // What had come due meanwhile must not be lost with the round it stands in.
  const before = await rungsOf(client, escalationId)
  if (before.length > 0) await runDue(client, matter, before, rota, now, parts)
  const handed: PlannedRung = {
    rung: 'handed-over',
    dueAt: now,
    tell: ['handed-to', 'practitioner'],
    by: 'every-route',
    incidentLog: false,
  }
  const later = planRungs({ ...matter, from: now }, rota, parts.rules).filter((rung) => rung.dueAt > now)
  const rungs = await beginRound(client, escalationId, [handed, ...later])
  await runDue(client, matter, rungs, rota, now, parts)
}

/**
 * Runs every rung of a matter that is due, each once whoever asks and however often; silent where somebody has
 * acknowledged. True when something was done. In a transaction of its own.
 */
export async function climb(client: Queryable, escalationId: string, now: Date, parts: ClimbParts): Promise<boolean> {
  const matter = await lockClimbing(client, escalationId)
  if (!matter) return false
  const rungs = await rungsOf(client, escalationId)
  if (rungs.length === 0) {
    await beginClimb(client, escalationId, now, parts)
    return matter.state === 'open'
  }
  const due = rungs.some((rung) => rung.state === 'waiting' && rung.dueAt <= now)
  if (matter.state !== 'open') {
    await fallSilent(client, escalationId)
    return false
  }
  if (due) await runDue(client, matter, rungs, await readRota(client, parts.hours, now), now, parts)
  return due
}

async function runDue(
  client: Queryable,
  matter: Climbing,
  rungs: readonly Rung[],
  rota: Rota,
  now: Date,
  parts: ClimbParts,
): Promise<void> {
  for (const rung of rungs)
    if (rung.state === 'waiting' && rung.dueAt <= now) await runRung(client, matter, rung, rota, now, parts)
  const last = rungs.at(-1)!
  if (last.dueAt > now) return
  const again = planAgain(matter.tier, now, rota, parts.rules)
  const position = last.position + 1
  if (again)
    await keepRung(client, {
      ...again,
      id: idFrom('rung', matter.id, String(last.round), String(position)),
      escalationId: matter.id,
      round: last.round,
      position,
      state: 'waiting',
    })
}

/** Tells everybody this rung tells: their alerts stand with it in one commit, and are sent afterwards. */
async function runRung(
  client: Queryable,
  matter: Climbing,
  rung: Rung,
  rota: Rota,
  now: Date,
  parts: ClimbParts,
): Promise<void> {
  const told = whoIsTold(rung, matter, rota, now)
  for (const { staffId, by } of told) {
    await keepAlert(client, rung, 'staff-page', staffId, now)
    if (by === 'page') continue
    const routes = rota.staff.get(staffId)?.routes ?? []
    for (const route of parts.outside) if (routes.includes(route)) await keepAlert(client, rung, route, staffId, now)
  }
  await client.query(
    `insert into escalation_events (id, escalation_id, at, kind, body) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
    [
      idFrom('rung-run', rung.id),
      matter.id,
      now,
      told.length > 0 ? 'paged' : 'paged-nobody',
      JSON.stringify({
        rung: rung.rung,
        dueAt: rung.dueAt.toISOString(),
        told: told.map(({ staffId, by }) => ({ staffId, name: rota.staff.get(staffId)?.displayName ?? '', by })),
        ...(rung.incidentLog ? { incidentLog: true } : {}),
      }),
    ],
  )
  await client.query(`update ladder_rungs set state = 'run', run_at = $2 where id = $1`, [rung.id, now])
}

/** The staff page reads the escalations themselves: this alert has arrived once it is committed. Any other is sent afterwards. */
async function keepAlert(client: Queryable, rung: Rung, route: string, staffId: string, now: Date): Promise<void> {
  const arrived = route === 'staff-page'
  await client.query(
    `insert into alerts (id, escalation_id, rung_id, route, staff_id, state, attempts, sent_at, next_attempt_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [idFrom('alert', rung.id, route, staffId), rung.escalationId, rung.id, route, staffId, arrived ? 'sent' : 'waiting',
      arrived ? 1 : 0, arrived ? now : null, arrived ? null : now, now],
  ) // prettier-ignore
}
