import { londonDateTime } from '../../shared/calendarDay.ts'
import { suggestQuestions } from '../../suggested-questions/rules.ts'
import { factsOf } from '../../summaries/facts.ts'
import { GOALS, isWaiting, measuresInBrief } from './measuresInBrief.ts'
import { readSigns } from './readSigns.ts'
import type { Brief, BriefSources, Person } from './sources.ts'

const NOTES_AT_MOST = 3

/** Puts a brief together (brief 6.1). Pure. What is missing stays missing: it is never zero and never "fine". */
export function makeBrief(sources: BriefSources): Brief {
  const { detail, lead, now, sessions, since, agreement, entries, activity, engagement, rules } = sources
  const isNew = (at: string) => since === null || at > since
  const modules = lead.assignments.filter(({ endedAt }) => endedAt === null)
  const shown = {
    flags: detail.alerts.filter(({ state, openedAt }) => state !== 'closed' || isNew(openedAt)),
    measures: measuresInBrief(detail, isNew),
    goals: detail.goals.filter(({ state }) => state === 'active'),
    notices: detail.notices.filter(({ createdAt, seenAt }) => isNew(createdAt) || seenAt === null),
    notes: detail.notes.filter(({ createdAt }) => isNew(createdAt)),
  }
  const agenda = shown.notes.filter(({ purpose }) => purpose === 'agenda')
  return {
    caseId: detail.caseId,
    caseRef: detail.caseRef,
    version: detail.version,
    mayChange: detail.mayChange,
    madeAt: now.toISOString(),
    since,
    lastSession: sessions[0] ?? null,
    strip: stripOf(sources, modules),
    flags: shown.flags.map(({ id, person, tier, lane, words, openedAt, state, released }) => ({
      alertId: id,
      personName: person?.preferredName ?? null,
      tier,
      lane,
      words,
      openedAt,
      state,
      outcome: released?.outcome ?? null,
    })),
    measures: shown.measures,
    goals: shown.goals.map(({ ratings, goalId, number, words, state, change, reliable }) => ({
      goalId,
      number,
      words,
      state,
      change,
      reliable,
      ratings: ratings.map(({ localDate, value }) => ({ localDate, value })),
    })),
    goalsWaiting: lead.measureRequests.some((one) => one.measure === GOALS && isWaiting(one)),
    agreed: agreement,
    facts: modules.flatMap(({ module }) => factsOf(module, entries, londonDateTime(now))).slice(0, 3),
    agenda: agenda.map(({ text, createdAt }) => ({ text, createdAt })),
    notes: shown.notes
      .filter(({ purpose }) => purpose !== 'agenda')
      .slice(0, NOTES_AT_MOST)
      .map(({ text, createdAt }) => ({ text, createdAt })),
    notices: shown.notices.slice(0, NOTES_AT_MOST).map(({ words, createdAt }) => ({ words, createdAt })),
    engagement: { state: engagement, ...activity },
    questions: suggestQuestions(rules, readSigns({ ...sources, ...shown, agenda })),
    reviewWantedAt: detail.reviewWantedAt,
  }
}

function stripOf({ detail, lead, clock, programmes }: BriefSources, modules: Person['assignments']): Brief['strip'] {
  const { record, complete, missing } = lead.consent
  return {
    name: lead.preferredName,
    pronouns: lead.pronouns,
    role: lead.role,
    age: lead.age,
    band: lead.band,
    careStatus: detail.careStatus,
    practitioner: detail.practitioner,
    sessionNumber: detail.sessionNumber,
    sessionsPlanned: detail.sessionsPlanned,
    clock,
    nextSessionAt: detail.nextSessionAt,
    modules: modules.map(({ module, title, stepOpened }) => {
      const steps = programmes.get(module)?.steps ?? []
      return { title, step: stepOpened, steps: steps.length, stepTitle: steps[stepOpened - 1]?.title ?? null }
    }),
    consent: {
      complete,
      missing: missing.map(({ words }) => words),
      parentsMaySee: record?.parentsMaySee ?? null,
      reviewOn: record?.reviewOn ?? null,
    },
    access: detail.setup.languageAndAccess || null,
    personTerms: detail.setup.personTerms || null,
    wordsToAvoid: detail.setup.wordsToAvoid || null,
  }
}
