import { createECDH, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import ece from 'http_ece'
import { jwtVerify, importJWK } from 'jose'
import webPush from 'web-push'
import type { Database } from '../../src/database/database.ts'
import { issueInvitation } from '../../src/identity/invitation.ts'
import { pushNotices } from '../../src/push/pushNotices.ts'
import { pushSubscription } from '../../src/push/pushSubscription.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { addPerson, browser, handClock, PUSH_KEY, startServer } from '../server/world.ts'

const NOTICE = { title: 'Messages', text: 'You have a new message' }

/** A browser's own half: its keys, and what it makes of a notice that reaches it. */
function phone(endpoint = `https://fcm.googleapis.com/fcm/send/${randomBytes(8).toString('hex')}`) {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const auth = randomBytes(16).toString('base64url')
  return {
    subscription: { endpoint, keys: { p256dh: keys.getPublicKey('base64url'), auth } },
    reads: (body: Uint8Array): unknown =>
      JSON.parse(
        ece.decrypt(Buffer.from(body), { version: 'aes128gcm', privateKey: keys, authSecret: auth }).toString(),
      ),
  }
}

/** The push service in between: keeps what it was sent and answers as it is told to. */
function pushService(answers: Record<string, number> = {}) {
  const sent: { endpoint: string; headers: Headers; body: Uint8Array }[] = []
  const take: typeof fetch = (address, options) => {
    const endpoint = address as string
    const status = answers[endpoint] ?? 201
    if (status === 0) return Promise.reject(new TypeError('fetch failed'))
    sent.push({
      endpoint,
      headers: new Headers(options?.headers),
      body: options?.body as Uint8Array,
    })
    return Promise.resolve(new Response(null, { status }))
  }
  return { sent, fetch: take }
}

it.each([
  ['another address', 'https://example.org/push'],
  ['a name that only looks like one', 'https://fcm.googleapis.com.example.org/x'],
  ['this machine', 'http://127.0.0.1:3978/api/messages'],
  ['an address without encryption', 'http://fcm.googleapis.com/x'],
  ['another port', 'https://fcm.googleapis.com:8443/x'],
  ['a name and password in the address', 'https://somebody:secret@fcm.googleapis.com/x'],
  ['no address', 'javascript:alert(1)'],
])('refuses to call %s', (_, endpoint) => {
  expect(pushSubscription.safeParse(phone(endpoint).subscription).success).toBe(false)
})

it.each([
  'https://updates.push.services.mozilla.com/wpush/v2/x',
  'https://web.push.apple.com/x',
  'https://wns2-par02p.notify.windows.com/w/?token=x',
])('knows the push service at %s', (endpoint) => {
  expect(pushSubscription.safeParse(phone(endpoint).subscription).success).toBe(true)
})

describe.each(ENGINES)('notices on a phone, on %s', (engine) => {
  let database: Database
  let world: Awaited<ReturnType<typeof startServer>>
  const clock = handClock()
  const keys = { ...webPush.generateVAPIDKeys(), subject: 'mailto:it@example.org' }
  const push = (personId: string, service: ReturnType<typeof pushService>) =>
    pushNotices(personId, { database, logger: silentLogger, keys, notice: NOTICE, fetch: service.fetch })

  beforeAll(async () => {
    database = await freshDatabase(engine)
    world = await startServer(database, { clock, triesPerMinute: 10_000 })
  })
  afterAll(async () => {
    await world.close()
    await database.close()
  })

  const joined = async (personId: string) => {
    const issued = await issueInvitation(database, { personId, issuedBy: null, now: clock.now(), publicUrl: world.url })
    const tab = browser(world.url)
    await tab.call('POST', '/chat/api/join', { link: issued.link.split('#join=')[1], code: issued.code })
    await tab.call('POST', '/chat/api/pin', { pin: '2468' })
    await tab.call('POST', '/chat/api/unlock', { pin: '2468' })
    return tab
  }
  const wants = async (personId: string, endpoint?: string) => {
    const [tab, mine] = [await joined(personId), phone(endpoint)]
    expect((await tab.call('PUT', '/chat/api/notices', mine.subscription)).status).toBe(204)
    return { tab, ...mine }
  }

  it('says that there is a message and nothing else, readable by that browser alone', async () => {
    const personId = await addPerson(database)
    const { subscription, reads } = await wants(personId)
    const service = pushService()
    await push(personId, service)
    expect(service.sent.map((one) => one.endpoint)).toEqual([subscription.endpoint])
    const [{ headers, body }] = service.sent as [(typeof service.sent)[0]]
    expect(reads(body)).toEqual(NOTICE)
    expect(Buffer.from(body).toString('latin1')).not.toContain('message')
    expect([...headers.keys()].sort()).toEqual([
      'authorization', 'content-encoding', 'content-length', 'content-type', 'topic', 'ttl', 'urgency',
    ]) // prettier-ignore
    const [, token] = /^vapid t=([^,]+),/.exec(headers.get('authorization')!)!
    const point = Buffer.from(keys.publicKey, 'base64url')
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
    const { payload } = await jwtVerify(token!, await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256'))
    expect(payload).toMatchObject({ aud: 'https://fcm.googleapis.com', sub: keys.subject })
  })

  it('reaches each of a person’s devices, and nobody else’s', async () => {
    const [sam, other] = [await addPerson(database), await addPerson(database)]
    const [first, second] = [await wants(sam), await wants(sam)]
    await wants(other)
    const service = pushService()
    await push(sam, service)
    expect(service.sent.map((one) => one.endpoint).sort()).toEqual(
      [first.subscription.endpoint, second.subscription.endpoint].sort(),
    )
  })

  it('forgets a browser that its push service no longer knows, and one that the person switched off', async () => {
    const personId = await addPerson(database)
    const [gone, off, stays] = [await wants(personId), await wants(personId), await wants(personId)]
    expect((await off.tab.call('DELETE', '/chat/api/notices')).status).toBe(204)
    await push(personId, pushService({ [gone.subscription.endpoint]: 410 }))
    const service = pushService()
    await push(personId, service)
    expect(service.sent.map((one) => one.endpoint)).toEqual([stays.subscription.endpoint])
  })

  it('goes on when a push service is down, and keeps the browser for the next time', async () => {
    const personId = await addPerson(database)
    const [down, angry, well] = [await wants(personId), await wants(personId), await wants(personId)]
    const answers = { [down.subscription.endpoint]: 0, [angry.subscription.endpoint]: 500 }
    const trouble = pushService(answers)
    await push(personId, trouble)
    expect(trouble.sent.map((one) => one.endpoint)).toContain(well.subscription.endpoint)
    const service = pushService()
    await push(personId, service)
    expect(service.sent).toHaveLength(3)
  })

  it('takes a wish only from a device whose PIN was entered, and tells only such a one the key', async () => {
    const tab = await joined(await addPerson(database))
    expect((await tab.call('GET', '/chat/api/me')).body.pushKey).toBe(PUSH_KEY)
    await tab.call('POST', '/chat/api/lock')
    expect((await tab.call('GET', '/chat/api/me')).body.pushKey).toBeNull()
    expect((await tab.call('PUT', '/chat/api/notices', phone().subscription)).status).toBe(423)
    expect((await tab.call('DELETE', '/chat/api/notices')).status).toBe(423)
  })
})
