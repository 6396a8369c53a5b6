import type { z } from 'zod'
import { nextLook, nextLookWords } from '../rota/nextLook.ts'
import type { meReply } from './chatShapes.ts'
import type { ChatParts } from './chatParts.ts'
import type { Device } from './device.ts'
import { LOCK_AFTER_MS } from './deviceLocks.ts'
import { readSettings } from './settings.ts'

/** What the page shows around the conversation. Nothing about the person or their practitioner leaves before the PIN. */
export async function describeMe(parts: ChatParts, device: Device): Promise<z.infer<typeof meReply>> {
  const { rows } = await parts.database.query<{
    preferred_name: string
    role: 'young-person' | 'parent-carer'
    band: string
    state: 'invited' | 'joined' | 'active' | 'paused' | 'closed'
    settings: unknown
    practitioner: string
  }>(
    `select p.preferred_name, p.role, p.band, p.state, p.settings, s.first_name as practitioner
     from people p join cases c on c.id = p.case_id join staff s on s.id = c.practitioner_id where p.id = $1`,
    [device.personId],
  )
  const row = rows[0]
  if (row === undefined) throw new Error('A device belongs to nobody')
  const now = parts.clock.now()
  const look = nextLook(parts.rota.current(), now)
  const open = device.door === 'open'
  return {
    door: device.door,
    botName: parts.botName,
    serviceName: parts.serviceName,
    neutralSite: parts.neutralSite,
    demonstration: parts.demonstration,
    lockAfterSeconds: LOCK_AFTER_MS / 1000,
    settings: readSettings(row.settings),
    pushKey: open ? parts.pushKey : null,
    person: open
      ? {
          preferredName: row.preferred_name,
          role: row.role,
          band: row.band,
          state: row.state,
          messagesAreRead: row.state === 'joined' || row.state === 'active',
        }
      : null,
    practitioner: open
      ? {
          firstName: row.practitioner,
          staffedNow: look.staffedNow,
          nextLook: { at: look.at.toISOString(), words: nextLookWords(look, now) },
        }
      : null,
  }
}
