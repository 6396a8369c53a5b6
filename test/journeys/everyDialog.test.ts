import type { Database } from '../../src/database/database.ts'
import { spokenSteps } from '../../src/content/checkWords.ts'
import type { Dialog } from '../../src/dialog-kit/index.ts'
import { emptyVisit, openQuestion, startDialog } from '../../src/dialog-runner/index.ts'
import type { Json } from '../../src/shared/json.ts'
import { surroundingsFor } from '../../src/turn/surroundings.ts'
import { readSituation } from '../../src/turn/situation.ts'
import { anAnswerTo } from '../helpers/chatClient.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { authoriseItem } from '../helpers/people.ts'
import { createPipeline, realProduct, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { SAMPLES } from '../dialogs/samples.ts'

/** Cases that hold for every dialog and every measure, on the real pipeline with the real screen. */
const product = await realProduct()
const asks = (dialog: Dialog) => spokenSteps(dialog).some(({ kind }) => kind !== 'say')
const dialogs = [...product.dialogs.values()].filter((dialog) => dialog.kind !== 'safety' && asks(dialog))
const RISK = [
  { words: 'i want to kill myself', tier: 'T2' },
  { words: "i've taken too many tablets", tier: 'T3' },
] as const
const QUESTIONS_AT_MOST = 40

// One engine is enough here: what differs between them is tested with the turn itself.
const engine = ENGINES.at(-1)!

describe.each(dialogs.map((dialog) => [dialog.id, dialog] as const))('%s, question by question', (_id, dialog) => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  it('screens before anything else is said, changes nothing on redelivery, and comes to an end', async () => {
    const person = await pipeline.people(
      dialog.audience === 'parent-carer' ? { role: 'parent-carer', band: 'P5-7' } : { band: 'Y16-18' },
    )
    for (const item of neededFor(dialog)) await authoriseItem(database, pipeline.clock, person.personId, item)
    const talker = new Talker(pipeline, person)
    const owner = `person:${person.personId}`
    await begin(database, pipeline, dialog, owner, person.conversationId)
    await talker.opens()

    let asked = 0
    while (talker.asked?.startsWith(`${dialog.id}/`) && asked++ < QUESTIONS_AT_MOST) {
      const question = talker.question!
      for (const { words, tier } of RISK) {
        const before = (await database.query('select version, state from dialog_states where owner = $1', [owner]))
          .rows[0]!
        await talker.types(words)
        const at = `${dialog.id}/${question.step}`
        const { rows } = await database.query(
          `select tier, holds from escalations where person_id = $1 and state = 'open'`,
          [person.personId],
        )
        expect({ at, escalations: rows }).toMatchObject({ at, escalations: [{ tier, holds: true }] })
        // A risk phrase is answered by the safety conversation alone: no line of a module or measure follows (R8).
        for (const part of talker.parts)
          if (part.kind === 'ask')
            expect({ at, kind: product.dialogs.get(part.dialog)!.kind }).toEqual({ at, kind: 'safety' })
          else if (part.kind === 'say') expect({ at, tone: part.tone }).toEqual({ at, tone: 'safety' })
        await database.query(
          `update escalations set state = 'closed', holds = false, opened_at = opened_at - interval '90 days' where person_id = $1`,
          [person.personId],
        )
        await database.query('update dialog_states set state = $2 where owner = $1', [
          owner,
          JSON.stringify(before.state),
        ])
      }
      talker.question = question
      await talker.taps(anAnswerTo(question).value)
      const replies = talker.replies.map((reply) => reply.id)
      const version = async () =>
        (await database.query('select version from dialog_states where owner = $1', [owner])).rows[0]!.version as number
      const saved = await version()
      await talker.again()
      expect({
        repeated: talker.repeated,
        replies: talker.replies.map((reply) => reply.id),
        version: await version(),
      }).toEqual({ repeated: true, replies, version: saved })
    }
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThan(QUESTIONS_AT_MOST)
  })
})

/** Items of the remit without whose authorisation a dialog is closed. */
const neededFor = (dialog: Dialog): string[] =>
  [...product.programmes.values()].flatMap(({ steps }) =>
    steps.flatMap(({ opens }) => opens.flatMap((one) => (one.dialog === dialog.id && one.needs ? [one.needs] : []))),
  )

/** Puts a person at the first question of a dialog, as if it had been opened from the start. */
async function begin(
  database: Database,
  pipeline: Pipeline,
  dialog: Dialog,
  owner: string,
  conversationId: string,
): Promise<void> {
  const situation = (await readSituation(database, conversationId, ''))!
  const surroundings = surroundingsFor(
    situation.person!,
    'a0000000-0000-5000-8000-000000000000',
    pipeline.clock.now(),
    pipeline.parts,
  )
  const starts = (SAMPLES[dialog.id] ?? [{}]).map((input: Json) =>
    startDialog(emptyVisit(), dialog.id, input, surroundings),
  )
  const { state } = starts.find((start) => openQuestion(start.state, surroundings) !== null) ?? starts[0]!
  await database.query('insert into dialog_states (owner, version, state, updated_at) values ($1, 1, $2, $3)', [
    owner,
    JSON.stringify(state),
    pipeline.clock.now(),
  ])
}
