import type { z } from 'zod'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { mustReachPerson } from '../cases/refusals.ts'
import type { caringChange } from '../contract/personShapes.ts'
import type { StaffParts } from '../parts.ts'

/** Records how a parent or carer stands to the child: what they call each other, and in what way they care for the child. */
export async function changeCaring(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
  { childCalled, called, carer }: z.output<typeof caringChange>,
): Promise<void> {
  const { database } = parts
  const now = parts.clock.now()
  const caseId = await database.transaction(async (client) => {
    const person = await mustReachPerson(client, caller, personId)
    if (person.role !== 'parent-carer')
      throw new Problem(422, 'not-a-parent', 'This can only be recorded for a parent or carer.')
    await client.query(
      'update people set child_called = $2, called = $3, carer = $4, version = version + 1 where id = $1',
      [personId, childCalled, called, carer],
    )
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'change-caring',
      caseId: person.caseId,
      personId,
    })
    return person.caseId
  })
  await database.publish('staff', caseId)
}
