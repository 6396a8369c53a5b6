import { choice } from '../dialog-kit/index.ts'
import { askOnce, defineSafetyDialog, raise, sayWhoIsTold } from './define.ts'

/**
 * After an answer of one or more to an item about thoughts of being dead or of self-harm (R-M1): one question, then the
 * person chooses to carry on with the questions or to stop here. The item's own escalation (T2) is open already.
 */
export const itemNine = defineSafetyDialog({
  id: 'item-nine',
  answers: {
    acting: choice('no', 'not-sure', 'yes', 'talk'),
    contact: choice('call', 'text', 'meet', 'not-sure'),
    safeToRing: choice('yes', 'no', 'not-sure'),
    next: choice('carry-on', 'stop'),
  },
  steps: (kit) => [
    kit.say('thanks'),
    askOnce(kit, 'acting'),
    kit.branch('acting-on-it', (a) => a.acting, {
      yes: [
        raise(kit, 'raise-acting', {
          lane: 'self',
          tier: 'T3',
          because: 'is thinking of acting on it today or tonight',
        }),
        kit.handOver('to-now', ['self-t3', 'parent-self-t3'], (_, c) => ({
          dialog: c.role === 'parent-carer' ? 'parent-self-t3' : 'self-t3',
          input: { ...c.input, tier: 'T3' },
        })),
      ],
      'not-sure': [
        raise(kit, 'raise-not-sure', {
          lane: 'self',
          tier: 'T2',
          priority: true,
          because: 'is not sure about acting on it',
        }),
      ],
      talk: [
        raise(kit, 'raise-talk', {
          lane: 'self',
          tier: 'T2',
          priority: true,
          because: 'would rather talk to somebody',
        }),
      ],
    }),
    sayWhoIsTold(kit),
    kit.say('numbers'),
    askOnce(kit, 'contact'),
    kit.branch('ringing', (a) => a.contact === 'call', { yes: [askOnce(kit, 'safeToRing')] }),
    kit.ask('next'),
  ],
})

/** The item was declined: T1, seen before the session, no pressing. */
export const declinedItem = defineSafetyDialog({
  id: 'declined-item',
  answers: {},
  steps: (kit) => [kit.say('fine'), sayWhoIsTold(kit)],
})
