import { Problem, type StaffCaller } from '../../shared/route.ts'
import { readEngagement } from '../../reminders/readEngagement.ts'
import { readCase } from '../cases/readCase.ts'
import type { StaffParts } from '../parts.ts'
import { readClock } from '../sessions/episodeClock.ts'
import { firstHeldOf, readSessions } from '../sessions/readSessions.ts'
import { makeBrief } from './makeBrief.ts'
import { readAgreement } from './readAgreement.ts'
import { readActivity, readEntriesSince } from './readEntriesSince.ts'
import type { Brief } from './sources.ts'

/** The brief of a case; undefined when it is not there or not within the caller's reach. */
export async function readBrief(parts: StaffParts, caller: StaffCaller, caseId: string): Promise<Brief | undefined> {
  const { database } = parts
  const now = parts.clock.now()
  const detail = await readCase(parts, caller, caseId)
  if (!detail) return undefined
  const [lead] = leadFirst(detail.people)
  if (!lead) throw new Problem(409, 'nobody-added', 'Nobody has been added to this case yet, so there is no brief.')
  const sessions = await readSessions(database, caseId)
  const since = sessions.find(({ attendance }) => attendance === 'attended')?.startsAt ?? null
  const [agreement, entries, activity, engagement] = await Promise.all([
    readAgreement(database, lead.id, now),
    readEntriesSince(database, lead.id, since),
    readActivity(database, lead.id, now),
    readEngagement(database, [lead.id], now, parts.reminderRules.engagement),
  ])
  const clock = readClock(
    {
      sessionNumber: detail.sessionNumber,
      firstHeldAt: firstHeldOf(sessions),
      openedAt: new Date(detail.openedAt),
      nextAt: detail.nextSessionAt === null ? null : new Date(detail.nextSessionAt),
    },
    now,
  )
  return makeBrief({
    detail,
    lead,
    now,
    clock,
    sessions,
    since,
    agreement,
    entries,
    activity,
    engagement: engagement.get(lead.id) ?? 'active',
    programmes: parts.programmes,
    rules: parts.suggestedQuestions,
  })
}

/** The young person leads; where the work goes through a parent or carer, they do. */
const leadFirst = <P extends { role: string }>(people: readonly P[]): P[] =>
  people.toSorted((a, b) => Number(b.role === 'young-person') - Number(a.role === 'young-person'))
