import type { Schemas } from '../api/client.ts'

/** The parts of a coping plan, in order, as the form names them (brief 4.7). */
export const PLAN_FIELDS: readonly (readonly [keyof Schemas['CopingPlanParts'], string])[] = [
  ['signs', 'My signs'],
  ['alone', 'Things I can do on my own'],
  ['places', 'Places and people that take my mind off it'],
  ['people', 'People I can ask, and how'],
  ['services', 'Services and numbers'],
  ['safer', 'Making things around me safer (the agreed line only: no items, no methods)'],
  ['matters', 'What matters to me'],
]
