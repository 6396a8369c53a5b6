import type { Helpline } from './content/index.ts'
import type { ShownHelpline } from './identity/chatShapes.ts'

/** A helpline as the chat page shows it: without who checked it, which is for staff. */
export const shownHelpline = ({ id, name, number, then, how, what_happens }: Helpline): ShownHelpline => ({
  id,
  name,
  number: then === '' ? number : `${number}, ${then}`,
  how,
  says: what_happens,
})
