import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { DESK, lookOver, openDevice, photograph, startBrowser, type Device } from '../helpers/browser.ts'
import { CHROMIUM } from '../helpers/chromium.ts'
import { ENGINES, freshPostgres } from '../helpers/database.ts'
import { install, type Installation, type RunningServer } from '../helpers/runningServer.ts'
import { readRecord } from './referenceRecord.ts'

// Left out where no Chromium is present; `npm test` says so before it begins.
const inBrowser = CHROMIUM === undefined ? describe.skip : describe
jest.setTimeout(240_000)

/** What is recorded arrives within this; asked for again and again, because the delivery is a job of its own. */
const TRIES = 100

inBrowser.each(ENGINES.slice(0, 1))('a session on the staff page, on the %s database', (engine) => {
  let browser: Browser
  let site: Installation
  let server: RunningServer
  let dani: Device
  let drop: (() => Promise<void>) | undefined

  beforeAll(async () => {
    const postgres = engine === 'postgres' ? await freshPostgres() : undefined
    drop = postgres?.drop
    browser = await startBrowser()
    site = await install({ databaseUrl: postgres?.url })
    server = await site.start()
    dani = await openDevice(browser, DESK)
    await dani.page.goto(server.links.practitioner)
    await dani.page.getByRole('link', { name: /Caseload/ }).click()
    await dani.page.getByRole('link', { name: /^A.*DEMO-0003/s }).click()
  })
  afterAll(async () => {
    await dani?.context.close()
    await browser?.close()
    await site?.remove()
    await drop?.()
  })
  const button = (name: string) => dani.page.getByRole('button', { name, exact: true })
  const faults: string[] = []

  test('is recorded in a few taps, with the template of the step it opens', async () => {
    await button('Record session').click()
    const form = dani.page.getByRole('dialog')
    const agreed = form.getByLabel('What we agreed')
    const template = await agreed.inputValue()
    expect(template).not.toBe('')
    await form.getByRole('checkbox', { name: /^Open step 2/ }).check()
    expect(await agreed.inputValue()).not.toBe(template)
    faults.push(...(await lookOver(dani.page, 'record a session')))
    await photograph(dani.page, 'staff-record-session')
    await agreed.fill('Log on three days, one at the weekend.')
    await form.getByLabel('Note for the case record').fill('Went well.')
    await button('Record').click()
    await form.waitFor({ state: 'detached' })
    await dani.page.getByText('3 of 6').first().waitFor()
  })

  test('reaches the case record', async () => {
    let held: Record<string, unknown>[] = []
    for (let n = 0; n < TRIES && held.length === 0; n++) {
      held = await readRecord(server, 'session-records', 'DEMO-0003')
      if (held.length === 0) await dani.page.waitForTimeout(100)
    }
    expect(held).toMatchObject([
      { number: 2, attendance: 'attended', agreed: 'Log on three days, one at the weekend.', note: 'Went well.' },
    ])
  })

  test('one that did not take place asks only for what it needs', async () => {
    await button('Record session').click()
    const form = dani.page.getByRole('dialog')
    await form.getByRole('radio', { name: 'Was not brought' }).check()
    expect(await form.getByLabel('What we agreed').count()).toBe(0)
    await button('Cancel').click()
    await form.waitFor({ state: 'detached' })
  })

  test('the brief is read on one screen and printed on one page, and says what is missing', async () => {
    const { page } = dani
    await page.getByText('Session brief', { exact: true }).click()
    await page.getByText('Log on three days, one at the weekend.').waitFor()
    for (const missing of ['No goal agreed.', 'Nothing entered since last time.', 'no entry yet'])
      await page.getByText(missing).first().waitFor()
    await page.getByText('They have not said whether this is right.').waitFor()
    faults.push(...(await lookOver(page, 'brief')))
    await photograph(page, 'staff-brief', { whole: true })
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
  })

  test('nothing serious for assistive technology, nothing cut off, and no complaint of the page', () => {
    expect(faults).toEqual([])
    expect(dani.complaints).toEqual([])
  })
})
