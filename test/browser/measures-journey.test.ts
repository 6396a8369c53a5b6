import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { addDays, instantOf, londonDay } from '../../src/shared/calendarDay.ts'
import { DESK, lookOver, openDevice, photograph, startBrowser, type Device } from '../helpers/browser.ts'
import { CHROMIUM } from '../helpers/chromium.ts'
import { ENGINES, freshPostgres } from '../helpers/database.ts'
import { install, type Installation, type RunningServer } from '../helpers/runningServer.ts'
import { ChatScreen } from './chatScreen.ts'

// Left out where no Chromium is present; `npm test` says so before it begins.
const inBrowser = CHROMIUM === undefined ? describe.skip : describe
jest.setTimeout(240_000)

const SHIFT = new URL('../helpers/shiftedClock.ts', import.meta.url).href

/** How far ahead three in the afternoon is, in England: own answers are not looked at in the night. */
function untilAfternoon(now: Date): number {
  const today = londonDay(now)
  const at = [today, addDays(today, 1)].map((day) => instantOf(`${day}T15:00`).getTime())
  return at.find((one) => one >= now.getTime())! - now.getTime()
}

inBrowser('a measure from the invitation to both charts, in real browsers', () => {
  // One engine is enough: what differs between them is tested without a browser.
  const engine = ENGINES.at(-1)!
  let browser: Browser
  let site: Installation
  let server: RunningServer
  let leo: ChatScreen
  let dani: Device
  const devices: Device[] = []
  let drop: (() => Promise<void>) | undefined

  beforeAll(async () => {
    browser = await startBrowser()
    const postgres = engine === 'postgres' ? await freshPostgres() : undefined
    drop = postgres?.drop
    const environment = {
      NODE_OPTIONS: `--import ${SHIFT}`,
      CLOCK_SHIFT_MS: String(untilAfternoon(new Date())),
    }
    site = await install({ databaseUrl: postgres?.url, environment })
    server = await site.start()
    devices.push(await openDevice(browser), await openDevice(browser, DESK))
    leo = new ChatScreen(devices[0]!.page)
    dani = devices[1]!
  })
  afterAll(async () => {
    for (const { context } of devices) await context.close()
    await browser?.close()
    await site?.remove()
    await drop?.()
  })

  /** PHQ-9 with the same answer to its first eight items and "not at all" to the ninth. */
  const answerAll = async (answer: string) => {
    await leo.tap('Do the questions', 'Start')
    for (let item = 1; item <= 8; item++) {
      await leo.reads(`${item} of 9`)
      await leo.tap(answer)
    }
    await leo.reads('9 of 9')
    await leo.tap('Not at all', 'Send to Dani')
  }

  test('the invitation stands in the chat and is answered on a phone, with nothing to look back on yet', async () => {
    await leo.join(server.links.youngPerson)
    await leo.tap('Yes', 'Got it')
    await leo.tap('Yes, got it', 'A computer program', 'No, at set times', "My practitioner's team", '999 or an adult')
    await leo.tap('Keep the usual', '6')
    await leo.write('Walk with Jo')
    await leo.offers('Do the questions')
    await answerAll('Several days')
    await leo.offers('Nothing for now')
    expect(await leo.answer.getByRole('button', { name: 'How it’s been' }).count()).toBe(0)
  })

  test('the practitioner asks again, and the second time is lighter: own line in the chat, no number and no label', async () => {
    await dani.page.goto(server.links.practitioner)
    await dani.page
      .getByRole('link', { name: /Caseload/ })
      .first()
      .click()
    await dani.page
      .getByRole('link', { name: /DEMO-0001/ })
      .first()
      .click()
    await dani.page.getByRole('button', { name: 'Ask for a measure' }).first().click()
    const form = dani.page.getByRole('dialog')
    await form.getByRole('radio', { name: /PHQ-9|Patient Health/ }).check()
    await form.getByRole('button', { name: 'Ask', exact: true }).click()
    await form.waitFor({ state: 'detached' })

    await leo.tap('Nothing for now')
    await leo.page.reload()
    await leo.ways.waitFor()
    await answerAll('Not at all')
    await leo.offers("How it's been")
    await leo.tap("How it's been")
    await leo.reads(/a bit lighter/i)
    const picture = leo.page.locator('svg.picture').last()
    await picture.waitFor()
    expect(await picture.getAttribute('aria-label')).toMatch(/2 times so far/)
    expect(await picture.locator('circle').count()).toBe(2)
    expect(await picture.innerHTML()).not.toMatch(/red|severe|mild|moderate|PHQ/i)
    await photograph(leo.page, 'own-line')
    expect(await lookOver(leo.page, 'own-line')).toEqual([])
  })

  test('the practitioner’s chart has both scores, with bands, change and the plan beside it', async () => {
    await dani.page.locator('.measure-last').getByText('0', { exact: true }).waitFor()
    const title = await dani.page.locator('.measure figure.chart svg title').first().textContent()
    expect(title).toMatch(/2 administrations, from 8 out of 27 .* to 0 on/)
    await dani.page.getByText('better by more than measurement error').waitFor()
    await dani.page.getByRole('region', { name: 'Measures planned' }).getByText('paired').first().waitFor()
    await photograph(dani.page, 'staff-measures', { whole: true })
  })

  test('no page had a fault, broke its content security policy or asked another machine for anything', () => {
    expect(devices.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
