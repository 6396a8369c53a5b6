// Generated from the routes by `npm run generate`. Do not edit.
export interface paths {
  '/staff/api/sign-in': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Which ways of signing in there are. `GET /staff/sign-in` begins with OpenID Connect and comes back to /staff/, with `?refused=<code>` when it did not work. */
    get: operations['readSignInWays']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/sign-out': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ends this sign-in. `continueAt` is where the page goes next. */
    post: operations['signOut']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/changes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Waits up to 25 seconds for something the caller sees to change. Without `since` it answers at once with a cursor. */
    get: operations['awaitChanges']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/deliveries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What is on its way to the case record, and what is parked and needs a person. */
    get: operations['listDeliveries']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/choices': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Modules, measures and supervisors that forms may offer, with why one is not available. */
    get: operations['readChoices']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/helplines': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Whether a named human has checked the helpline numbers. */
    get: operations['readHelplines']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/me': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who is signed in and which parts of the page they have. */
    get: operations['readMe']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/service-state': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Whether a restricted list of risk terms is loaded, and whether the safety words are signed. */
    get: operations['readServiceState']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/deliveries/{outboxId}/resend': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tries a parked entry again. */
    post: operations['resendDelivery']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/alerts/{alertId}/acknowledge': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** “I’m dealing with this”, with what is planned. The first one stands. */
    post: operations['acknowledgeAlert']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/alerts/{alertId}/notes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Adds a note to the alert’s history. */
    post: operations['addAlertNote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/alerts/{alertId}/hand-over': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Gives the alert to another named member of staff. They are told by every route, and it is open until they acknowledge. */
    post: operations['handOverAlert']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/alerts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Alerts that a human has not closed yet, as far as the caller reaches. Looking never acknowledges. */
    get: operations['listAlerts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/colleagues': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who an alert may be handed over to, and whether they are at work now. */
    get: operations['listColleagues']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/alerts/{alertId}/contacts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Writes down a try at reaching somebody about the alert. It acknowledges and closes nothing. */
    post: operations['logContact']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/alerts/{alertId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One alert with everything that happened to it. Every view is written down. */
    get: operations['readAlert']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/alerts/{alertId}/release': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Closes the alert with an outcome and a note. A hold ends only here. */
    post: operations['releaseAlert']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/people': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Adds a young person or a parent/carer to a case. */
    post: operations['addPerson']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One case on one screen. The view is written down. */
    get: operations['readCase']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Next session, session number, care status, supervisor, set-up. Refused with 409 when somebody changed it meanwhile. */
    patch: operations['changeCase']
    trace?: never
  }
  '/staff/api/caseload': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Every case the caller may open, one line each. */
    get: operations['listCaseload']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/entries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Earlier entries, newest first, fifty at a time. */
    get: operations['listEntries']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/notices/seen': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Notices and notes have been seen by the caller. */
    post: operations['markNoticesSeen']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Opens a case for the caller. It must exist in the case record, or be created there first. */
    post: operations['openCase']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/sleep': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The sleep diary put together: school nights and free nights apart, changes that are tried, signs. The view is written down. */
    get: operations['readSleep']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/people/{personId}/assignments': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Assigns a module. Only what the role may do, and only what exists. */
    post: operations['assignModule']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/people/{personId}/caring': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** What a parent or carer and the child call each other, and in what way they care for the child. */
    put: operations['changeCaring']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/people/{personId}/assignments/{assignmentId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Ends an assignment; what was written stays readable. */
    delete: operations['endAssignment']
    options?: never
    head?: never
    /** Opens another step of a module, after a session (G3). Refused with 409 when it stands at another step than the caller saw. */
    patch: operations['openStep']
    trace?: never
  }
  '/staff/api/people/{personId}/invitations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** A single-use link and code, shown once; an earlier one stops working. Refused while consent is incomplete. */
    post: operations['invitePerson']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/people/{personId}/consent': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Records consent as it stands now; earlier records are kept. The reply lists what is still missing. */
    put: operations['recordConsent']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/people/{personId}/measure-requests': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Asks a person for a measure. Refused in plain words when it is not cleared for use or not for this person. */
    post: operations['requestMeasure']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/people/{personId}/pin-reset': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Takes the PIN away, so that the person sets a new one. */
    post: operations['resetPin']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/people/{personId}/measure-requests/{requestId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Withdraws a request that was not sent in yet. */
    delete: operations['withdrawMeasure']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/people/{personId}/coping-plan': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A young person’s coping plan as it stands. Every view is written down. */
    get: operations['readCopingPlan']
    /** Keeps a new version, made together with the young person. Refused with 409 when it was changed meanwhile. */
    put: operations['keepCopingPlan']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/reviews': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Whether the case waits for its supervisor’s look, and what was decided before. */
    get: operations['readReviews']
    put?: never
    /** The supervisor has looked at the whole case: their decision clears the mark. The next incident sets it again. */
    post: operations['reviewCase']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/rota': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who is there and when, how each member of staff is reached, and where nobody would be told. */
    get: operations['readRotaPage']
    /** Staffed hours, closures, duty turns and on-call turns, as a whole. Refused with every fault by name. */
    put: operations['changeServiceRota']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/rota/staff/{staffId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** One person’s working days, leave, cover and addresses, as a whole. Refused with every fault by name. */
    put: operations['changeStaffRota']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/people/{personId}/goals': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Records a goal in the words agreed in a session, up to three for a person. Words in which the risk screen hears something are refused until the practitioner has looked. */
    post: operations['agreeGoal']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/people/{personId}/goals/{goalId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Rewords the same goal, or says that it was reached or dropped. Another goal is a new one: a number is never used again. */
    patch: operations['changeGoal']
    trace?: never
  }
  '/staff/api/people/{personId}/measure-plan': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Sets what is asked of a person and when. Refused with 409 when it was changed meanwhile, and for measures this person does not answer. */
    put: operations['setMeasurePlan']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/closing': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What stands in the way of closing a case, and how it was closed before. */
    get: operations['readClosing']
    put?: never
    /** Closes a case. Refused with 422 cannot-close and every gap while recording or outcome measures are incomplete. */
    post: operations['closeCase']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/reopening': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Opens a closed case again: somebody reads what is written there once more. */
    post: operations['reopenCase']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/reports/quarterly': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Activity and outcomes of a quarter, every number with its definition, denominator and the cases behind it. */
    get: operations['readQuarterlyReport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/referrals': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Records a referral that was not accepted, so that the quarterly report knows of it. Nobody is named. */
    post: operations['recordRefusedReferral']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/authorisations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What a supervisor has authorised for this case, and what needs it. */
    get: operations['listAuthorisations']
    put?: never
    /** Authorises one item for this case until a day. Only its supervisor; refused while one is in force. */
    post: operations['authoriseItem']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/authorisations/{authorisationId}/withdraw': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Withdraws an authorisation at once, with a reason. Withdrawing one that has ended changes nothing. */
    post: operations['withdrawAuthorisation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/sessions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Every session of a case that was recorded, held or not, newest first. */
    get: operations['listSessions']
    put?: never
    /** What happened in a session and what was agreed: kept for good, delivered to the case record, and the start of the bot’s loop until the next one. */
    post: operations['recordSession']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/staff/api/cases/{caseId}/brief': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What there is to know before a session, on one screen and one printed page. The view is written down. */
    get: operations['readBrief']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** @description Leave, sickness, an hour at the dentist. */
    Absence: {
      /** Format: date-time */
      from: string
      /** Format: date-time */
      until: string
      coverId: string | null
    }
    Acknowledgement: {
      plannedAction: string
      version: number
    }
    Administration: {
      /** Format: uuid */
      administrationId: string
      /** Format: date-time */
      occurredAt: string
      /** Format: date */
      localDate: string
      measureVersion: string
      /** @enum {string} */
      state: 'scored' | 'not-scorable'
      /** @description The raw score; null exactly when not scorable. */
      total: number | null
      /** @description Why it is not scorable. */
      reason: string | null
      rule: string
      /** @description Since the last scorable administration. */
      change: number | null
      changeFromBaseline: number | null
      /** @description Change from baseline beyond measurement error; null where it cannot be said. */
      reliable: ('improved' | 'deteriorated' | 'none') | null
      /** @description The named range the raw score falls in. For staff only; screening, not diagnosis. */
      band: string | null
      declined: string[]
      missing: string[]
      /** @description Answered faster than reading allows. */
      fast: boolean
      answers: components['schemas']['ItemAnswer'][]
    }
    Alert: {
      /** Format: uuid */
      id: string
      /**
       * Format: uuid
       * @description What the same person said within half an hour is one incident.
       */
      incidentId: string
      /** @description Send it back with an acknowledgement or a release. */
      version: number
      tier: components['schemas']['Tier']
      /** @description How fast a human must look; never a prediction of risk. */
      tierWords: string
      lane: components['schemas']['Lane']
      laneWords: string
      priority: boolean
      /** @enum {string} */
      state: 'open' | 'acknowledged' | 'closed'
      /** @description This person’s modules are on hold until a human releases. */
      holds: boolean
      /** @description Exactly what the person wrote or chose. */
      words: string
      /** @description Why the screen or the safety conversation raised it. */
      because: string[]
      /** @description The messages around it, oldest first. */
      context: components['schemas']['ContextLine'][]
      /** Format: date-time */
      openedAt: string
      /** @description Times it was said again within the same incident. */
      repeats: number
      /** @description A question about safety stayed unanswered: help was given once more, and nothing after it. */
      noReplyAt: string | null
      told: components['schemas']['Told'][]
      /** @description Null once somebody has acknowledged, and where nothing more is to come. */
      next: components['schemas']['NextRung'] | null
      acknowledged: {
        by: components['schemas']['StaffMember']
        /** Format: date-time */
        at: string
        plannedAction: string
      } | null
      /** @description Who it was given to by name, until somebody acknowledges. */
      handedOver: {
        to: components['schemas']['StaffMember']
        by: components['schemas']['StaffMember']
        /** Format: date-time */
        at: string
        reason: string
      } | null
      contact: components['schemas']['ContactState']
      released: {
        by: components['schemas']['StaffMember']
        /** Format: date-time */
        at: string
        outcome: components['schemas']['AlertOutcome']
        note: string
        toWhom: string | null
        nextAction: string | null
        nextActionAt: string | null
      } | null
      /** @description Null when nobody is linked to the conversation: the duty worker’s queue. */
      person: {
        /** Format: uuid */
        id: string
        preferredName: string
        pronouns: string | null
        role: components['schemas']['PersonRole']
        band: components['schemas']['Band']
        age: number | null
      } | null
      case: {
        /** Format: uuid */
        id: string
        caseRef: string
        careStatus: components['schemas']['CareStatus']
        practitioner: components['schemas']['StaffMember']
      } | null
      /** @description Whether the caller may open the whole case, and not the incident only. */
      mayOpenCase: boolean
    }
    AlertHistory: {
      /** Format: uuid */
      id: string
      /** Format: date-time */
      at: string
      /** @description opened, repeated, raised, told, shown, answered, viewed, acknowledged, note, released … */
      kind: string
      by: string | null
      detail: {
        [key: string]: unknown
      }
    }
    AlertNote: {
      note: string
    }
    /** @enum {string} */
    AlertOutcome:
      | 'contacted'
      | 'plan-reviewed'
      | 'carer-informed'
      | 'referred'
      | 'emergency-services'
      | 'false-alarm'
      | 'no-contact'
    AlertWithHistory: {
      alert: components['schemas']['Alert']
      /** @description Oldest first. */
      history: components['schemas']['AlertHistory'][]
      /** @description Every try at reaching somebody, oldest first. */
      contacts: components['schemas']['LoggedContact'][]
      /** @description Every step of every round, in order. */
      ladder: components['schemas']['LadderStep'][]
    }
    Assignment: {
      /** Format: uuid */
      id: string
      module: string
      title: string
      stepOpened: number
      /** Format: date-time */
      assignedAt: string
      endedAt: string | null
    }
    /** @enum {string} */
    Attendance: 'attended' | 'not-attended' | 'was-not-brought' | 'cancelled-by-family' | 'cancelled-by-service'
    Authorisation: {
      /** Format: uuid */
      id: string
      item: string
      title: string
      reason: string
      by: components['schemas']['StaffMember']
      /** Format: date-time */
      at: string
      /**
       * Format: date
       * @description The last day on which it holds.
       */
      expiresOn: string
      /** @enum {string} */
      state: 'in-force' | 'expired' | 'withdrawn'
      withdrawn: {
        by: components['schemas']['StaffMember']
        /** Format: date-time */
        at: string
        reason: string
      } | null
    }
    Authorisations: {
      /** @description What the operational guidance lets the role do only with discretion and close supervision. */
      items: {
        id: string
        title: string
        /** @description Something of it exists here, and opens while it is authorised. */
        opens: boolean
      }[]
      /** @description Newest first, those that have ended too. */
      authorisations: components['schemas']['Authorisation'][]
      /**
       * Format: date
       * @description The last day an authorisation of today may name.
       */
      latestDay: string
      mayAuthorise: boolean
    }
    /** @enum {string} */
    Band: 'Y11-13' | 'Y14-15' | 'Y16-18' | 'P5-7' | 'P8-11' | 'P12+'
    Brief: {
      /** Format: uuid */
      caseId: string
      caseRef: string
      /** @description Of the case: a session is recorded from it. */
      version: number
      mayChange: boolean
      /** Format: date-time */
      madeAt: string
      /** @description The last session that took place; null before the first. */
      since: string | null
      /** @description The last one that was recorded, held or not. */
      lastSession: components['schemas']['KeptSession'] | null
      strip: {
        name: string
        pronouns: string | null
        role: components['schemas']['PersonRole']
        age: number | null
        band: components['schemas']['Band']
        careStatus: components['schemas']['CareStatus']
        practitioner: components['schemas']['StaffMember']
        /** @description The session that comes next. */
        sessionNumber: number
        sessionsPlanned: number
        clock: components['schemas']['EpisodeClock']
        nextSessionAt: string | null
        modules: {
          title: string
          step: number
          steps: number
          stepTitle: string | null
        }[]
        consent: {
          complete: boolean
          missing: string[]
          parentsMaySee: ('nothing' | 'topics' | 'agreed-items') | null
          reviewOn: string | null
        }
        /** @description Language and access needs; null where nothing was recorded. */
        access: string | null
        personTerms: string | null
        wordsToAvoid: string | null
      }
      /** @description Open ones, and those that were closed since the last session. */
      flags: {
        /** Format: uuid */
        alertId: string
        personName: string | null
        tier: components['schemas']['Tier']
        lane: components['schemas']['Lane']
        words: string
        /** Format: date-time */
        openedAt: string
        /** @enum {string} */
        state: 'open' | 'acknowledged' | 'closed'
        /** @description How it ended; null while it is open. */
        outcome: components['schemas']['AlertOutcome'] | null
      }[]
      measures: {
        personName: string
        title: string
        max: number | null
        direction: ('higher-is-worse' | 'higher-is-better') | null
        /** @description Null where nothing was ever sent. */
        last: {
          /** Format: date-time */
          occurredAt: string
          /** Format: date */
          localDate: string
          /** @description The raw score; null exactly when not scorable. */
          total: number | null
          /** @description Why it is not scorable. */
          reason: string | null
          /** @description The named range the raw score falls in. For staff only; screening, not diagnosis. */
          band: string | null
          /** @description Since the last scorable administration. */
          change: number | null
          changeFromBaseline: number | null
          /** @description Change from baseline beyond measurement error; null where it cannot be said. */
          reliable: ('improved' | 'deteriorated' | 'none') | null
          /** @description Answered faster than reading allows. */
          fast: boolean
        } | null
        /** @description Sent since the last session. */
        isNew: boolean
        /** @description Items they preferred not to answer, in words. */
        declined: string[]
        /** @description Items that were never shown. */
        missing: number
        /** @description Null: declined or not shown. */
        riskItems: {
          text: string
          answer: string | null
        }[]
        /** @description Asked for and not sent in. */
        waiting: boolean
      }[]
      goals: {
        /** Format: uuid */
        goalId: string
        /** @description 1 to 3, never given to another goal. */
        number: number
        /** @description As agreed in a session. */
        words: string
        state: components['schemas']['GoalState']
        /** @description Last rating minus the first; null where there are not two. */
        change: number | null
        /** @description By NHS England’s threshold of 3 points; null where it cannot be said. */
        reliable: ('improved' | 'deteriorated' | 'none') | null
        ratings: {
          /** Format: date */
          localDate: string
          value: number | null
        }[]
      }[]
      /** @description Asked to be rated, and not sent in. */
      goalsWaiting: boolean
      /** @description Null where nothing was agreed. */
      agreed: {
        /** Format: uuid */
        sessionId: string
        agreed: string
        /** Format: date-time */
        agreedAt: string
        /**
         * @description What they said to the card of the same day.
         * @enum {string}
         */
        confirmed: 'yes' | 'change' | 'no-answer'
        /** @description What they would change, in their words. */
        change: string | null
        checkAt: string | null
        /**
         * @description `no-answer`: asked and not answered. `not-asked`: no check was wanted, or its time has not come.
         * @enum {string}
         */
        outcome: 'done' | 'part' | 'not-yet' | 'changed-my-mind' | 'no-answer' | 'not-asked'
        /** @description What got in the way, as tapped. */
        barrier: string | null
        /** @description In their words. */
        whatHappened: string | null
        /** @description Moved, halved, rested: what was settled then. */
        becameOfIt: string | null
      } | null
      /** @description At most three, each with of how many. */
      facts: {
        words: string
        n: number
      }[]
      agenda: {
        text: string
        /** Format: date-time */
        createdAt: string
      }[]
      notes: {
        text: string
        /** Format: date-time */
        createdAt: string
      }[]
      notices: {
        words: string
        /** Format: date-time */
        createdAt: string
      }[]
      engagement: {
        state: components['schemas']['Engagement']
        lastEntryAt: string | null
        /** @description The last fourteen, oldest first. */
        days: {
          /** Format: date */
          day: string
          entries: number
        }[]
      }
      /** @description A suggested focus, never a conclusion. */
      questions: string[]
      /** @description Two incidents of T2 or T3: for supervisor case review. */
      reviewWantedAt: string | null
    }
    /** @enum {string} */
    CareStatus:
      | 'none'
      | 'in-care'
      | 'kinship'
      | 'special-guardianship'
      | 'care-experienced'
      | 'child-protection-plan'
      | 'child-in-need-plan'
      | 'young-carer'
      | 'not-known'
    /**
     * @description In what way an adult cares for the child; their words follow it.
     * @enum {string}
     */
    Carer: 'parent' | 'foster' | 'kinship' | 'special-guardian' | 'residential'
    CaringChange: {
      /** @default null */
      childCalled: string | null
      /** @default null */
      called: string | null
      /** @default null */
      carer: components['schemas']['Carer'] | null
    }
    CaseChange: {
      /** @description The version the change was made from; another one is answered with 409. */
      version: number
      sessionNumber?: number
      sessionsPlanned?: number
      nextSessionAt?: string | null
      careStatus?: components['schemas']['CareStatus']
      supervisorId?: string | null
      setup?: components['schemas']['CaseSetup']
      normGroup?: components['schemas']['NormGroup'] | null
    }
    /** @enum {string} */
    CaseDecision: 'continue' | 'change' | 'step-up' | 'close' | 'discuss'
    CaseDetail: {
      /** Format: uuid */
      caseId: string
      caseRef: string
      version: number
      state: components['schemas']['CaseState']
      initials: string
      careStatus: components['schemas']['CareStatus']
      practitioner: components['schemas']['StaffMember']
      supervisor: components['schemas']['StaffMember'] | null
      sessionNumber: number
      sessionsPlanned: number
      nextSessionAt: string | null
      /** Format: date-time */
      openedAt: string
      /** @description Two incidents of T2 or T3: for supervisor case review. */
      reviewWantedAt: string | null
      setup: components['schemas']['CaseSetup']
      /** @description Who is not there to be told: blocks activation. */
      ladderGaps: components['schemas']['Missing'][]
      people: components['schemas']['Person'][]
      /** @description Open ones first, then closed ones, newest first. */
      alerts: components['schemas']['Alert'][]
      /** @description In which norms T-scores are read; null: raw scores only. */
      normGroup: components['schemas']['NormGroup'] | null
      measures: components['schemas']['MeasureSeries'][]
      measurePlans: components['schemas']['MeasurePlan'][]
      /** @description By person and number, those that were reached or dropped among them. */
      goals: components['schemas']['Goal'][]
      /** @description The newest version of each, newest first. */
      entries: components['schemas']['Entry'][]
      /** @description Cursor for earlier entries; null when these are all. */
      nextEntries: string | null
      notices: components['schemas']['Notice'][]
      notes: components['schemas']['PersonNote'][]
      delivery: components['schemas']['DeliveryCounts']
      mayChange: boolean
    }
    CaseReviews: {
      /** @description Since when the case is marked for its supervisor; null when it is not. */
      wantedAt: string | null
      /** @description Incidents of T2 or T3 in this episode. Send it back with a review. */
      incidents: number
      mayReview: boolean
      /** @description Newest first. */
      reviews: {
        /** Format: uuid */
        id: string
        /** Format: date-time */
        wantedAt: string
        incidents: number
        /** Format: date-time */
        at: string
        by: components['schemas']['StaffMember']
        decision: components['schemas']['CaseDecision']
        note: string
      }[]
    }
    CaseSetup: {
      languageAndAccess?: string
      /** @description What they call each adult. */
      personTerms?: string
      wordsToAvoid?: string
      parentalResponsibility?: string
      delegatedAuthority?: string
      school?: string
      whoMayKnow?: string
      safeContact?: string
      cover?: string
      /** @description Stay close, never ignore: a history of neglect or trauma. Left out: the care status decides. */
      timeIn?: boolean
      /** @description Family time is arranged by others: look for patterns round it, nothing touches it. */
      familyTime?: boolean
      /** @description SEND, autism or sensory needs: demand and sensory load come first. */
      needsFirst?: boolean
    }
    /** @enum {string} */
    CaseState: 'setting-up' | 'active' | 'paused' | 'closed'
    CaseloadRow: {
      /** Format: uuid */
      caseId: string
      caseRef: string
      initials: string
      state: components['schemas']['CaseState']
      people: {
        /** Format: uuid */
        id: string
        role: components['schemas']['PersonRole']
        preferredName: string
        band: components['schemas']['Band']
        /** @enum {string} */
        state: 'invited' | 'joined' | 'active' | 'paused' | 'closed'
      }[]
      careStatus: components['schemas']['CareStatus']
      practitioner: components['schemas']['StaffMember']
      sessionNumber: number
      sessionsPlanned: number
      nextSessionAt: string | null
      sessionsHeld: number
      /** @description From the first session; before it, from the day the case was opened. */
      week: number
      /** @description More than six sessions or six weeks. */
      overPlan: boolean
      /** @description What is assigned in this case, and the step that is open. */
      modules: {
        title: string
        step: number
        steps: number
      }[]
      /** @description By somebody in the case, not by staff. */
      lastEntryAt: string | null
      /** @description Of whom the case is about, or whom the work goes through; null before anybody was added. */
      engagement: components['schemas']['Engagement'] | null
      /** @description The bot has stopped proposing, or the task may be the wrong one; not looked at yet. */
      stuck: boolean
      openAlerts: {
        count: number
        unacknowledged: number
        highestTier: components['schemas']['Tier'] | null
        oldestAt: string | null
      }
      onHold: boolean
      /** @description Two incidents of T2 or T3: for supervisor case review. */
      reviewWantedAt: string | null
      measuresWaiting: number
      unseenNotices: number
      delivery: components['schemas']['DeliveryCounts']
      /** Format: date-time */
      openedAt: string
    }
    Changes: {
      /** @description Send it back as `since`. */
      cursor: string
      /** @description What to fetch again; empty when nothing changed within the wait. */
      changed: ('alerts' | 'cases')[]
    }
    Choices: {
      modules: {
        id: string
        title: string
        roles: components['schemas']['PersonRole'][]
        steps: {
          title: string
          task: string
        }[]
        available: boolean
        whyNot: string | null
      }[]
      measures: {
        id: string
        title: string
        roles: components['schemas']['PersonRole'][]
        available: boolean
        whyNot: string | null
      }[]
      supervisors: components['schemas']['StaffMember'][]
      /** @description The current version of the information that is shown before consent. */
      informationVersion: string
    }
    Closing: {
      /** Format: uuid */
      id: string
      /** Format: date-time */
      closedAt: string
      closedBy: components['schemas']['StaffMember']
      signedOffBy: components['schemas']['StaffMember'] | null
      reason: components['schemas']['ClosingReason']
      destination: components['schemas']['Destination']
      specialist: components['schemas']['Specialist'] | null
      measuresMissing: {
        measure: string
        reason: string
      }[]
      recordsMissing: string | null
      /** @enum {string} */
      stayingWell: 'given' | 'not-made'
      stayingWellReason: string | null
      riskReview: string | null
      note: string | null
      sessionsHeld: number
      reopened: {
        /** Format: date-time */
        at: string
        by: components['schemas']['StaffMember']
        reason: string
      } | null
    }
    ClosingGap: {
      /** @enum {string} */
      code:
        | 'open-alerts'
        | 'parked-deliveries'
        | 'sessions-not-recorded'
        | 'measure-unpaired'
        | 'no-outcome-measure'
        | 'specialist'
        | 'staying-well'
        | 'risk-review'
        | 'supervisor'
      words: string
      /**
       * @description To be mended first, or to be given a reason for, or chosen, or for the supervisor.
       * @enum {string}
       */
      mend: 'first' | 'reason' | 'choice' | 'supervisor'
      /** @description Of `measure-unpaired`: which. */
      measure: string | null
    }
    /** @enum {string} */
    ClosingReason:
      | 'completed'
      | 'other-service-agreed'
      | 'not-attended'
      | 'moved-away'
      | 'declined'
      | 'outside-remit'
      | 'other'
    ClosingRequest: {
      /** @description The version of the case it was made from; another one is answered with 409. */
      version: number
      reason: components['schemas']['ClosingReason']
      destination: components['schemas']['Destination']
      /** @description Needed where the destination is a specialist service. */
      specialist?: components['schemas']['Specialist']
      /**
       * @description Why a measure has no pair of scores.
       * @default []
       */
      measuresMissing: {
        measure: string
        reason: string
      }[]
      /** @description Why not every session is recorded. */
      recordsMissing?: string
      /**
       * @description Whether the staying-well plan went to them.
       * @enum {string}
       */
      stayingWell: 'given' | 'not-made'
      /** @description Needed where it was not made. */
      stayingWellReason?: string
      /** @description Needed where the case ends because it was not attended. */
      riskReview?: string
      note?: string
    }
    ClosingState: {
      /** @description What stands in the way of closing, whatever the reason. */
      gaps: components['schemas']['ClosingGap'][]
      sessionsHeld: number
      /** @description The caller supervises this case. */
      maySignOff: boolean
      /** @description Newest first. */
      closings: components['schemas']['Closing'][]
    }
    Colleagues: {
      colleagues: {
        /** Format: uuid */
        staffId: string
        name: string
        roles: components['schemas']['StaffRole'][]
        atWork: boolean
        /** @description Whether an alert reaches them outside this page. */
        reachedOutside: boolean
      }[]
    }
    Consent: {
      /** @description Who can decide: the young person (16 or over; or Gillick competent), or somebody for them together with their assent; `adult` for a parent or carer. */
      capacityBasis:
        | (
            | 'presumed-16-or-over'
            | 'gillick'
            | 'parental-responsibility'
            | 'local-authority'
            | 'delegated-authority'
            | 'adult'
          )
        | null
      judgedBy: string | null
      judgedOn: string | null
      /** @description Version of the information that was shown. */
      informationVersion: string | null
      parentsMaySee: ('nothing' | 'topics' | 'agreed-items') | null
      /** @description The young person agrees; needed where somebody else consents. */
      assent: boolean | null
      reviewOn: string | null
      withdrawnOn: string | null
    }
    ConsentState: {
      record: components['schemas']['Consent'] | null
      recordedAt: string | null
      recordedBy: string | null
      complete: boolean
      missing: components['schemas']['Missing'][]
    }
    Contact: {
      way: components['schemas']['ContactWay']
      with: components['schemas']['ContactWith']
      /** @description Needed where it was not the person who wrote. */
      name?: string
      /**
       * Format: date-time
       * @description When it was: not before the alert, and not in the future.
       */
      at: string
      reached: boolean
      note: string
      /** @description Needed, with its time, where nobody was reached. */
      nextAction?: string
      /** Format: date-time */
      nextActionAt?: string
    }
    ContactState: {
      tries: number
      /** @description The person who wrote, about this alert or another of the same incident. */
      reachedPerson: boolean
      reachedCarer: boolean
      /** @description From the last try, where it reached nobody. */
      nextAction: string | null
      nextActionAt: string | null
    }
    /** @enum {string} */
    ContactWay: 'call' | 'text' | 'in-person' | 'video' | 'email' | 'other'
    /** @enum {string} */
    ContactWith: 'person' | 'parent-carer' | 'somebody-else'
    ContextLine: {
      /** @enum {string} */
      from: 'person' | 'bot'
      text: string
      at: string | null
    }
    CopingPlan: {
      /** @description 0 while there is none. Send it back with a change. */
      version: number
      plan: {
        parts: components['schemas']['CopingPlanParts']
        /** Format: date */
        madeOn: string
        reviewedOn: string | null
        /** @description Who has a copy. */
        copies: string
        /** @description The young person chose to keep it on their device, told that others who use it could open it. */
        offline: boolean
        recordedBy: components['schemas']['StaffMember']
        /** Format: date-time */
        recordedAt: string
      } | null
      /** @description There has been a T2 or T3 since it was made or looked at together, or while there was none. */
      reviewWantedSince: string | null
      mayChange: boolean
    }
    CopingPlanChange: {
      parts: components['schemas']['CopingPlanParts']
      /** Format: date */
      madeOn: string
      reviewedOn: string | null
      /** @description Who has a copy. */
      copies: string
      /** @description The young person chose to keep it on their device, told that others who use it could open it. */
      offline: boolean
      version: number
      /** @constant */
      together: true
    }
    CopingPlanParts: {
      /** @description My signs */
      signs?: string
      /** @description Things I can do on my own */
      alone?: string
      /** @description Places and people that take my mind off it */
      places?: string
      /** @description People I can ask, and how */
      people?: string
      /** @description Services and numbers */
      services?: string
      /** @description Making things around me safer: the agreed line only, no items and no methods */
      safer?: string
      /** @description What matters to me */
      matters?: string
    }
    DayHours: {
      /** @description 1 Monday … 7 Sunday. */
      weekday: number
      from: string
      until: string
    }
    Deliveries: {
      counts: components['schemas']['DeliveryCounts']
      oldestWaitingSince: string | null
      parked: components['schemas']['ParkedDelivery'][]
      /** @description Where the record does not answer; it is asked by one entry at a time until it does. */
      notReached: {
        /** @enum {string} */
        stream: 'case' | 'risk'
        /** Format: date-time */
        since: string
        reason: string | null
      }[]
      readBack: {
        /** @description Delivered, and found in the record as it was sent. */
        same: number
        /** @description Delivered, and not read back yet. */
        notYet: number
        lastAt: string | null
        /** @description What does not agree. What is missing is parked instead, so that it can be sent again. */
        faults: {
          /** Format: uuid */
          caseId: string
          caseRef: string
          outboxId: string | null
          type: string | null
          /** @enum {string} */
          what: 'different' | 'doubled' | 'out-of-order' | 'unknown'
        }[]
      }
    }
    /** @description Entries on their way to the case record; parked ones need a person. */
    DeliveryCounts: {
      waiting: number
      parked: number
      delivered: number
    }
    /** @enum {string} */
    Destination: 'no-further-support' | 'universal-or-voluntary' | 'specialist' | 'none'
    DutyTurn: {
      /** Format: uuid */
      staffId: string
      weekday: number | null
      /** @description A turn for one day goes before the weekday’s. One of the two is null. */
      day: string | null
    }
    /** @enum {string} */
    Engagement: 'active' | 'quiet' | 'no-contact' | 'disengaging' | 'worried-silence'
    Entry: {
      /** Format: uuid */
      entryId: string
      /** @description More than 1: amended; the earlier versions are kept. */
      version: number
      /** Format: uuid */
      personId: string
      /** @enum {string} */
      respondent: 'young-person' | 'parent-carer' | 'practitioner'
      /** @enum {string} */
      recordType: 'entry' | 'plan' | 'review' | 'checkin'
      module: string
      name: string
      /** Format: date-time */
      occurredAt: string
      /** Format: date */
      localDate: string
      refersTo: string | null
      /** @description The entry this one is about: a review names its plan. */
      about: string | null
      fields: {
        [key: string]: unknown
      }
      skipped: string[]
      declined: string[]
    }
    EpisodeClock: {
      sessionsHeld: number
      /** @description From the first session; before it, from the day the case was opened. */
      week: number
      /** @description More than six sessions or six weeks. */
      over: boolean
    }
    /** @enum {string} */
    FalseAlarmReason:
      | 'saying'
      | 'quotation'
      | 'game-or-story'
      | 'about-somebody-else'
      | 'slip-of-typing'
      | 'misread'
      | 'other'
    Goal: {
      /** Format: uuid */
      goalId: string
      /** Format: uuid */
      personId: string
      /** @description 1 to 3, never given to another goal. */
      number: number
      /** @description As agreed in a session. */
      words: string
      state: components['schemas']['GoalState']
      /** @description Send it back with a change. */
      version: number
      /**
       * Format: date-time
       * @description When it was recorded first.
       */
      agreedAt: string
      /** @description Oldest first. */
      ratings: {
        /** Format: uuid */
        administrationId: string
        /** Format: date-time */
        occurredAt: string
        /** Format: date */
        localDate: string
        /** @description 0 to 10; null when declined or not asked. */
        value: number | null
        /** @enum {string} */
        state: 'given' | 'declined' | 'missing'
      }[]
      /** @description Last rating minus the first; null where there are not two. */
      change: number | null
      /** @description By NHS England’s threshold of 3 points; null where it cannot be said. */
      reliable: ('improved' | 'deteriorated' | 'none') | null
    }
    GoalChange: {
      version: number
      words?: string
      state?: components['schemas']['GoalState']
      /**
       * @description The practitioner has read what the risk screen heard in the words, and acted on it where that was needed.
       * @default false
       */
      looked: boolean
    }
    /** @enum {string} */
    GoalState: 'active' | 'reached' | 'dropped'
    Handover: {
      /** Format: uuid */
      toStaffId: string
      reason: string
      version: number
    }
    HelplinesState: {
      checked: boolean
      /** @description To show to staff while numbers are unchecked. */
      note: string | null
      unchecked: {
        id: string
        name: string
        checkedOn: string | null
      }[]
    }
    ItemAnswer: {
      item: string
      text: string
      /** @enum {string} */
      state: 'given' | 'declined' | 'missing'
      answer: number | null
      answerText: string | null
      /** @description A risk item: shown on top. */
      risk: boolean
      /** @description Since it was answered last; null where there is nothing to compare. */
      change: number | null
    }
    KeptSession: {
      /** Format: uuid */
      sessionId: string
      /** Format: uuid */
      personId: string
      number: number
      attendance: components['schemas']['Attendance']
      /** Format: date-time */
      startsAt: string
      how: components['schemas']['SessionWay']
      minutes: number | null
      agreed: string | null
      nextSessionAt: string | null
      note: string | null
      recordedBy: string
      /** Format: date-time */
      recordedAt: string
    }
    LadderStep: {
      /** Format: uuid */
      id: string
      /** @description Being raised, new facts and a handover each begin another round. */
      round: number
      rung: string
      /**
       * @description silent: somebody had acknowledged by then; replaced: another round had begun.
       * @enum {string}
       */
      state: 'waiting' | 'run' | 'silent' | 'replaced'
      /** Format: date-time */
      dueAt: string
      ranAt: string | null
      onPageOnly: boolean
      /** @description That it came this far is for the incident log. */
      incidentLog: boolean
      /** @description Whom a waiting step will tell. */
      tells: string[]
      /** @description Whom it told, by every route. */
      told: components['schemas']['Told'][]
    }
    /** @enum {string} */
    Lane: 'self' | 'safeguarding' | 'others' | 'medical' | 'third_party' | 'parent_self' | 'unscanned' | 'scope'
    LoggedContact: {
      /** Format: uuid */
      id: string
      by: components['schemas']['StaffMember']
      /** Format: date-time */
      loggedAt: string
      way: components['schemas']['ContactWay']
      with: components['schemas']['ContactWith']
      name: string | null
      /** Format: date-time */
      at: string
      reached: boolean
      note: string
      nextAction: string | null
      nextActionAt: string | null
    }
    Me: {
      /** Format: uuid */
      staffId: string
      name: string
      roles: components['schemas']['StaffRole'][]
      serviceName: string
      botName: string
      demonstration: boolean
      /** @description Which parts of the page this member of staff has. */
      may: {
        seeAlerts: boolean
        seeCaseload: boolean
        changeCases: boolean
        seeReport: boolean
        seeDeliveries: boolean
        changeRota: boolean
      }
    }
    /** @enum {string} */
    MeasureMoment: 'baseline' | 'session' | 'review' | 'end'
    MeasurePlan: {
      /** Format: uuid */
      personId: string
      /** @description 0 while nothing was set for this person and the usual plan holds. Send it back with a change. */
      version: number
      measures: {
        measure: string
        title: string
        when: components['schemas']['MeasureMoment'][]
      }[]
      pairs: {
        measure: string
        title: string
        /** @enum {string} */
        state: 'no-baseline' | 'baseline-only' | 'paired'
        firstDay: string | null
        lastDay: string | null
        /** @description The case will close without a pair unless somebody sees to it, and why. */
        atRisk: ('last-sessions' | 'dropping-out') | null
      }[]
    }
    MeasurePlanChange: {
      version: number
      measures: {
        measure: string
        when: ('baseline' | 'session' | 'review' | 'end')[]
      }[]
    }
    MeasureRequest: {
      /** Format: uuid */
      id: string
      measure: string
      title: string
      /**
       * @description `exit`: offered at the first sign of dropping out.
       * @enum {string}
       */
      reason: 'baseline' | 'session' | 'review' | 'end' | 'exit'
      /** @enum {string} */
      state: 'asked' | 'started' | 'sent' | 'expired' | 'withdrawn'
      /** Format: date-time */
      askedAt: string
      finishedAt: string | null
    }
    MeasureSeries: {
      /** Format: uuid */
      personId: string
      measure: string
      title: string
      range: {
        min: number
        max: number
      } | null
      direction: ('higher-is-worse' | 'higher-is-better') | null
      /** @description Named ranges, inclusive. For staff only. */
      bands: {
        name: string
        min: number
        max: number
      }[]
      reliableChange: number | null
      source: string | null
      /** @description Its scales have T-scores where the case has a norm group. */
      hasNorms: boolean
      /** @description Its single scales, where it has more than a total. */
      scales: components['schemas']['ScaleSeries'][]
      /** @description Oldest first. */
      administrations: components['schemas']['Administration'][]
    }
    Missing: {
      code: string
      words: string
    }
    NewAuthorisation: {
      item: string
      reason: string
      /** Format: date */
      expiresOn: string
    }
    NewCase: {
      /** @description Its id in the case record. */
      caseRef: string
      /**
       * @description Create it in the case record where it is not there yet and the record allows it.
       * @default false
       */
      createInRecord: boolean
      /** @default not-known */
      careStatus: components['schemas']['CareStatus']
      /** @default 6 */
      sessionsPlanned: number
      /** @default null */
      nextSessionAt: string | null
      /** @default null */
      supervisorId: string | null
      /** @default {} */
      setup: components['schemas']['CaseSetup']
      referral?: components['schemas']['Referral']
    }
    NewCaseReview: {
      decision: components['schemas']['CaseDecision']
      note: string
      /** @description As read: when another one has come since, the review is refused. */
      incidents: number
    }
    NewGoal: {
      words: string
      /**
       * @description The practitioner has read what the risk screen heard in the words, and acted on it where that was needed.
       * @default false
       */
      looked: boolean
    }
    NewInvitation: {
      link: string
      /** @description Six digits. Shown once: neither link nor code can be read again. */
      code: string
      /** @description What the person sends to the bot in Teams instead of opening the link. */
      teamsCode: string
      /** Format: date-time */
      expiresAt: string
    }
    NewPerson: {
      role: components['schemas']['PersonRole']
      preferredName: string
      /** @default null */
      pronouns: string | null
      band: components['schemas']['Band']
      /** @default null */
      dateOfBirth: string | null
      /** @default null */
      childCalled: string | null
      /** @default null */
      called: string | null
      /** @default null */
      carer: components['schemas']['Carer'] | null
    }
    NewSession: {
      /**
       * Format: uuid
       * @description Chosen by the page: a record sent twice is kept once.
       */
      sessionId: string
      /** @description The version of the case the record was made from; another one is answered with 409. */
      version: number
      /**
       * Format: uuid
       * @description Whom the session was with; what was agreed is theirs.
       */
      personId: string
      attendance: components['schemas']['Attendance']
      /** Format: date-time */
      startsAt: string
      /** @default null */
      minutes: number | null
      /** @default face-to-face */
      how: components['schemas']['SessionWay']
      /** @default [] */
      present: ('young-person' | 'parent-carer' | 'other')[]
      /**
       * @description What was agreed until the next session.
       * @default null
       */
      agreed: string | null
      /**
       * @description When the bot prompts the first practice; null for no prompt.
       * @default null
       */
      promptAt: string | null
      /**
       * @description When it asks how it is going; null for no check.
       * @default null
       */
      checkAt: string | null
      /**
       * @description The step that the session opens (G3).
       * @default null
       */
      openStep: {
        /** Format: uuid */
        assignmentId: string
        from: number
        step: number
      } | null
      /** @default null */
      nextSessionAt: string | null
      /** @default null */
      note: string | null
    }
    /** @description Who is told next and when, unless somebody acknowledges before. */
    NextRung: {
      rung: string
      /** Format: date-time */
      dueAt: string
      /** @description Names, from the rota as it stands now; worked out anew when it is due. */
      tells: string[]
      /** @description It stands on their page then, and nothing is sent. */
      onPageOnly: boolean
    }
    NormGroup: {
      /**
       * @description How an age becomes a norm band; the two published ones disagree.
       * @enum {string}
       */
      convention: 'nhs-england' | 'ucla'
      /**
       * @description US grades. The same from the first score to the last.
       * @enum {string}
       */
      band: '3-4' | '5-6' | '7-8' | '9-10' | '11-12'
      /**
       * @description The published norms are binary.
       * @enum {string}
       */
      sex: 'M' | 'F'
    }
    /** @description Something to know that is not a risk. */
    Notice: {
      /** Format: uuid */
      id: string
      /** Format: uuid */
      personId: string
      notice: string
      words: string
      /** Format: date-time */
      createdAt: string
      seenAt: string | null
      seenBy: string | null
    }
    OnCallTurn: {
      /** Format: uuid */
      staffId: string
      /** Format: date-time */
      from: string
      /** Format: date-time */
      until: string
    }
    ParkedDelivery: {
      /** Format: uuid */
      outboxId: string
      /** Format: uuid */
      caseId: string
      caseRef: string
      /** @enum {string} */
      stream: 'case' | 'risk'
      type: string
      reason: string
      attempts: number
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      parkedAt: string
    }
    Person: {
      /** Format: uuid */
      id: string
      role: components['schemas']['PersonRole']
      preferredName: string
      pronouns: string | null
      band: components['schemas']['Band']
      dateOfBirth: string | null
      age: number | null
      /** @enum {string} */
      state: 'invited' | 'joined' | 'active' | 'paused' | 'closed'
      version: number
      /** @description Parents and carers: what this adult calls the child. */
      childCalled: string | null
      /** @description Parents and carers: what the child calls them. */
      called: string | null
      /** @description Parents and carers; null where nobody has recorded it. */
      carer: components['schemas']['Carer'] | null
      /** @description Modules stop until a human releases the alert that holds. */
      onHold: boolean
      consent: components['schemas']['ConsentState']
      invitation: {
        /** @enum {string} */
        state: 'none' | 'waiting' | 'used' | 'expired' | 'locked'
        expiresAt: string | null
      }
      /** @enum {string} */
      pin: 'not-set' | 'set' | 'locked'
      devices: number
      /** @description Newest first, ended ones too. */
      assignments: components['schemas']['Assignment'][]
      /** @description Newest first. */
      measureRequests: components['schemas']['MeasureRequest'][]
    }
    /** @description What a person left for their practitioner. */
    PersonNote: {
      /** Format: uuid */
      id: string
      /** Format: uuid */
      personId: string
      /** @enum {string} */
      purpose: 'for-practitioner' | 'agenda'
      text: string
      /** Format: date-time */
      createdAt: string
    }
    /** @enum {string} */
    PersonRole: 'young-person' | 'parent-carer'
    Problem: {
      type?: string
      title?: string
      status: number
      code: string
      detail: string
      faults?: {
        place: string
        problem: string
      }[]
    }
    QuarterlyReport: {
      quarter: string
      /** Format: date */
      from: string
      /** Format: date */
      until: string
      /** @description Every case of the service; otherwise those in the caller’s reach. */
      wholeService: boolean
      figures: {
        id: string
        /** @description What is counted apart: a source, a service, a measure. */
        of: string | null
        title: string
        definition: string
        /** @description Null of nothing, and where it is too small to be shown. */
        value: number | null
        outOf: number | null
        /** @description From 1 to 4, or a share of so few: could show who it is, and never leaves the page. */
        small: boolean
        /** @description Those behind it that the caller may open. */
        cases: {
          /** Format: uuid */
          caseId: string
          caseRef: string
        }[]
      }[]
    }
    Referral: {
      source: components['schemas']['ReferralSource']
      /** Format: date */
      receivedOn: string
      /** @description Reference of an earlier case of the same young person. */
      earlierCaseRef?: string
      /**
       * @description For the same issue as that earlier case.
       * @default false
       */
      sameIssue: boolean
    }
    /** @enum {string} */
    ReferralSource: 'school' | 'self' | 'parent-carer' | 'gp' | 'camhs' | 'social-care' | 'voluntary' | 'other'
    Release: {
      outcome: components['schemas']['AlertOutcome']
      /** @description Needed with the outcome false-alarm, and only there. */
      falseAlarmReason?: components['schemas']['FalseAlarmReason']
      /** @description Needed with referred and emergency-services. */
      toWhom?: string
      /** @description Needed with no-contact, with its time. */
      nextAction?: string
      /** Format: date-time */
      nextActionAt?: string
      /** @description Written down in the same step. Some outcomes are refused while no contact has reached anybody. */
      contact?: components['schemas']['Contact']
      note: string
      version: number
    }
    RotaPage: {
      /** @description Send it back with a change of the service’s part. */
      version: number
      hours: components['schemas']['DayHours'][]
      /** @description Nobody has set them here yet: the configuration’s hours count. */
      hoursFromSettings: boolean
      /** @description From today on, besides the bank holidays of England. */
      closures: {
        /** Format: date */
        day: string
        reason: string
      }[]
      /** @description Of the next year. */
      bankHolidays: string[]
      duty: components['schemas']['DutyTurn'][]
      /** @description Those that are not over. */
      onCall: components['schemas']['OnCallTurn'][]
      staff: components['schemas']['StaffOnRota'][]
      /** @description Ways outside this page that are set up in this service. */
      routes: string[]
      /** @description Where nobody would be told, over all cases that are open. */
      gaps: components['schemas']['Missing'][]
      changed: {
        /** Format: date-time */
        at: string
        by: components['schemas']['StaffMember']
      } | null
    }
    Saying: {
      /** Format: uuid */
      id: string
      preferredName: string
      /** Format: uuid */
      caseId: string
      caseRef: string
      /** @description Exactly what the person wrote. */
      words: string
      /** Format: date-time */
      saidAt: string
    }
    ScaleSeries: {
      scale: string
      title: string
      /** @description Oldest first. */
      scores: {
        /** Format: uuid */
        administrationId: string
        /** @description Null when it could not be scored. */
        raw: number | null
        /** @description Not rounded; null without norms or norm group. */
        t: number | null
        band: string | null
      }[]
      /** @description From the first to the last scored one; not judged where that needs a norm group and there is none. */
      change: {
        difference: number
        /** @enum {string} */
        unit: 'raw' | 'T'
        threshold: number | null
        reliable: ('improved' | 'deteriorated' | 'none') | null
      } | null
    }
    ServiceRota: {
      /** @description As read: when somebody changed this part of the rota since, the change is refused. */
      version: number
      hours: components['schemas']['DayHours'][]
      closures: {
        /** Format: date */
        day: string
        reason: string
      }[]
      duty: components['schemas']['DutyTurn'][]
      onCall: components['schemas']['OnCallTurn'][]
    }
    ServiceState: {
      /** @description How many phrases the service’s own restricted list holds; null where none is loaded. Never which. */
      restrictedPhrases: number | null
      safetyWordsSigned: boolean
      /** @description Why no alert would reach anybody at this moment; empty while they do. */
      alertsReachNobody: ('database-down' | 'jobs-silent' | 'alert-routes-down')[]
    }
    SessionRecorded: {
      session: components['schemas']['KeptSession']
      clock: components['schemas']['EpisodeClock']
    }
    /** @enum {string} */
    SessionWay: 'face-to-face' | 'phone' | 'video' | 'talk-type' | 'text' | 'email' | 'other'
    SignInWays: {
      serviceName: string
      openIdConnect: boolean
      teams: boolean
      development: boolean
    }
    SleepNights: {
      n: number
      bed?: string
      wake?: string
      midSleep?: string
      sol?: number
      waso?: number
      tst?: number
      phoneGap?: number
      /** @description All sleep over all time in bed, per cent. */
      se?: number
      /** @description All sleep over all time since trying, per cent. */
      seAttempt?: number
    }
    SleepSummary: {
      nights: {
        valid: number
        declined: number
        short: number
        leftOut: number
      }
      /** @description Five usable nights, one of them before a free day. */
      enough: boolean
      all: components['schemas']['SleepNights']
      school: components['schemas']['SleepNights']
      free: components['schemas']['SleepNights']
      /** @description Minutes by which mid-sleep of free nights is later. */
      weekendShift?: number
      /** @description By weeks, 0 to 10. */
      rested: {
        /** Format: date */
        from: string
        mean: number
        n: number
      }[]
      /** @description Of the seven nights before. */
      changes: {
        what: string
        days: string
        did: number
        partly: number
        no: number
        of: number
      }[]
      notUpToThem: (
        | 'wake-time'
        | 'morning-light'
        | 'caffeine'
        | 'phone-away'
        | 'wind-down'
        | 'naps'
        | 'moving'
        | 'bed-for-sleep'
        | 'dark-quiet'
        | 'hunger'
        | 'nicotine-alcohol'
        | 'worries-parked'
      )[]
      notes: {
        /** Format: date */
        night: string
        note: string
      }[]
      /** @description In their words, of their own diary. */
      noticed: string[]
      /** @description For somebody else to look at, never a conclusion. */
      signs: (
        | {
            /** @constant */
            sign: 'told'
            what: string
            /** Format: date */
            on: string
          }
        | {
            /** @constant */
            sign: 'long-awake'
            nights: number
            of: number
          }
        | {
            /** @constant */
            sign: 'little-sleep-yet-rested'
            nights: number
            of: number
          }
      )[]
    }
    /** @enum {string} */
    Specialist: 'social-care' | 'camhs' | 'educational-psychology' | 'adult-mental-health' | 'other'
    StaffMember: {
      /** Format: uuid */
      staffId: string
      name: string
    }
    StaffOnRota: {
      /** @description Send it back with a change of this person’s part. */
      version: number
      staff: components['schemas']['StaffMember']
      roles: components['schemas']['StaffRole'][]
      atWork: boolean
      hours: components['schemas']['DayHours'][] | null
      coverId: string | null
      /** @description Those that are not over. */
      absences: components['schemas']['Absence'][]
      email: string | null
      webhook: string | null
      /** @description They have written to the bot in Teams, so that alerts reach them there. */
      inTeams: boolean
    }
    /** @enum {string} */
    StaffRole:
      | 'practitioner'
      | 'supervisor'
      | 'duty-worker'
      | 'safeguarding-lead'
      | 'service-manager'
      | 'service-set-up'
    StaffRota: {
      /** @description As read: when somebody changed this part of the rota since, the change is refused. */
      version: number
      /** @description Null: the service’s own hours. */
      hours: components['schemas']['DayHours'][] | null
      /** @description Who answers in their place whenever an absence names nobody else. */
      coverId: string | null
      absences: components['schemas']['Absence'][]
      email: string | null
      /** @description As the pager or SMS gateway knows them. */
      webhook: string | null
      /** @description False takes their Teams chat away; it comes back when they write to the bot. */
      keepTeams: boolean
    }
    /** @enum {string} */
    Tier: 'T1' | 'T2' | 'T3'
    /** @description Who an alert was sent to, by which route, and whether it went. Sent is not seen. */
    Told: {
      name: string
      route: string
      /** @enum {string} */
      state: 'waiting' | 'sent' | 'failed' | 'not-needed'
      /** @description When it went; null while it has not. */
      at: string | null
      tries: number
      nextTryAt: string | null
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  readSignInWays: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SignInWays']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  signOut: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            continueAt: string
          }
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  awaitChanges: {
    parameters: {
      query?: {
        since?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Changes']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listDeliveries: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Deliveries']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readChoices: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Choices']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readHelplines: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['HelplinesState']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readMe: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Me']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readServiceState: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ServiceState']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  resendDelivery: {
    parameters: {
      query?: never
      header?: never
      path: {
        outboxId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: uuid */
            outboxId: string
            /** @enum {string} */
            state: 'waiting' | 'parked' | 'delivered'
          }
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  acknowledgeAlert: {
    parameters: {
      query?: never
      header?: never
      path: {
        alertId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Acknowledgement']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertWithHistory']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  addAlertNote: {
    parameters: {
      query?: never
      header?: never
      path: {
        alertId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AlertNote']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertWithHistory']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  handOverAlert: {
    parameters: {
      query?: never
      header?: never
      path: {
        alertId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Handover']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertWithHistory']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listAlerts: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description T3 first, then the oldest first. */
            alerts: components['schemas']['Alert'][]
            unacknowledged: number
            oldestWaitingSince: string | null
            /** @description Of the last seven days: said to be just a saying. Nothing to do; kept for the weekly look. */
            sayings: components['schemas']['Saying'][]
          }
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listColleagues: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Colleagues']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  logContact: {
    parameters: {
      query?: never
      header?: never
      path: {
        alertId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Contact']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertWithHistory']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readAlert: {
    parameters: {
      query?: never
      header?: never
      path: {
        alertId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertWithHistory']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  releaseAlert: {
    parameters: {
      query?: never
      header?: never
      path: {
        alertId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Release']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertWithHistory']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  addPerson: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPerson']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Person']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readCase: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CaseDetail']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  changeCase: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CaseChange']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CaseDetail']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listCaseload: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Open alerts, worried silence, a session within 48 hours, stuck, then the rest by next session. */
            cases: components['schemas']['CaseloadRow'][]
          }
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listEntries: {
    parameters: {
      query: {
        cursor: string
      }
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            entries: components['schemas']['Entry'][]
            nextEntries: string | null
          }
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  markNoticesSeen: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
        }
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            seen: number
          }
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  openCase: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewCase']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CaseDetail']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readSleep: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SleepSummary']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  assignModule: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          module: string
        }
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Assignment']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  changeCaring: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CaringChange']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Person']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  endAssignment: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
        assignmentId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Assignment']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  openStep: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
        assignmentId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          from: number
          step: number
        }
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Assignment']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  invitePerson: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['NewInvitation']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  recordConsent: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Consent']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Person']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  requestMeasure: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          measure: string
          /**
           * @description `exit`: offered at the first sign of dropping out.
           * @default session
           * @enum {string}
           */
          reason?: 'baseline' | 'session' | 'review' | 'end' | 'exit'
        }
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MeasureRequest']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  resetPin: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Person']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  withdrawMeasure: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
        requestId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MeasureRequest']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readCopingPlan: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CopingPlan']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  keepCopingPlan: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CopingPlanChange']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CopingPlan']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readReviews: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CaseReviews']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  reviewCase: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewCaseReview']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CaseReviews']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readRotaPage: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['RotaPage']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  changeServiceRota: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ServiceRota']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['RotaPage']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  changeStaffRota: {
    parameters: {
      query?: never
      header?: never
      path: {
        staffId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['StaffRota']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['RotaPage']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  agreeGoal: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewGoal']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Goal']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  changeGoal: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
        goalId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['GoalChange']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Goal']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  setMeasurePlan: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['MeasurePlanChange']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MeasurePlan']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readClosing: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClosingState']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  closeCase: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ClosingRequest']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClosingState']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  reopenCase: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          version: number
          reason: string
        }
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClosingState']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readQuarterlyReport: {
    parameters: {
      query?: {
        quarter?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['QuarterlyReport']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  recordRefusedReferral: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          source: components['schemas']['ReferralSource']
          /** Format: date */
          receivedOn: string
          reason: string
        }
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: uuid */
            id: string
          }
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listAuthorisations: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Authorisations']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  authoriseItem: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAuthorisation']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Authorisations']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  withdrawAuthorisation: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
        authorisationId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
        }
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Authorisations']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listSessions: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            sessions: components['schemas']['KeptSession'][]
            clock: components['schemas']['EpisodeClock']
          }
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  recordSession: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewSession']
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SessionRecorded']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readBrief: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Brief']
        }
      }
      /** @description Refused, with the reason */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
}
