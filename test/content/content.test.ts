import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dialogs } from '../../dialogs/index.ts'
import { checkWords } from '../../src/content/checkWords.ts'
import { checkWriting } from '../../src/content/checkWriting.ts'
import { Faults } from '../../src/content/faults.ts'
import { combineWords, loadContent, readYaml } from '../../src/content/index.ts'
import { readContent } from '../../src/content/loadContent.ts'
import { faultsOfFlow, faultsOfHardWords } from '../../src/content/readability.ts'
import { faultsOfLabel, faultsOfText, writingRules } from '../../src/content/writingRules.ts'
import { choice, defineDialog, freeText, rating } from '../../src/dialog-kit/index.ts'
import { InvalidInput } from '../../src/shared/errors.ts'
import { storyboardPage } from '../../src/commands/storyboardPage.ts'

const real = new URL('../../content/', import.meta.url)
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'))
  for (const name of ['standing.en.yaml', 'services.yaml', 'writing.en.yaml'])
    await cp(new URL(name, real), join(folder, name))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const at = () => pathToFileURL(`${folder}/`)
const write = async (name: string, text: string) => {
  await mkdir(join(folder, 'dialogs'), { recursive: true })
  await writeFile(join(folder, name), text)
}
const words = (text: string) => write('dialogs/walk.en.yaml', text)
const faultsOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof InvalidInput)) throw new Error('no faults were listed', { cause: error })
  return error.faults.map(({ place, problem }) => `${place.replace(/^.*\//, '')} ${problem}`)
}

const walk = defineDialog({
  id: 'walk', version: 1, onVersionChange: 'carry-on', audience: 'both',
  answers: { where: freeText({ max: 20 }), way: choice('left', 'right'), mood: rating(0, 10) },
  steps: ({ say, ask }) => [say('hello'), ask('where'), ask('way'), ask('mood')],
}) // prettier-ignore
const sound = `dialog: walk
title: A walk
steps:
  hello: "Hello {name}."
  where: { text: ["Where to?", "Which place?"], placeholder: "The park" }
  way: { text: "Which way to {where}?", options: { left: Left, right: Right } }
  mood: { text: "Mood?", low: lowest, high: best, plain: { text: "Mood, 0 to 10?" }, bands: { P: { text: "Your stress?" }, Y11-13: { low: low } } }
`

describe('loading content', () => {
  it('gives the words of a band, of its kind, of plain mode, and telephone numbers in place of their tokens', async () => {
    await words(sound.replace('Hello {name}.', 'Hello. {phone:childline}'))
    const content = await loadContent(at(), [walk])
    const own = content.words.of('walk', 'en')!
    expect(own.step('hello', 'Y14-15', false)!.text).toEqual(['Hello. 0800 1111'])
    expect(own.step('where', 'Y14-15', false)!.text).toEqual(['Where to?', 'Which place?'])
    expect(own.step('mood', 'P5-7', false)).toMatchObject({ text: ['Your stress?'], low: 'lowest' })
    expect(own.step('mood', 'Y11-13', false)).toMatchObject({ text: ['Mood?'], low: 'low' })
    expect(own.step('mood', 'Y16-18', true)!.text).toEqual(['Mood, 0 to 10?'])
    expect(own.step('nowhere', 'Y14-15', false)).toBeUndefined()
    expect(own.step('constructor', 'Y14-15', false)).toBeUndefined()
    expect(content.words.of('run', 'en')).toBeUndefined()
    expect(content.words.standing('help', 'en', 'P5-7')).not.toEqual(content.words.standing('help', 'en', 'Y14-15'))
    expect(content.services.map((one) => one.id)).toContain('childline')
    expect(content.services.every((one) => one.owner === '' && one.checked_on === '' && one.signed_by === '')).toBe(
      true,
    )
  })

  it('lists every fault at once, each with file and line', async () => {
    await words(
      'dialog: talk\ntitle: A walk\nsteps:\n  hello: "Ring {phone:nobody}."\n  way: { text: "?", colour: red }\n',
    )
    await writeFile(join(folder, 'services.yaml'), 'helplines:\n  - id: childline\n')
    const faults = await faultsOf(loadContent(at()))
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^services\.yaml:2 helplines\.0\.name/),
        expect.stringMatching(/^walk\.en\.yaml:5 steps\.way/),
      ]),
    )
    await words('dialog: talk\ntitle: A walk\nsteps:\n  hello: "Ring {phone:nobody}."\n')
    expect(await faultsOf(loadContent(at()))).toEqual(
      expect.arrayContaining(['walk.en.yaml:1 says it is for talk', 'walk.en.yaml:4 no helpline "nobody"']),
    )
  })

  it('tells the line of broken YAML, and of a key that stands twice', async () => {
    await words('dialog: walk\ntitle: "A walk\nsteps: {}\n')
    expect((await faultsOf(loadContent(at())))[0]).toMatch(/^walk\.en\.yaml:\d/)
    await words('dialog: walk\ntitle: A\ntitle: B\nsteps: {}\n')
    expect((await faultsOf(loadContent(at())))[0]).toMatch(/^walk\.en\.yaml:3 /)
  })

  it('has a version that changes with any letter, and with nothing else', async () => {
    await words(sound)
    const { version } = await loadContent(at())
    expect((await loadContent(at())).version).toBe(version)
    await words(sound.replace('Left', 'Lefts'))
    expect((await loadContent(at())).version).not.toBe(version)
  })

  it('puts two sources of words together, the first before the second', async () => {
    await words(sound)
    const { words: one } = await loadContent(at())
    const none = { of: () => undefined, standing: () => [] }
    expect(combineWords(none, one).of('walk', 'en')?.title).toBe('A walk')
    expect(combineWords(none, one).standing('yes', 'en', 'Y14-15')).toEqual(['Yes'])
    expect(combineWords(one, none).of('walk', 'en')?.title).toBe('A walk')
  })
})

