import type { Queryable } from '../database/database.ts'
import { gather } from '../database/gather.ts'
import { prepared } from '../database/prepared.ts'
import type { VisitState } from '../dialog-runner/index.ts'
import { heldUntil } from './heldMeasure.ts'
import { whyNotCleared } from '../measures/clearance.ts'
import type { MeasureAdministration } from '../record/events.ts'
import { offerLookBack } from './lookBack.ts'
import { readActiveGoals } from '../record/readGoals.ts'
import { openOffers, type OpenModule } from '../programmes/openOffers.ts'
import { authorisedOn } from '../programmes/remit.ts'
import { londonDateTime, londonDay } from '../shared/calendarDay.ts'
import type { Json } from '../shared/json.ts'
import { toCarryOn } from './nightRule.ts'
import { offerInputs } from './offer-inputs/index.ts'
import type { Asked as AskedOfInputs, OpenThings as ForInputs } from './offer-inputs/offerInput.ts'
import { knownOf } from './offer-inputs/planReview.ts'
import { lockedDialogs } from './remitGate.ts'
import { AFTER_CARE } from './afterCare.ts'
import { SESSION_LOOP } from '../reminders/sessionReminders.ts'
import type { SituationPerson } from './situation.ts'
import type { TurnParts } from './parts.ts'
import { changesTried, where, worriesWaiting, type Where } from './whereWeWere.ts'

/** The measure in which goals are rated: what it asks is the person's own. */
const GOALS = 'gbo'

/** What is asked before anything is offered: after-care, then where the loop between two sessions stands. */
const COMES_FIRST: readonly string[] = [...AFTER_CARE, ...SESSION_LOOP]

/** One thing the start can offer; its label stands in content. */
interface Opening {
  value: string
  dialog?: string
  input?: Json
}

/** What the start leads to: a dialog that comes before it, or what `home` is started with. */
export interface Start {
  first?: { dialog: string; input: Json }
  home: HomeInput
}

/** What `home` is started with: what is open for this person, the most useful first. */
export interface HomeInput {
  openings: Opening[]
  where?: Where
  daysAway?: number
  /** In the same visit as before: no second hello. */
  again: boolean
}

type Recorded = AskedOfInputs['recorded']

interface OpenThings extends Omit<ForInputs, 'modules'> {
  modules: OpenModule[]
  measures: string[]
  /** How many measures they have sent in. */
  sentIn: number
  due: { key: string; dialog: string; input: Json }[]
}

/**
 * Reads what is open for a person: assigned modules (G3), measures asked for, plans that are due or ahead. One round trip,
 * shared by those who come to the start at the same moment.
 */
async function readOpenThings(client: Queryable, personId: string, now: Date): Promise<OpenThings> {
  const read = readers.get(client) ?? gather((asked: readonly Asked[]) => readAll(client, asked))
  readers.set(client, read)
  const { eating_concern: eatingConcern, ...open } = await read({ personId, now })
  return { ...open, due: open.due.filter((one) => !isOver(one, now)), eatingConcern }
}

interface Asked {
  personId: string
  now: Date
}

type Row = Omit<OpenThings, 'eatingConcern'> & { eating_concern: boolean }

const readers = new WeakMap<Queryable, (asked: Asked) => Promise<Row>>()

async function readAll(client: Queryable, asked: readonly Asked[]): Promise<Row[]> {
  const { rows } = await client.query<Row>(QUERY, [asked.map((one) => one.personId), asked.map((one) => one.now)])
  return rows
}

/** A reminder before a plan says nothing any more once the plan's time has come. */
function isOver({ dialog, input }: OpenThings['due'][number], now: Date): boolean {
  const when = (input as { when?: unknown } | null)?.when
  return dialog === 'plan-reminder' && typeof when === 'string' && when <= londonDateTime(now)
}

/** How a plan went can be said as soon as its time has come; the reminder asks a day later. */
const PLAN_TIME_CAME = `(dialog = 'activity-check-in' and coalesce(input->>'when', 'none') <= to_char(asked.at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI'))`

