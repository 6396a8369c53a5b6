import type { LocalDateTime } from '../shared/calendarDay.ts'
import type { Opening, Programme } from './programme.ts'

/** A module that a practitioner has assigned, and how far the sessions have opened it. */
export interface OpenModule {
  module: string
  step: number
}

/**
 * What a person may be offered now: only assigned modules, only steps that a session has opened (G3), only at their hours,
 * and what the remit allows for this case (G4). The newest step comes first, what
 * is marked `last` after everything else. Pure.
 */
export function openOffers(
  programmes: ReadonlyMap<string, Programme>,
  modules: readonly OpenModule[],
  now: LocalDateTime,
  authorised: readonly string[] = [],
): Opening[] {
  const offers = modules.flatMap(({ module, step }) =>
    (programmes.get(module)?.steps ?? [])
      .slice(0, step)
      .reverse()
      .flatMap(({ opens }) => opens)
      .filter((one) => (one['until-step'] ?? Infinity) >= step)
      .filter((one) => one.needs === undefined || authorised.includes(one.needs))
      .filter((one) => isAtItsHours(one, now.slice(11, 16))),
  )
  const once = offers.filter((one, n) => offers.findIndex((other) => other.offer === one.offer) === n)
  return [...once.filter((one) => !one.last), ...once.filter((one) => one.last)]
}

function isAtItsHours({ from, until }: Opening, time: string): boolean {
  if (from === undefined || until === undefined) return true
  return from <= until ? time >= from && time < until : time >= from || time < until
}
