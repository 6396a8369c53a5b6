import type { z } from 'zod'
import { londonDay } from '../../shared/calendarDay.ts'
import { newId } from '../../shared/ids.ts'
import { readActiveGoals } from '../../record/readGoals.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { mustReachPerson } from '../cases/refusals.ts'
import type { measureRequest } from '../contract/personShapes.ts'
import type { StaffParts } from '../parts.ts'
import { whyNotMeasure } from './measureAvailability.ts'

type MeasureRequest = z.infer<typeof measureRequest>

/** Asks a person for a measure; the bot brings it up when they are next here. One open request a measure. */
export async function requestMeasure(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
  wanted: { measure: string; reason: MeasureRequest['reason'] },
): Promise<MeasureRequest> {
  const { database, measures } = parts
  const now = parts.clock.now()
  const id = newId()
  const definition = measures.get(wanted.measure)
  const caseId = await database.transaction(async (client) => {
    const person = await mustReachPerson(client, caller, personId)
    const why = whyNotMeasure(definition, person, londonDay(now))
    if (why !== null) throw new Problem(422, 'measure-not-available', why)
    if (definition?.asked === 'goal-by-goal' && (await readActiveGoals(client, personId)).length === 0)
      throw new Problem(422, 'no-goal', 'No goal is agreed with this person yet. Agree one first, in a session.')
    // The person's row is held, so that two requests at once do not both find nothing open.
    await client.query('select 1 from people where id = $1 for update', [personId])
    const open = await client.query(
      `select 1 from measure_requests where person_id = $1 and measure = $2 and state in ('asked', 'started')`,
      [personId, wanted.measure],
    )
    if (open.rows.length > 0)
      throw new Problem(409, 'already-asked', 'This measure has been asked for and is still open.')
    await client.query(
      `insert into measure_requests (id, person_id, measure, asked_by, reason, state, asked_at) values ($1, $2, $3, $4, $5, 'asked', $6)`,
      [id, personId, wanted.measure, caller.staffId, wanted.reason, now],
    )
    await writeAudit(client, now, {
      staffId: caller.staffId, action: 'request-measure', caseId: person.caseId, personId, subjectId: id, detail: { measure: wanted.measure },
    }) // prettier-ignore
    return person.caseId
  })
  await database.publish('staff', caseId)
  return {
    id,
    ...wanted,
    title: definition?.title ?? wanted.measure,
    state: 'asked',
    askedAt: now.toISOString(),
    finishedAt: null,
  }
}

/** Withdraws a request that has not been sent in. Answers already given to a risk item have acted and stay. */
export async function withdrawMeasure(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
  requestId: string,
): Promise<MeasureRequest> {
  const { database, measures } = parts
  const now = parts.clock.now()
  const { caseId, row } = await database.transaction(async (client) => {
    const person = await mustReachPerson(client, caller, personId)
    const { rows } = await client.query<{ measure: string; reason: MeasureRequest['reason']; asked_at: Date }>(
      `update measure_requests set state = 'withdrawn', finished_at = $3 where id = $1 and person_id = $2 and state in ('asked', 'started')
       returning measure, reason, asked_at`,
      [requestId, personId, now],
    )
    if (!rows[0]) throw new Problem(409, 'not-open', 'This request is not open any more.')
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'withdraw-measure',
      caseId: person.caseId,
      personId,
      subjectId: requestId,
    })
    return { caseId: person.caseId, row: rows[0] }
  })
  await database.publish('staff', caseId)
  return {
    id: requestId,
    measure: row.measure,
    title: measures.get(row.measure)?.title ?? row.measure,
    reason: row.reason,
    state: 'withdrawn',
    askedAt: row.asked_at.toISOString(),
    finishedAt: now.toISOString(),
  }
}
