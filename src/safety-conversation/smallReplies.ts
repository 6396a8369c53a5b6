import { choice } from '../dialog-kit/index.ts'
import type { Step } from '../dialog-kit/index.ts'
import type { Lane } from '../risk/types.ts'
import { defineSafetyDialog, sayWhoIsTold } from './define.ts'

/** What follows when a term was more than a saying: by what it would be about, and by who wrote it. */
const followUps = ['t1-check', 'self-t2', 'parent-self-t2', 'safeguarding', 'parent-safeguarding', 'others'] as const

function followUp(lane: Lane, role: 'young-person' | 'parent-carer', tier: 'T1' | 'T2'): (typeof followUps)[number] {
  if (lane === 'safeguarding') return role === 'parent-carer' ? 'parent-safeguarding' : 'safeguarding'
  if (tier === 'T1') return 't1-check'
  if (lane === 'others') return 'others'
  return role === 'parent-carer' ? 'parent-self-t2' : 'self-t2'
}

/** A term that can be a saying: asked once. Nothing is open yet; the answer decides. */
export const clarify = defineSafetyDialog({
  id: 'clarify',
  answers: { meant: choice('saying', 'a-bit', 'not-ok') },
  steps: (kit) => {
    const wasTrue = (id: string, tier: 'T1' | 'T2', because: string): Step[] => [
      kit.effect(`raise-${id}`, (_, c) => ({ type: 'raise', lane: c.input.lane ?? laneOfSelf(c.role), tier, because })),
      kit.handOver(`follow-${id}`, followUps, (_, c) => ({
        dialog: followUp(c.input.lane ?? 'self', c.role, tier),
        input: { ...c.input, tier },
      })),
    ]
    return [
      kit.ask('meant'),
      kit.branch('true-or-not', (a) => a.meant, {
        saying: [
          kit.effect('keep-saying', (_, { input: { lane, term, words } }) =>
            words === undefined ? undefined : { type: 'saying', lane: lane ?? 'self', term: term ?? '', words },
          ),
          kit.say('thanks'),
        ],
        'a-bit': wasTrue('a-bit', 'T1', 'said that a saying was a bit true'),
        'not-ok': wasTrue('not-ok', 'T2', 'said that it was not a saying and things are not OK'),
      }),
    ]
  },
})

const laneOfSelf = (role: 'young-person' | 'parent-carer'): Lane => (role === 'parent-carer' ? 'parent_self' : 'self')

/** "jk", "don't tell anyone": warm, no argument, nothing lowered; the denial is attached. */
export const denial = defineSafetyDialog({
  id: 'denial',
  answers: {},
  steps: (kit) => [
    kit.effect('note-denial', () => ({ type: 'note-on-escalation', note: 'took it back or asked to keep it secret' })),
    kit.say('heard'),
    kit.say('still-seen'),
  ],
})

/** One steady line to every further message while a T2 or T3 holds and nothing new was found. No loops, no module. */
export const stillHere = defineSafetyDialog({
  id: 'still-here',
  answers: {},
  steps: (kit) => [
    kit.branch('how-fast', (_, c) => c.input.tier, {
      T3: [kit.say('now')],
      T2: [kit.say('today')],
      T1: [kit.say('today')],
    }),
  ],
})

/** Once, ten minutes after a question was left open: help, and no need to answer. */
export const noReply = defineSafetyDialog({
  id: 'no-reply',
  answers: {},
  steps: (kit) => [kit.say('no-need'), sayWhoIsTold(kit)],
})
