import type { Database, Queryable } from '../database/database.ts'
import { acceptInvitation, type Accepted } from './acceptInvitation.ts'

/** An account of a channel, as the channel has authenticated it. */
export interface Account {
  channel: string
  tenant: string
  account: string
}

/** Whose account this is; undefined while nobody is linked. */
export async function findLinkedPerson(
  client: Queryable,
  { channel, tenant, account }: Account,
): Promise<string | undefined> {
  const { rows } = await client.query<{ person_id: string }>(
    'select person_id from accounts where channel = $1 and tenant = $2 and account = $3',
    [channel, tenant, account],
  )
  return rows[0]?.person_id
}

/** Five letters, six digits, as on the invitation: `BCDFG-123456`; spaces and a missing hyphen are forgiven. */
const TYPED_CODE = /^\s*([BCDFGHJKLMNPRTVX]{5})\s*[-– ]?\s*(\d{6})\s*$/i

/** Whether a message is an invitation code and nothing else, as typed in Teams. */
export function readTypedCode(text: string): { handle: string; code: string } | undefined {
  const [, handle, code] = TYPED_CODE.exec(text) ?? []
  return handle === undefined || code === undefined ? undefined : { handle: handle.toUpperCase(), code }
}

/**
 * Links an account to the person whose invitation code it sent. The same tries and expiry hold as on the page. The conversation
 * it was sent in, if given, becomes that person's. An account
 * that is linked already stays with its person: a practitioner unlinks first.
 */
export async function linkAccount(
  database: Database,
  account: Account & { conversationId?: string },
  attempt: { handle: string; code: string; now: Date },
): Promise<Accepted | { ok: false; why: 'already-linked'; triesLeft: number }> {
  if ((await findLinkedPerson(database, account)) !== undefined)
    return { ok: false, why: 'already-linked', triesLeft: 0 }
  const accepted = await acceptInvitation(database, attempt)
  if (!accepted.ok) return accepted
  const { rows } = await database.query<{ person_id: string }>(
    `insert into accounts (channel, tenant, account, person_id, linked_at) values ($1, $2, $3, $4, $5)
     on conflict (channel, tenant, account) do nothing returning person_id`,
    [account.channel, account.tenant, account.account, accepted.personId, attempt.now],
  )
  if (rows.length === 0) return { ok: false, why: 'already-linked', triesLeft: 0 }
  await database.query('update conversations set person_id = $2 where id = $1 and person_id is null', [
    account.conversationId ?? '',
    accepted.personId,
  ])
  return accepted
}
