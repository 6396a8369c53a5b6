import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import type { Database } from '../src/database/database.ts'
import { loadProduct } from '../src/product.ts'
import { refuseUnchecked } from '../src/productionChecks.ts'
import { silentLogger } from '../src/shared/logger.ts'
import { handClock, realProduct } from './helpers/pipeline.ts'

const CONTENT = new URL('../content/', import.meta.url)
const NOW = new Date('2026-11-24T15:40:00Z')

describe('what named humans answer for (brief 2.5, R7, R9)', () => {
  it('is empty in the repository, so production does not start, and every helpline and the safety words are listed', async () => {
    const production = readConfig({
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://service.example',
      DATABASE_URL: 'postgres://nowhere/x',
      SIGNING_KEY: 'x'.repeat(40),
      CASE_RECORD_URL: 'https://record.example',
      CASE_RECORD_TOKEN: 't',
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'a',
      OIDC_CLIENT_SECRET: 'b',
    })
    const words = await createApp({
      config: production,
      // Nothing but the words a service imported is asked of it before the start is refused.
      database: { query: () => Promise.resolve({ rows: [] }) } as unknown as Database,
      clock: handClock(),
      logger: silentLogger,
      signingKey: 'x',
      caseRecord: {
        kind: 'openapi',
        url: 'https://record.example',
        token: 't',
        caseSystem: 'urn:x',
        mayMakeCases: false,
      },
      publicUrl: 'https://service.example',
      random: () => 0,
    }).then(
      () => 'started',
      (error: Error) => error.message,
    )
    const { services } = await realProduct()
    for (const { id } of services) expect(words).toContain(`content/services.yaml (${id}): owner, checked_on, signed_by not filled in`) // prettier-ignore
    expect(words).toContain('content/risk/replies.lock.json: signed_by, signed_on not filled in')
  })

  it.each([
    ['checked and signed within ninety days', '2026-08-26', true],
    ['one day too long ago', '2026-08-25', false],
  ])('allows a start when all is %s: %s', async (_, day, starts) => {
    const { services } = await realProduct()
    const answered = {
      services: services.map((one) => ({ ...one, owner: 'Somebody', checked_on: day, signed_by: 'Somebody' })),
      safetySignature: { signedBy: 'Somebody', signedOn: day },
    }
    const check = () => refuseUnchecked(answered, NOW, 90)
    if (starts) expect(check).not.toThrow()
    else expect(check).toThrow(/checked more than 90 days ago/)
  })
})

describe("a service's own restricted list of risk terms", () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'terms-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const load = async (yaml: string) => {
    const file = path.join(folder, 'terms.yaml')
    await writeFile(file, yaml)
    return loadProduct(CONTENT, [pathToFileURL(file)])
  }
  const rule = (more = '') => `families:
  means:
    number: 6
    rules:
      - id: example-means
        lane: self
        tier: T3
        person: first
        because: names a means on the restricted list
        phrases: ["glimmerfrost", "the blue door plan"]
${more}`

  it('is heard by the screen, and only its number of phrases is known', async () => {
    const without = await realProduct()
    const product = await load(rule())
    const context = { role: 'young-person', asking: null, night: false, earlier: [], veryLowRating: false } as const
    expect(product.screen('i have got the glimmerfrost', { ...context, earlier: [] }).tier).toBe('T3')
    expect(without.screen('i have got the glimmerfrost', { ...context, earlier: [] }).tier).toBe('T0')
    expect([product.restrictedPhrases, without.restrictedPhrases]).toEqual([2, null])
    expect(product.rulesVersion).not.toBe(without.rulesVersion)
  })

  it('stops the start when it cannot be read, with every fault', async () => {
    await expect(loadProduct(CONTENT, [pathToFileURL(path.join(folder, 'none.yaml'))])).rejects.toThrow(
      /cannot be read/,
    )
    const faulty = load(rule('        tire: T1\n      - id: Example\n        lane: nowhere\n'))
    await expect(faulty).rejects.toThrow(/terms\.yaml:\d+: [\s\S]*tire[\s\S]*terms\.yaml:\d+: [\s\S]*lane/)
  })
})
