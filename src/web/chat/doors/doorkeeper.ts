import * as api from '../api/chatApi.ts'
import type { Outcome, Refusal } from '../api/chatApi.ts'
import { watchIdle } from '../browser/idle.ts'
import { recallPlan, rememberPlan } from '../browser/ownPlan.ts'
import { rememberSettings } from '../browser/remembered.ts'
import type { Store } from '../browser/store.ts'
import type { Page } from '../page.ts'
import type { Talk } from '../conversation/talk.ts'

/** Opens and locks the page. Every function answers with the refusal to show, or with nothing when it went well. */
export interface Doorkeeper {
  load(): Promise<void>
  join(code: string): Promise<Refusal | undefined>
  joinDevice(code: string): Promise<Refusal | undefined>
  setPin(pin: string): Promise<Refusal | undefined>
  unlock(pin: string): Promise<Refusal | undefined>
  lock(): Promise<void>
  saveSettings(settings: Page['settings']): Promise<Refusal | undefined>
}

/** Codes that say that a link will never work again. */
const LINK_GONE = new Set([
  'invitation-not-known',
  'invitation-expired',
  'invitation-used',
  'invitation-replaced',
  'invitation-locked',
])
const AGAIN_MS = 4_000
const FRESH_MS = 5 * 60_000

/** Makes the doorkeeper: it asks the server, and lets the conversation run only while the door is open. */
export function createDoorkeeper(page: Store<Page>, talk: () => Talk): Doorkeeper {
  let stopIdle: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const close = (shown: Page['shown']): void => {
    stopIdle?.()
    stopIdle = undefined
    talk().stop()
    page.change({ shown, activities: [], plan: recallPlan() })
  }
  const open = (lockAfterSeconds: number): void => {
    page.change({ shown: 'open' })
    stopIdle ??= watchIdle(
      lockAfterSeconds * 1000,
      () => void api.stillHere(),
      () => void lock(),
    )
    talk().start()
    void loadPlan()
  }
  async function loadPlan(): Promise<void> {
    const got = await api.fetchPlan()
    if (!got.ok || page.get().shown !== 'open') return
    page.change({ plan: got.value.plan })
    rememberPlan(got.value.keep ? got.value.plan : null)
  }
  async function load(): Promise<void> {
    clearTimeout(timer)
    const got = await api.fetchMe()
    if (got.ok) {
      const { textSize, plain } = got.value.settings
      page.change({ me: got.value, settings: { textSize, plain } })
      rememberSettings({ textSize, plain })
      if (got.value.door === 'open') open(got.value.lockAfterSeconds)
      else if (got.value.door === 'pin-blocked' && page.get().link !== null) close('join')
      else if (page.get().shown !== got.value.door) close(got.value.door)
      timer = setTimeout(() => void load(), FRESH_MS)
    } else if (got.code === 'not-joined' || got.code === 'status-401') close('join')
    else {
      if (page.get().shown === 'first-load') page.change({ shown: 'unreachable' })
      timer = setTimeout(() => void load(), AGAIN_MS)
    }
  }
  async function through(going: Promise<Outcome<{ door: api.Door }>>): Promise<Refusal | undefined> {
    const outcome = await going
    if (!outcome.ok) {
      if (LINK_GONE.has(outcome.code)) page.change({ shown: 'link-used', link: null })
      if (outcome.code === 'pin-blocked') page.change({ shown: 'pin-blocked' })
      return outcome
    }
    await load()
    return undefined
  }
  async function lock(): Promise<void> {
    close('locked')
    await api.lock()
  }
  return {
    load,
    lock,
    async join(code) {
      const refusal = await through(api.join(page.get().link ?? '', code))
      if (refusal === undefined) {
        page.change({ link: null })
        history.replaceState(null, '', location.pathname)
      }
      return refusal
    },
    joinDevice: (code) => through(api.joinDevice(code)),
    setPin: (pin) => through(api.setPin(pin)),
    unlock: (pin) => through(api.unlock(pin)),
    async saveSettings(settings) {
      page.change({ settings })
      rememberSettings(settings)
      const outcome = await api.changeSettings(settings)
      return outcome.ok ? undefined : outcome
    },
  }
}
