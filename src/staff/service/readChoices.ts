import type { z } from 'zod'
import { londonDay } from '../../shared/calendarDay.ts'
import type { choices } from '../contract/serviceShapes.ts'
import type { StaffParts } from '../parts.ts'
import { conversationRoles } from '../../measures/clearance.ts'
import { whyNotMeasure } from '../people/measureAvailability.ts'
import { REMIT } from '../../programmes/remit.ts'
import { whyNotModule } from '../remit.ts'

/** What forms may offer; what is not available comes with the reason. */
export async function readChoices(parts: StaffParts): Promise<z.infer<typeof choices>> {
  const today = londonDay(parts.clock.now())
  const { rows } = await parts.database.query<{ staffId: string; name: string }>(
    `select id as "staffId", display_name as name from staff where active and 'supervisor' = any(roles) order by display_name`,
  )
  const offer = (whyNot: string | null) => ({ available: whyNot === null, whyNot })
  return {
    modules: REMIT.filter(({ listed }) => listed !== 'should-not').map(({ id, title, roles }) => ({
      id,
      title,
      roles: [...roles],
      steps: (parts.programmes.get(id)?.steps ?? []).map(({ title, task }) => ({ title, task })),
      ...offer(whyNotModule(id, null, parts.programmes)),
    })),
    // Forms that nobody the bot talks with fills in, and instruments whose items were not found, are no choice.
    measures: [...parts.measures.values()]
      .filter((m) => m.asked !== 'not-known' && conversationRoles(m).length > 0)
      .map((m) => ({ id: m.id, title: m.title, roles: conversationRoles(m), ...offer(whyNotMeasure(m, null, today)) })),
    supervisors: rows,
    informationVersion: parts.informationVersion,
  }
}
