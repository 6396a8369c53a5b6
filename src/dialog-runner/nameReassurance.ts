import type { Draft } from './draft.ts'
import { goOn } from './goOn.ts'
import type { Run } from './types.ts'
import { standing } from './wording.ts'

/** Where a run remembers how often it was asked. No dialog's step can be called this. */
const ASKED = '__reassurance'

/**
 * Somebody asks whether it will be all right: one kind answer that names it, then only that it is asking again, and back
 * to the question each time (brief 1b). How often is kept for the practitioner.
 */
export function nameReassurance(draft: Draft, run: Run, module: string): void {
  const times = Number(run.done[ASKED] ?? 0) + 1
  run.done[ASKED] = String(times)
  draft.effects.push({
    type: 'record',
    entry: `${run.run}/${ASKED}`,
    record: { recordType: 'entry', module, name: 'asked-for-reassurance', fields: { times } },
    skipped: [],
    declined: [],
  })
  goOn(draft, { lead: standing(draft, times === 1 ? 'reassurance' : 'reassurance-again') })
}
