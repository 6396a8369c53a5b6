import type { Schemas } from '../api/client.ts'
import { instantOf, localInput } from '../words/index.ts'

export type Reminders = 'prompt-and-check' | 'check' | 'none'

/** What is typed into the record of a session, before it is sent. Times are in England's, as `datetime-local` has them. */
export interface SessionDraft {
  personId: string
  attendance: Schemas['Attendance']
  startsAt: string
  minutes: string
  how: Schemas['SessionWay']
  alsoThere: boolean
  openStep: boolean
  /** Null until somebody has typed: the step's template stands there and follows the step. */
  agreed: string | null
  reminders: Reminders
  promptAt: string
  checkAt: string
  nextSessionAt: string
  note: string
}

const DAY_MS = 86_400_000
const QUARTER_MS = 15 * 60_000
const daysLater = (instant: Date, days: number): string =>
  localInput(new Date(instant.getTime() + days * DAY_MS).toISOString())
const atTime = (local: string, time: string): string => `${local.slice(0, 10)}T${time}`
const isWeekend = (local: string): boolean => [0, 6].includes(new Date(`${local.slice(0, 10)}T12:00Z`).getUTCDay())
const afterSchool = (local: string): string => atTime(local, isWeekend(local) ? '11:00' : '17:00')

/** A record that needs three taps where everything went as planned: the session that was due, a week until the next. */
export function firstDraft(shown: Schemas['CaseDetail'], now: Date): SessionDraft {
  const due = shown.nextSessionAt === null ? null : new Date(shown.nextSessionAt)
  const startsAt = due !== null && due.getTime() <= now.getTime() + 2 * 3_600_000 ? due : quarterBefore(now)
  const lead = shown.people.find(({ role }) => role === 'young-person') ?? shown.people[0]
  return {
    personId: lead?.id ?? '',
    attendance: 'attended',
    startsAt: localInput(startsAt.toISOString()),
    minutes: '50',
    how: 'face-to-face',
    alsoThere: false,
    openStep: false,
    agreed: null,
    reminders: 'prompt-and-check',
    promptAt: afterSchool(daysLater(now, 1)),
    checkAt: afterSchool(daysLater(now, 3)),
    nextSessionAt: daysLater(startsAt, 7),
    note: '',
  }
}

const quarterBefore = (now: Date): Date => new Date(Math.floor(now.getTime() / QUARTER_MS) * QUARTER_MS)

/** The module that the session was about: the one assigned last. */
export const moduleOf = (person: Schemas['Person'] | undefined): Schemas['Assignment'] | undefined =>
  person?.assignments.find(({ endedAt }) => endedAt === null)

/** The step that is open after the session, and the one that it may open. */
export function stepsOf(
  assignment: Schemas['Assignment'] | undefined,
  modules: Schemas['Choices']['modules'],
  openNext: boolean,
): { next: { number: number; title: string } | undefined; template: string } {
  const steps = modules.find(({ id }) => id === assignment?.module)?.steps ?? []
  const open = assignment?.stepOpened ?? 0
  const next = steps[open]
  const standing = openNext && next ? next : steps[open - 1]
  return { next: next && { number: open + 1, title: next.title }, template: standing?.task ?? '' }
}

/** What is sent. `null` where a time that is needed was not given. */
export function toRecord(
  draft: SessionDraft,
  about: {
    sessionId: string
    version: number
    agreed: string
    assignment: Schemas['Assignment'] | undefined
    person: Schemas['Person']
  },
): Schemas['NewSession'] | null {
  const startsAt = instantOf(draft.startsAt)
  if (startsAt === null) return null
  const held = draft.attendance === 'attended'
  const agreed = held ? about.agreed.trim() || null : null
  const at = (wanted: boolean, local: string) => (agreed !== null && wanted && local ? instantOf(local) : null)
  return {
    sessionId: about.sessionId,
    version: about.version,
    personId: draft.personId,
    attendance: draft.attendance,
    startsAt,
    minutes: held && Number(draft.minutes) > 0 ? Math.round(Number(draft.minutes)) : null,
    how: draft.how,
    present: held
      ? [
          about.person.role,
          ...(draft.alsoThere
            ? [about.person.role === 'young-person' ? ('parent-carer' as const) : ('young-person' as const)]
            : []),
        ]
      : [],
    agreed,
    promptAt: at(draft.reminders === 'prompt-and-check', draft.promptAt),
    checkAt: at(draft.reminders !== 'none', draft.checkAt),
    openStep:
      held && draft.openStep && about.assignment
        ? {
            assignmentId: about.assignment.id,
            from: about.assignment.stepOpened,
            step: about.assignment.stepOpened + 1,
          }
        : null,
    nextSessionAt: draft.nextSessionAt ? instantOf(draft.nextSessionAt) : null,
    note: draft.note.trim() || null,
  }
}
