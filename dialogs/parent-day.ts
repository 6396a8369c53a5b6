import { addDays, choice, defineDialog } from '../src/dialog-kit/index.ts'

/** Yesterday's tick (brief 1e, returning carer): did it, a bit, or no. Any answer is a good answer. Takes no input. */
export const parentDay = defineDialog({
  id: 'parent-day',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  answers: { yesterday: choice('did-it', 'a-bit', 'no') },
  steps: ({ say, ask, branch, record }) => [
    ask('yesterday'),
    record('day', (a, { now }) => ({
      recordType: 'checkin',
      module: 'behaviour-support',
      name: 'day',
      fields: { date: addDays(now.slice(0, 10), -1), outcome: a.yesterday },
    })),
    branch('how', (a) => a.yesterday, {
      'did-it': [say('did-it')],
      'a-bit': [say('a-bit')],
      no: [say('not-yesterday')],
    }),
  ],
})
