import { choice } from '../dialog-kit/index.ts'
import { askOnce, defineSafetyDialog, openWith, raise, sayWhoIsTold } from './define.ts'

const audience = 'parent-carer' as const

/** The child is in danger now. */
export const parentChildNow = defineSafetyDialog({
  id: 'parent-child-now',
  audience,
  answers: { withChild: choice('yes', 'no', 'not-say') },
  steps: (kit) => [
    kit.say('call'),
    kit.say('stay-close'),
    sayWhoIsTold(kit),
    askOnce(kit, 'withChild'),
    kit.branch('company', (a) => a.withChild, { no: [kit.say('not-with-child')] }),
    kit.say('numbers'),
  ],
})

/** The child is at risk, not at this moment. */
export const parentChildRisk = defineSafetyDialog({
  id: 'parent-child-risk',
  audience,
  answers: { dangerNow: choice('no', 'yes', 'not-sure') },
  steps: (kit) => [
    openWith(kit, 'thanks'),
    askOnce(kit, 'dangerNow'),
    kit.branch('now', (a) => a.dangerNow === 'yes' || a.dangerNow === 'not-sure', {
      yes: [
        raise(kit, 'raise-now', {
          lane: 'third_party',
          tier: 'T3',
          because: 'the child is, or may be, in danger right now',
        }),
        kit.handOver('to-now', ['parent-child-now'], (_, c) => ({
          dialog: 'parent-child-now',
          input: { ...c.input, tier: 'T3' },
        })),
      ],
    }),
    sayWhoIsTold(kit),
    kit.say('meanwhile'),
    kit.say('numbers'),
  ],
})

/** Fears harming the child, has hit, or has lost control: no blame, honest that we must act (S4). */
export const parentHarm = defineSafetyDialog({
  id: 'parent-harm',
  audience,
  answers: { safeNow: choice('yes', 'no', 'not-sure') },
  steps: (kit) => [
    openWith(kit, 'thanks'),
    kit.say('step-away'),
    askOnce(kit, 'safeNow'),
    kit.branch('not-safe', (a) => a.safeNow === 'no' || a.safeNow === 'not-sure', {
      yes: [
        raise(kit, 'raise-not-safe', {
          lane: 'safeguarding',
          tier: 'T3',
          because: 'not everyone is, or may be, safe and unhurt',
        }),
        kit.say('call'),
      ],
    }),
    kit.say('have-to-act'),
    sayWhoIsTold(kit),
    kit.say('numbers'),
  ],
})

/** Domestic abuse: leaving the page quickly first, no advice to confront or to leave; never visible to another carer. */
export const parentDomesticAbuse = defineSafetyDialog({
  id: 'parent-domestic-abuse',
  audience,
  answers: { safeNow: choice('yes', 'no', 'not-sure'), safeToRing: choice('yes', 'no', 'not-sure') },
  steps: (kit) => [
    kit.say('leave-quickly'),
    openWith(kit, 'glad'),
    askOnce(kit, 'safeNow'),
    kit.branch('not-safe', (a) => a.safeNow === 'no' || a.safeNow === 'not-sure', {
      yes: [
        raise(kit, 'raise-not-safe', {
          lane: 'safeguarding',
          tier: 'T3',
          because: 'is not, or may not be, safe right now',
        }),
        kit.say('call'),
      ],
    }),
    kit.say('who-sees'),
    sayWhoIsTold(kit),
    kit.say('helpline'),
    askOnce(kit, 'safeToRing'),
    kit.say('close'),
  ],
})

/** An allegation about another adult, or a child used or neglected. */
export const parentSafeguarding = defineSafetyDialog({
  id: 'parent-safeguarding',
  audience,
  answers: { safeNow: choice('yes', 'no', 'not-sure') },
  steps: (kit) => [
    openWith(kit, 'thanks'),
    askOnce(kit, 'safeNow'),
    kit.branch('not-safe', (a) => a.safeNow === 'no' || a.safeNow === 'not-sure', {
      yes: [
        raise(kit, 'raise-not-safe', {
          lane: 'safeguarding',
          tier: 'T3',
          because: 'the child is not, or may not be, safe right now',
        }),
        kit.say('call'),
      ],
    }),
    kit.say('have-to-act'),
    sayWhoIsTold(kit),
    kit.say('no-questions'),
    kit.say('numbers'),
  ],
})

/** A parent's or carer's own thoughts of suicide or self-harm. */
export const parentSelfT2 = defineSafetyDialog({
  id: 'parent-self-t2',
  audience,
  answers: {
    acting: choice('no', 'yes', 'not-sure', 'not-say'),
    hurt: choice('no', 'yes'),
    childWithYou: choice('yes', 'no', 'not-say'),
    contact: choice('call', 'text', 'meet', 'not-sure'),
  },
  steps: (kit) => [
    openWith(kit, 'glad'),
    askOnce(kit, 'acting'),
    kit.branch('acting-on-it', (a) => a.acting, {
      yes: [
        raise(kit, 'raise-acting', {
          lane: 'parent_self',
          tier: 'T3',
          because: 'is thinking of acting on it today or tonight',
        }),
        kit.handOver('to-now', ['parent-self-t3'], (_, c) => ({
          dialog: 'parent-self-t3',
          input: { ...c.input, tier: 'T3' },
        })),
      ],
      'not-sure': [
        raise(kit, 'raise-not-sure', {
          lane: 'parent_self',
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
    askOnce(kit, 'childWithYou'),
    sayWhoIsTold(kit),
    kit.say('numbers'),
    askOnce(kit, 'contact'),
    kit.say('stays'),
  ],
})

/** A parent or carer who may act on it now. */
export const parentSelfT3 = defineSafetyDialog({
  id: 'parent-self-t3',
  audience,
  answers: { withSomeone: choice('yes', 'no', 'not-say'), childWithYou: choice('yes', 'no', 'not-say') },
  steps: (kit) => [
    kit.say('serious'),
    kit.say('call'),
    kit.say('adult'),
    sayWhoIsTold(kit),
    askOnce(kit, 'withSomeone'),
    askOnce(kit, 'childWithYou'),
    kit.branch('child-there', (a) => a.childWithYou === 'yes', { yes: [kit.say('child-safe')] }),
    kit.say('numbers'),
  ],
})
