import { now } from './now.ts'

const CHECK_MS = 5_000
const TELL_MS = 60_000

/**
 * Watches whether somebody is at the page. `stillHere` is called at most once a minute while they are, `idle` once
 * nobody has touched anything for `afterMs`, also when the phone slept in between. Returns how to stop watching.
 */
export function watchIdle(afterMs: number, stillHere: () => void, idle: () => void): () => void {
  let touched = now().getTime()
  let told = touched
  const touch = (): void => {
    touched = now().getTime()
    if (touched - told < TELL_MS) return
    told = touched
    stillHere()
  }
  const check = (): void => {
    if (now().getTime() - touched >= afterMs) idle()
  }
  const kinds = ['pointerdown', 'keydown', 'scroll'] as const
  for (const kind of kinds) document.addEventListener(kind, touch, { passive: true, capture: true })
  document.addEventListener('visibilitychange', check)
  const timer = setInterval(check, CHECK_MS)
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, touch, { capture: true })
    document.removeEventListener('visibilitychange', check)
    clearInterval(timer)
  }
}
