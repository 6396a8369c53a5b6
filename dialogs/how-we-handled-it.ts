import { defineDialog, freeText, rating } from '../src/dialog-kit/index.ts'

/**
 * The day after a hold has ended, once (brief 4.8): whether how it was handled was OK, 0 to 10, and why, for the
 * supervisor. Takes no input.
 */
export const howWeHandledIt = defineDialog({
  id: 'how-we-handled-it',
  version: 1,
  onVersionChange: 'finish',
  audience: 'both',
  kind: 'standing',
  answers: { howOk: rating(0, 10), why: freeText({ max: 500 }) },
  steps: ({ ask, branch, record, effect, say }) => [
    ask('howOk'),
    branch('rated', (a) => a.howOk !== undefined, {
      yes: [
        ask('why'),
        record('answer', (a) => ({
          recordType: 'checkin',
          module: 'general',
          name: 'how-we-handled-it',
          fields: { how_ok: a.howOk, why: a.why },
        })),
        effect('for-the-supervisor', (a) => ({
          type: 'notice',
          notice: 'how-we-handled-it',
          detail: `${a.howOk} of 10`,
        })),
      ],
    }),
    say('thanks'),
  ],
})