describe('words and dialogs against each other', () => {
  const broken = async (from: string, to: string) => {
    await words(sound.replace(from, to))
    return faultsOf(loadContent(at(), [walk]))
  }
  it.each([
    ['a step without words', '  hello: "Hello {name}."\n', '', 'no words for "hello"'],
    ['words without a step', '  hello:', '  hullo: "Hi."\n  hello:', '"hullo" is no step of walk'],
    ['an option without a label', ', right: Right', '', 'way: no label for "right" (Y11-13)'],
    ['a label without an option', 'right: Right', 'right: Right, back: Back', 'way: "back" is no answer (Y11-13)'],
    ['a rating without its ends', 'low: lowest, ', '', 'mood: no words for the low end (Y14-15)'],
    ['a placeholder that is no answer', '{name}', '{nmae}', '{nmae} is neither a name nor an answer here'],
  ])('finds %s', async (_, from, to, fault) => {
    expect((await broken(from, to)).map((one) => one.replace(/^\S+ /, ''))).toContain(fault)
  })

  it('finds a dialog without words and words without a dialog', async () => {
    await words(sound)
    expect(await faultsOf(loadContent(at(), [{ ...walk, id: 'run' }]))).toEqual([
      'run.en.yaml this dialog has no words',
      'walk.en.yaml:1 there is no dialog "walk"',
    ])
  })

  it('finds a sentence of the runner that is not there', async () => {
    const standing = await readFile(new URL('standing.en.yaml', real), 'utf8')
    await writeFile(join(folder, 'standing.en.yaml'), standing.replace('  back-at-start:', '  back-at-strat:'))
    expect((await faultsOf(loadContent(at(), []))).map((one) => one.replace(/^\S+ /, ''))).toEqual([
      'no words for "back-at-start"',
      'nobody says "back-at-strat"',
    ])
  })
})

