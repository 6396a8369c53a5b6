import type { StaffCaller, StaffRole } from '../shared/route.ts'

/**
 * How far a role reaches into a subject.
 * `own` cases they are the practitioner of · `supervised` cases they supervise · `all` of the service ·
 * `urgent` incidents of T2 and T3, and those of unlinked people · `safeguarding` incidents of that lane ·
 * `told` incidents they were sent an alert about · `yes` where there is nothing to reach into.
 */
export type Reach = 'own' | 'supervised' | 'all' | 'urgent' | 'safeguarding' | 'told' | 'yes'

/** What can be seen or done. A route names exactly one of these. */
export type Subject =
  /** The incident: exact words, context, person, care status (brief 2.6 "flags", "flagged incident ± context"). */
  | 'see-alerts'
  /** Acknowledge, note, release. */
  | 'act-on-alerts'
  /** The whole case: entries, measures, consent, notes. */
  | 'see-cases'
  /** Set up and change a case and its people; invitations, assignments, requests. */
  | 'change-cases'
  /** Set up who is there and when, and how staff are reached. */
  | 'change-rota'
  /** Decide about a whole case after repeated incidents, which clears its mark (brief 4.8): never a case of one's own. */
  | 'review-cases'
  /** A young person's coping plan; the duty worker's while something urgent is open about the case. */
  | 'see-plans'
  /** Keep a new version of it, made with the young person. */
  | 'change-plans'
  /** Authorise a `may-do` item of the remit for a case, and withdraw it (brief G4): never for a case of one's own. */
  | 'authorise-remit'
  /** Counts and parked entries, without words. */
  | 'see-deliveries'
  | 'resend-deliveries'
  /** Counts of a quarter, without names; the cases behind a count are listed to whoever may open them. */
  | 'see-report'
  /** Open a case of one's own. */
  | 'open-cases'
  /** What every member of staff may know: who they are, what the service offers. */
  | 'see-service'

type Table = { readonly [S in Subject]: { readonly [R in StaffRole]?: readonly Reach[] } }

/**
 * Who sees what (brief 2.6, 4.4), as one table; every read and every command goes through it. Several roles add up.
 * A role that is not named has no reach. The practitioner may narrow it, nobody may widen it without the young person.
 */
const WHO_SEES: Table = {
  'see-alerts': {
    practitioner: ['own', 'told'],
    supervisor: ['supervised', 'told'],
    'duty-worker': ['urgent', 'told'],
    'safeguarding-lead': ['safeguarding', 'told'],
    'service-manager': ['told'],
  },
  'act-on-alerts': {
    practitioner: ['own', 'told'],
    supervisor: ['supervised', 'told'],
    'duty-worker': ['urgent', 'told'],
    'safeguarding-lead': ['safeguarding', 'told'],
    'service-manager': ['told'],
  },
  'see-cases': { practitioner: ['own'], supervisor: ['supervised'] },
  'change-cases': { practitioner: ['own'], supervisor: ['supervised'] },
  'change-rota': { 'service-manager': ['yes'], 'service-set-up': ['yes'] },
  'review-cases': { supervisor: ['supervised'] },
  'see-plans': { practitioner: ['own'], supervisor: ['supervised'], 'duty-worker': ['urgent'] },
  'change-plans': { practitioner: ['own'] },
  'authorise-remit': { supervisor: ['supervised'] },
  'see-deliveries': {
    practitioner: ['own'],
    supervisor: ['supervised'],
    'service-manager': ['all'],
    'service-set-up': ['all'],
  },
  'resend-deliveries': { practitioner: ['own'], supervisor: ['supervised'], 'service-set-up': ['all'] },
  'see-report': { practitioner: ['own'], supervisor: ['supervised'], 'service-manager': ['all'] },
  'open-cases': { practitioner: ['yes'] },
  'see-service': {
    practitioner: ['yes'],
    supervisor: ['yes'],
    'duty-worker': ['yes'],
    'safeguarding-lead': ['yes'],
    'service-manager': ['yes'],
    'service-set-up': ['yes'],
  },
}

/** The roles that reach into a subject at all: a route's `access.roles`. */
export const rolesFor = (subject: Subject): StaffRole[] => Object.keys(WHO_SEES[subject]) as StaffRole[]

/** Everything a member of staff reaches in a subject, over all their roles. Empty: nothing. */
export const reachOf = (caller: Pick<StaffCaller, 'roles'>, subject: Subject): Reach[] => [
  ...new Set(caller.roles.flatMap((role) => WHO_SEES[subject][role] ?? [])),
]

export const mayAtAll = (caller: Pick<StaffCaller, 'roles'>, subject: Subject): boolean =>
  reachOf(caller, subject).length > 0
