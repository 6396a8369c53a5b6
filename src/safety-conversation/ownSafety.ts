import { choice } from '../dialog-kit/index.ts'
import { askOnce, defineSafetyDialog, openWith, raise, sayWhoIsTold } from './define.ts'
import { sayPlan } from './plan.ts'

/** T1, young person or parent: one gentle question, who will see it, and lightly on (brief 4.3). */
export const t1Check = defineSafetyDialog({
  id: 't1-check',
  answers: { feeling: choice('stuck', 'unsafe', 'not-say'), next: choice('carry-on', 'calm', 'stop') },
  steps: (kit) => [
    openWith(kit, 'heard'),
    askOnce(kit, 'feeling'),
    kit.branch('unsafe', (a) => a.feeling === 'unsafe', {
      yes: [
        raise(kit, 'raise-unsafe', { lane: 'self', tier: 'T2', because: 'said that things feel unsafe' }),
        kit.handOver('to-self', ['self-t2', 'parent-self-t2'], (_, c) => ({
          dialog: c.role === 'parent-carer' ? 'parent-self-t2' : 'self-t2',
          input: { ...c.input, tier: 'T2' },
        })),
      ],
    }),
    sayWhoIsTold(kit),
    kit.say('help'),
    kit.ask('next'),
    kit.branch('calm', (a) => a.next === 'calm', { yes: [kit.say('breathe')] }),
  ],
})

/** T2 self: asks plainly, says who is told and when, how to be reached, and then stays for help numbers only. */
export const selfT2 = defineSafetyDialog({
  id: 'self-t2',
  audience: 'young-person',
  answers: {
    acting: choice('no', 'yes', 'not-sure', 'not-say'),
    hurt: choice('no', 'yes'),
    nearby: choice('home', 'friend', 'other-adult', 'nobody', 'not-sure'),
    contact: choice('call', 'text', 'meet', 'not-sure'),
    safeToRing: choice('yes', 'no', 'not-sure'),
  },
  steps: (kit) => [
    openWith(kit, 'glad'),
    askOnce(kit, 'acting'),
    kit.branch('acting-on-it', (a) => a.acting, {
      yes: [
        raise(kit, 'raise-acting', {
          lane: 'self',
          tier: 'T3',
          because: 'is thinking of acting on it today or tonight',
        }),
        kit.handOver('to-now', ['self-t3'], (_, c) => ({ dialog: 'self-t3', input: { ...c.input, tier: 'T3' } })),
      ],
      'not-sure': [
        raise(kit, 'raise-not-sure', {
          lane: 'self',
          tier: 'T2',
          priority: true,
          because: 'is not sure about acting on it',
        }),
      ],
    }),
    askOnce(kit, 'hurt'),
    kit.branch('hurt-now', (a) => a.hurt === 'yes', {
      yes: [
        raise(kit, 'raise-hurt', { lane: 'medical', tier: 'T3', because: 'is hurt or needs first aid' }),
        kit.handOver('to-medical', ['medical'], (_, c) => ({ dialog: 'medical', input: { ...c.input, tier: 'T3' } })),
      ],
    }),
    sayPlan(kit),
    askOnce(kit, 'nearby'),
    sayWhoIsTold(kit),
    kit.say('numbers'),
    askOnce(kit, 'contact'),
    kit.branch('ringing', (a) => a.contact === 'call', { yes: [askOnce(kit, 'safeToRing')] }),
    kit.say('stays'),
  ],
})

/** T3 self: emergency help first, steady, true about what a program can do. */
export const selfT3 = defineSafetyDialog({
  id: 'self-t3',
  audience: 'young-person',
  answers: { withSomeone: choice('yes', 'no', 'not-say') },
  steps: (kit) => [
    kit.say('serious'),
    kit.say('call'),
    kit.say('adult'),
    sayWhoIsTold(kit),
    askOnce(kit, 'withSomeone'),
    kit.branch('company', (a) => a.withSomeone, {
      yes: [kit.say('show-them')],
      no: [kit.say('find-someone')],
      'not-say': [kit.say('no-need')],
    }),
    sayPlan(kit),
    kit.say('numbers'),
  ],
})

/** Hurt or has taken something: overrides everything, no talk of mood. */
export const medical = defineSafetyDialog({
  id: 'medical',
  answers: { withSomeone: choice('yes', 'no', 'not-say') },
  steps: (kit) => [
    kit.say('call'),
    kit.say('do-not-wait'),
    kit.say('adult'),
    sayWhoIsTold(kit),
    askOnce(kit, 'withSomeone'),
    kit.branch('company', (a) => a.withSomeone, {
      yes: [kit.say('show-them')],
      no: [kit.say('find-someone')],
      'not-say': [kit.say('no-need')],
    }),
  ],
})
