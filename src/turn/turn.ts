import type { InboundContent } from '../channels/types.ts'
import type { Surroundings, VisitState } from '../dialog-runner/index.ts'
import type { Escalation } from '../risk/escalation.ts'
import type { Heard } from './hear.ts'
import type { SituationPerson } from './situation.ts'

/** What a turn decides from. Escalations are those of this very message, committed already. */
export interface Turn {
  content: InboundContent
  person: SituationPerson
  visit: VisitState
  heard: Heard
  escalations: readonly Escalation[]
  surroundings: Surroundings
  staffedNow: boolean
  /** No alert gets through at this moment: nobody is named as told. */
  unreached: boolean
  /** What keeps this person from dialogs: words to say instead. */
  barred: 'closed' | 'paused' | 'not-ready' | null
}
