import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import type { Ask, Control } from '../../src/web/chat/conversation/wire.ts'
import { CHROMIUM, CHROMIUM_FLAGS } from '../helpers/chromium.ts'
import { startFakeChatService, type FakeChatService } from '../web-chat/fakeChatService.ts'

const inBrowser = CHROMIUM === undefined ? describe.skip : describe
const SHOTS = 'test-output/chat'
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true }
const SECRET = 'abcdefghijklmnop'

const built = mkdtempSync(join(tmpdir(), 'chat-page-'))
let browser: Browser
let service: FakeChatService
let context: BrowserContext
let page: Page
const outside: string[] = []
const complaints: string[] = []

/** A fresh device on the running service. */
async function openPage(options: BrowserContextOptions = PHONE, hash = ''): Promise<Page> {
  context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...options,
  })
  page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('request', (request) => !/^(http|ws):\/\/127\.0\.0\.1:/.test(request.url()) && outside.push(request.url()))
  page.on(
    'console',
    (message) => /Content Security Policy|violates/i.test(message.text()) && complaints.push(message.text()),
  )
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${service.origin}/chat/${hash}`)
  return page
}
const openConversation = async (options?: BrowserContextOptions): Promise<Page> => {
  service.state.door = 'open'
  service.state.pin = '2468'
  return openPage(options)
}

const PUSH_KEY = 'BNbxGYNMhEIi9zrneh7mqV4oUanjLUK3m-mYZBc62frMKrEoMk88r3Lk596T0ck9xlT-aok0fO1KXBLV4-XqxYM'
const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/this-phone'
let asked = 0
const ask = (text: string, control: Control, more: Partial<Ask> = {}): string => {
  const step = `step-${++asked}`
  service.say(text, {
    kind: 'ask',
    run: 'r1',
    step,
    dialog: 'plan-an-activity',
    control,
    navigation: ['back', 'skip', 'not-sure', 'pause'],
    ...more,
  })
  return step
}
const choices = (...labels: string[]): Control => ({
  kind: 'choices',
  several: false,
  options: labels.map((label) => ({ value: label.toLowerCase(), label })),
})
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
/** Waits until the person's message has reached the service. */
async function received(count: number) {
  const messages = () => service.state.received.filter((a) => a.type === 'message')
  for (let n = 0; n < 100 && messages().length < count; n++) await page.waitForTimeout(50)
  expect(messages()).toHaveLength(count)
  return messages()[count - 1]
}
async function seriousFaults(): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
      }
    ).axe.run(),
  )
  return violations
    .filter((v) => ['serious', 'critical'].includes(v.impact))
    .map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`)
}
const shot = (name: string) => page.screenshot({ path: `${SHOTS}/${name}.png` })
const widthFits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

