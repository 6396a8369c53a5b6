import { readActivityValue } from '../channels/activityValue.ts'
import type { InboundContent } from '../channels/types.ts'
import { COMMANDS, type Command, type Input } from '../dialog-kit/index.ts'

/** Whether this is one of the standing commands, and no words of a person. */
export const isCommand = (text: string): text is Command => (COMMANDS as readonly string[]).includes(text)

/** A message as a dialog takes it. What is neither a button of ours nor a command counts as typed. */
export function toInput(content: Extract<InboundContent, { type: 'message' | 'edit' }>): Input {
  const value = readActivityValue(content.value)
  if (value && 'answer' in value) return { kind: 'answer', ...value.answer }
  if (value && 'command' in value && isCommand(value.command))
    return { kind: 'command', command: value.command, step: value.step }
  return { kind: 'text', text: content.text }
}
