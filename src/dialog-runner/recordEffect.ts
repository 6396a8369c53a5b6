import type { Effect, SelfHelpRecord, StepKey } from '../dialog-kit/index.ts'
import type { Run } from './types.ts'
import type { Blanks } from './walk.ts'

/**
 * A record with the blanks of its dialog beside it. The entry's key is the same whenever this run passes this step, so
 * that passing again amends. "Not sure" is an answer of its own and goes among the fields as `not_sure`.
 */
export function recordEffect(run: Run, key: StepKey, record: SelfHelpRecord, blanks: Blanks): Effect {
  const left = (state: string) => [...blanks].filter(([, blank]) => blank === state).map(([answer]) => answer)
  const notSure = left('not-sure')
  const fields = notSure.length > 0 ? { ...record.fields, not_sure: notSure } : record.fields
  return {
    type: 'record',
    entry: `${run.run}/${key}`,
    record: { ...record, fields },
    skipped: left('skipped'),
    declined: left('declined'),
  }
}
