import { z } from 'zod'
import { instant } from './shapes.ts'

/** The acknowledgement ladder of an alert (brief 4.4) as staff see it. */

export const told = z
  .object({
    name: z.string(),
    route: z.string(),
    state: z.enum(['waiting', 'sent', 'failed', 'not-needed']),
    at: instant.nullable().describe('When it went; null while it has not.'),
    tries: z.int(),
    nextTryAt: instant.nullable(),
  })
  .meta({ id: 'Told', description: 'Who an alert was sent to, by which route, and whether it went. Sent is not seen.' })

export const nextRung = z
  .object({
    rung: z.string(),
    dueAt: instant,
    tells: z.array(z.string()).describe('Names, from the rota as it stands now; worked out anew when it is due.'),
    onPageOnly: z.boolean().describe('It stands on their page then, and nothing is sent.'),
  })
  .meta({ id: 'NextRung', description: 'Who is told next and when, unless somebody acknowledges before.' })

export const ladderStep = z
  .object({
    id: z.uuid(),
    round: z.int().describe('Being raised, new facts and a handover each begin another round.'),
    rung: z.string(),
    state: z
      .enum(['waiting', 'run', 'silent', 'replaced'])
      .describe('silent: somebody had acknowledged by then; replaced: another round had begun.'),
    dueAt: instant,
    ranAt: instant.nullable(),
    onPageOnly: z.boolean(),
    incidentLog: z.boolean().describe('That it came this far is for the incident log.'),
    tells: z.array(z.string()).describe('Whom a waiting step will tell.'),
    told: z.array(told).describe('Whom it told, by every route.'),
  })
  .meta({ id: 'LadderStep' })
