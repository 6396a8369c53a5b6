import { refuseNotices, takeNotices } from '../api/chatApi.ts'

/** Whether this browser tells its person that there is a message; `blocked` is the browser's own setting, `cannot` its age. */
export type Notices = 'on' | 'off' | 'blocked' | 'cannot'

const canTell = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const registered = async (): Promise<ServiceWorkerRegistration | undefined> =>
  navigator.serviceWorker.getRegistration('/chat/')

/** How it stands on this device now. */
export async function noticesNow(): Promise<Notices> {
  if (!canTell()) return 'cannot'
  if (Notification.permission === 'denied') return 'blocked'
  const worker = await registered()
  if (worker === undefined) return 'cannot'
  return (await worker.pushManager.getSubscription()) === null ? 'off' : 'on'
}

/** Asks the browser, then tells the server where to. Call from a tap: browsers ask only then. */
export async function turnOnNotices(key: string): Promise<Notices> {
  if ((await Notification.requestPermission()) !== 'granted') return noticesNow()
  const worker = await registered()
  if (worker === undefined) return 'cannot'
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = subscription.toJSON()
  const kept = await takeNotices({
    endpoint: endpoint ?? '',
    keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
  })
  if (kept.ok) return 'on'
  await subscription.unsubscribe()
  return 'off'
}

/** Takes it back on both sides. */
export async function turnOffNotices(): Promise<Notices> {
  const subscription = await (await registered())?.pushManager.getSubscription()
  await subscription?.unsubscribe()
  await refuseNotices()
  return 'off'
}
