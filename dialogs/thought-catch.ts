import { choice, defineDialog, freeText, isGlobalSelfStatement, rating, settleFirst } from '../src/dialog-kit/index.ts'

/**
 * Catching a thought (brief 1d, catch): what happened as a fact, the feeling and how strong, the thought, how much it is
 * believed. Not begun where the feeling is too strong (settle first), at night, about what truly happened (support instead,
 * and whether somebody is safe), or with a judgement of the whole self (met with warmth, taken to the session).
 */
export const thoughtCatch = defineDialog({
  id: 'thought-catch',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'negative-thoughts',
  daytimeOnly: true,
  answers: {
    situation: freeText({ max: 200 }),
    feeling: choice('worried', 'sad', 'cross', 'embarrassed', 'something-else'),
    strength: rating(0, 10),
    settle: choice('out-breath', 'sounds', 'move', 'later'),
    thought: freeText({ max: 200 }),
    about: choice('no', 'from-people', 'loss', 'other', 'not-sure').required(),
    safe: choice('no', 'yes', 'not-sure').required(),
    support: choice('home', 'school', 'worker', 'practitioner', 'someone-else'),
    belief: rating(0, 10),
  },
  steps: ({ say, ask, branch, record, effect, notice, end }) => [
    ask('situation'),
    ask('feeling'),
    ask('strength'),
    branch('too-strong', (a) => settleFirst(a.strength), {
      yes: [
        say('settle-first'),
        ask('settle'),
        record('settled', (a) => ({
          recordType: 'checkin',
          module: 'negative-thoughts',
          name: 'settled-first',
          fields: { situation: a.situation, feeling: a.feeling, strength: a.strength, settled_with: a.settle },
        })),
        branch('how', (a) => a.settle ?? 'later', {
          'out-breath': [say('out-breath')],
          sounds: [say('sounds')],
          move: [say('move')],
          later: [say('later')],
        }),
        end('settled'),
      ],
    }),
    ask('thought'),
    branch('no-thought', (a) => a.thought === undefined, { yes: [say('another-time'), end('no-thought')] }),
    branch('about-the-whole-self', (a) => isGlobalSelfStatement(a.thought ?? ''), {
      yes: [
        record('to-session', (a) => caught(a, 'take-to-session')),
        notice('not-worked-on', () => 'scope-flag'),
        say('validate'),
        say('take-to-session'),
        end('take-to-session'),
      ],
    }),
    ask('about'),
    branch('truly-happened', (a) => a.about !== 'no', {
      yes: [
        branch('people-or-unsure', (a) => a.about !== 'loss', { yes: [ask('safe')] }),
        branch('is-a-disclosure', (a) => a.safe, {
          yes: [
            record('told', (a) => caught(a, 'told-somebody')),
            effect('raise', () => ({
              type: 'raise',
              lane: 'safeguarding',
              tier: 'T2',
              because: 'catching a thought: said that somebody is hurting or scaring them, or that they are not safe',
            })),
            end('told'),
          ],
          'not-sure': [
            record('may-have-told', (a) => caught(a, 'told-somebody')),
            effect('raise-unsure', () => ({
              type: 'raise',
              lane: 'safeguarding',
              tier: 'T1',
              because: 'catching a thought: not sure whether somebody is hurting or scaring them',
            })),
            end('may-have-told'),
          ],
        }),
        say('real-and-hard'),
        ask('support'),
        record('support', (a) => caught(a, 'support')),
        say('support-counts'),
        end('support'),
      ],
    }),
    ask('belief'),
    record('caught', (a) => caught(a, 'caught')),
    say('saved'),
  ],
})

interface Said {
  readonly situation: string | undefined
  readonly feeling: string | undefined
  readonly strength: number | undefined
  readonly thought: string | undefined
  readonly about: string
  readonly support: string | undefined
  readonly belief: number | undefined
}

/** A thought as it is kept. Only what was `caught` is checked here; everything else is for people. */
const caught = (a: Said, status: 'caught' | 'support' | 'told-somebody' | 'take-to-session') => ({
  recordType: 'entry' as const,
  module: 'negative-thoughts',
  name: 'thought',
  fields: {
    situation: a.situation,
    feeling: a.feeling,
    strength: a.strength,
    thought: a.thought,
    about: status === 'take-to-session' ? undefined : a.about,
    support: a.support,
    belief: a.belief,
    status,
    take_to_session: status === 'caught' ? undefined : true,
  },
})
