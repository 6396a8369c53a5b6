import { londonDay } from '../../shared/calendarDay.ts'
import type { Signs } from '../../suggested-questions/rules.ts'
import type { CaseDetail } from '../cases/readCase.ts'
import type { Brief, BriefSources } from './sources.ts'

/** What the rules for suggested questions look at, read off a brief's sources. What is not known is left out. */
export function readSigns({
  detail,
  lead,
  now,
  clock,
  agreement,
  entries,
  engagement,
  flags,
  measures,
  goals,
  notices,
  agenda,
}: BriefSources & {
  flags: CaseDetail['alerts']
  measures: Brief['measures']
  goals: CaseDetail['goals']
  notices: CaseDetail['notices']
  agenda: readonly unknown[]
}): Signs {
  const open = flags.filter(({ state }) => state !== 'closed').length
  const changes = measures.flatMap(({ last, isNew }) => (isNew && last?.reliable ? [last.reliable] : []))
  const confidence = entries.findLast(({ fields }) => typeof fields.confidence === 'number')?.fields.confidence
  const reviewOn = lead.consent.record?.reviewOn
  const has = (notice: string) => notices.some((one) => one.notice === notice)
  return {
    'open-flags': open,
    'flags-since': flags.length - open,
    ...(changes.length === 0 ? {} : { measure: changes.includes('deteriorated') ? 'deteriorated' : changes[0]! }),
    'declined-items': measures.reduce((sum, { isNew, declined }) => sum + (isNew ? declined.length : 0), 0),
    'measures-waiting': measures.filter(({ waiting }) => waiting).length,
    'goal-falling': goals.some(isFalling),
    ...(agreement === null
      ? {}
      : { 'agreement-questioned': agreement.confirmed === 'change', task: agreement.outcome }),
    ...(agreement?.barrier ? { barrier: agreement.barrier } : {}),
    'task-mismatch': has('task-mismatch'),
    stuck: has('stuck'),
    ...(typeof confidence === 'number' ? { confidence } : {}),
    agenda: agenda.length > 0,
    engagement,
    over: clock.over,
    'sessions-left': detail.sessionsPlanned - clock.sessionsHeld,
    ...(reviewOn ? { 'consent-review-due': reviewOn <= londonDay(now) } : {}),
  }
}

/** Two ratings that were given, the last one lower. */
function isFalling({ ratings }: CaseDetail['goals'][number]): boolean {
  const given = ratings.flatMap(({ value }) => (value === null ? [] : [value]))
  return given.length > 1 && given.at(-1)! < given.at(-2)!
}
