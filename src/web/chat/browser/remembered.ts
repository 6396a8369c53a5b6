import type { Page } from '../page.ts'

const PLACE = 'reading'

/** How the page is best read, kept on the device so that it is so before anybody has signed in. Nothing a person wrote. */
export function rememberSettings(settings: Page['settings']): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings))
  } catch {
    // Storage can be switched off; the server keeps the settings too.
  }
}

/** The settings kept on this device, or the usual ones. */
export function recallSettings(): Page['settings'] {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Page['settings']>
    const textSize = kept.textSize === 125 || kept.textSize === 150 ? kept.textSize : 100
    return { textSize, plain: kept.plain === true }
  } catch {
    return { textSize: 100, plain: false }
  }
}
