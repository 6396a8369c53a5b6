import type { Inbound } from '../channels/types.ts'
import { nextLook, nextLookWords } from '../rota/nextLook.ts'
import { tierRank } from '../risk/types.ts'
import { sentence, stay, type Answer } from './answer.ts'
import { escalate } from './escalate.ts'
import { emptyVisit } from '../dialog-runner/index.ts'
import { hear } from './hear.ts'
import type { Situation } from './situation.ts'
import { saysStanding } from './standing.ts'
import type { TurnParts } from './parts.ts'

/**
 * Somebody nobody is linked to: an invitation code links them; everything else is screened, and a T2 or T3 gets the fixed
 * help and goes to the duty worker's queue.
 */
export async function answerUnlinked(
  inbound: Inbound,
  situation: Situation,
  turnId: string,
  now: Date,
  parts: TurnParts,
): Promise<Answer> {
  const surroundings = {
    words: parts.words,
    language: 'en',
    band: 'Y14-15' as const,
    seed: Number.parseInt(turnId.slice(0, 8), 16),
    names: {
      bot: parts.botName,
      service: parts.serviceName,
      nextLook: nextLookWords(nextLook(parts.rota.current(), now), now),
    },
  }
  const says = (intent: string, tone?: 'safety') => sentence(saysStanding(intent, surroundings), tone)
  const answer = (...last: Answer['last']): Answer => ({ advance: stay(emptyVisit()), first: [], last })
  const heard = hear(inbound.content, null, emptyVisit(), null, null, parts)
  await escalate(heard, inbound, situation, now, parts)
  if (heard.findings.some((f) => tierRank(f.tier) >= tierRank('T2'))) return answer(says('fixed-help', 'safety'))
  if (inbound.content.type === 'message' && inbound.from.kind === 'account') {
    const account = { ...inbound.from, channel: inbound.channel, conversationId: inbound.conversationId }
    if (await parts.linkAccount(account, inbound.content.text)) return answer(says('linked'))
  }
  return answer(says('unlinked'))
}
