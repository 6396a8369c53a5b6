import services from '../../../../content/services.yaml'
import type { Help } from '../api/chatApi.ts'
import { w } from '../words/words.ts'

/** What of `content/services.yaml` comes into the page: the build leaves out who checked what. */
interface KeptHelpline {
  id: string
  name: string
  number: string
  then?: string
  how: ('call' | 'text')[]
  what_happens: string
}

const { helplines } = services as { helplines: KeptHelpline[] }

/** Help as it was when the page was built: what is shown until the server has answered, and when it never has. */
export const builtInHelp: Help = {
  botName: '',
  neutralSite: w('leave.site'),
  demonstration: false,
  helplines: helplines.map(({ id, name, number, then, how, what_happens }) => ({
    id,
    name,
    number: then ? `${number}, ${then}` : number,
    how,
    says: what_happens,
  })),
}
