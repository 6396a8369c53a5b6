import type { VisitState } from '../dialog-runner/index.ts'
import type { Programme } from '../programmes/programme.ts'
import { authorisedOn } from '../programmes/remit.ts'
import type { CalendarDay } from '../shared/calendarDay.ts'
import type { SituationPerson } from './situation.ts'

/** Dialogs that programmes open only with an authorisation which is not, or no longer, in force for this case (brief G4). */
export function lockedDialogs(
  programmes: ReadonlyMap<string, Programme>,
  person: Pick<SituationPerson, 'authorisations'>,
  today: CalendarDay,
): ReadonlySet<string> {
  const authorised = authorisedOn(person.authorisations, today)
  const opens = [...programmes.values()].flatMap(({ steps }) => steps.flatMap((step) => step.opens))
  const isOpen = ({ needs }: (typeof opens)[number]) => needs === undefined || authorised.includes(needs)
  const free = new Set(opens.filter(isOpen).map(({ dialog }) => dialog))
  return new Set(opens.map(({ dialog }) => dialog).filter((dialog) => !free.has(dialog)))
}

/** What was begun while it was authorised is left when that ends: in hand or put aside, it cannot be gone on with. */
export function withoutLocked(visit: VisitState, locked: ReadonlySet<string>): VisitState {
  const from = visit.stack.findIndex(({ dialog }) => locked.has(dialog))
  const aside = visit.aside.filter(({ dialog }) => !locked.has(dialog))
  if (from < 0 && aside.length === visit.aside.length) return visit
  return { ...visit, stack: from < 0 ? visit.stack : visit.stack.slice(0, from), aside }
}
