import type { Fault } from '../shared/errors.ts'
import { measuresNamed, type MeasureCatalogue } from './catalogue.ts'
import { namesAllRespondents, respondentNamed } from './respondents.ts'
import { scalesNamed } from './scaleNames.ts'
import type { ScoreRequest } from './scoreRequest.ts'
import type { MeasureDefinition } from './shape.ts'

/** The form that a request's answers are of, and every form of the instrument it may compare scores of. */
export interface Forms {
  measure: MeasureDefinition
  all: MeasureDefinition[]
  notes: string[]
}

/**
 * Which measure a request means. A family's name ("sdq", "ors-cors-srs") stands for all its forms: who answered, how many
 * answers there are and the scales named decide. Adds a fault and returns undefined when nothing fits.
 */
export function chooseForms(catalogue: MeasureCatalogue, request: ScoreRequest, faults: Fault[]): Forms | undefined {
  const named = measuresNamed(catalogue, request.measure)
  if (named.length === 0) {
    faults.push({
      place: 'measure',
      problem: `there is no measure "${request.measure}"`,
      mend: `one of ${[...catalogue.measures.keys()].join(', ')}`,
    })
    return undefined
  }
  const answeredBy = byRespondent(named, request, faults)
  if (answeredBy.length === 0) return undefined
  const byCount = answeredBy.filter((m) => fitsCount(m, request))
  const byAge = (byCount.length > 0 ? byCount : answeredBy).filter(
    (m) => request.age === undefined || (request.age >= m.ages.from && request.age <= m.ages.to),
  )
  const candidates = byAge.length > 0 ? byAge : byCount.length > 0 ? byCount : answeredBy
  const asked = [...Object.keys(request.first ?? {}), ...Object.keys(request.last ?? {})]
  const byScale = candidates.filter((m) => asked.some((name) => scalesNamed(m, name).length > 0))
  const measure = (byScale.length > 0 ? byScale : candidates)[0]!
  const guessed = named.length > 1 && candidates.length > 1 && byScale.length !== 1 && hasAnswers(request)
  return {
    measure,
    all: answeredBy,
    notes: guessed
      ? [`scored as ${measure.id}; ${candidates.map((m) => m.id).join(', ')} would all fit: name the form in "measure"`]
      : [],
  }
}

function byRespondent(named: MeasureDefinition[], request: ScoreRequest, faults: Fault[]): MeasureDefinition[] {
  const texts = named.filter((m) => namesAllRespondents(m, request.respondent))
  if (texts.length > 0) return texts
  const respondent = respondentNamed(request.respondent)
  const allowed = [...new Set(named.flatMap((m) => m.respondents))]
  const fitting = respondent === undefined ? [] : named.filter((m) => m.respondents.includes(respondent))
  if (fitting.length === 0) {
    const names = { 'young-person': 'self', 'parent-carer': 'parent', practitioner: 'practitioner', teacher: 'teacher' }
    const problem =
      respondent === undefined
        ? `"${request.respondent}" is nobody known here`
        : `${request.measure} is not answered by "${request.respondent}"`
    faults.push({ place: 'respondent', problem, mend: `one of ${allowed.map((r) => names[r]).join(', ')}` })
  }
  return fitting
}

export const hasAnswers = (request: ScoreRequest): boolean => (request.answers ?? []).length > 0

function fitsCount(measure: MeasureDefinition, request: ScoreRequest): boolean {
  if (!hasAnswers(request)) return true
  const count = request.answers!.length
  return count <= measure.items.length && count >= measure.items.filter((i) => !i.optional).length
}
