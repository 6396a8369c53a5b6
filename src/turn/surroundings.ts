import type { Surroundings } from '../dialog-runner/types.ts'
import { londonDateTime } from '../shared/calendarDay.ts'
import { idFrom } from '../shared/ids.ts'
import { nextLook, nextLookWords } from '../rota/nextLook.ts'
import { wantsSmallerTasks } from './afterCare.ts'
import type { SituationPerson } from './situation.ts'
import { toldEarlier } from './told.ts'
import type { TurnParts } from './parts.ts'

/**
 * What dialogs are given besides state and input, for one turn of one person. Everything that could differ between two
 * tries of the same turn (ids, variants) follows from the turn's id.
 */
export function surroundingsFor(person: SituationPerson, turnId: string, now: Date, parts: TurnParts): Surroundings {
  return {
    dialogs: parts.dialogs,
    words: parts.words,
    role: person.role,
    band: person.band,
    language: 'en',
    plain: person.settings.plain === true,
    smallerTasks: wantsSmallerTasks(person.settings, now),
    now: londonDateTime(now),
    at: now.getTime(),
    names: namesFor(person, now, parts),
    seed: Number.parseInt(turnId.slice(0, 8), 16),
    newRun: (n) => idFrom(turnId, 'run', String(n)),
  }
}

/** The names that words may mention. Only true things: who is told and when stands here because it was committed before. */
export function namesFor(person: SituationPerson, now: Date, parts: TurnParts): Record<string, string> {
  return {
    name: person.preferredName,
    practitioner: person.practitioner.firstName,
    nextLook: nextLookWords(nextLook(parts.rota.current(), now), now),
    bot: parts.botName,
    service: parts.serviceName,
    child: person.childCalled ?? '',
    ...(person.called === null ? {} : { called: person.called }),
    ...toldEarlier(person),
    session: String(person.sessionNumber),
    sessions: String(person.sessionsPlanned),
  }
}
