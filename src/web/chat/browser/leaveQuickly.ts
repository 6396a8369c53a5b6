import { lock } from '../api/chatApi.ts'

/**
 * Hides everything at once, locks the device on the server, and goes to a neutral site in place of this page. It does
 * not erase the browser's history; the page says so.
 */
export function leaveQuickly(site: string, coveredTitle: string): void {
  const cover = document.createElement('div')
  cover.className = 'cover'
  document.body.replaceChildren(cover)
  document.title = coveredTitle
  void lock()
  location.replace(site)
}

const PRESSES = 3
const WITHIN_MS = 2_000

/** Calls `leave` when Escape is pressed three times in a row, also while a sheet is open. Returns how to stop. */
export function onThreeEscapes(leave: () => void): () => void {
  let presses: number[] = []
  const pressed = (event: KeyboardEvent): void => {
    if (event.repeat) return
    if (event.key !== 'Escape') {
      presses = []
      return
    }
    presses = [...presses.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp]
    if (presses.length >= PRESSES) leave()
  }
  window.addEventListener('keydown', pressed, { capture: true })
  return () => window.removeEventListener('keydown', pressed, { capture: true })
}
