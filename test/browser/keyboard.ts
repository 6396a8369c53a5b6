import type { Page } from 'playwright-core'
import type { ChatScreen } from './chatScreen.ts'

const MOST_TABS = 40

/** Goes to a button of the open question with the Tab key alone and presses Enter. Fails when Tab does not lead there. */
export async function tabTo(chat: ChatScreen, label: string): Promise<void> {
  await chat.offers(label)
  for (let n = 0; n < MOST_TABS; n++) {
    const at = await chat.page.evaluate(() => {
      const { activeElement } = document
      const inAnswer = Boolean(activeElement?.closest('section.answer'))
      return inAnswer ? (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '') : ''
    })
    if (at === label) return chat.page.keyboard.press('Enter')
    await chat.page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to “${label}”`)
}

/** Marks a page as it is loaded now, so that `isAsLoaded` can tell whether it was loaded again. */
export const markAsLoaded = (page: Page): Promise<void> =>
  page.evaluate(() => void ((globalThis as { asLoaded?: boolean }).asLoaded = true))

export const isAsLoaded = (page: Page): Promise<boolean> =>
  page.evaluate(() => (globalThis as { asLoaded?: boolean }).asLoaded === true)
