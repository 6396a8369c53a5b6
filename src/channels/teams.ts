import type { Output } from '../dialog-kit/index.ts'
import { botMessage, botPart } from './botPart.ts'
import type { ChannelWords } from './channelWords.ts'
import { questionCard } from './teamsCard.ts'
import type { Channel } from './types.ts'

/** Teams: what is said as plain messages, what is asked as cards. Replies are pushed through the connector. */
export function createTeams(parts: { botName: string; words: ChannelWords }): Channel {
  const render = (output: Output) => {
    const { from: _, ...message } = botMessage(parts.botName, output.text, botPart(output))
    delete message.channelData
    if (output.kind === 'say') return message
    const { text: __, ...card } = message
    return {
      ...card,
      // No summary: it would stand in the notification on a lock screen.
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', content: questionCard(output, parts.words) },
      ],
    }
  }
  return { id: 'msteams', pushes: true, render: (outputs) => outputs.map(render) }
}
