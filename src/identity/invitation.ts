import type { Database } from '../database/database.ts'
import { newId } from '../shared/ids.ts'
import { hashCode, hashSecret, newDigits, newSecret } from './secrets.ts'

/** Days an invitation may be used (brief 2.1). */
export const INVITATION_DAYS = 7
/** Letters of the stored link that stand before the code when it is typed in Teams, where there is no link to open. */
export const HANDLE_LETTERS = 5

/** An invitation as handed to a person, once: nothing of it can be read back later. */
export interface IssuedInvitation {
  id: string
  /** Opens the chat page; the secret stands after `#`, so that it reaches no server log and no Referer header. */
  link: string
  /** Six digits, given in person or by video, never together with the link. */
  code: string
  /** What the person sends to the bot in Teams instead: `BCDFG-123456`. */
  teamsCode: string
  expiresAt: Date
}

/** Issues a single-use invitation and makes every earlier one of this person useless. Shown once by whoever calls it. */
export async function issueInvitation(
  database: Database,
  invitation: { personId: string; issuedBy: string | null; now: Date; publicUrl: string },
): Promise<IssuedInvitation> {
  const { personId, issuedBy, now, publicUrl } = invitation
  const secret = newSecret()
  const code = newDigits(6)
  const linkHash = hashSecret(secret)
  const codeHash = await hashCode(code)
  const id = newId()
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000)
  await database.transaction(async (client) => {
    await client.query(
      'update invitations set replaced_at = $2 where person_id = $1 and used_at is null and replaced_at is null',
      [personId, now],
    )
    await client.query(
      `insert into invitations (id, person_id, link_hash, code_hash, expires_at, issued_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, personId, linkHash, codeHash, expiresAt, issuedBy, now],
    )
  })
  return {
    id,
    link: `${publicUrl.replace(/\/$/, '')}/chat/#join=${secret}`,
    code,
    teamsCode: `${linkHash.slice(0, HANDLE_LETTERS)}-${code}`,
    expiresAt,
  }
}
