import { choice } from '../dialog-kit/index.ts'
import { askOnce, defineSafetyDialog, openWith, raise, sayWhoIsTold } from './define.ts'

const unsure = (answer: string | undefined) => answer === 'no' || answer === 'not-sure'

/** Somebody hurts, uses or neglects a child. One question about now, none about what happened (R5). Parents are never told by the software. */
export const safeguarding = defineSafetyDialog({
  id: 'safeguarding',
  audience: 'young-person',
  answers: { safeNow: choice('yes', 'no', 'not-sure'), othersSafeNow: choice('yes', 'no', 'not-sure') },
  steps: (kit) => [
    openWith(kit, 'glad'),
    kit.branch('whom', (_, c) => c.input.aboutOther, {
      yes: [askOnce(kit, 'othersSafeNow')],
      no: [askOnce(kit, 'safeNow')],
    }),
    kit.branch('not-safe', (a) => unsure(a.safeNow) || unsure(a.othersSafeNow), {
      yes: [
        raise(kit, 'raise-not-safe', {
          lane: 'safeguarding',
          tier: 'T3',
          because: 'said that somebody is not, or may not be, safe right now',
        }),
        kit.say('get-safe'),
        kit.say('not-overheard'),
      ],
    }),
    kit.say('cannot-keep'),
    sayWhoIsTold(kit),
    kit.say('no-more-needed'),
    kit.say('numbers'),
  ],
})

/** Might hurt somebody: taken seriously, no debate. */
export const others = defineSafetyDialog({
  id: 'others',
  answers: {},
  steps: (kit) => [
    openWith(kit, 'serious'),
    kit.say('step-away'),
    kit.say('call'),
    sayWhoIsTold(kit),
    kit.say('numbers'),
  ],
})

/** Worried about a friend, a brother or a sister. */
export const thirdParty = defineSafetyDialog({
  id: 'third-party',
  audience: 'young-person',
  answers: { dangerNow: choice('yes', 'no', 'not-sure'), andYou: choice('ok', 'not-ok', 'not-say') },
  steps: (kit) => [
    openWith(kit, 'did-right'),
    askOnce(kit, 'dangerNow'),
    kit.branch('in-danger', (a) => a.dangerNow === 'yes' || a.dangerNow === 'not-sure', {
      yes: [
        raise(kit, 'raise-danger', {
          lane: 'third_party',
          tier: 'T3',
          because: 'somebody else is, or may be, in danger right now',
        }),
        kit.say('call'),
      ],
    }),
    kit.say('not-alone'),
    sayWhoIsTold(kit),
    kit.say('numbers'),
    askOnce(kit, 'andYou'),
    kit.branch('you-too', (a) => a.andYou === 'not-ok', {
      yes: [
        raise(kit, 'raise-you-too', {
          lane: 'self',
          tier: 'T1',
          because: 'is not OK after hearing about somebody else',
        }),
        kit.handOver('to-check', ['t1-check'], (_, c) => ({ dialog: 't1-check', input: { ...c.input, tier: 'T1' } })),
      ],
    }),
  ],
})

/** Another language or an attachment: honest that nothing has read it, and that a person will. */
export const unscanned = defineSafetyDialog({
  id: 'unscanned',
  answers: {},
  steps: (kit) => [kit.say('cannot-read'), sayWhoIsTold(kit), kit.say('numbers')],
})

/** Outside what this service works on (G4): a warm line, nothing attempted, nobody alarmed; the turn leaves a notice. */
export const scope = defineSafetyDialog({
  id: 'scope',
  answers: {},
  steps: (kit) => [kit.say('one-to-take'), kit.say('noted')],
})
