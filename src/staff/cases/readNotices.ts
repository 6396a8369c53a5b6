import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { Notice } from '../../dialog-kit/effects.ts'
import type { notice } from '../contract/caseShapes.ts'

/** What a notice says to staff. */
const NOTICE_WORDS: Record<Notice, string> = {
  stuck: 'Nothing done over two rounds: the bot has stopped proposing',
  'task-mismatch': 'Says it may be the wrong task',
  'teach-back-wrong-twice': 'Answered a safety question wrong twice in the first conversation',
  'not-the-right-person': 'Said they are not the person this was for',
  'wants-to-stop': 'Wants to stop',
  'wants-a-pause': 'Wants a pause',
  'measure-not-available': 'A measure was due and is not available',
  'measure-missed': 'Not answered before the session, so ask for it there',
  'does-not-recognise-agreement': 'Does not recognise what was agreed',
  'could-not-understand': 'The bot could not understand; saved for you',
  'how-we-handled-it': 'For the supervisor: whether how an alert was handled was OK',
  'step-up': 'To look at before the next step, or beyond this programme',
  'scope-flag': 'Outside what this service works on, said to be one to take to you',
}

/** Notices of a case, unseen ones first, newest first. */
export async function readNotices(client: Queryable, caseId: string): Promise<z.infer<typeof notice>[]> {
  const { rows } = await client.query<{
    id: string
    person_id: string
    notice: string
    detail: string | null
    created_at: Date
    seen_at: Date | null
    seen_by: string | null
  }>(
    `select n.id, n.person_id, n.notice, n.detail, n.created_at, n.seen_at, s.display_name as seen_by
     from notices n left join staff s on s.id = n.seen_by where n.case_id = $1
     order by (n.seen_at is not null), n.created_at desc, n.id limit 100`,
    [caseId],
  )
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    notice: row.notice,
    words: [(NOTICE_WORDS as Record<string, string>)[row.notice] ?? row.notice, row.detail].filter((w) => w).join(': '),
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at?.toISOString() ?? null,
    seenBy: row.seen_by,
  }))
}
