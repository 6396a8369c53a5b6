import type { Queryable } from '../database/database.ts'
import type { Advance } from '../dialog-runner/types.ts'
import { inviteKeys } from '../measure-plan/inviteKeys.ts'
import { noteOnEscalation } from '../risk/acknowledge.ts'
import type { Unnumbered } from '../record/keepEvents.ts'
import { instantOf } from '../shared/calendarDay.ts'
import { idFrom } from '../shared/ids.ts'
import { AFTER_CARE } from './afterCare.ts'
import { isOfSessionLoop } from '../reminders/sessionReminders.ts'
import type { Commit } from './commit.ts'
import { administrations, dialogOf, selfHelpEvent } from './recordEffects.ts'
import type { SituationPerson } from './situation.ts'
import type { TurnParts } from './parts.ts'

type Write = (client: Queryable) => Promise<void>

/** Turns what a dialog wants done into writes of the turn's one transaction. Raising is not here: it was committed before. */
export function writesFor(
  advance: Advance,
  person: SituationPerson,
  turnId: string,
  now: Date,
  parts: TurnParts,
): Pick<Commit, 'alongside' | 'events' | 'opened'> {
  const writes: Write[] = []
  const events: Unnumbered[] = administrations(advance, person, now, parts)
  for (const [n, effect] of advance.effects.entries()) {
    const id = idFrom(turnId, 'effect', String(n))
    switch (effect.type) {
      case 'record':
        events.push(selfHelpEvent(effect, dialogOf(effect, advance), person, now, parts))
        break
      case 'note':
        events.push(noteEvent(effect, id, person, now, parts))
        break
      case 'remind':
        writes.push((client) => remind(client, effect, person, now))
        break
      case 'cancel-reminder':
        writes.push(
          async (client) =>
            void (await client.query(`update reminders set state = 'cancelled' where key = $1 and state = 'waiting'`, [
              effect.key,
            ])),
        )
        break
      case 'notice':
        writes.push(async (client) => {
          await client.query(
            'insert into notices (id, case_id, person_id, notice, detail, created_at) values ($1, $2, $3, $4, $5, $6)',
            [id, person.caseId, person.id, effect.notice, effect.detail ?? null, now],
          )
        })
        break
      case 'activate':
        writes.push(
          async (client) =>
            void (await client.query(
              `update people set state = 'active', version = version + 1 where id = $1 and state = 'joined'`,
              [person.id],
            )),
        )
        break
      case 'settings':
        writes.push(
          async (client) =>
            void (await client.query(
              'update people set settings = settings || $2, version = version + 1 where id = $1',
              [person.id, JSON.stringify(effect.settings)],
            )),
        )
        break
      case 'note-on-escalation':
        writes.push((client) => attachNote(client, effect.note, id, person, now, parts))
        break
      case 'saying':
        writes.push((client) => keepSaying(client, effect, id, person, now))
        break
      case 'raise':
        break
    }
  }
  for (const { run, how } of advance.finished)
    if (parts.measures.has(run.dialog))
      writes.push((client) =>
        closeRequest(client, person, run, how === 'completed' && run.answers.check?.state === 'given', now),
      )
  const opened = openedAtStart(advance)
  return {
    ...(opened ? { opened: { personId: person.id, ...opened } } : {}),
    alongside: writes,
    events: events.map((event) => ({ event, caseId: person.caseId, personId: person.id, at: now })),
  }
}

function noteEvent(
  effect: { text: string; purpose: string },
  id: string,
  person: SituationPerson,
  now: Date,
  parts: TurnParts,
): Unnumbered {
  const record = {
    recordType: 'entry' as const,
    module: 'general',
    name: effect.purpose === 'agenda' ? 'agenda' : 'note',
    fields: { text: effect.text },
  }
  return selfHelpEvent(
    { type: 'record', entry: `${id}/note`, record, skipped: [], declined: [] },
    { id: 'note', version: 1 },
    person,
    now,
    parts,
  )
}

/** Just a saying, as the person says: T0, for the weekly digest. */
async function keepSaying(
  client: Queryable,
  effect: { lane: string; term: string; words: string },
  id: string,
  person: SituationPerson,
  now: Date,
) {
  await client.query(
    'insert into sayings (id, case_id, person_id, term, lane, words, said_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, person.caseId, person.id, effect.term, effect.lane, effect.words, now],
  )
}

async function remind(
  client: Queryable,
  effect: { key: string; at: string; dialog: string; input: unknown },
  person: SituationPerson,
  now: Date,
) {
  await client.query(
    `insert into reminders (key, person_id, due_at, nudge_at, dialog, input, state, created_at) values ($1, $2, $3, $3, $4, $5, 'waiting', $6)
     on conflict (key) do update set due_at = excluded.due_at, nudge_at = excluded.nudge_at, dialog = excluded.dialog, input = excluded.input, state = 'waiting'`,
    [effect.key, person.id, instantOf(effect.at), effect.dialog, JSON.stringify(effect.input), now],
  )
}

async function closeRequest(
  client: Queryable,
  person: SituationPerson,
  run: { run: string; dialog: string },
  sent: boolean,
  now: Date,
) {
  if (!sent) return
  await client.query(
    `update measure_requests set state = 'sent', finished_at = $3, administration_id = $4 where person_id = $1 and measure = $2 and state in ('asked', 'started')`,
    [person.id, run.dialog, now, idFrom('entry', run.run)],
  )
  // With nothing left to ask for, nobody is invited or reminded.
  await client.query(
    `update reminders set state = 'cancelled' where key = any($2) and state = 'waiting'
       and not exists (select 1 from measure_requests where person_id = $1 and state in ('asked', 'started'))`,
    [person.id, inviteKeys(person.id)],
  )
}

/** What a person answered in the safety conversation stands with the matter it is about: the one opened last. */
async function attachNote(
  client: Queryable,
  text: string,
  key: string,
  person: SituationPerson,
  now: Date,
  parts: TurnParts,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from escalations where person_id = $1 and state <> 'closed' order by opened_at desc, id desc limit 1`,
    [person.id],
  )
  if (rows[0])
    await noteOnEscalation(client, { escalationId: rows[0].id, staffId: null, key, text, now, outbox: parts.outbox })
}

/**
 * What was chosen at the start, if a dialog was, or what of after-care came before it. What belongs to the loop between two
 * sessions is done with when it was answered: unanswered it comes again until the next thing takes its place.
 */
function openedAtStart(advance: Advance): { dialog: string; input: unknown } | undefined {
  const answered = advance.finished.find((f) => isOfSessionLoop(f.run.dialog))?.run
  if (answered) return { dialog: answered.dialog, input: answered.input }
  const inHand = advance.state.stack.at(-1)
  if (inHand && AFTER_CARE.includes(inHand.dialog)) return { dialog: inHand.dialog, input: inHand.input }
  const start = advance.finished.find((f) => f.run.dialog === 'home')?.run
  if (start === undefined) return undefined
  const tapped = ['rest', 'further', 'next'].flatMap((step) => {
    const answer = start.answers[step]
    return answer?.state === 'given' ? [answer.value] : []
  })
  const { openings } = start.input as { openings: { value: string; dialog?: string; input?: unknown }[] }
  // A reminder of a plan still to come is offered as today's plan.
  const chosen = openings.find((o) => tapped.includes(o.value) || (o.value === 'review-plan' && tapped.includes('todays-plan'))) // prettier-ignore
  return chosen?.dialog === undefined ? undefined : { dialog: chosen.dialog, input: chosen.input }
}
