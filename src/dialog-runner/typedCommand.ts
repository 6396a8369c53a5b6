import type { Command } from '../dialog-kit/index.ts'
import { settle } from '../dialog-kit/typedWords.ts'

/** What people type for a standing command. Only when it is the whole message: "stop" is one, "he won't stop" is not. */
const TYPED: Readonly<Record<Command | 'delete', readonly string[]>> = {
  back: ['back', 'go back', 'undo', 'previous'],
  skip: ['skip', 'skip it', 'skip this', 'next', 'pass'],
  'not-sure': ['not sure', 'im not sure', 'unsure', 'idk', 'dunno', 'dont know', 'i dont know', 'no idea', 'dno'],
  decline: [
    'prefer not to say',
    'rather not say',
    'id rather not say',
    'dont want to say',
    'i dont want to say',
    'not saying',
    'decline',
  ],
  pause: ['pause', 'take a break', 'brb'],
  resume: ['resume', 'carry on', 'continue', 'keep going'],
  change: ['change', 'change answer', 'change an answer', 'change my answer', 'edit'],
  stop: ['stop', 'quit', 'leave', 'exit', 'end', 'i want to stop', 'cancel'],
  help: [
    'help',
    'help now',
    'get help',
    'help me',
    'i need help',
    'human',
    'a human',
    'person',
    'real person',
    'talk to a person',
    'talk to someone',
    'talk to a human',
  ],
  delete: ['delete', 'delete it', 'delete everything', 'delete my data', 'erase'],
}

const commands = new Map(
  Object.entries(TYPED).flatMap(([command, words]) => words.map((word) => [word, command as Command | 'delete'])),
)

/** The standing command that a whole message asks for, if it does. */
export const typedCommand = (text: string): Command | 'delete' | undefined => commands.get(settle(text))
