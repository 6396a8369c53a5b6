import { choice, defineDialog, z } from '../src/dialog-kit/index.ts'

/**
 * Help in the moment of a panic attack (brief 1d): four very short messages in large letters, at any hour. Safety first:
 * where anything is new or different, or somebody is not sure, it is no panic to sit out, and the medical conversation
 * answers. Nothing here brings symptoms on. Breathing out slowly is an option, not a rescue.
 *
 * Input, from their own plan: `called`, what they call it; `breath`, false when breathing out does not help them.
 */
export const panicNow = defineDialog({
  id: 'panic-now',
  version: 1,
  onVersionChange: 'finish',
  audience: 'young-person',
  largeText: true,
  input: z.object({ called: z.string().optional(), breath: z.boolean().default(true) }),
  answers: { safe: choice('usual', 'any', 'not-sure').required(), next: choice('log', 'stop') },
  steps: ({ say, ask, branch, effect, handOver, end }) => [
    ask('safe'),
    branch('safety-first', (a) => a.safe, {
      any: [
        effect('raise', () => ({
          type: 'raise',
          lane: 'medical',
          tier: 'T3',
          because:
            'in the moment of panic: said that something is new or different, or that one of the listed risks fits',
        })),
        end('medical'),
      ],
      'not-sure': [
        effect('raise-unsure', () => ({
          type: 'raise',
          lane: 'medical',
          tier: 'T2',
          because:
            'in the moment of panic: not sure whether something is new or different, or whether a listed risk fits',
        })),
        end('medical-unsure'),
      ],
    }),
    branch('by-name', (_, { input }) => input.called !== undefined, {
      yes: [say('own-name', { with: { called: (_, { input }) => input.called } })],
      no: [say('alarm')],
    }),
    branch('with-breath', (_, { input }) => input.breath, {
      yes: [say('rise-and-fall-breath')],
      no: [say('rise-and-fall')],
    }),
    ask('next'),
    handOver('write-after', ['panic-log'], (a) =>
      a.next === 'log' ? { dialog: 'panic-log', input: { justNow: true } } : undefined,
    ),
  ],
})
