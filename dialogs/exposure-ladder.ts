import { defineDialog, z } from '../src/dialog-kit/index.ts'

/**
 * A look at the ladder (brief 1d, returning): its steps from the bottom up, and where they are. Words only; nothing to do.
 *
 * Input: `steps` in order; `now`, the step to practise, with `go`, which go it would be; `ready`; `adultFirst`.
 */
export const exposureLadder = defineDialog({
  id: 'exposure-ladder',
  version: 1,
  onVersionChange: 'finish',
  audience: 'young-person',
  input: z.object({
    steps: z.array(z.object({ text: z.string(), fear: z.number() })),
    now: z.string().optional(),
    go: z.number().default(1),
    ready: z.boolean().default(false),
    adultFirst: z.boolean().default(false),
  }),
  answers: {},
  steps: ({ say, branch }) => [
    say('ladder', {
      with: {
        ladder: (_, { input }) => input.steps.map(({ text, fear }, n) => `${n + 1}. ${text} (${fear})`).join('\n'),
      },
    }),
    branch('where', (_, { input }) => whereOf(input), {
      now: [say('now', { with: { now: (_, { input }) => input.now, go: (_, { input }) => input.go } })],
      'adult-first': [say('adult-first')],
      top: [say('top')],
      'not-ready': [say('not-ready')],
    }),
  ],
})

function whereOf(input: { now?: string | undefined; ready: boolean; adultFirst: boolean }): string {
  if (input.now !== undefined) return 'now'
  if (!input.ready) return 'not-ready'
  return input.adultFirst ? 'adult-first' : 'top'
}
