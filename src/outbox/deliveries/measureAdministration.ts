import type { MeasureAdministrationBody } from '../../case-record/types.ts'
import { addMeasureAdministration } from '../../case-record/writes.ts'
import type { ItemAnswer, MeasureAdministration, ScaleScore } from '../../record/events.ts'
import type { Delivery } from './delivery.ts'

/** A measure, item by item, with its score or the reason why there is none. */
export function deliverMeasureAdministration(event: MeasureAdministration): Delivery {
  const body: MeasureAdministrationBody = {
    administrationId: event.entryId,
    version: event.version,
    personId: event.personId,
    respondent: event.respondent,
    measure: { id: event.measure, version: event.measureVersion },
    startedAt: event.startedAt,
    completedAt: event.occurredAt,
    localDate: event.localDate,
    contentVersion: event.contentVersion,
    answers: event.answers.map(answer),
    score: event.score,
    ...(event.scales !== undefined && { scales: event.scales.map(scale) }),
    ...(event.careActivityRef !== undefined && { careActivityRef: event.careActivityRef }),
    fast: event.fast,
  }
  return {
    kind: 'measure-administration',
    id: event.entryId,
    version: event.version,
    body,
    send: (client, caseRef, idempotencyKey) => addMeasureAdministration(client, { caseRef, idempotencyKey, body }),
  }
}

/** An answer that was not given has no number at all: neither 0 nor null. */
function answer({ item, state, answer }: ItemAnswer): MeasureAdministrationBody['answers'][number] {
  if (state !== 'given') return { item, state }
  if (answer === null) throw new TypeError('a given answer without a number')
  return { item, state, answer }
}

function scale({ code, tScore, ...same }: ScaleScore): NonNullable<MeasureAdministrationBody['scales']>[number] {
  if (tScore === undefined) return { ...same, ...(code !== null && { code }) }
  const { convention, ...norms } = tScore
  return {
    ...same,
    ...(code !== null && { code }),
    tScore: { ...norms, ...(convention !== null && { convention }) },
  }
}
