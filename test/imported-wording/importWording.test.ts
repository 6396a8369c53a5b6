import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { loadMeasures } from '../../src/content/loadMeasures.ts'
import { readImportedWording, storeWording, withdrawWording } from '../../src/imported-wording/wordingStore.ts'
import { whyNotCleared } from '../../src/measures/clearance.ts'
import { checkWordingFile, type WordingFile } from '../../src/measures/importedWording.ts'
import { loadProduct } from '../../src/product.ts'
import { ENGINES, freshDatabase, freshPostgres, POSTGRES_URL } from '../helpers/database.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const CONTENT = new URL('../../content/', import.meta.url)
const { measures } = await loadMeasures(CONTENT)
const NOW = new Date('2026-11-24T15:40:00Z')
const TODAY = '2026-11-24'

/** Words made up for the test: no instrument's own. */
const words = (measure: string, count: number, values: number[], change: Partial<WordingFile> = {}): WordingFile => ({
  measure,
  version: '1',
  permission: { reference: 'TEST-1', holder: 'A service of the test', from: '2026-11-01', until: '2027-10-31' },
  shownOnForm: '© The owner',
  source: 'made up for the test',
  wording: {
    recall: 'the last week',
    stem: 'A stem:',
    items: Object.fromEntries(Array.from({ length: count }, (_, i) => [String(i + 1), `Sentence ${i + 1}`])),
    options: Object.fromEntries(values.map((v) => [String(v), `Answer ${v}`])),
  },
  ...change,
})
const rcads = (change: Partial<WordingFile> = {}) => words('rcads-25-self', 25, [0, 1, 2, 3], change)
const faults = (file: WordingFile) =>
  checkWordingFile(file, measures.get(file.measure), TODAY).map((f) => `${f.path.join('.')}: ${f.problem}`)

describe('a service’s file of words', () => {
  it('fits when every item and every answer has words', () => expect(faults(rcads())).toEqual([]))

  it.each<[string, WordingFile, string]>([
    ['an item has no words', words('rcads-25-self', 24, [0, 1, 2, 3]), 'wording.items: item "25" has no words'],
    ['there is an item too many', words('rcads-25-self', 26, [0, 1, 2, 3]), 'wording.items.26: rcads-25-self has no item "26"'],
    ['an answer has no label', words('rcads-25-self', 25, [0, 1, 2]), 'wording.options: the answer 3 of item "1" has no label'],
    ['there is an answer too many', words('rcads-25-self', 25, [0, 1, 2, 3, 4]), 'wording.options.4: 4 is no answer of rcads-25-self'],
    ['it is for another version', rcads({ version: '2' }), 'version: the definition is version 1'],
    ['the permission has ended', rcads({ permission: { reference: 'x', holder: 'y', from: '2025-01-01', until: '2026-11-23' } }), 'permission.until: ended on 2026-11-23'],
    ['the permission ends before it begins', rcads({ permission: { reference: 'x', holder: 'y', from: '2027-01-01', until: '2026-12-01' } }), 'permission.until: ends before it begins, on 2027-01-01'],
    ['there is no such measure', rcads({ measure: 'rcads-48' }), 'measure: there is no measure "rcads-48"'],
    ['the measure has its own words', words('phq-9', 9, [0, 1, 2, 3]), 'measure: PHQ-9 ships with its own words'],
    ['nobody knows its risk items', words('mfq', 33, [0, 1, 2]), 'measure: it is not known which questions of MFQ are about risk'],
    ['it is the practitioner’s form', words('current-view', 36, [0, 1, 2, 3]), 'measure: Current View is not asked in a conversation'],
  ])('is refused when %s', (_why, file, fault) => expect(faults(file)).toContain(fault)) // prettier-ignore

  it('needs labels of their own for items whose options are their own', () => {
    expect(faults(words('sdq-self', 25, [0, 1, 2]))).toContain(
      'wording.itemOptions: the answer 3 of item "impact-1" has no label',
    )
  })
})

