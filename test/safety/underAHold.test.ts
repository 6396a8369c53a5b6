import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { COMMANDS } from '../../src/dialog-kit/index.ts'
import type { BotPart } from '../../src/channels/botPart.ts'

type Ask = Extract<BotPart, { kind: 'ask' }>
type Way = (leo: Talker) => Promise<unknown>

const inHand: Record<string, Way> = {
  nothing: async () => undefined,
  'the start': (leo) => leo.opens(),
  'a plan': async (leo) => {
    await leo.opens()
    await leo.taps('plan')
  },
  'a log that is put aside': async (leo) => {
    await leo.opens()
    await leo.taps('log')
    await leo.types('walked the dog')
    await leo.types('pause')
    await leo.opens()
  },
  'a questionnaire': async (leo) => {
    await leo.opens()
    await leo.taps('measure')
    await leo.taps('go')
    await leo.taps('0')
  },
}

const disclosures = { T2: 'i have been cutting myself again', T3: 'i am going to kill myself tonight' } as const

/** What a person could still try, with the questions that stood on the screen before. */
const tries = (before: readonly Ask[]): [string, Way][] => [
  ...[...COMMANDS, 'delete'].map((command): [string, Way] => [`command ${command}`, (leo) => leo.commands(command)]),
  ...['carry on', 'resume', 'continue', 'hello', 'plan something', 'jk', 'ok', 'stop', 'back', '1', '?', '👍', ''].map(
    (text): [string, Way] => [`typed "${text}"`, (leo) => leo.types(text)],
  ),
  ...before.flatMap(({ run, step, dialog, control }): [string, Way][] => {
    const options = control.kind === 'choices' ? control.options.map((o) => o.value) : ['5']
    return options.map((value) => [
      `old card ${dialog}/${step} = ${value}`,
      (leo) => leo.sends({ answer: { run, step, value } }, ''),
    ])
  }),
  ['an earlier answer is to be changed', (leo) => leo.commands('change', 'item-1')],
  ['a dialog is opened by value', (leo) => leo.sends({ open: { dialog: 'plan-an-activity', input: {} } }, 'open')],
  ['a photo', (leo) => leo.receive(leo.inbound({ type: 'message', text: '', value: null, attachments: [{ name: 'a.jpg', contentType: 'image/jpeg' }] }))], // prettier-ignore
  ['the chat is opened', (leo) => leo.opens()],
]

/** Only these may be asked while a hold stands: the safety conversation, and after a T2 the questionnaire in hand. */
const mayBeAsked = (ask: Ask, pipeline: Pipeline, tier: 'T2' | 'T3'): boolean => {
  const kind = pipeline.product.dialogs.get(ask.dialog)?.kind
  return kind === 'safety' || (kind === 'measure' && tier === 'T2')
}

describe.each(ENGINES.slice(0, 1))('under a hold, on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const cases = Object.entries(inHand).flatMap(([name, begin]) =>
    (['T2', 'T3'] as const).flatMap((tier) =>
      (['answered', 'left unanswered'] as const).map((how) => ({ name, begin, tier, how })),
    ),
  )

  it.each(cases)(
    'after a $tier with $name in hand and its questions $how, nothing a person tries brings a module back, and every try is answered',
    async ({ begin, tier, how }) => {
      const person = await pipeline.people({ measures: ['phq-9'] })
      const leo = new Talker(pipeline, person)
      const asked: Ask[] = []
      await begin(leo)
      if (leo.question) asked.push(leo.question)
      await leo.types(disclosures[tier])
      for (let n = 0; how === 'answered' && leo.asked !== undefined && n < 12; n++) {
        const ask = leo.question!
        if (pipeline.product.dialogs.get(ask.dialog)?.kind !== 'safety') break
        asked.push(ask)
        const options = ask.control.kind === 'choices' ? ask.control.options.map((o) => o.value) : []
        await leo.taps(options.find((o) => o === 'no' || o === 'stop') ?? options[0])
      }
      const wrong: string[] = []
      for (const [what, way] of tries(asked)) {
        await way(leo)
        for (const part of leo.parts)
          if (part.kind === 'ask' && !mayBeAsked(part, pipeline, tier)) wrong.push(`${what}: asks ${part.dialog}/${part.step}`) // prettier-ignore
        if (leo.replies.length === 0 && what !== 'the chat is opened') wrong.push(`${what}: silence`)
        if (leo.replies.some((r) => /\{[a-z:]+\}|undefined/i.test(r.activity.text ?? ''))) wrong.push(`${what}: ${leo.text}`) // prettier-ignore
      }
      const { rows } = await database.query<{ tier: string; state: string; holds: boolean }>(
        'select tier, state, holds from escalations where person_id = $1 and tier = $2',
        [person.personId, tier],
      )
      expect({ wrong, held: rows.some((row) => row.holds && row.state === 'open') }).toEqual({ wrong: [], held: true })
    },
  )
})
