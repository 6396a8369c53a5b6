// Generated from the routes by `npm run generate`. Do not edit.
export interface paths {
  '/chat/api/help': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Helplines and what the page needs before anybody has joined */
    get: operations['getHelp']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/join': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Joins this browser with an invitation. Refused as invitation-not-known, -expired, -used, -replaced, -locked or -wrong-code */
    post: operations['join']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/join-device': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Joins a second device. Refused as device-code-refused */
    post: operations['joinDevice']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/me': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The state of this device and, once open, who is talking to whom. 401 not-joined without a joined device */
    get: operations['getMe']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/pin': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Chooses the PIN after joining. Refused as pin-already-set */
    post: operations['setPin']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/unlock': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Opens the device with the PIN. Refused as wrong-pin (triesLeft), pin-blocked or no-pin */
    post: operations['unlock']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/lock': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Locks this device now */
    post: operations['lock']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/still-here': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** The person is reading or typing; call at most once a minute. Refused as device-locked */
    post: operations['stillHere']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/device-codes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** A code that joins a second device, shown once */
    post: operations['addDeviceCode']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/plan': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The young person’s own coping plan; `keep` where they chose to keep it on their device */
    get: operations['getPlan']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/notices': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** This device wants to be told that there is a message, never what it says */
    put: operations['takeNotices']
    post?: never
    /** This device does not want to be told any more */
    delete: operations['refuseNotices']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/api/settings': {
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
    /** Changes some settings */
    patch: operations['changeSettings']
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
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
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  getHelp: {
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
            botName: string
            /** @description where Leave quickly goes */
            neutralSite: string
            demonstration: boolean
            helplines: {
              id: string
              name: string
              /** @description as shown; digits and spaces */
              number: string
              how: ('call' | 'text')[]
              /** @description one line on what happens when you get in touch */
              says: string
            }[]
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
  join: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description the secret part of the invitation link */
          link: string
          code: string
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
            /** @enum {string} */
            door: 'set-pin' | 'locked' | 'pin-blocked' | 'open'
            unlockedUntil: string | null
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
  joinDevice: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description eight characters; spaces and hyphens do not matter */
          code: string
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
            /** @enum {string} */
            door: 'set-pin' | 'locked' | 'pin-blocked' | 'open'
            unlockedUntil: string | null
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
  getMe: {
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
            /** @enum {string} */
            door: 'set-pin' | 'locked' | 'pin-blocked' | 'open'
            botName: string
            serviceName: string
            neutralSite: string
            demonstration: boolean
            /** @description without activity the server locks this device after so long */
            lockAfterSeconds: number
            settings: {
              /** @description per cent */
              textSize: 100 | 125 | 150
              /** @description plain mode: literal words, no emoji */
              plain: boolean
              /** @description no reminders between these times, England */
              quiet: {
                from: string
                until: string
              }
              /** @enum {string} */
              reminders: 'on' | 'few' | 'off'
            }
            /** @description with which this browser may ask for notices; null where there are none */
            pushKey: string | null
            /** @description null unless the door is open */
            person: {
              preferredName: string
              /** @enum {string} */
              role: 'young-person' | 'parent-carer'
              band: string
              /** @enum {string} */
              state: 'invited' | 'joined' | 'active' | 'paused' | 'closed'
              /** @description a person of the team reads what is written here; false once paused or closed */
              messagesAreRead: boolean
            } | null
            /** @description null unless the door is open */
            practitioner: {
              firstName: string
              staffedNow: boolean
              nextLook: {
                /**
                 * Format: date-time
                 * @description while staffed: by when; otherwise: at when
                 */
                at: string
                /** @description "Tue 9:00", "today 17:00", "tomorrow 9:00" */
                words: string
              }
            } | null
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
  setPin: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          pin: string
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
            /** @enum {string} */
            door: 'set-pin' | 'locked' | 'pin-blocked' | 'open'
            unlockedUntil: string | null
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
  unlock: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          pin: string
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
            /** @enum {string} */
            door: 'set-pin' | 'locked' | 'pin-blocked' | 'open'
            unlockedUntil: string | null
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
  lock: {
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
            /** @enum {string} */
            door: 'set-pin' | 'locked' | 'pin-blocked' | 'open'
            unlockedUntil: string | null
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
  stillHere: {
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
        content?: never
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
  addDeviceCode: {
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
            /** @description as shown: XXXX-XXXX */
            code: string
            /** Format: date-time */
            expiresAt: string
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
  getPlan: {
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
            plan: components['schemas']['CopingPlanParts'] | null
            keep: boolean
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
  takeNotices: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** Format: uri */
          endpoint: string
          keys: {
            p256dh: string
            auth: string
          }
        }
      }
    }
    responses: {
      /** @description Done */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
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
  refuseNotices: {
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
        content?: never
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
  changeSettings: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description per cent */
          textSize?: 100 | 125 | 150
          /** @description plain mode: literal words, no emoji */
          plain?: boolean
          /** @description no reminders between these times, England */
          quiet?: {
            from: string
            until: string
          }
          /** @enum {string} */
          reminders?: 'on' | 'few' | 'off'
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
            settings: {
              /** @description per cent */
              textSize: 100 | 125 | 150
              /** @description plain mode: literal words, no emoji */
              plain: boolean
              /** @description no reminders between these times, England */
              quiet: {
                from: string
                until: string
              }
              /** @enum {string} */
              reminders: 'on' | 'few' | 'off'
            }
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
}
