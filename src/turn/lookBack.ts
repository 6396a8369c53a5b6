import { prepared } from '../database/prepared.ts'
import { isNight } from '../dialog-kit/index.ts'
import { lookBack } from '../measures/lookBack.ts'
import type { MeasureAdministration } from '../record/events.ts'
import { readActiveGoals } from '../record/readGoals.ts'
import { londonDateTime } from '../shared/calendarDay.ts'
import type { Json } from '../shared/json.ts'
import type { TurnParts } from './parts.ts'

/** The newest version of what somebody sent in, of the latest of them. */
const QUERY = prepared(`
select distinct on (entry_id) body from record_events where person_id = $1 and type = 'measure-administration'
order by entry_id, entry_version desc limit 60`)

/**
 * The offer of seeing own answers over time, with what this very turn sends in: in the daytime, where there are two of
 * something. `sentIn` is how many they have sent in before; with too few nothing is read.
 */
export async function offerLookBack(
  {
    personId,
    sentIn,
    sent,
    now,
  }: { personId: string; sentIn: number; sent: readonly MeasureAdministration[]; now: Date },
  { database, measures, measurePlanRules }: Pick<TurnParts, 'database' | 'measures' | 'measurePlanRules'>,
): Promise<{ value: 'look-back'; dialog: string; input: Json } | undefined> {
  if (isNight(londonDateTime(now)) || sentIn + sent.length < 2) return undefined
  const { rows } = await database.query<{ body: MeasureAdministration }>(QUERY, [personId])
  const goals = await readActiveGoals(database, personId)
  const all = [...rows.map(({ body }) => body), ...sent]
  const input = lookBack(all, goals, measures, measurePlanRules['look-back']['about-the-same'])
  return input && { value: 'look-back', dialog: 'looking-back', input: JSON.parse(JSON.stringify(input)) as Json }
}
