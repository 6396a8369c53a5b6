import { readdir } from 'node:fs/promises'
import { loadRiskRules } from '../../src/risk/loadRiskRules.ts'
import type { RiskRules } from '../../src/risk/reading/schema.ts'
import { createScreen } from '../../src/risk/screen.ts'
import type { ScreenContext } from '../../src/risk/types.ts'

const content = new URL('../../content/risk/', import.meta.url)
const rules = await loadRiskRules(content)
const screen = createScreen(rules)
const context: ScreenContext = { role: 'young-person', asking: null, night: false, earlier: [], veryLowRating: false }

describe('a language that nobody has checked (2.7)', () => {
  it('has a short list each, and no name under it that no speaker has given', async () => {
    const names = (await readdir(new URL('languages/', content))).map((name) => name.replace('.yaml', ''))
    expect(Object.keys(rules.languages).sort()).toEqual(names.sort())
    for (const code of ['pl', 'ur-latn', 'pa-latn', 'bn-latn', 'ro', 'ar', 'so', 'pt', 'tr', 'cy'])
      expect(rules.languages[code]).toMatchObject({ signed_by: '', signed_on: '' })
  })

  it.each([
    ['T2', 'chcę umrzeć'],
    ['T2', 'tata mnie bije'],
    ['T2', 'nu mai vreau să trăiesc'],
    ['T2', 'nao quero mais viver'],
    ['T3', 'kendimi öldüreceğim'],
    ['T2', 'waxaan rabaa inaan dhinto'],
    ['T2', 'dw i eisiau marw'],
    ['T2', 'main marna chahti hoon'],
    ['T2', 'mainu bahut kutde ne'],
    ['T2', 'ami morte chai'],
    ['T2', 'amare onek mare'],
    ['T2', 'أريد أن أموت'],
    ['T2', 'أبي يضربني'],
  ])('is heard as %s where its list says so, however short: "%s"', (tier, text) => {
    expect(screen(text, context).tier).toBe(tier)
  })

  it.each([
    'ami ajke khub kharap asi ar kisu bhalo lage na',
    'mainu ajj bahut changa nahi laggda te main ghar haan',
    'dw i wedi bod yn yr ysgol heddiw ac mae hi yn oer',
    'dzis bylo bardzo zle i nie wiem co mam z tym zrobic',
    'bugun okulda cok kotu bir gun oldu ama simdi daha iyi',
  ])('has a person look at whatever is surely in it: "%s"', (text) => {
    expect(screen(text, context).findings).toEqual([expect.objectContaining({ lane: 'unscanned', tier: 'T1' })])
  })

  it('is read by its list alone once a named speaker has signed it', () => {
    const signed = (code: string): RiskRules => ({ ...rules, languages: { ...rules.languages, [code]: { ...rules.languages[code]!, signed_by: 'a speaker' } } }) // prettier-ignore
    const text = 'dzis bylo bardzo zle i nie wiem co mam z tym zrobic'
    expect(createScreen(signed('pl'))(text, context).findings).toEqual([])
    expect(createScreen(signed('tr'))(text, context).tier).toBe('T1')
  })

  it.each(['my mare is called ami and she is a good horse', 'he was in Turkey with his dad', 'die hard is on tonight', 'ma and da are out', 'so i said no'])(
    'leaves English alone: "%s"',
    (text) => expect(screen(text, context).findings).toEqual([]),
  ) // prettier-ignore
})
