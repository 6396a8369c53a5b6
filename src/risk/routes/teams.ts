import { z } from 'zod'
import type { AlertRoute } from './route.ts'

/** Hands a text to a Teams conversation; rejects when the channel does not take it, and ends when the signal says so. */
export type SendInTeams = (reference: object, text: string, signal: AbortSignal) => Promise<void>

/** As a member of staff's address is kept: how the bot reaches their chat with it. */
const reference = z.looseObject({
  channelId: z.literal('msteams'),
  serviceUrl: z.url(),
  conversation: z.looseObject({ id: z.string().min(1) }),
})

/** As a proactive message of the bot in Teams: a link and nothing else, because it stands in a notification too. */
export function createTeamsRoute(sendInTeams: SendInTeams): AlertRoute {
  return {
    id: 'teams',
    async send({ address, link }, signal) {
      const to = readReference(address)
      const text = `Something waits for you: ${link}\n\nOpening the link does not acknowledge anything.`
      try {
        await sendInTeams(to, text, signal)
      } catch (error) {
        const { statusCode } = error as { statusCode?: unknown }
        throw typeof statusCode === 'number'
          ? Object.assign(new Error('Teams refused'), { code: `http-${statusCode}` })
          : error
      }
    },
  }
}

function readReference(address: string): object {
  const read = reference.safeParse(parsed(address))
  if (!read.success) throw Object.assign(new Error('not a Teams conversation'), { code: 'bad-address' })
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
