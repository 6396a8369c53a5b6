import type { z } from 'zod'
import type { Engagement } from '../../reminders/engagement.ts'
import type { Programme } from '../../programmes/programme.ts'
import type { SuggestedQuestions } from '../../suggested-questions/rules.ts'
import type { SummaryEntry } from '../../summaries/facts.ts'
import type { CaseDetail } from '../cases/readCase.ts'
import type { brief } from '../contract/brief.ts'
import type { readClock } from '../sessions/episodeClock.ts'
import type { KeptSession } from '../sessions/readSessions.ts'

export type Brief = z.infer<typeof brief>
export type AgreedTask = NonNullable<Brief['agreed']>
export type Person = CaseDetail['people'][number]

/** Everything a brief is made from, as it was read. */
export interface BriefSources {
  detail: CaseDetail
  /** Whom the case is about, or whom the work goes through. */
  lead: Person
  now: Date
  clock: ReturnType<typeof readClock>
  sessions: readonly KeptSession[]
  since: string | null
  agreement: AgreedTask | null
  entries: readonly SummaryEntry[]
  activity: Pick<Brief['engagement'], 'lastEntryAt' | 'days'>
  engagement: Engagement
  programmes: ReadonlyMap<string, Programme>
  rules: SuggestedQuestions
}
