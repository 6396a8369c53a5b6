import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { DESK, lookOver, openDevice, PHONE, photograph, startBrowser, type Device } from '../helpers/browser.ts'
import { CHROMIUM } from '../helpers/chromium.ts'
import { ENGINES, freshPostgres } from '../helpers/database.ts'
import { install, type Installation, type RunningServer } from '../helpers/runningServer.ts'
import { ChatScreen } from './chatScreen.ts'
import { isAsLoaded, markAsLoaded, tabTo } from './keyboard.ts'
import { readRecord } from './referenceRecord.ts'

// Left out where no Chromium is present; `npm test` says so before it begins.
const inBrowser = CHROMIUM === undefined ? describe.skip : describe
jest.setTimeout(240_000)

/** PHQ-9 items 1 to 9 as answered here: 3 + 2 + 1 + 1 + nothing yet + 1 + 0 + 0 + 1. */
const PHQ_9 = [
  'Nearly every day',
  'More than half the days',
  'Several days',
  'Several days',
  'Prefer not to say',
  'Several days',
  'Not at all',
  'Not at all',
  'Several days',
]

inBrowser('the main job in real browsers', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  describe.each(ENGINES)('on the %s database', (engine) => {
    /** The long way round once; on the second database the way that everything depends on. */
    const inFull = engine === ENGINES[0]
    let site: Installation
    let server: RunningServer
    let leo: ChatScreen
    let dani: Device
    const devices: Device[] = []
    const faults: string[] = []
    let drop: (() => Promise<void>) | undefined

    const device = async (options: BrowserContextOptions = PHONE): Promise<Device> => {
      const one = await openDevice(browser, options)
      devices.push(one)
      return one
    }
    const staffButton = (name: string) => dani.page.getByRole('button', { name, exact: true })
    const staffReads = (words: string | RegExp) => dani.page.getByText(words).first().waitFor()
    const photo = async (who: ChatScreen | Device, name: string): Promise<void> => {
      if (!inFull) return
      await photograph(who.page, name)
      faults.push(...(await lookOver(who.page, name)))
    }
    const fullTest = (name: string, run: () => Promise<void> | void) => (inFull ? test(name, run) : undefined)

    beforeAll(async () => {
      const postgres = engine === 'postgres' ? await freshPostgres() : undefined
      drop = postgres?.drop
      site = await install({ databaseUrl: postgres?.url })
      server = await site.start()
      leo = new ChatScreen((await device()).page)
      dani = await device(DESK)
    })
    afterAll(async () => {
      for (const { context } of devices) await context.close()
      await site?.remove()
      await drop?.()
    })

    test('a young person opens the printed link, is told what this is, and ends with something done', async () => {
      await leo.join(server.links.youngPerson)
      await photo(leo, 'first-question')
      await leo.tap('Yes', 'Got it')
      await leo.reads(/Then we tell people who can help/)
      await photo(leo, 'who-reads')
      await leo.tap(
        'Yes, got it',
        'A computer program',
        'No, at set times',
        "My practitioner's team",
        '999 or an adult',
      )
      await leo.tap('Keep the usual', '6')
      await leo.write('Walk with Jo')
      await leo.offers('Plan something')
      await photo(leo, 'what-next')
    })

    fullTest('an activity is made small, given a day, and made surer before it is saved', async () => {
      await leo.tap('Plan something', "Yes, I've got one")
      await photo(leo, 'own-words')
      await leo.write('Walk with Jo')
      await photo(leo, 'rating')
      await leo.tap('8')
      await leo.offers('5')
      const before = await leo.conversation()
      await leo.page.reload()
      await leo.offers('5')
      expect(await leo.conversation()).toBe(before)
      await leo.tap('5', 'Ten minutes of it', '3')
      await leo.offers('Tomorrow')
      await photo(leo, 'which-day')
      await leo.tap('Tomorrow', '4:30 pm', '4', '6', 'Things ready before')
      await leo.write('Shoes by the door')
      await leo.tap('7', 'If it gets tricky')
      await photo(leo, 'tap-any')
      await leo.tap('Done')
      await leo.write('Too tired')
      await leo.write('Just the corner and back')
      await leo.tap("No, that's it", 'Yes please')
      await leo.reads(/Walk with Jo\. \w+ \d+ \w+, 16:30/)
      await leo.offers('Do the questions')
      await photo(leo, 'plan-saved')
    })

    test('item 9 above zero is in front of the practitioner at once, and "seen by" comes only after she takes it', async () => {
      await dani.page.goto(server.links.practitioner)
      await staffReads('No open alerts')
      await photo(dani, 'staff-no-alerts')
      await markAsLoaded(dani.page)

      await leo.tap('Do the questions')
      await leo.reads(/dark thoughts/)
      await photo(leo, 'measure-introduction')
      await leo.tap('Start')
      await leo.reads('1 of 9')
      await leo.tap(PHQ_9[0]!, 'Several days', 'Back', ...PHQ_9.slice(1, 7))
      await photo(leo, 'measure-item')
      await leo.tap(...PHQ_9.slice(7))
      await leo.reads(/thinking of acting on today or tonight/)
      await dani.page.getByRole('blockquote').waitFor()
      await staffReads('Nobody is dealing with this yet')
      expect(await isAsLoaded(dani.page)).toBe(true)
      await photo(leo, 'item-nine')
      await photo(dani, 'staff-alert')

      await leo.tap("No, it's thoughts", 'Ring me')
      // Who else is told depends on the hour: the duty worker by day, whoever is on call at night.
      await leo.reads(/Sent to Dani( and \w+)? at \d\d:\d\d/)
      await leo.reads(/Not seen yet/)
      await markAsLoaded(leo.page)
      await dani.page.getByRole('list', { name: 'Open alerts' }).getByRole('link').first().click()
      await staffReads(/Looked at \(not acknowledged\)/)
      await staffButton('I’m dealing with this').click()
      await staffButton('Ring them now').click()
      await photo(dani, 'staff-acknowledge')
      expect(await leo.conversation()).not.toContain('Seen by')
      await staffButton('I’m dealing with this').click()
      await leo.reads(/Seen by Dani at \d\d:\d\d/)
      expect(await isAsLoaded(leo.page)).toBe(true)
      await photo(leo, 'seen-by')
    })

    test('the questionnaire is looked over and sent, and stands in the case record with its score', async () => {
      await leo.tap('Yes', 'Carry on')
      await leo.reads(/Dani gets them when you tap Send/)
      await photo(leo, 'review')
      await leo.button('Change: Poor appetite or overeating').click()
      await leo.tap('Several days')
      await leo.offers('Send to Dani')
      expect(await readRecord(server, 'measure-administrations')).toEqual([])
      await leo.tap('Send to Dani')
      await leo.offersToWrite()
      const [held] = await leo.eventually(() => readRecord(server, 'measure-administrations'), 1)
      expect(held).toMatchObject({
        measure: { id: 'phq-9' },
        respondent: 'young-person',
        answers: [3, 2, 1, 1, 1, 1, 0, 0, 1].map((answer, n) => ({ item: String(n + 1), state: 'given', answer })),
        score: { state: 'scored', total: 10 },
      })
      const [flag] = await leo.eventually(() => readRecord(server, 'risk-flags'), 1)
      expect(flag).toMatchObject({ lane: 'self', tier: 'T2' })
      const kinds = (await readRecord<{ kind: string }>(server, 'ledger')).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'measure-administration' || kind === 'risk-flag').sort()).toEqual([
        'measure-administration',
        'risk-flag',
      ])
      expect(await leo.conversation()).not.toMatch(/\b10 of 27|score|moderate|severe|mild/i)
    })

    test('she sees the score and what was declined, releases the hold with outcome and note, and he may go on', async () => {
      await photo(leo, 'on-hold')
      const answers = dani.page.getByLabel('What they answered')
      await answers.getByText('Safe to ring').waitFor()
      expect((await answers.innerText()).split('\n').filter(Boolean)).toEqual([
        'Thinking of acting on it today or tonight',
        'No',
        'Would like to be reached by',
        'A call',
        'Safe to ring',
        'Yes',
      ])
      await staffReads(/stay stopped for this person/)
      await dani.page.getByRole('link', { name: /Open case DEMO-0001/ }).click()
      await dani.page.getByRole('heading', { name: /PHQ-9|Patient Health Questionnaire/ }).waitFor()
      await dani.page.locator('.measure-last').getByText('10', { exact: true }).waitFor()
      await photo(dani, 'staff-case')
      await dani.page
        .getByRole('link', { name: /Alerts/ })
        .first()
        .click()
      await staffButton('Release hold').click()
      expect(await staffButton('Release hold and close').isDisabled()).toBe(true)
      await dani.page.getByRole('radio', { name: 'Spoke with them' }).check()
      await dani.page.getByRole('combobox', { name: 'How' }).selectOption('call')
      await dani.page
        .getByRole('textbox', { name: 'Note' })
        .fill('Rang at once. Thoughts only, sister is home. Session moved to Monday.')
      await photo(dani, 'staff-release')
      await staffButton('Release hold and close').click()
      await staffReads('Released by Dani Example')
      await leo.reads(/looked at things and opened this up|says we can carry on here|Things are open again here/)
      await leo.offers('Go on')
      await photo(leo, 'released')
      await leo.tap('Go on')
      await leo.offers('Nothing for now')
    })

    fullTest('a second device joins by a short code and goes on in the same conversation', async () => {
      await leo.button('Settings').click()
      await leo.button('Add a device').click()
      const code = await leo.page.locator('.code').innerText()
      await leo.button('Close').click()
      const tablet = new ChatScreen((await device({ viewport: { width: 768, height: 1024 } })).page)
      await tablet.page.goto(`${server.url}/chat/`)
      await tablet.button('I have a device code').click()
      await tablet.page.getByLabel('Device code').fill(code)
      await tablet.button('Add this device').click()
      await tablet.page.getByText('Type your PIN to open this page.').waitFor()
      expect(await tablet.page.innerText('body')).not.toContain('Dani')
      await tablet.unlock()
      await tablet.offers('Nothing for now')
      expect(await tablet.conversation()).toBe(await leo.conversation())
      await tablet.tap('Nothing for now')
      await leo.offersToWrite()
      expect(await leo.conversation()).toContain('Nothing for now')
    })

    fullTest('a grandmother opens her own link and plans week one, with nothing but a keyboard', async () => {
      const maureen = new ChatScreen((await device(DESK)).page)
      await maureen.join(server.links.parent, '2580')
      const press = async (...labels: string[]) => {
        for (const label of labels) await tabTo(maureen, label)
      }
      await press(
        'Yes',
        'Got it',
        'Yes, got it',
        'A computer program',
        'No, at set times',
        "The practitioner's team",
        'Ring 999',
      )
      await maureen.offersToWrite()
      await maureen.answer.getByRole('textbox').focus()
      await maureen.page.keyboard.type('Nan')
      await press('Send')
      await photo(maureen, 'parent-who-else')
      await press('Just me', 'Bigger words', 'Done', 'No reminders', '3', 'A calmer bedtime', "This week's task")
      await press('That fits', 'Shouting', 'A calm voice', '6', 'One is enough')
      await maureen.offers('7:30 pm')
      await photo(maureen, 'parent-which-time')
      await maureen.page.setViewportSize({ width: 360, height: 740 })
      expect(await maureen.sees(/jot one down/)).toBe(true)
      await maureen.page.setViewportSize({ width: 1280, height: 800 })
      expect(await maureen.sees(/jot one down/)).toBe(true)
      await press('7:30 pm', 'A quiet hot drink', 'Tomorrow', '8:30 pm', '8')
      await maureen.offers('Something happened')
      await photo(maureen, 'parent-week-saved')
    })

    fullTest('Help now works with the server gone, and the next start has everything', async () => {
      await leo.page.waitForFunction(async () => (await caches.match('/chat/api/help')) !== undefined)
      const last = (await leo.conversation()).trim().split('\n').at(-1)!
      expect(await server.stop()).toBe(0)
      await leo.page.reload()
      await leo.button('Help now').click()
      expect(await leo.page.getByRole('link', { name: /Call 0800.1111/ }).getAttribute('href')).toBe('tel:08001111')
      await photo(leo, 'help-without-server')
      await leo.button('Close help').click()
      await photo(leo, 'unreachable')
      server = await site.start()
      // The page looks for the server by itself too, and may have found it.
      await leo
        .button('Try again')
        .click({ timeout: 3000 })
        .catch(() => undefined)
      await leo.reads(last)
    })

    fullTest(
      'nothing serious for assistive technology on any screen, and nothing cut off at 320 pixels or 200 % text',
      () => {
        expect(faults).toEqual([])
      },
    )

    test('no page had a fault, broke its content security policy or asked another machine for anything', () => {
      expect(devices.flatMap(({ complaints }) => complaints)).toEqual([])
    })
  })
})
