import { measuresDue, reviewSession, type DueFacts } from '../../src/measure-plan/due.ts'
import { defaultPlan, measurePlanRules, type PlannedMeasure } from '../../src/measure-plan/plan.ts'
import { realProduct } from '../helpers/pipeline.ts'

const rules = (await realProduct()).measurePlanRules
const ALL: PlannedMeasure[] = [{ measure: 'gbo', when: ['baseline', 'session', 'review', 'end'] }]
const PRE_POST: PlannedMeasure[] = [{ measure: 'phq-9', when: ['baseline', 'review', 'end'] }]
const facts = (more: Partial<DueFacts> = {}): DueFacts => ({
  sessionNumber: 2,
  sessionsPlanned: 6,
  sessionDay: '2026-11-24',
  previousSessionDay: '2026-11-17',
  answered: [],
  open: [],
  ...more,
})
const baseline = (day = '2026-11-16') => [{ measure: 'phq-9', day, scored: true }]

describe('which measures are due before a session', () => {
  it.each<[string, PlannedMeasure[], Partial<DueFacts>, string[]]>([
    ['nothing before the first session: it would be ignored nationally', ALL, { sessionNumber: 1 }, []],
    ['the baseline before the second', PRE_POST, {}, ['baseline']],
    ['the baseline still, while none was scored', PRE_POST, { sessionNumber: 3, answered: [{ ...baseline()[0]!, scored: false }] }, ['baseline']],
    ['nothing before an ordinary session for what is asked pre and post', PRE_POST, { sessionNumber: 3, answered: baseline() }, []],
    ['the review before the fourth of six', PRE_POST, { sessionNumber: 4, answered: baseline() }, ['review']],
    ['the end before the last', PRE_POST, { sessionNumber: 6, answered: baseline() }, ['end']],
    ['the end still, when sessions go on beyond what was planned', PRE_POST, { sessionNumber: 7, answered: baseline() }, ['end']],
    ['every session, for what is asked every session', [{ measure: 'gbo', when: ['session'] }], { sessionNumber: 3 }, ['session']],
    ['not what is asked for already', PRE_POST, { open: ['phq-9'] }, []],
    ['not what was sent in since the last session', PRE_POST, { answered: baseline('2026-11-20') }, []],
    ['again what was answered late, on the day of the last session', ALL, { sessionNumber: 3, answered: [{ measure: 'gbo', day: '2026-11-17', scored: true }] }, ['session']],
    ['again what was answered too long before this session', ALL, { sessionNumber: 3, previousSessionDay: '2026-11-03', answered: [{ measure: 'gbo', day: '2026-11-18', scored: true }] }, ['session']],
  ])('%s', (_, plan, more, expected) => {
    expect(measuresDue(plan, facts(more)).map(({ reason }) => reason)).toEqual(expected)
  }) // prettier-ignore

  it('has its review in the middle', () => {
    expect([6, 5, 4, 1].map(reviewSession)).toEqual([4, 3, 3, 1])
  })
})

describe('what is asked of somebody for whom nothing was set', () => {
  const named = (role: 'young-person' | 'parent-carer', age: number | null) =>
    defaultPlan(rules, { role, age }).map(({ measure }) => measure)
  it('depends on age and on who answers (brief 3.1)', () => {
    expect(named('young-person', 11)).toEqual(['yp-core', 'gbo'])
    expect(named('young-person', 15)).toEqual(['yp-core', 'gbo'])
    expect(named('young-person', 16)).toEqual(['phq-9', 'gad-7', 'gbo'])
    expect(named('young-person', 10)).toEqual([])
    expect(named('young-person', null)).toEqual([])
    expect(named('parent-carer', null)).toEqual(['gbo'])
  })

  it('is nothing the measures themselves are not for', async () => {
    const { measures } = await realProduct()
    for (const { respondent, ages, measures: planned } of measurePlanRules.parse(rules).defaults)
      for (const { measure } of planned) {
        const one = measures.get(measure)!
        expect(one.respondents).toContain(respondent)
        if (ages) expect(one.ages.from <= ages.from && one.ages.to >= ages.to).toBe(true)
      }
  })
})
