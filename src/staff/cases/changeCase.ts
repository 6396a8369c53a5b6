import type { z } from 'zod'
import { moveAgenda } from '../../reminders/sessionReminders.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import type { caseChange } from '../contract/caseShapes.ts'
import type { StaffParts } from '../parts.ts'
import { casesInReach } from '../reach.ts'
import { noSuchCase } from './refusals.ts'
import { mustBeSupervisor } from './supervisor.ts'

/** Columns that a change may set, by the name in the request. */
const COLUMNS = {
  sessionNumber: 'session_number',
  sessionsPlanned: 'sessions_planned',
  nextSessionAt: 'next_session_at',
  careStatus: 'care_status',
  supervisorId: 'supervisor_id',
  setup: 'setup',
  normGroup: 'norm_group',
} as const

const JSON_COLUMNS: ReadonlySet<string> = new Set(['setup', 'normGroup'])

/** Changes a case from the version the caller saw; a change made meanwhile is never overwritten (409). */
export async function changeCase(
  parts: StaffParts,
  caller: StaffCaller,
  caseId: string,
  change: z.output<typeof caseChange>,
): Promise<void> {
  const { database } = parts
  const now = parts.clock.now()
  if (change.supervisorId) await mustBeSupervisor(database, change.supervisorId)
  const given = Object.entries(COLUMNS).filter(([name]) => change[name as keyof typeof COLUMNS] !== undefined)
  const values = given.map(([name]) => {
    const value = change[name as keyof typeof COLUMNS]
    return JSON_COLUMNS.has(name) && value !== null ? JSON.stringify(value) : value
  })
  const set = given.map(([, column], i) => `${column} = $${i + 5}`)
  await database.transaction(async (client) => {
    const { rowCount } = await client.query(
      `update cases k set ${[...set, 'version = version + 1', 'updated_at = $4'].join(', ')}
       where k.id = $2 and k.version = $3 and ${casesInReach(caller, 'change-cases')}`,
      [caller.staffId, caseId, change.version, now, ...values],
    )
    if (rowCount !== 1) {
      const { rows } = await client.query<{ version: number }>(
        `select k.version from cases k where k.id = $2 and ${casesInReach(caller, 'change-cases')}`,
        [caller.staffId, caseId],
      )
      if (!rows[0]) throw noSuchCase()
      throw new Problem(
        409,
        'changed-meanwhile',
        'Somebody changed this case since you opened it. Look again, then change it.',
        { version: rows[0].version },
      )
    }
    if (change.nextSessionAt !== undefined) {
      const next = change.nextSessionAt === null ? null : new Date(change.nextSessionAt)
      await moveAgenda(client, { caseId, next, now, rules: parts.reminderRules.session })
    }
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'change-case',
      caseId,
      detail: { fields: given.map(([name]) => name) },
    })
  })
  await database.publish('staff', caseId)
}
