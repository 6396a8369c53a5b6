import type { Queryable } from '../../database/database.ts'
import { GOALS_AT_MOST, nextGoalNumber } from '../../measures/goals.ts'
import type { Goal } from '../../record/events.ts'
import { keepEvents } from '../../record/keepEvents.ts'
import { readGoals } from '../../record/readGoals.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import { newId } from '../../shared/ids.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { mustReachPerson } from '../cases/refusals.ts'
import type { StaffParts } from '../parts.ts'

/** Records a goal in the words agreed in a session, under the next number. Returns its id. */
export async function agreeGoal(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
  { words, looked }: { words: string; looked: boolean },
): Promise<string> {
  const goalId = newId()
  await change(parts, caller, personId, (goals, role) => {
    const number = nextGoalNumber(goals)
    if (number === undefined)
      throw new Problem(
        409,
        'no-number-left',
        `There are ${GOALS_AT_MOST} numbers for goals, and a number is never used for another goal.`,
      )
    mustBeLookedAt(parts, role, words, looked)
    return { goalId, number, words, state: 'active' }
  })
  return goalId
}

/** Rewords a goal or says what became of it, from the version the caller saw. */
export async function changeGoal(
  parts: StaffParts,
  caller: StaffCaller,
  { personId, goalId }: { personId: string; goalId: string },
  wanted: { version: number; words?: string; state?: Goal['state']; looked: boolean },
): Promise<void> {
  await change(parts, caller, personId, (goals, role) => {
    const goal = goals.find((one) => one.entryId === goalId)
    if (!goal) throw new Problem(404, 'no-such-goal', 'There is no such goal.')
    if (goal.version !== wanted.version)
      throw new Problem(409, 'changed-meanwhile', 'Somebody changed this goal since you opened it.', {
        version: goal.version,
      })
    const { number, words, state } = { ...goal, ...given(wanted) }
    if (words !== goal.words) mustBeLookedAt(parts, role, words, wanted.looked)
    return { goalId, number, words, state }
  })
}

const given = ({ words, state }: { words?: string; state?: Goal['state'] }) => ({
  ...(words === undefined ? {} : { words }),
  ...(state === undefined ? {} : { state }),
})

type Role = 'young-person' | 'parent-carer'

/** One commit: the goal's next version, its place in the outbox, and who did it. Goals of one person are changed one after the other. */
async function change(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
  next: (goals: readonly Goal[], role: Role) => { goalId: string; number: number; words: string; state: Goal['state'] },
): Promise<void> {
  const { database, outbox, contentVersion } = parts
  const now = parts.clock.now()
  const caseId = await database.transaction(async (client: Queryable) => {
    const person = await mustReachPerson(client, caller, personId)
    await client.query('select 1 from people where id = $1 for update', [personId])
    const { goalId, number, words, state } = next(await readGoals(client, [personId]), person.role)
    const event = {
      type: 'goal' as const,
      entryId: goalId,
      personId,
      respondent: person.role,
      occurredAt: now.toISOString(),
      localDate: londonDay(now),
      contentVersion,
      number,
      words,
      state,
    }
    await keepEvents(client, [{ event, caseId: person.caseId, personId, at: now }], outbox)
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'keep-goal',
      caseId: person.caseId,
      personId,
      subjectId: goalId,
      detail: { number, state },
    })
    return person.caseId
  })
  await database.publish('staff', caseId)
}

/**
 * The screen reads a goal's words like anything else that is written (brief G5). It raises nothing here, because a person
 * is reading already: it makes sure that they have.
 */
function mustBeLookedAt({ screen }: StaffParts, role: Role, words: string, looked: boolean): void {
  if (looked) return
  const { findings, clarify } = screen(words, { role, asking: null, night: false, earlier: [], veryLowRating: false })
  if (findings.length === 0 && !clarify) return
  throw new Problem(
    422,
    'look-at-words',
    'The risk screen hears something in these words. If they are what was agreed, and you have acted on what is behind them, say so and save again.',
    { heard: findings.length > 0 ? findings.map(({ because }) => because) : [clarify!.words] },
  )
}
