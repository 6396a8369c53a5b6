import http from 'node:http'
import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { alertRoutes } from '../../../src/risk/routes/index.ts'
import type { AlertRoute } from '../../../src/risk/routes/route.ts'
import { createSendInTeams } from '../../../src/server/bot-framework/sendInTeams.ts'
import { signAlert } from '../../../src/risk/routes/webhook.ts'

/** The other side of a route: takes what is sent, refuses it, or hears it and never answers. */
interface OtherSide {
  route: AlertRoute
  /** As a member of staff's address on this route is kept, where it is not what `alert` has. */
  address?: string
  /** What is seen of the address on the other side. */
  arrivesAt?: string
  received: string[]
  behave: 'take' | 'refuse' | 'silent'
  close(): Promise<void>
}

const SECRET = 'a secret of at least thirty-two characters'
const listen = (server: net.Server) => new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))) // prettier-ignore

/** As much of a mail server as takes one letter (RFC 5321). */
async function mailServer(): Promise<OtherSide> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    if (side.behave === 'silent') return
    let letter: string[] | undefined
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 here')
    socket.on('data', (data) => {
      const lines = (rest + data.toString()).split('\r\n')
      rest = lines.pop()!
      for (const line of lines) {
        if (letter) {
          if (line !== '.') letter.push(line)
          else {
            side.received.push(letter.join('\n'))
            letter = undefined
            say('250 taken')
          }
        } else if (/^RCPT/.test(line)) {
          if (side.behave === 'take') side.received.push(line)
          say(side.behave === 'refuse' ? '550 no such mailbox' : '250 ok')
        } else if (/^DATA/.test(line)) {
          letter = []
          say('354 go on')
        } else if (/^QUIT/.test(line)) socket.end('221 bye\r\n')
        else say('250 ok')
      }
    })
  })
  const port = await listen(server)
  const route = alertRoutes({ SMTP_URL: `smtp://127.0.0.1:${port}`, ALERTS_FROM: 'alerts@service.example' }).get('email')! // prettier-ignore
  const side: OtherSide = {
    route,
    received: [],
    behave: 'take',
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  return side
}

async function gateway(): Promise<OtherSide & { headers: http.IncomingHttpHeaders[] }> {
  const headers: http.IncomingHttpHeaders[] = []
  const server = http.createServer((req, res) => {
    if (side.behave === 'silent') return
    let body = ''
    req.on('data', (part) => (body += String(part)))
    req.on('end', () => {
      if (side.behave === 'take') side.received.push(body)
      headers.push(req.headers)
      res.statusCode = side.behave === 'take' ? 202 : 503
      res.end()
    })
  })
  const port = await listen(server)
  const route = alertRoutes({ ALERT_WEBHOOK_URL: `http://127.0.0.1:${port}/page`, ALERT_WEBHOOK_SECRET: SECRET }).get('webhook')! // prettier-ignore
  const side = {
    route,
    headers,
    received: [] as string[],
    behave: 'take' as OtherSide['behave'],
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return side
}

/** As much of a Bot Framework connector as takes one message. */
async function connector(): Promise<OtherSide> {
  const server = http.createServer((req, res) => {
    if (side.behave === 'silent') return
    let body = ''
    req.on('data', (part) => (body += String(part)))
    req.on('end', () => {
      if (side.behave === 'take')
        side.received.push(`${decodeURIComponent(req.url ?? '')} ${body.replace(serviceUrl, '')}`)
      res.writeHead(side.behave === 'take' ? 200 : 403, { 'content-type': 'application/json' })
      res.end('{"id":"1"}')
    })
  })
  const serviceUrl = `http://127.0.0.1:${await listen(server)}/`
  const registration = { MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: undefined, MICROSOFT_APP_TENANT: undefined }
  const unsigned = { createCredentials: () => Promise.resolve({ signRequest: (request: unknown) => Promise.resolve(request) }) } // prettier-ignore
  const authentication = new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: APP_ID }, unsigned as never)
  const route = alertRoutes({ sendInTeams: createSendInTeams(registration, authentication) }).get('teams')!
  const side: OtherSide = {
    route,
    address: JSON.stringify({
      channelId: 'msteams', serviceUrl, conversation: { id: 'a:kit' }, bot: { id: '28:bot' }, user: { id: '29:kit' },
    }),
    arrivesAt: 'conversations/a:kit/activities',
    received: [],
    behave: 'take',
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  } // prettier-ignore
  return side
}
const APP_ID = '11111111-2222-3333-4444-555555555555'

