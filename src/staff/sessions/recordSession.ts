import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { SessionRecord } from '../../record/events.ts'
import { keepEvents } from '../../record/keepEvents.ts'
import { endSessionLoop, moveAgenda, planReminders, remindersOf } from '../../reminders/sessionReminders.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { mustReachPerson, noSuchPerson } from '../cases/refusals.ts'
import type { newSession } from '../contract/sessions.ts'
import type { StaffParts } from '../parts.ts'
import { openStepWithin } from '../people/openStep.ts'

type NewSession = z.output<typeof newSession>

/** A session may be recorded this long before it is over. */
const EARLY_MS = 2 * 3_600_000

/**
 * Records a session (brief 1.0, 6.1): one commit for the record and its place in the outbox, the step it opens (G3), the
 * next date, and what the bot does until then. The same record sent twice is kept once.
 */
export async function recordSession(
  parts: StaffParts,
  caller: StaffCaller,
  caseId: string,
  session: NewSession,
): Promise<void> {
  const { database } = parts
  const now = parts.clock.now()
  mustMakeSense(session, now)
  await database.transaction(async (client) => {
    const person = await mustReachPerson(client, caller, session.personId)
    if (person.caseId !== caseId) throw noSuchPerson()
    const standing = await lockCase(client, caseId)
    if (await isKept(client, caseId, session.sessionId)) return
    if (standing.version !== session.version)
      throw new Problem(
        409,
        'changed-meanwhile',
        'Somebody changed this case since you opened it. Look again, then record the session.',
        { version: standing.version },
      )
    await keepSession(client, parts, caller, { caseId, session, number: standing.session_number, role: person.role })
    if (session.openStep)
      await openStepWithin(client, parts, caller, { ...session.openStep, personId: person.id, caseId })
    await moveOn(client, caseId, session, now)
    await beginLoop(client, parts, caller, caseId, session)
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'record-session',
      caseId,
      personId: person.id,
      subjectId: session.sessionId,
      detail: { number: standing.session_number, attendance: session.attendance },
    })
  })
  await database.publish('staff', caseId)
}

function mustMakeSense(session: NewSession, now: Date): void {
  const { attendance, agreed, openStep, startsAt, nextSessionAt, promptAt, checkAt } = session
  const refuse = (words: string) => {
    throw new Problem(422, 'session-does-not-fit', words)
  }
  const held = attendance === 'attended'
  if (!held && (agreed !== null || openStep !== null))
    refuse('Only a session that took place agrees a task or opens a step: the bot stays with the present one.')
  if (held && Date.parse(startsAt) > now.getTime() + EARLY_MS) refuse('This session has not begun yet.')
  if (nextSessionAt !== null && Date.parse(nextSessionAt) <= Date.parse(startsAt))
    refuse('The next session is not after this one.')
  if (agreed === null && (promptAt !== null || checkAt !== null)) refuse('There is no task to be reminded of.')
  const [first, check] = [promptAt, checkAt].map((at) => (at === null ? null : Date.parse(at)))
  if (first !== null && first! <= now.getTime()) refuse('The first prompt is in the past.')
  if (check !== null && check! <= (first ?? now.getTime())) refuse('The check comes after the first prompt.')
}

async function lockCase(client: Queryable, caseId: string): Promise<{ version: number; session_number: number }> {
  const { rows } = await client.query<{ version: number; session_number: number }>(
    'select version, session_number from cases where id = $1 for update',
    [caseId],
  )
  return rows[0]!
}

async function isKept(client: Queryable, caseId: string, sessionId: string): Promise<boolean> {
  const { rows } = await client.query<{ case_id: string; type: string }>(
    'select case_id, type from record_events where entry_id = $1 limit 1',
    [sessionId],
  )
  if (rows[0] && (rows[0].case_id !== caseId || rows[0].type !== 'session-record'))
    throw new Problem(422, 'session-id-used', 'This id belongs to something else.')
  return rows.length > 0
}

async function keepSession(
  client: Queryable,
  { outbox, contentVersion, clock }: StaffParts,
  caller: StaffCaller,
  kept: { caseId: string; session: NewSession; number: number; role: 'young-person' | 'parent-carer' },
): Promise<void> {
  const { caseId, session, number, role } = kept
  const now = clock.now()
  const event: Omit<SessionRecord, 'version'> = {
    type: 'session-record',
    entryId: session.sessionId,
    personId: session.personId,
    respondent: 'practitioner',
    occurredAt: now.toISOString(),
    localDate: londonDay(now),
    contentVersion,
    number,
    startsAt: new Date(session.startsAt).toISOString(),
    minutes: session.attendance === 'attended' ? session.minutes : null,
    how: session.how,
    attendance: session.attendance,
    present: session.present.length > 0 || session.attendance !== 'attended' ? session.present : [role],
    agreed: session.agreed,
    nextSessionAt: session.nextSessionAt === null ? null : new Date(session.nextSessionAt).toISOString(),
    note: session.note || null,
    careActivityRef: null,
    recordedBy: caller.displayName,
  }
  await keepEvents(client, [{ event, caseId, personId: session.personId, at: now }], outbox)
}

/** The episode clock: only a session that took place counts (brief 6.2). */
const moveOn = (client: Queryable, caseId: string, { attendance, nextSessionAt }: NewSession, now: Date) =>
  client.query(
    `update cases set session_number = session_number + $2, next_session_at = $3, version = version + 1, updated_at = $4 where id = $1`,
    [caseId, attendance === 'attended' ? 1 : 0, nextSessionAt, now],
  )

/** What the bot does until the next session. After one that did not take place, what was agreed before still stands. */
async function beginLoop(
  client: Queryable,
  parts: StaffParts,
  caller: StaffCaller,
  caseId: string,
  session: NewSession,
): Promise<void> {
  const now = parts.clock.now()
  const rules = parts.reminderRules.session
  const next = session.nextSessionAt === null ? null : new Date(session.nextSessionAt)
  if (session.attendance === 'attended') await endSessionLoop(client, session.personId)
  if (session.agreed !== null) {
    const { rows } = await client.query<{ module: string; step: number }>(
      `select module, step_opened as step from assignments where person_id = $1 and ended_at is null
       order by (id = $2::uuid) desc nulls last, assigned_at desc limit 1`,
      [session.personId, session.openStep?.assignmentId ?? null],
    )
    const agreement = {
      sessionId: session.sessionId,
      personId: session.personId,
      agreed: session.agreed,
      module: rows[0]?.module ?? null,
      promptAt: session.promptAt === null ? null : new Date(session.promptAt),
      checkAt: session.checkAt === null ? null : new Date(session.checkAt),
    }
    await client.query(
      `insert into agreements (session_id, case_id, person_id, module, step, agreed, prompt_at, check_at, agreed_by, agreed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        agreement.sessionId,
        caseId,
        agreement.personId,
        agreement.module,
        rows[0]?.step ?? null,
        agreement.agreed,
        agreement.promptAt,
        agreement.checkAt,
        caller.staffId,
        now,
      ],
    )
    await planReminders(client, agreement.personId, remindersOf(agreement, next, now, rules), now)
  }
  await moveAgenda(client, { caseId, next, now, rules })
}
