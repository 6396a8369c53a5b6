import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { CHROMIUM, CHROMIUM_FLAGS } from './chromium.ts'

/** The three sizes that every screen is looked at in. */
const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
]
export const PHONE: BrowserContextOptions = { viewport: SIZES[0], hasTouch: true }
export const DESK: BrowserContextOptions = { viewport: SIZES[2] }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** A change of size or colours has reached the screen. */
const LASTING_MS = 2000
const SETTLED_MS = 80
const PATIENCE_MS = 40_000

/** One person's browser, with everything that went wrong in it. */
export interface Device {
  context: BrowserContext
  page: Page
  /** Faults in scripts, breaches of the content security policy, requests that leave this machine. */
  complaints: string[]
}

export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS })

/** A device of its own: no cookies, cache or storage of another. */
export async function openDevice(browser: Browser, options: BrowserContextOptions = PHONE): Promise<Device> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (!/^(https?|wss?):\/\/127\.0\.0\.1:|^(data|blob):/.test(request.url()))
      complaints.push(`leaves this machine: ${request.url()}`)
  })
  page.on('console', (message) => {
    if (/Content Security Policy|violates|Warning:/i.test(message.text())) complaints.push(message.text())
  })
  return { context, page, complaints }
}

/** What axe finds serious or critical, one line a fault. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    type Found = { violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }
    const { violations } = await (globalThis as never as { axe: { run(): Promise<Found> } }).axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((n) => `${n.html.slice(0, 120)} ${n.failureSummary}`).join(' | ')}`)
  })
}

/** The same, looked at a second time where there is something: colours still changing on a busy machine are no fault. */
async function lastingFaults(page: Page): Promise<string[]> {
  const found = await seriousFaults(page)
  if (found.length === 0) return found
  await page.waitForTimeout(LASTING_MS)
  return seriousFaults(page)
}

/**
 * Everything that is wider than the screen, or whose text is cut off inside its own box. A table of data may scroll within a
 * region of its own, which a keyboard reaches (WCAG 2.2, 1.4.10).
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const name = (e: Element) => `${e.tagName.toLowerCase()}.${e.className} "${(e.textContent ?? '').slice(0, 40)}"`
    const found: string[] = []
    if (document.documentElement.scrollWidth > width)
      found.push(`the page is ${document.documentElement.scrollWidth} wide on ${width}`)
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const box = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      if (
        box.width < 2 ||
        box.height < 2 ||
        style.visibility === 'hidden' ||
        element.closest('svg, [aria-hidden="true"]') ||
        element.parentElement?.closest('[role="region"][tabindex="0"]')
      )
        continue
      if (box.right > width + 1 || box.left < -1) found.push(`past the edge: ${name(element)}`)
      const clips = style.overflowX === 'hidden' || style.overflowX === 'clip'
      if (clips && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${name(element)}`)
    }
    return found
  })

/** Photographs a screen as it stands, at three sizes in light and dark, into a folder that git ignores; leaves size and colours as they were. */
export async function photograph(page: Page, name: string, options: { whole?: boolean } = {}): Promise<void> {
  const folder = 'test-output/screens'
  mkdirSync(folder, { recursive: true })
  const before = page.viewportSize()
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(SETTLED_MS)
      const path = join(folder, `${name}-${size.width}-${colorScheme}.png`)
      await page.screenshot({ path, fullPage: options.whole ?? false, animations: 'disabled' })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  if (before) await setSize(page, before)
}

/** Gives a page another size and time to notice: two sizes within one frame would be one to it. */
async function setSize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/**
 * Looks over a screen as it stands: what axe finds in light and dark, and what is cut off on a phone of 320 pixels or with the
 * text at twice its size. Leaves everything as it was. One line a fault.
 */
export async function lookOver(page: Page, name: string): Promise<string[]> {
  const before = page.viewportSize()
  const found: string[] = []
  const note = (where: string, faults: string[]) => found.push(...faults.map((fault) => `${name}, ${where}: ${fault}`))
  note('light', await lastingFaults(page))
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForTimeout(SETTLED_MS)
  note('dark', await lastingFaults(page))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 640 })
  note('320 pixels', await cutOff(page))
  await page.setViewportSize({ width: 360, height: 740 })
  await page.evaluate(() => void (document.documentElement.style.fontSize = '225%'))
  note('text at 200 %', await cutOff(page))
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''))
  if (before) await setSize(page, before)
  return found
}
