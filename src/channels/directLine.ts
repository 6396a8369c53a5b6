import type { Activity, CardAction } from 'botbuilder'
import type { Output } from '../dialog-kit/index.ts'
import { botMessage, botPart } from './botPart.ts'
import { answerButtons, changeButtons, commandButtons, type Button } from './buttons.ts'
import type { ChannelWords } from './channelWords.ts'
import type { Channel } from './types.ts'

const action = ({ label, value }: Button): CardAction => ({
  type: 'messageBack',
  title: label,
  text: label,
  displayText: label,
  value,
})

/**
 * Direct Line: our own chat page reads `channelData.bot` and draws its controls; any other client, Web Chat included, shows
 * the suggested actions. Text stays what the dialog said.
 */
export function createDirectLine(parts: { botName: string; words: ChannelWords }): Channel {
  const render = (output: Output): Partial<Activity> => {
    const activity = botMessage(parts.botName, output.text, botPart(output))
    if (output.kind === 'say') return activity
    const buttons = [
      ...answerButtons(output),
      ...changeButtons(output, parts.words),
      ...commandButtons(output, parts.words),
    ]
    return buttons.length === 0 ? activity : { ...activity, suggestedActions: { to: [], actions: buttons.map(action) } }
  }
  return { id: 'directline', pushes: false, render: (outputs) => outputs.map(render) }
}
