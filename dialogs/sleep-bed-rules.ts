import { choice, defineDialog, freeText } from '../src/dialog-kit/index.ts'

/**
 * Bed is for sleep (brief 1c, stimulus control in its light form). Opened only with a supervisor's authorisation for this
 * case, which is where epilepsy, sleepwalking and possible mania are looked at; from 14 on; and only where those at home
 * agree and it is safe to get up at night. Whoever is not safe at home is answered by the safety conversation.
 */
export const sleepBedRules = defineDialog({
  id: 'sleep-bed-rules',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  daytimeOnly: true,
  answers: {
    gettingUp: choice('fine', 'not-agreed', 'not-safe', 'not-sure'),
    where: freeText({ max: 80 }),
    dull: freeText({ max: 80 }),
  },
  steps: ({ say, ask, branch, record, effect, end }) => [
    branch('old-enough', (_, { band }) => band === 'Y11-13', { yes: [say('for-the-session'), end('too-young')] }),
    say('bed-and-sleep'),
    ask('gettingUp'),
    branch('may-get-up', (a) => a.gettingUp ?? 'not-sure', {
      'not-safe': [
        effect('raise', () => ({
          type: 'raise',
          lane: 'safeguarding',
          tier: 'T1',
          because: 'says that it is not safe to get up at night where they live',
        })),
        end('not-safe'),
      ],
      'not-agreed': [say('for-the-session'), end('not-agreed')],
      'not-sure': [say('for-the-session'), end('not-sure')],
    }),
    say('when-sleepy'),
    say('when-awake'),
    say('same-time-up'),
    ask('where'),
    ask('dull'),
    record('plan', (a) => ({
      recordType: 'plan',
      module: 'sleep',
      name: 'sleep-bed-rules',
      fields: { getting_up: a.gettingUp, where: a.where, something_dull: a.dull },
    })),
    say('rules-kept'),
  ],
})
