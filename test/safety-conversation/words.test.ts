import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Faults, readYaml } from '../../src/content/index.ts'
import { bandsOf, spokenSteps, textsOf } from '../../src/content/checkWords.ts'
import { faultsOfFlow, faultsOfHardWords } from '../../src/content/readability.ts'
import { faultsOfLabel, faultsOfText, writingRules } from '../../src/content/writingRules.ts'
import { safetyDialogs } from '../../src/safety-conversation/index.ts'
import { loadSafetyWords } from '../../src/safety-conversation/loadSafetyWords.ts'
import { lockFile, repliesFile } from '../../src/safety-conversation/safetyWordsFile.ts'
import { CONTENT, safetyWords } from './talk.ts'

const faults = new Faults()
const replies = (await readYaml(new URL('risk/replies.en.yaml', CONTENT), repliesFile, faults))!.data
const rules = (await readYaml(new URL('writing.en.yaml', CONTENT), writingRules, faults))!.data

const everyText = Object.entries(replies.dialogs).flatMap(([dialog, { steps }]) =>
  Object.entries(steps).flatMap(([step, words]) =>
    [words, ...Object.values(words.bands ?? {})].flatMap((parts) =>
      textsOf(parts ?? {}).map((text) => ({ where: `${dialog}/${step}`, text })),
    ),
  ),
)

describe('the words of the safety conversation', () => {
  it('are there for every step and answer of every dialog and band, and none is left over', () => {
    const missing = safetyDialogs.flatMap((dialog) =>
      bandsOf(dialog.audience).flatMap((band) =>
        spokenSteps(dialog).flatMap(({ id, type }) => {
          const words = safetyWords.of(dialog.id, 'en')?.step(id, band, false)
          if (!words || words.text.length === 0) return [`${dialog.id}/${id}: no words for ${band}`]
          const values = type?.shape.kind === 'choice' ? type.shape.values : []
          return [...values.filter((v) => !words.options[v]), ...Object.keys(words.options).filter((v) => !values.includes(v))].map((v) => `${dialog.id}/${id}: option ${v}`)
        }),
      ),
    ) // prettier-ignore
    const left = Object.entries(replies.dialogs).flatMap(([id, { steps }]) => {
      const dialog = safetyDialogs.find((one) => one.id === id)
      return Object.keys(steps).filter((step) => !dialog || !spokenSteps(dialog).some((s) => s.id === step)).map((step) => `${id}/${step}`)
    }) // prettier-ignore
    expect([...missing, ...left]).toEqual([])
  })

  it('keep the limits of safety copy: 40 words, 12 a sentence, one question, never-words, no emoji', () => {
    expect(
      everyText.flatMap(({ where, text }) =>
        faultsOfText(text, rules, rules.safety).map((fault) => `${where}: ${fault}`),
      ),
    ).toEqual([])
    expect(everyText.filter(({ text }) => /\p{Extended_Pictographic}|!/u.test(text.replace(/\{[^}]*\}/g, '')))).toEqual(
      [],
    )
  })

  it('have short labels, at most five, and a way out at every question of feeling', () => {
    const questions = Object.entries(replies.dialogs).flatMap(([dialog, { steps }]) => Object.entries(steps).flatMap(([step, words]) => (words.options ? [{ where: `${dialog}/${step}`, labels: Object.values(words.options) }] : []))) // prettier-ignore
    expect(questions.length).toBeGreaterThan(20)
    for (const { where, labels } of questions) expect({ where, n: labels.length <= 5, faults: labels.flatMap((l) => faultsOfLabel(l, rules)) }).toEqual({ where, n: true, faults: [] }) // prettier-ignore
  })

  it('have at most two variants of a text (R7)', () => {
    for (const { steps } of Object.values(replies.dialogs))
      for (const words of Object.values(steps)) expect(words.text?.length ?? 0).toBeLessThanOrEqual(2)
  })

  it('are easy to read: no word of three beats but names, numbers and the few that are listed', () => {
    const known = ['family', 'samaritan', 'national', 'domestic', 'different', 'anyone', 'serious', 'seriously']
    expect(
      everyText.flatMap(({ where, text }) =>
        faultsOfHardWords(text, { most: 0, known }).map((fault) => `${where}: ${fault}`),
      ),
    ).toEqual([])
  })

  it('read at grade 4 at most, each dialog as a whole', () => {
    const flows = Object.entries(replies.dialogs).map(([dialog, { steps }]) => ({
      dialog,
      faults: faultsOfFlow(
        Object.values(steps).flatMap((words) => words.text ?? []),
        rules.safety,
      ),
    }))
    expect(flows.filter(({ faults }) => faults.length > 0)).toEqual([])
  })

  it('never name a method, promise, or say that somebody is on the way', () => {
    const never =
      /\b(pills?|tablets?|blade|knife|rope|bridge|train|overdose|hang|promise|on (the|its|their) way|always here|watching you|parents? (will|have)|tell your (mum|dad|parents))\b/i
    expect(everyText.filter(({ text }) => never.test(text))).toEqual([])
  })
})

describe('the lock of the safety words', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'content-'))
    await cp(CONTENT, folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))
  const load = () => loadSafetyWords(pathToFileURL(`${folder}/`))
  const change = async (file: string, edit: (text: string) => string) => {
    const where = path.join(folder, file)
    await writeFile(where, edit(await readFile(where, 'utf8')))
  }

  it('is closed over what stands in the repository, and signed by nobody until a named human has', async () => {
    await expect(load()).resolves.toMatchObject({ signedBy: '', signedOn: '' })
  })

  it('stops the start when one text has changed, with file, line and what to do', async () => {
    await change('risk/replies.en.yaml', (yaml) => yaml.replace('It is not your fault.', 'It is probably fine.'))
    await expect(load()).rejects.toThrow(
      /replies\.en\.yaml:\d+: safeguarding\/glad is not the text that was locked \(node src\/commands\/lockSafetyWords\.ts/,
    )
  })

  it('stops it too when a text is new or gone', async () => {
    await change('risk/replies.en.yaml', (yaml) => yaml.replace('      heard: OK, I hear you.', '      hello: Hi.\n      heard: OK, I hear you.').replace(/^ {6}thanks: OK\. Thanks for telling me\.\n/m, '')) // prettier-ignore
    await expect(load()).rejects.toThrow(/denial\/hello is new[\s\S]*clarify\/thanks is locked but not there/)
  })

  it('stops it when a telephone number is not one of ours', async () => {
    await change('risk/replies.en.yaml', (yaml) => yaml.replace('{phone:nspcc}', '{phone:nobody}'))
    await expect(load()).rejects.toThrow(/no helpline "nobody"/)
  })

  it('has a digest for every text', async () => {
    const lock = lockFile.parse(JSON.parse(await readFile(path.join(folder, 'risk/replies.lock.json'), 'utf8')))
    expect(Object.keys(lock.texts)).toHaveLength(
      Object.values(replies.dialogs).flatMap(({ steps }) => Object.keys(steps)).length,
    )
  })
})
