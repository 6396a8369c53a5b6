import { chromium, type Browser } from 'playwright-core'
import { CHROMIUM, CHROMIUM_FLAGS } from '../helpers/chromium.ts'
import { install, type Installation, type RunningServer } from '../helpers/runningServer.ts'

/** The bundle of an unmodified Web Chat (`dist/webchat.js` of the package botframework-webchat); too large to depend on. */
const BUNDLE = process.env.WEBCHAT_BUNDLE
/** The host page is made up by the test, so the browser does not know it to be on this machine. */
const FROM_NOWHERE = '--disable-features=LocalNetworkAccessChecks'
const can = CHROMIUM !== undefined && BUNDLE !== undefined

;(can ? describe : describe.skip)('an unmodified Web Chat', () => {
  let installation: Installation
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => {
    installation = await install()
    server = await installation.start()
    browser = await chromium.launch({ executablePath: CHROMIUM, args: [...CHROMIUM_FLAGS, FROM_NOWHERE] })
  })
  afterAll(async () => {
    await browser.close()
    await installation.remove()
  })

  it('connects to our Direct Line, shows what is asked, sends a tapped answer and shows what follows', async () => {
    const page = await browser.newPage({ viewport: { width: 420, height: 800 } })
    // The page of another program on the same address: only Direct Line is ours.
    await page.route(`${server.url}/elsewhere/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ path: BUNDLE, contentType: 'text/javascript' })
        : route.fulfill({
            contentType: 'text/html',
            body: '<div id="chat" style="height:780px"></div><script src="webchat.js"></script>',
          }),
    )
    await page.goto(`${server.url}/elsewhere/`)
    const { link, code } = server.links.youngPerson
    await page.evaluate(
      async ({ secret, code }) => {
        const post = async (path: string, body?: object) => {
          const response = await fetch(path, {
            method: 'POST',
            headers: body ? { 'content-type': 'application/json' } : {},
            body: body ? JSON.stringify(body) : undefined,
          })
          if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
          return (await response.json()) as { token: string }
        }
        await post('/chat/api/join', { link: secret, code })
        await post('/chat/api/pin', { pin: '4711' })
        const { token } = await post('/v3/directline/tokens/generate')
        const { WebChat } = window as unknown as {
          WebChat: { createDirectLine(o: object): object; renderWebChat(o: object, at: Element | null): void }
        }
        const directLine = WebChat.createDirectLine({ token, domain: `${location.origin}/v3/directline` })
        WebChat.renderWebChat({ directLine, sendTypingIndicator: false }, document.querySelector('#chat'))
      },
      { secret: /#join=(\S+)$/.exec(link)![1]!, code },
    )
    await page.getByText('Is this Leo, somewhere that feels private?').first().waitFor()
    await page.locator('.webchat__suggested-action', { hasText: 'Yes' }).click()
    await page.getByText('Is that bit clear?').first().waitFor()
    await page.locator('.webchat__suggested-action', { hasText: 'Got it' }).click()
    await page.getByText('Does that make sense?').first().waitFor()
    await page.screenshot({ path: 'test-output/web-chat.png' })
  })
})