const alert = {
  id: '6b7f8f3e-0000-5000-8000-000000000001',
  address: 'kit@service.example',
  link: 'https://here.example/staff/#/alerts/0a0a0a0a-0000-5000-8000-000000000002',
  at: new Date('2026-11-24T10:00:00Z'),
}
const patience = () => AbortSignal.timeout(20_000)

describe.each([
  ['email', mailServer],
  ['webhook', gateway],
  ['teams', connector],
])('the %s route', (name, create) => {
  let side: OtherSide
  beforeAll(async () => {
    side = await create()
  })
  afterAll(() => side.close())

  it('is listed under its name, and not at all without its settings', () => {
    expect(side.route.id).toBe(name)
    expect(alertRoutes({}).size).toBe(0)
  })

  it('brings the link to the address, and nothing about anybody', async () => {
    side.behave = 'take'
    await side.route.send({ ...alert, address: side.address ?? alert.address }, patience())
    const all = side.received.join('\n').replaceAll('=\n', '')
    expect(all).toContain(side.arrivesAt ?? alert.address)
    expect(all).toContain(alert.link.replace('=', '=3D'))
    expect(all).not.toMatch(/T[123]\b|tier|urgent|risk|suicid|harm|young|Amira|case/i)
  })

  it('says so when the other side refuses', async () => {
    side.behave = 'refuse'
    await expect(
      side.route.send({ ...alert, address: side.address ?? alert.address }, patience()),
    ).rejects.toHaveProperty('code')
  })

  it('ends when it is told to, though the other side says nothing', async () => {
    side.behave = 'silent'
    await expect(
      side.route.send({ ...alert, address: side.address ?? alert.address }, AbortSignal.timeout(150)),
    ).rejects.toThrow()
  })

  it('can be used again after each of these', async () => {
    side.behave = 'take'
    await expect(
      side.route.send({ ...alert, address: side.address ?? alert.address }, patience()),
    ).resolves.toBeUndefined()
  })
})

describe('the webhook route', () => {
  it('signs the time and the body, and names the alert so that a repeat can be told', async () => {
    const side = await gateway()
    await side.route.send(alert, patience())
    const [headers] = side.headers
    expect(headers!['x-alert-timestamp']).toBe('1795514400')
    expect(headers!['x-alert-signature']).toBe(`v1=${signAlert(SECRET, '1795514400', side.received[0]!)}`)
    expect(headers!['idempotency-key']).toBe(alert.id)
    expect(JSON.parse(side.received[0]!)).toEqual({ id: alert.id, to: alert.address, link: alert.link, at: alert.at.toISOString() }) // prettier-ignore
    await side.close()
  })
})

describe('the Teams route', () => {
  it('is not there without a bot registration, and refuses an address that is no conversation', async () => {
    expect(createSendInTeams({ MICROSOFT_APP_ID: undefined, MICROSOFT_APP_PASSWORD: undefined, MICROSOFT_APP_TENANT: undefined })).toBeUndefined() // prettier-ignore
    const side = await connector()
    for (const address of ['kit@service.example', '{}', JSON.stringify({ channelId: 'directline', serviceUrl: 'https://x.example', conversation: { id: 'a' } })])
      await expect(side.route.send({ ...alert, address }, patience())).rejects.toMatchObject({ code: 'bad-address' }) // prettier-ignore
    expect(side.received).toEqual([])
    await side.close()
  })
})