/** Own words for a plan come from this many of the latest entries: however long somebody has been here, it costs the same. */
const QUERY = prepared(`
select
  (select coalesce(json_agg(json_build_object('module', module, 'step', step_opened) order by assigned_at), '[]') from assignments where person_id = asked.id and ended_at is null) as modules,
  (select coalesce(json_agg(measure order by asked_at), '[]') from measure_requests where person_id = asked.id and state in ('asked', 'started')) as measures,
  (select count(*)::int from record_events where person_id = asked.id and type = 'measure-administration') as "sentIn",
  (select coalesce(json_agg(json_build_object('key', key, 'dialog', dialog, 'input', input) order by due_at), '[]')
     from reminders where person_id = asked.id and state = 'waiting' and (due_at <= asked.at or ${PLAN_TIME_CAME}) and (until_at is null or until_at > asked.at)) as due,
  (select coalesce(json_agg(json_build_object('about', input->>'activity') order by due_at), '[]')
     from reminders where person_id = asked.id and state = 'waiting' and due_at > asked.at and not ${PLAN_TIME_CAME} and input->>'activity' is not null) as ahead,
  (select coalesce(json_agg(idea order by latest desc), '[]') from (
     select coalesce(body->'fields'->>'activity', body->'fields'->>'liked') as idea, max(created_at) as latest from (
       select body, created_at from record_events
       where person_id = asked.id and type = 'self-help-entry' and body->>'name' in ('activity-log', 'activity-plan', 'first-small-thing')
       order by created_at desc limit 30) as entries
     group by idea) as said where idea <> '') as ideas,
  exists (select 1 from escalations where person_id = asked.id and findings @? '$[*] ? (@.family == "eating")') as eating_concern
from unnest($1::uuid[], $2::timestamptz[]) with ordinality as asked(id, at, n) order by asked.n`)

/**
 * What the start offers this person now. A plan that is due comes before anything new (brief 1a, returning user). What was
 * `answered` in this very turn does not come first again.
 */
export async function startFor(
  person: SituationPerson,
  visit: VisitState,
  again: boolean,
  now: Date,
  parts: TurnParts,
  recorded: Recorded = [],
  answered: readonly string[] = [],
  sent: readonly MeasureAdministration[] = [],
): Promise<Start> {
  const locked = lockedDialogs(parts.programmes, person, londonDay(now))
  const read = withoutOffered(await readOpenThings(parts.database, person.id, now), parts.programmes)
  // An invitation to a measure offers nothing itself: the measure stands there as long as it is asked for.
  const found = { ...read, due: read.due.filter(({ dialog }) => !locked.has(dialog) && !parts.measures.has(dialog)) }
  const first = COMES_FIRST.filter((dialog) => !answered.includes(dialog))
    .map((dialog) => found.due.find((one) => one.dialog === dialog))
    .find((one) => one)
  const open = { ...found, due: found.due.filter((one) => !COMES_FIRST.includes(one.dialog)) }
  const aside = toCarryOn(visit, { dialogs: parts.dialogs, now: londonDateTime(now) })
  const openings: Opening[] = []
  const held = (id: string) => heldUntil(parts.measures.get(id) ?? { items: [] }, parts.riskMeasureHours, now)
  const carriesOn = aside !== undefined && held(aside.dialog) === undefined
  if (carriesOn) openings.push({ value: 'carry-on' })
  const due = open.due[0]
  const { lowMood, database, programmes } = parts
  const asking = { person, task: taskOf(open, programmes), now, open, recorded, lowMood, database }
  if (due) openings.push({ value: REVIEW, dialog: due.dialog, input: await inputOf(due, asking) })
  const today = londonDay(now)
  const cleared = (id: string) => {
    const measure = parts.measures.get(id)
    return measure !== undefined && whyNotCleared(measure, today) === null
  }
  const goals = open.measures.includes(GOALS) ? await readActiveGoals(parts.database, person.id) : []
  const asked = open.measures.filter(
    (id) => cleared(id) && (id !== aside?.dialog || !carriesOn) && (id !== GOALS || goals.length > 0),
  )
  // What may be done now comes before what is held back at this hour.
  const measure = asked.find((id) => held(id) === undefined) ?? asked[0]
  if (measure) {
    const until = held(measure)
    const input: Json = measure === GOALS ? { goals: [...goals] } : until === undefined ? {} : { heldUntil: until }
    openings.push({ value: 'measure', dialog: measure, input })
  }
  const back = await offerLookBack({ personId: person.id, sentIn: open.sentIn, sent, now }, parts)
  // What has just been sent in is what somebody may want to see (brief 3.2.8).
  if (back && sent.length > 0) openings.push(back)
  const fromProgrammes = await programmeOpenings(asking, open.modules, parts)
  openings.push(...fromProgrammes)
  if (back && sent.length === 0) openings.push(back)
  openings.push({ value: 'note', dialog: 'leave-a-note', input: {} }, { value: 'agenda', dialog: 'agenda', input: {} })
  const atHand = offersAtHand(parts.programmes)
  const shown = openings
    .filter((o) => o.value === 'carry-on' || !carriesOn || o.dialog !== aside.dialog)
    .toSorted((a, b) => Number(atHand.has(b.value)) - Number(atHand.has(a.value)))
  // Something on one's mind can always be left, whatever else is open (brief 1.0: continue / something on my mind / help now).
  const top = shown.slice(0, 2)
  const note = shown.find((o) => o.value === 'note')
  const offered =
    top.some((o) => o.value === 'note') || !note
      ? shown
      : [...top, note, ...shown.filter((o) => !top.includes(o) && o !== note)]
  const home = {
    again,
    openings: offered,
    ...where(
      { due: due ?? fromProgrammes.find(({ value }) => value === REVIEW), ahead: open.ahead },
      carriesOn ? aside : undefined,
      measure !== undefined,
      worriesWaiting(fromProgrammes, now),
      asking.task ?? changesTried(fromProgrammes),
    ),
    ...daysAway(visit, now),
  }
  return { ...(first ? { first: { dialog: first.dialog, input: first.input } } : {}), home }
}