inBrowser('the chat page in a browser', () => {
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    const build = `const [{ webBuild }, { build }] = await Promise.all([import('./vite.config.ts'), import('vite')]); await build(webBuild('chat', ${JSON.stringify(built)}))`
    execFileSync(process.execPath, ['--input-type=module', '-e', build])
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(built, { recursive: true, force: true })
  })
  beforeEach(async () => {
    service = await startFakeChatService({ pages: join(built, 'chat') })
  })
  afterEach(async () => {
    await context?.close()
    await service.close()
  })

  test('the title, and what stands before the code, say nothing of what this is', async () => {
    await openPage(PHONE, `#join=${SECRET}`)
    await page.getByLabel('Six-digit code').waitFor()
    expect(await page.title()).toBe('Messages')
    expect(await page.textContent('body')).not.toMatch(/Dani|Sam|mood|worry|health/i)
    expect(await seriousFaults()).toEqual([])
    await shot('join-360')
  })

  test('a link with its code opens the page, after a wrong try and a PIN typed twice', async () => {
    await openPage(PHONE, `#join=${SECRET}`)
    await page.getByLabel('Six-digit code').fill('111111')
    await button('Open').click()
    await page.getByText("That code doesn't match. Check it and type it again. Tries left: 4").waitFor()
    await page.getByLabel('Six-digit code').fill('123456')
    await button('Open').click()
    await page.getByLabel('New PIN').fill('2468')
    await page.getByLabel('Type it again').fill('2469')
    await shot('set-pin-360')
    await button('Save my PIN').click()
    await page.getByText("The two PINs don't match. Type them again.").waitFor()
    await page.getByLabel('Type it again').fill('2468')
    await button('Save my PIN').click()
    await page.getByText('Next look by 5:00 pm').waitFor()
    expect(page.url()).not.toContain(SECRET)
  })

  test('a link that was used, a page without a link, and a device code are each told in plain words', async () => {
    service.state.linkGone = true
    await openPage(PHONE, `#join=${SECRET}`)
    await page.getByLabel('Six-digit code').fill('123456')
    await button('Open').click()
    await page.getByText("This link can't be used now").waitFor()
    await shot('link-used-360')
    await button('Use a device code').click()
    await page.getByLabel('Device code').fill('abcd-2345')
    await shot('device-code-360')
    await button('Add this device').click()
    await page.getByText('Type your PIN to open this page.').waitFor()
    await context.close()
    service.state.door = 'none'
    await openPage()
    await page.getByText('You need your link to open this page.').waitFor()
  })

  test('every control sends what was chosen, and shows it as an answer', async () => {
    await openConversation()
    const given = async (count: number) =>
      (await received(count))?.value as { answer?: { step: string; value: unknown }; command?: string }

    const one = ask('How was it?', choices('Good', 'Rough', 'In between'))
    await button('Rough').click()
    expect(await given(1)).toEqual({ answer: { run: 'r1', step: one, value: 'rough' } })

    ask('What got in the way?', { kind: 'choices', several: true, options: [{ value: 'forgot', label: 'Forgot' }, { value: 'tired', label: 'Tired' }] }) // prettier-ignore
    await button('Forgot').click()
    await button('Tired').click()
    await button('Done').click()
    expect((await given(2)).answer?.value).toEqual(['forgot', 'tired'])

    ask('How low or good?', { kind: 'rating', min: 0, max: 10, low: "lowest I've felt", high: "best I've felt" })
    await button('7').click()
    expect((await given(3)).answer?.value).toBe(7)

    ask('How many minutes?', { kind: 'number', min: 0, max: 90, unit: 'minutes' })
    await page.getByLabel('Your number').fill('20')
    await button('Done').click()
    expect((await given(4)).answer?.value).toBe(20)

    ask('Which day?', { kind: 'date' })
    await button('Tomorrow').click()
    expect((await given(5)).answer?.value).toMatch(/^\d{4}-\d\d-\d\d$/)

    ask('What time?', { kind: 'time' })
    await button('Another time').click()
    await page.getByLabel('Choose a time').fill('16:45')
    await button('Use this time').click()
    expect((await given(6)).answer?.value).toBe('16:45')

    ask('When?', { kind: 'date-time' })
    await button('Tomorrow').click()
    await button('4:30 pm').click()
    expect((await given(7)).answer?.value).toMatch(/^\d{4}-\d\d-\d\dT16:30$/)

    ask('What will you do?', { kind: 'text', maxLength: 200 })
    await page.getByLabel('Write your answer').fill('A walk with Jo')
    await button('Send').click()
    expect(await received(8)).toMatchObject({ text: 'A walk with Jo' })

    ask('Ready to send?', {
      kind: 'review',
      rows: [{ step: one, question: 'How was it?', answer: 'Rough' }],
      send: { value: 'send', label: 'Send to Dani' },
    })
    await button('Send to Dani').click()
    expect((await given(9)).answer?.value).toBe('send')

    ask('Another?', choices('Yes', 'No'))
    await button('Skip').click()
    expect(await given(10)).toMatchObject({ command: 'skip' })
    await button(/Rough/).waitFor({ state: 'detached' })
  })

  test('an answer of the dialog in hand is changed by a tap', async () => {
    await openConversation()
    const first = ask('How was it?', choices('Good', 'Rough'))
    await button('Rough').click()
    await received(1)
    ask('And now?', choices('Better', 'Same'))
    await button(/Rough/).click()
    expect((await received(2))?.value).toEqual({ command: 'change', step: first })
  })

  test('"Prefer not to say" stands as an answer like the others in a measure', async () => {
    await openConversation()
    ask(
      'Feeling tired or having little energy?',
      choices('Not at all', 'Several days', 'More than half the days', 'Nearly every day'),
      {
        tone: 'measure',
        stem: 'Over the last 2 weeks, how often have you been bothered by:',
        navigation: ['back', 'decline', 'pause'],
        progress: { at: 4, about: 9 },
      },
    )
    const heights = await Promise.all(
      ['Not at all', 'Prefer not to say'].map(async (name) => (await button(name).boundingBox())?.height),
    )
    expect(heights[1]).toBeGreaterThanOrEqual(48)
    expect(heights[0]).toBe(heights[1])
    expect(await seriousFaults()).toEqual([])
    await shot('measure-360')
    await button('Prefer not to say').click()
    expect((await received(1))?.value).toMatchObject({ command: 'decline' })
  })

  test('a conversation can be held by keyboard alone, and the focus is never lost', async () => {
    await openConversation({ viewport: { width: 1280, height: 800 } })
    service.state.heard = (activity) => {
      if (activity.type === 'message') ask('And the next one?', choices('Fine', 'Not fine'))
    }
    ask('How was it?', choices('Good', 'Rough'))
    await button('Good').waitFor()
    await button('Good').focus()
    await page.keyboard.press('Enter')
    await page.getByText('And the next one?').waitFor()
    await page.waitForTimeout(100)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Fine')
  })

  test('what is written while the server is gone is kept, said to be kept, and arrives once', async () => {
    await openConversation()
    ask('What will you do?', { kind: 'text', maxLength: 200 })
    await page.getByLabel('Write your answer').waitFor()
    await service.goAway()
    await page.getByLabel('Write your answer').fill('Draw for ten minutes')
    await button('Send').click()
    await page.getByText("Kept. It will send when you're back online.").waitFor()
    await page.getByText('Reconnecting. Your message is kept.').waitFor()
    await shot('reconnecting-360')
    await service.comeBack()
    expect(await received(1)).toMatchObject({ text: 'Draw for ten minutes' })
    await page.getByText('Reconnecting. Your message is kept.').waitFor({ state: 'detached' })
    expect(await page.getByText('Draw for ten minutes').count()).toBe(1)
  })

  test('what could not be sent says so, and goes again under the same id', async () => {
    await openConversation()
    ask('How was it?', choices('Good', 'Rough'))
    await button('Good').waitFor()
    await page.waitForTimeout(300)
    service.state.refusePosts = 3
    await button('Good').click()
    await page.getByText('Not sent').waitFor({ timeout: 60_000 })
    await shot('not-sent-360')
    const ids = new Set<string | undefined>()
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/activities'))
        ids.add(
          (JSON.parse(request.postData() ?? '{}') as { channelData?: { clientActivityID?: string } }).channelData
            ?.clientActivityID,
        )
    })
    await button('Send again').click()
    const arrived = await received(1)
    expect([...ids]).toEqual([arrived?.channelData?.clientActivityID])
    await page.getByText('Not sent').waitFor({ state: 'detached' })
  })

  test('help opens without signing in, and with the server gone after one visit', async () => {
    await openPage()
    await button('Help now').click()
    await page.getByRole('link', { name: /Call 0800 1111/ }).waitFor()
    expect(await page.getByRole('link', { name: /Text 85258/ }).getAttribute('href')).toBe('sms:85258')
    expect(await seriousFaults()).toEqual([])
    await shot('help-360')
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
      for (let n = 0; n < 50 && !(await caches.match('/chat/api/help')); n++)
        await new Promise((done) => setTimeout(done, 50))
    })
    await service.goAway()
    await page.goto(`${service.origin}/chat/`)
    await button('Help now').click()
    await page.getByRole('link', { name: /Call 0800 1111/ }).waitFor()
    await shot('help-offline-360')
    await button('Close help').click()
    await page.getByText("We can't reach your messages right now.").waitFor()
    await shot('unreachable-360')
    await service.comeBack()
    await page.getByText('You need your link to open this page.').waitFor({ timeout: 60_000 })
  })

  test('Escape three times, or one tap, leaves at once for a neutral page that Back does not undo', async () => {
    await openConversation()
    ask('How was it?', choices('Good', 'Rough'))
    await button('Good').waitFor()
    for (let n = 0; n < 3; n++) await page.keyboard.press('Escape')
    await page.waitForURL(`${service.origin}/neutral`)
    expect(service.state.door).toBe('locked')
    await page.goBack().catch(() => null)
    expect(page.url()).not.toContain('/chat/')
    await page.goto(`${service.origin}/chat/`)
    await button('Leave quickly').click()
    await page.waitForURL(`${service.origin}/neutral`)
  })

  test('locking hides the conversation and keeps what was half written', async () => {
    await openConversation()
    ask('What will you do?', { kind: 'text', maxLength: 200 })
    await page.getByLabel('Write your answer').fill('Half a thou')
    await button('Settings').click()
    await shot('settings-360')
    expect(await seriousFaults()).toEqual([])
    await button('Lock this page').click()
    await page.getByText('Type your PIN to open this page.').waitFor()
    expect(await page.textContent('body')).not.toMatch(/Dani|What will you do/)
    await shot('locked-360')
    await page.getByLabel('PIN').fill('1111')
    await button('Open').click()
    await page.getByText("That PIN isn't right. Tries left: 4").waitFor()
    await page.getByLabel('PIN').fill('2468')
    await button('Open').click()
    expect(await page.getByLabel('Write your answer').inputValue()).toBe('Half a thou')
    expect(
      await page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })),
    ).not.toContain('Half')
  })

  test('after five minutes in which nobody touched it the page locks, and not before', async () => {
    await openConversation()
    ask('How was it?', choices('Good', 'Rough'))
    await button('Good').waitFor()
    await page.clock.install()
    await page.reload()
    await button('Good').waitFor()
    await page.clock.fastForward('04:00')
    await page.mouse.click(180, 300)
    await page.clock.fastForward('04:00')
    expect(await button('Good').count()).toBe(1)
    await page.clock.fastForward('01:30')
    await page.getByText('Type your PIN to open this page.').waitFor()
    expect(service.state.door).toBe('locked')
  })

  test('an escalation stands on the screen as it truly is, and "seen by" only after somebody has', async () => {
    await openConversation()
    service.say('Thank you for saying that. What you wrote is serious.', { kind: 'say', tone: 'safety' })
    service.say('', { kind: 'status', about: 'escalation', sent: '17:39', told: ['Dani'], nextLook: 'Tue 9:30' })
    ask('Are you with someone?', choices('Yes', 'No', "Can't say"), { tone: 'safety', navigation: [] })
    await page.getByText('Sent to Dani at 17:39').waitFor()
    await page.getByText('Not seen yet. Next look: Tue 9:30').waitFor()
    expect(await page.getByRole('link', { name: /NHS 111, option 2/ }).getAttribute('href')).toBe('tel:111')
    expect(await page.getByText('Seen by').count()).toBe(0)
    expect(await page.getByRole('link', { name: /Call 0800 1111/ }).count()).toBe(1)
    expect(await seriousFaults()).toEqual([])
    await shot('held-360')
    service.say('', {
      kind: 'status',
      about: 'escalation',
      sent: '17:39',
      told: ['Dani'],
      seenBy: { name: 'Dani', at: '17:44' },
      nextLook: 'Tue 9:30',
    })
    await page.getByText('Seen by Dani at 17:44').waitFor()
    expect(await page.getByText('Where your message is').count()).toBe(1)
    await shot('held-seen-360')
  })

  test('a second device gets a short code from the settings', async () => {
    await openConversation()
    await button('Settings').click()
    await button('Add a device').click()
    await page.getByText('ABCD-2345').waitFor()
    await shot('another-device-360')
  })

  test('a phone can be told that there is a message, says only that, and can be asked to stop', async () => {
    service.state.pushKey = PUSH_KEY
    await openConversation()
    await context.grantPermissions(['notifications'], { origin: service.origin })
    // The browser's own push service cannot be reached here: what it would hand out stands in for it.
    await page.evaluate((endpoint) => {
      let taken: unknown = null
      const subscription = {
        toJSON: () => ({ endpoint, keys: { p256dh: 'key', auth: 'secret' } }),
        unsubscribe: () => {
          taken = null
          return Promise.resolve(true)
        },
      }
      PushManager.prototype.getSubscription = () => Promise.resolve(taken as PushSubscription | null)
      PushManager.prototype.subscribe = () => Promise.resolve((taken = subscription) as unknown as PushSubscription)
    }, ENDPOINT)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await button('Settings').click()
    const tick = page.getByLabel("Tell me when there's a message")
    await tick.click()
    await page.getByRole('checkbox', { name: /Tell me when/, checked: true }).waitFor()
    await shot('notices-360')
    expect(await seriousFaults()).toEqual([])
    expect(service.state.notices).toEqual({ endpoint: ENDPOINT, keys: { p256dh: 'key', auth: 'secret' } })

    const devTools = await context.newCDPSession(page)
    const registrationId = await new Promise<string>((resolve) => {
      devTools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        if (registrations[0] !== undefined) resolve(registrations[0].registrationId)
      })
      void devTools.send('ServiceWorker.enable')
    })
    await tick.click()
    await page.getByRole('checkbox', { name: /Tell me when/, checked: false }).waitFor()
    expect(service.state.notices).toBeNull()

    await page.goto('about:blank')
    const notice = { title: 'Messages', text: 'You have a new message' }
    await devTools.send('ServiceWorker.deliverPushMessage', {
      origin: service.origin,
      registrationId,
      data: JSON.stringify(notice),
    })
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const shown = () =>
      worker.evaluate(async () =>
        (
          await (globalThis as unknown as { registration: ServiceWorkerRegistration }).registration.getNotifications()
        ).map(({ title, body }) => ({ title, text: body })),
      )
    for (let n = 0; n < 200 && (await shown()).length === 0; n++) await page.waitForTimeout(50)
    expect(await shown()).toEqual([notice])
  })

  test('paused, closed and nobody reading are each told, with the numbers', async () => {
    service.state.staffedNow = false
    service.say('That is all for today.', { kind: 'say' })
    await openConversation()
    await page.getByText('Nobody is reading right now').waitFor()
    await shot('nobody-reading-360')
    await context.close()
    service.state.personState = 'paused'
    await openConversation()
    await page.getByText('Your messages are paused').waitFor()
    await shot('paused-360')
    await context.close()
    service.state.personState = 'closed'
    await openConversation()
    await page.getByText('This conversation has ended').waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    await shot('closed-360')
    expect(await seriousFaults()).toEqual([])
  })

  describe.each([
    ['320', { viewport: { width: 320, height: 640 }, hasTouch: true }],
    ['360', { viewport: { width: 360, height: 740 }, hasTouch: true }],
    ['768', { viewport: { width: 768, height: 1024 } }],
    ['1280', { viewport: { width: 1280, height: 800 } }],
  ] as const)('at %s pixels', (name, size) => {
    test.each(['light', 'dark'] as const)(
      '%s: nothing overflows, everything can be hit, nothing serious for assistive technology',
      async (colorScheme) => {
        const took = new Date(Date.now() - 86_400_000).toISOString()
        for (let n = 0; n < 8; n++) service.say(`Something from yesterday, part ${n + 1}.`, { kind: 'say' }, took)
        service.say('Hello Sam. Last time you planned a walk with Jo for Thursday.', { kind: 'say' })
        await openConversation({ ...size, colorScheme })
        const step = ask('Did the walk happen?', choices('Done', 'Part of it', 'Not yet', 'Changed my mind'), {
          progress: { at: 1, about: 6 },
        })
        await page.getByText('Did the walk happen?').waitFor()
        await shot(`choices-${name}-${colorScheme}`)
        await button('Part of it').click()
        await received(1)
        service.say("That's useful to know. You went out even though it was raining.", { kind: 'say' })
        ask(
          'How were you after it?',
          { kind: 'rating', min: 0, max: 10, low: "lowest I've felt", high: "best I've felt" },
          { progress: { at: 2, about: 6 } },
        )
        await page.getByText('How were you after it?').waitFor()
        await page.waitForTimeout(150)
        const strip = await Promise.all(['1', '5', '9'].map(async (value) => button(value).boundingBox()))
        for (const box of strip) {
          expect(box?.height).toBeGreaterThanOrEqual(48)
          expect(box?.width).toBeGreaterThanOrEqual(48)
        }
        expect(await widthFits()).toBe(true)
        expect(await seriousFaults()).toEqual([])
        await shot(`rating-${name}-${colorScheme}`)
        await button('6').click()
        await received(2)
        ask('When will you go again?', { kind: 'date' }, { progress: { at: 3, about: 6 } })
        await page.getByText('When will you go again?').waitFor()
        await page.waitForTimeout(150)
        await shot(`days-${name}-${colorScheme}`)
        await button('Tomorrow').click()
        await received(3)
        ask(
          'What might help you start?',
          { kind: 'text', maxLength: 300, placeholder: 'Shoes by the door' },
          { progress: { at: 4, about: 6 } },
        )
        await page.getByText('What might help you start?').waitFor()
        await page.waitForTimeout(150)
        expect(await seriousFaults()).toEqual([])
        await shot(`text-${name}-${colorScheme}`)
        await page.getByLabel('Write your answer').fill('Shoes by the door')
        await button('Send').click()
        await received(4)
        ask('Here is your plan. Is it right?', { kind: 'review', rows: [{ step, question: 'Did the walk happen?', answer: 'Part of it' }, { step: 'x', question: 'When will you go again?', answer: 'Sun 22 Nov' }], send: { value: 'send', label: 'Save my plan' } }) // prettier-ignore
        await page.getByText('Here is your plan.').waitFor()
        await page.waitForTimeout(150)
        await shot(`review-${name}-${colorScheme}`)
        expect(await widthFits()).toBe(true)
        expect(await seriousFaults()).toEqual([])
      },
    )
  })

  test('at the largest text on the narrowest phone nothing overflows', async () => {
    service.state.settings.textSize = 150
    await openConversation({ viewport: { width: 320, height: 640 }, hasTouch: true })
    ask(
      'How were you after it?',
      { kind: 'rating', min: 0, max: 10, low: "lowest I've felt", high: "best I've felt" },
      { progress: { at: 2, about: 6 } },
    )
    await page.getByText('How were you after it?').waitFor()
    await page.waitForTimeout(150)
    expect(await widthFits()).toBe(true)
    await shot('large-text-320')
    await button('Help now').click()
    await page.waitForTimeout(100)
    expect(await widthFits()).toBe(true)
    await shot('large-text-help-320')
  })

  test('the page asks no other address for anything, and keeps to its content security policy', () => {
    expect(outside.filter((url) => !url.startsWith('data:'))).toEqual([])
    expect(complaints).toEqual([])
  })
})