describe('rules of writing', () => {
  const rules = async () => (await readYaml(new URL('writing.en.yaml', real), writingRules, new Faults()))!.data
  it.each([
    ['You failed again.', 'never "failed"'],
    ['Don’t worry.', 'never "don\'t worry"'],
    ['Honestly, it works.', 'never begins with "honestly"'],
    ['What is your favorite color?', '"color": colour in British English'],
    ['One; two.', 'no semicolons'],
    ['Who? When?', 'one question a message'],
    ['Wow! Great!', 'one exclamation mark at most'],
    ['Ring 0800 1111 now.', 'a telephone number: use a {phone:…} token'],
    [Array.from({ length: 5 }, () => 'We had a good long walk today.').join(' '), '35 words, 34 at most'],
    [
      'We went for a very long walk around the whole park with all of our dogs today.',
      'a sentence of 17 words, 14 at most',
    ],
  ])('"%s"', async (text, fault) => {
    expect(faultsOfText(text, await rules(), { message: 34, sentence: 14 })).toContain(fault)
  })
  it('counts no names, and lets good sentences be', async () => {
    expect(
      faultsOfText(
        'You went, {name}. At 7.30, {practitioner} looks here. Ring {phone:999} if you are hurt.',
        await rules(),
        { message: 13, sentence: 7 },
      ),
    ).toEqual([])
    expect(faultsOfText('Placemats and patients’ patience.', await rules(), { message: 9, sentence: 9 })).toEqual([])
    expect(faultsOfLabel('Something much too long here', await rules())).toEqual(['28 characters, 24 at most'])
  })
})

describe('how easily a flow reads (brief 7.1)', () => {
  const limit = { mean: 9, grade: 4.5, ease: 82 }
  const easy = Array.from({ length: 20 }, () => 'You can pick one thing today.')
  const hard = Array.from(
    { length: 10 },
    () =>
      'Consider identifying particular activities associated with comparatively elevated enjoyment and achievement.',
  )
  it('lets an easy one be, and says of a hard one what is too hard', () => {
    expect(faultsOfFlow(easy, limit)).toEqual([])
    expect(faultsOfFlow(hard, limit)).toEqual([
      expect.stringMatching(/^reads at grade \d+\.\d, 4\.5 at most$/),
      expect.stringMatching(/^reading ease -?\d+, 82 at least$/),
      '11.0 words a sentence on average, 9 at most',
    ])
  })
  it('says nothing of fewer than a hundred words, which the formulas cannot judge', () => {
    expect(faultsOfFlow(hard.slice(0, 9), limit)).toEqual([])
  })
  it('counts the hard words of a message, those that everybody knows left out, and no word twice', () => {
    const known = ['family', 'activity']
    expect(faultsOfHardWords('Your family, an activity and an alternative.', { most: 1, known })).toEqual([])
    expect(faultsOfHardWords('An alternative is an alternative.', { most: 1, known })).toEqual([])
    expect(faultsOfHardWords('An alternative, or a resolution.', { most: 1, known })).toEqual([
      '2 hard words (alternative, resolution), 1 at most',
    ])
  })
})

describe('the content that ships', () => {
  it('has words for every step of every dialog, and keeps the rules of writing', async () => {
    const faults = new Faults()
    const content = await readContent(real, faults)
    const rules = await readYaml(new URL('writing.en.yaml', real), writingRules, faults)
    checkWords(dialogs, content, faults)
    checkWriting(dialogs, content, rules!.data, faults)
    expect(faults.list).toEqual([])
  })

  it('has at least three variants of every sentence of the runner that may come back', async () => {
    const content = await readContent(real, new Faults())
    const once = /^(yes|no|blank|row-|option-|time-|status-|fixed-help|needed-safety)/
    for (const [intent, entry] of Object.entries(content.standingFiles.get('en')!.data.intents))
      for (const texts of [entry.text, ...Object.values(entry.bands)])
        if (!once.test(intent)) expect([intent, new Set(texts).size >= 3]).toEqual([intent, true])
  })

  it('makes a storyboard with every message, every branch and every button', async () => {
    const content = await loadContent(real)
    const page = storyboardPage(dialogs, content.words, content.version)
    const { dialogFiles } = await readContent(real, new Faults())
    for (const { file } of dialogFiles) expect(page).toContain(`id="${file.data.dialog}"`)
    expect(page).not.toContain('No words yet')
    const escaped = (text: string) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    for (const { file } of dialogFiles)
      for (const [id, entry] of Object.entries(file.data.steps))
        for (const text of entry.text ?? []) {
          const opening = escaped(text).split(/[{\n]/)[0]!.slice(0, 30)
          expect([id, opening, page.includes(opening)]).toEqual([id, opening, true])
        }
  })
})
