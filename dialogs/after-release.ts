import { choice, defineDialog } from '../src/dialog-kit/index.ts'

/**
 * The first thing asked after a hold has ended (brief 4.8): whether it is OK to go on, with the plan within reach. Short,
 * and nothing of what was said comes back. `next` = `stop` leaves things for another day. Takes no input.
 */
export const afterRelease = defineDialog({
  id: 'after-release',
  version: 1,
  onVersionChange: 'finish',
  audience: 'both',
  kind: 'standing',
  answers: { next: choice('go-on', 'plan', 'stop') },
  steps: ({ ask, branch, say }) => [
    ask('next'),
    branch('chosen', (a) => a.next, { plan: [say('where-the-plan-is')], stop: [say('another-day')] }),
  ],
})
