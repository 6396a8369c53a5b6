// @ts-check
/// <reference lib="webworker" />
/*
 * Keeps the page's shell and the help numbers, so that Help now works with the server gone. Online, the page and the
 * numbers are always fetched afresh. Nothing that a person wrote passes through here: the conversation is not kept.
 */
const SHELL = 'shell-1'
const PAGE = '/chat/'
const HELP = '/chat/api/help'
const PATIENCE_MS = 4000
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))

worker.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => worker.skipWaiting())))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== worker.location.origin) return
  if (request.mode === 'navigate' && address.pathname.startsWith(PAGE))
    event.respondWith(afresh(PAGE, event, keepShell))
  else if (address.pathname === HELP) event.respondWith(afresh(HELP, event))
  else if (address.pathname.startsWith('/chat/assets/')) event.respondWith(keptFirst(request))
})

worker.addEventListener('push', (event) => event.waitUntil(tell(event)))
worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPage())
})

/** Says that there is a message, unless it is on the screen already. The words come from the server, the same for everybody. @param {PushEvent} event */
async function tell(event) {
  if ((await pages()).some((page) => page.focused)) return
  const { title, text } = event.data?.json() ?? {}
  await worker.registration.showNotification(title, { body: text, tag: 'message', silent: true })
}

const pages = () => worker.clients.matchAll({ type: 'window' })

async function openPage() {
  const [page] = await pages()
  await (page === undefined ? worker.clients.openWindow(PAGE) : page.focus())
}

/** Keeps the page, everything it names, and the numbers; drops what an older page named. */
async function keepShell() {
  const shell = await caches.open(SHELL)
  const page = await fetch(PAGE, { cache: 'no-cache', credentials: 'same-origin' })
  if (!page.ok) return
  const html = await page.clone().text()
  const named = [...html.matchAll(/(?:src|href)="(\/chat\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
  await Promise.all(named.map(async (file) => (await shell.match(file)) ?? shell.add(file)))
  await shell.put(PAGE, page)
  await shell.add(HELP).catch(() => undefined)
}

/**
 * The server's answer when it comes in time, otherwise the one that was kept.
 * @param {string} address @param {FetchEvent} event @param {() => Promise<void>} [afterwards]
 */
async function afresh(address, event, afterwards) {
  const shell = await caches.open(SHELL)
  const kept = await shell.match(address)
  const waited = new AbortController()
  const timer = kept === undefined ? undefined : setTimeout(() => waited.abort(), PATIENCE_MS)
  try {
    const fresh = await fetch(event.request.mode === 'navigate' ? address : event.request, {
      signal: waited.signal,
      credentials: 'same-origin',
    })
    if (fresh.status >= 500 && kept !== undefined) return kept
    if (fresh.ok) await shell.put(address, fresh.clone())
    if (fresh.ok && afterwards !== undefined) event.waitUntil(afterwards())
    return fresh
  } catch (error) {
    if (kept !== undefined) return kept
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Files whose name changes with their content. @param {Request} request */
async function keptFirst(request) {
  const shell = await caches.open(SHELL)
  const kept = await shell.match(request)
  if (kept !== undefined) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await shell.put(request, fresh.clone())
  return fresh
}
