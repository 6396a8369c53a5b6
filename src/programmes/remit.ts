import type { CalendarDay } from '../shared/calendarDay.ts'

/** One line of the operational guidance's Table 2 (brief G4). */
export interface RemitItem {
  id: string
  /** For staff. */
  title: string
  /** Whom work on it goes through; nobody where it is not to be done. */
  roles: readonly ('young-person' | 'parent-carer')[]
  /** `do` may be assigned; `may-do` needs a supervisor's authorisation for the case first; `should-not` has no content here. */
  listed: 'do' | 'may-do' | 'should-not'
}

const young = ['young-person'] as const
const adults = ['parent-carer'] as const
const both = ['young-person', 'parent-carer'] as const

const does = (id: string, title: string, roles: RemitItem['roles']): RemitItem => ({ id, title, roles, listed: 'do' })
const may = (id: string, title: string, roles: RemitItem['roles']): RemitItem => ({ id, title, roles, listed: 'may-do' }) // prettier-ignore
const shouldNot = (id: string, title: string): RemitItem => ({ id, title, roles: [], listed: 'should-not' })

/**
 * Table 2 of the operational guidance as data: what the role does, what it may do with discretion and close supervision,
 * and what it should not do. What is not here is not done either.
 */
export const REMIT: readonly RemitItem[] = [
  does('low-mood', 'Low mood: activity scheduling', young),
  does('worry', 'Worry management', young),
  does('sleep', 'Sleep hygiene', young),
  does('graded-exposure', 'Graded exposure (brief)', both),
  does('panic', 'Panic management', young),
  does('coping-past-self-harm', 'Coping for past self-harm', young),
  does('negative-thoughts', 'Everyday negative thoughts', young),
  does('problem-solving', 'Problem solving', young),
  does('behaviour-support', 'Behaviour support for parents and carers', adults),
  does('supporting-adults', 'Helping parents and teachers to support the work', adults),
  may('irritability', 'Irritability as part of low mood', young),
  may('low-confidence', 'Low confidence, assertiveness, difficulties with peers', young),
  may('longer-in-vivo', 'Some in vivo exposure within low intensity limits', both),
  may('self-harm-with-understanding', 'Thoughts of self-harm or superficial self-harm, its function understood together', young), // prettier-ignore
  may('stimulus-control', 'Sleep: stimulus control (an element of CBT for insomnia)', young),
  may('behavioural-experiments', 'Simple behavioural experiments', young),
  may('interpersonal-difficulties', 'Complex interpersonal difficulties: assess, and step up where needed', young),
  may('erp-mild-ocd', 'Exposure and response prevention, mild OCD', young),
  may('rigid-behaviour', 'Rigid or ritualistic behaviour, case by case', both),
  shouldNot('anger-management', 'Anger management'),
  shouldNot('chronic-depression', 'Chronic depression'),
  shouldNot('low-self-esteem', 'Low self-esteem'),
  shouldNot('social-anxiety', 'Social anxiety disorder'),
  shouldNot('extensive-exposure', 'Extensive exposure sessions, imaginal exposure'),
  shouldNot('blood-needle-vomit', 'Blood, needle or vomit phobia'),
  shouldNot('inducing-panic', 'Experiments that bring on panic symptoms'),
  shouldNot('active-self-harm', 'Severe, active or high-risk self-harm'),
  shouldNot('abuse', 'Past or present abuse or violence'),
  shouldNot('pain', 'Pain management'),
  shouldNot('trauma', 'PTSD, trauma, nightmares'),
  shouldNot('conduct-disorder', 'Conduct disorder'),
  shouldNot('full-parenting-programme', 'Full parenting programmes'),
  shouldNot('core-beliefs', 'Core beliefs, rules for living'),
  shouldNot('relationship-problems', 'Relationship counselling'),
  shouldNot('parents-own-treatment', 'Treatment of a parent’s own depression or anxiety'),
  shouldNot('ocd', 'Moderate to severe OCD'),
  shouldNot('attachment', 'Moderate to severe attachment disorders'),
  shouldNot('developmental-assessment', 'Assessing or diagnosing developmental disorders and learning difficulties'),
  shouldNot('health-anxiety', 'Established health anxiety'),
  shouldNot('stuck-grief', 'Grief that does not move after six to twelve months'),
  shouldNot('eating', 'Eating disorders, body dysmorphic disorder'),
]

/** A `may-do` item that a supervisor has authorised for a case and that nobody has withdrawn. */
export interface Authorisation {
  item: string
  /** The last day on which it holds. */
  expiresOn: CalendarDay
}

/** What is authorised on this day. */
export const authorisedOn = (authorisations: readonly Authorisation[], day: CalendarDay): string[] =>
  authorisations.filter(({ expiresOn }) => day <= expiresOn).map(({ item }) => item)
