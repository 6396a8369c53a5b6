import { choice, choices, defineDialog } from '../src/dialog-kit/index.ts'

/** Signs in the body, and what somebody did about a worry, as in the diary (brief 1b). */
const BODY = ['heart', 'tummy', 'tense', 'hot-cold', 'cannot-sit-still', 'other'] as const
const DID = ['kept-thinking', 'checked', 'asked-again', 'googled', 'put-off', 'avoided', 'carried-on'] as const

/**
 * What worry is (brief 1b, week 1): the body's alarm, chains of "what if", and how checking and asking keep it going.
 * Three short ideas, each with the person's own example.
 */
export const worryWhatItIs = defineDialog({
  id: 'worry-what-it-is',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  daytimeOnly: true,
  answers: { body: choices(...BODY), likeMe: choice('a-lot', 'a-bit', 'not-really'), did: choices(...DID) },
  steps: ({ say, ask, record, branch }) => [
    say('alarm'),
    ask('body'),
    say('what-ifs'),
    ask('likeMe'),
    say('keeps-going'),
    ask('did'),
    branch('own-habits', (a) => a.did !== undefined && a.did.length > 0, { yes: [say('everyone-does-some')] }),
    record('own-pattern', (a) =>
      a.body === undefined && a.likeMe === undefined && a.did === undefined
        ? undefined
        : {
            recordType: 'entry',
            module: 'worry',
            name: 'worry-pattern',
            fields: { body: a.body, what_ifs_like_me: a.likeMe, did: a.did },
          },
    ),
    say('just-notice'),
  ],
})