describe.each(ENGINES)('imported words on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  const loaded = async () =>
    (await loadMeasures(CONTENT, await readImportedWording(database))).measures.get('rcads-25-self')!

  it('clear a measure for as long as the permission lasts, and not a day longer or sooner', async () => {
    expect(whyNotCleared(await loaded(), TODAY)).toContain('until permission for its wording is recorded')
    await storeWording(database, rcads(), NOW)
    const measure = await loaded()
    expect(measure.licence).toMatchObject({
      status: 'cleared',
      permissionReference: 'TEST-1',
      shownOnForm: '© The owner',
    })
    expect(whyNotCleared(measure, '2026-10-31')).toBe('The permission to show RCADS-25 begins on 2026-11-01.')
    expect(whyNotCleared(measure, '2026-11-01')).toBeNull()
    expect(whyNotCleared(measure, '2027-10-31')).toBeNull()
    expect(whyNotCleared(measure, '2027-11-01')).toBe('The permission to show RCADS-25 ended on 2027-10-31.')
  })

  it('make it a conversation in the instrument’s order, with the line the permission wants on the form', async () => {
    const product = await loadProduct(CONTENT, [], await readImportedWording(database))
    const asked = product.dialogs.get('rcads-25-self')!
    expect(asked.kind).toBe('measure')
    const shown = product.words.of('rcads-25-self', 'en')!.step('item-2', 'Y1' as never, false)
    expect(shown).toMatchObject({
      text: ['Sentence 2'],
      stem: 'A stem:',
      notice: '© The owner',
      options: { 3: 'Answer 3' },
    })
    expect(Object.keys((await readImportedWording(database))[0]!.words.items)).toEqual(Array.from({ length: 25 }, (_, i) => String(i + 1))) // prettier-ignore
  })

  it('are replaced by newer ones, left alone when the definition has moved on, and taken back', async () => {
    const later = new Date(NOW.getTime() + 60_000)
    await storeWording(
      database,
      rcads({ permission: { reference: 'TEST-2', holder: 'y', from: '2026-11-01', until: null } }),
      later,
    )
    expect((await loaded()).licence.permissionReference).toBe('TEST-2')
    await storeWording(database, rcads({ version: '9' }), new Date(later.getTime() + 60_000))
    expect((await loaded()).wording).toBeNull()
    expect(await withdrawWording(database, 'rcads-25-self', later)).toBe(3)
    expect((await loaded()).wording).toBeNull()
    expect(await withdrawWording(database, 'rcads-25-self', later)).toBe(0)
  })
})

const onServer = POSTGRES_URL === undefined || process.env.TEST_ENGINE === 'embedded' ? it.skip : it

describe('npm run import-wording and npm run measures', () => {
  const run = (command: string, url: string, ...flags: string[]) =>
    promisify(execFile)(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', `src/commands/${command}.ts`, ...flags],
      {
        cwd: ROOT,
        env: { ...process.env, DATABASE_URL: url },
      },
    ).then(
      ({ stdout, stderr }) => ({ code: 0, says: stdout + stderr }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        says: error.stdout + error.stderr,
      }),
    )

  onServer(
    'check, keep, list and take back a service’s words',
    async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'words-'))
      const { url, drop } = await freshPostgres()
      try {
        const file = path.join(folder, 'words.json')
        await writeFile(file, JSON.stringify(rcads({ wording: { ...rcads().wording, items: { 1: 'One' } } }), null, 2))
        const refused = await run('importWording', url, file)
        expect(refused.code).toBe(1)
        expect(refused.says).toMatch(/words\.json:\d+: item "2" has no words \(every item is needed, word for word\)/)
        expect(refused.says).toContain('item "25" has no words')
        await writeFile(file, JSON.stringify(rcads({ permission: { reference: 'TEST-1', holder: 'A service', from: '2020-01-01', until: null } }))) // prettier-ignore
        expect((await run('importWording', url, '--check', file)).says).toContain('fit RCADS-25')
        expect((await run('measures', url, '--brief')).says).toContain('RCADS-25 may not be shown here until')
        expect((await run('importWording', url, file)).says).toContain(
          'RCADS-25 may be shown from 2020-01-01, by permission TEST-1',
        )
        expect((await run('measures', url)).says).toContain('shown: imported words, permission TEST-1')
        expect((await run('importWording', url, '--withdraw', 'rcads-25-self')).says).toContain('withdrawn')
        expect((await run('importWording', url, '--withdraw', 'rcads-25-self')).says).toContain('no words')
      } finally {
        await drop()
        await rm(folder, { recursive: true })
      }
    },
    120_000,
  )
})

it('no measure without permission carries a word of its items or answers in this repository', () => {
  for (const measure of measures.values())
    if (measure.licence.status !== 'cleared') {
      expect(measure.wording).toBeNull()
      for (const item of measure.items) expect(Object.keys(item).sort().filter((k) => !['id', 'risk', 'optional', 'options', 'answer', 'loinc'].includes(k))).toEqual([]) // prettier-ignore
    }
})