/** What is for a hard moment itself stands before everything else. */
const offersAtHand = (programmes: TurnParts['programmes']): ReadonlySet<string> =>
  new Set(
    [...programmes.values()]
      .flatMap(({ steps }) => steps.flatMap(({ opens }) => opens))
      .flatMap((one) => (one['at-hand'] ? [one.offer] : [])),
  )

/** What a reminder's dialog is started with; of a plan also what the record knows. */
const inputOf = async ({ dialog, input }: OpenThings['due'][number], asking: AskedOfInputs): Promise<Json> =>
  dialog === 'activity-check-in' ? await knownOf(asking, input as { [name: string]: Json }) : input

/** What the person's programmes offer now, each with what its dialog is started with; a plan to be looked back at first. */
async function programmeOpenings(
  asking: AskedOfInputs,
  modules: readonly OpenModule[],
  { programmes }: TurnParts,
): Promise<Opening[]> {
  const { person, now } = asking
  const authorised = authorisedOn(person.authorisations, londonDay(now))
  const offers = openOffers(programmes, modules, londonDateTime(now), authorised)
  const looked = await Promise.all(
    offers.map(async ({ offer, dialog, input, 'input-from': from }) => {
      const found = from === undefined ? {} : await offerInputs.get(from)?.(asking)
      return found === undefined ? [] : [{ value: offer, dialog, input: { ...input, ...(found as object) } }]
    }),
  )
  return looked.flat().sort((a, b) => Number(b.value === REVIEW) - Number(a.value === REVIEW))
}

const REVIEW = 'review-plan'

/** The task of the newest step that is open, in a few words, where its programme says it for the person (brief 1e). */
const taskOf = ({ modules }: Pick<OpenThings, 'modules'>, programmes: TurnParts['programmes']): string | undefined =>
  modules.map(({ module, step }) => programmes.get(module)?.steps[step - 1]?.words).find((words) => words !== undefined)

/** What a programme offers with what there is by then needs no reminder's offer beside it: the prompt was for coming at all. */
function withoutOffered<T extends Pick<OpenThings, 'due'>>(open: T, programmes: TurnParts['programmes']): T {
  if (open.due.length === 0) return open
  const offered = new Set(
    [...programmes.values()].flatMap(({ steps }) =>
      steps.flatMap(({ opens }) =>
        opens.filter((one) => one['input-from'] !== undefined && one.offer !== REVIEW).map(({ dialog }) => dialog),
      ),
    ),
  )
  return { ...open, due: open.due.filter(({ dialog }) => !offered.has(dialog)) }
}

const DAY_MS = 86_400_000

function daysAway(visit: VisitState, now: Date): Pick<HomeInput, 'daysAway'> {
  if (visit.lastSeen === null) return {}
  return { daysAway: Math.floor((now.getTime() - Date.parse(`${visit.lastSeen}Z`)) / DAY_MS) }
}
