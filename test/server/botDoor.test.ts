import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { createChannels } from '../../src/channels/index.ts'
import { alertRoutes } from '../../src/risk/routes/index.ts'
import { createSendInTeams } from '../../src/server/bot-framework/sendInTeams.ts'
import { createBotDoor, type BotDoorParts } from '../../src/server/bot-framework/createBotDoor.ts'
import { findLinkedPerson, linkAccount, readTypedCode } from '../../src/identity/accounts.ts'
import { issueInvitation } from '../../src/identity/invitation.ts'
import { newId } from '../../src/shared/ids.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import type { Database } from '../../src/database/database.ts'
import { addPerson, echoing, handClock, startServer, WORDS } from './world.ts'

interface Delivered {
  conversation: string
  text?: string
}

/** The channel's side: takes what the bot sends, and can be out of order for a while. */
async function startConnector() {
  const delivered: Delivered[] = []
  const trouble = { status: 0 }
  const server: Server = createHttpServer((req, res) => {
    let body = ''
    req.on('data', (part: Buffer) => (body += part.toString()))
    req.on('end', () => {
      if (trouble.status > 0) {
        res.writeHead(trouble.status, { 'content-type': 'application/json' })
        return void res.end('{}')
      }
      const [, conversation] = /conversations\/([^/]+)\/activities/.exec(decodeURIComponent(req.url ?? '')) ?? []
      delivered.push({ conversation: conversation ?? '', text: (JSON.parse(body) as { text?: string }).text })
      res.writeHead(200, { 'content-type': 'application/json' })
      res.end(JSON.stringify({ id: String(delivered.length) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    url,
    delivered,
    trouble,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  }
}

const until = async (holds: () => boolean | Promise<boolean>, ms = 60_000) => {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('Waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe.each(ENGINES)('the Bot Framework door on %s', (engine) => {
  let database: Database
  let connector: Awaited<ReturnType<typeof startConnector>>
  let world: Awaited<ReturnType<typeof startServer>>
  let door: ReturnType<typeof createBotDoor>
  let number = 0

  const config = (overrides: Partial<BotDoorParts['config']> = {}) => ({ production: false, BOT_CHANNELS: 'msteams', MICROSOFT_APP_ID: undefined, MICROSOFT_APP_PASSWORD: undefined, MICROSOFT_APP_TENANT: undefined, ...overrides }) // prettier-ignore
  const makeDoor = (overrides: Partial<BotDoorParts> = {}) =>
    createBotDoor({
      config: config(), database, clock: handClock(), logger: silentLogger, receive: echoing(database),
      channels: createChannels({ botName: 'Pebble', words: WORDS }), lookEveryMs: 100, ownMs: 300, ...overrides,
    }) // prettier-ignore
  const open = async (overrides: Partial<BotDoorParts> = {}) => {
    door = makeDoor(overrides)
    world = await startServer(database, { botDoor: door })
  }
  const activity = (overrides: object = {}) => ({
    type: 'message', id: `m${(number += 1)}`, channelId: 'msteams', serviceUrl: connector.url, timestamp: '2026-11-21T10:00:00Z',
    from: { id: '29:person', aadObjectId: 'object-of-sam' }, recipient: { id: '28:bot' }, text: 'hello',
    conversation: { id: `a:${number}`, conversationType: 'personal', tenantId: 'tenant-1' }, ...overrides,
  }) // prettier-ignore
  const post = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${world.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    connector = await startConnector()
  })
  afterEach(async () => {
    await world.close()
    await door.close()
    await connector.close()
  })
  afterAll(async () => database.close())

  it('answers once the turn is kept and sends the replies in order through the connector', async () => {
    await open()
    const said = activity({ text: 'two things' })
    expect((await post(said)).status).toBe(200)
    await until(() => connector.delivered.length === 2)
    expect(connector.delivered.map((d) => d.text)).toEqual(['You said two things', 'And more'])
    expect(connector.delivered[0]?.conversation).toBe(said.conversation.id)
    await until(async () => (await unsent()) === 0)
  })

  it('sends nothing twice for a redelivered message', async () => {
    await open()
    const said = activity()
    await post(said)
    await until(() => connector.delivered.length === 1)
    expect((await post(said)).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(connector.delivered).toHaveLength(1)
  })

  it('returns replies in the answer where the channel expects them there, again for a redelivered message', async () => {
    await open()
    const said = activity({ deliveryMode: 'expectReplies', text: 'here' })
    for (let time = 0; time < 2; time++) {
      const answer = (await (await post(said)).json()) as { activities: { text: string }[] }
      expect(answer.activities.map((a) => a.text)).toEqual(['You said here'])
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(connector.delivered).toEqual([])
  })

  it('keeps replies while the channel is in trouble and sends them later, each once and in order', async () => {
    await open()
    connector.trouble.status = 503
    const conversation = { id: 'a:trouble', conversationType: 'personal', tenantId: 'tenant-1' }
    for (const text of ['one', 'two two', 'three'])
      expect((await post(activity({ text, conversation }))).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await door.close()
    connector.trouble.status = 0
    expect(connector.delivered).toEqual([])
    // A new process starts on the same database.
    await new Promise((resolve) => setTimeout(resolve, 350))
    const next = makeDoor()
    await next.sendPending()
    await next.close()
    expect(connector.delivered.map((d) => d.text)).toEqual([
      'You said one',
      'You said two two',
      'And more',
      'You said three',
    ])
    expect(await unsent()).toBe(0)
  })

  it('sends what is owed once when two processes look for it together', async () => {
    await open()
    connector.trouble.status = 500
    for (let i = 0; i < 5; i++) await post(activity({ text: `owed ${i}` }))
    await door.close()
    connector.trouble.status = 0
    await new Promise((resolve) => setTimeout(resolve, 400))
    const doors = [makeDoor(), makeDoor()]
    await Promise.all(doors.map((d) => d.sendPending()))
    await Promise.all(doors.map((d) => d.close()))
    expect(connector.delivered.map((d) => d.text).sort()).toEqual([0, 1, 2, 3, 4].map((i) => `You said owed ${i}`))
  })

  it('reads edits, deleted messages, buttons of cards and being added as what they are', async () => {
    const receive = echoing(database)
    await open({ receive })
    const said = activity({ text: 'first' })
    await post(said)
    await post({ ...said, type: 'messageUpdate', text: 'changed', timestamp: '2026-11-21T10:05:00Z' })
    await post({ ...said, type: 'messageUpdate', text: 'changed again', timestamp: '2026-11-21T10:06:00Z' })
    await post({ ...said, type: 'messageDelete', text: undefined, timestamp: '2026-11-21T10:07:00Z' })
    await post(activity({ type: 'conversationUpdate', text: undefined, membersAdded: [{ id: '28:bot' }] }))
    await post(activity({ type: 'conversationUpdate', text: undefined, membersAdded: [{ id: '29:person' }] }))
    await post(activity({ type: 'typing', text: undefined }))
    const value = { answer: { run: 'r', step: 's', value: 7 } }
    await post(activity({ text: '7', value: { ...value, msteams: { type: 'messageBack' } } }))
    await post(
      activity({
        text: undefined,
        value: { answer: { run: 'r', step: 's', value: null }, pick: 'several', picked: 'a,b' },
      }),
    )
    const file = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'note to mum.txt',
      contentUrl: 'https://x/',
    }
    await post(activity({ text: '', attachments: [file, { contentType: 'text/html', content: '<p>hi</p>' }] }))
    expect(receive.received.map((inbound) => inbound.content)).toEqual([
      { type: 'message', text: 'first', value: null, attachments: [] },
      { type: 'edit', text: 'changed', value: null, attachments: [] },
      { type: 'edit', text: 'changed again', value: null, attachments: [] },
      { type: 'deleted' },
      { type: 'opened' },
      { type: 'message', text: '7', value, attachments: [] },
      { type: 'message', text: '', value: { answer: { run: 'r', step: 's', value: ['a', 'b'] } }, attachments: [] },
      {
        type: 'message',
        text: '',
        value: null,
        attachments: [{ name: 'note to mum.txt', contentType: file.contentType }],
      },
    ])
    expect(new Set(receive.received.map((inbound) => inbound.dedupeKey)).size).toBe(8)
    expect(receive.received[0]?.from).toEqual({ kind: 'account', tenant: 'tenant-1', account: 'object-of-sam' })
  })

  it('answers a card action that is an invoke', async () => {
    await open()
    const data = { command: 'back' }
    const answer = await post(
      activity({ type: 'invoke', name: 'adaptiveCard/action', text: undefined, value: { action: { data } } }),
    )
    expect([answer.status, await answer.json()]).toMatchObject([200, { statusCode: 200 }])
  })

  it('reads nothing and says nothing in a group', async () => {
    const receive = echoing(database)
    await open({ receive })
    for (const conversation of [
      { id: 'g1', isGroup: true },
      { id: 'g2', conversationType: 'channel' },
    ])
      expect((await post(activity({ conversation }))).status).toBe(200)
    expect(receive.received).toEqual([])
  })

  it('links an account by its invitation code, and knows it in a later conversation', async () => {
    await open()
    const personId = await addPerson(database)
    const { teamsCode } = await issueInvitation(database, {
      personId,
      issuedBy: null,
      now: new Date(),
      publicUrl: 'http://x',
    })
    const from = { id: '29:new', aadObjectId: `object-${engine}` }
    const first = activity({ from })
    await post(first)
    const typed = readTypedCode(` ${teamsCode.toLowerCase()} `)!
    const account = { channel: 'msteams', tenant: 'tenant-1', account: from.aadObjectId }
    const conversationId = `msteams|${first.conversation.id}`
    expect(await linkAccount(database, { ...account, conversationId }, { ...typed, now: new Date() })).toEqual({
      ok: true,
      personId,
    })
    expect(await findLinkedPerson(database, account)).toBe(personId)
    await post(
      activity({ from, conversation: { id: `a:later-${engine}`, conversationType: 'personal', tenantId: 'tenant-1' } }),
    )
    const { rows } = await database.query('select person_id from conversations where id = any($1)', [
      [conversationId, `msteams|a:later-${engine}`],
    ])
    expect(rows.map((row) => row.person_id)).toEqual([personId, personId])
  })

  describe('a member of staff', () => {
    let kit: string
    const from = () => ({ id: '29:kit', aadObjectId: `object-of-kit-${kit}` })
    const personal = { id: 'a:kit', conversationType: 'personal', tenantId: 'tenant-1' }
    const kept = async () =>
      (await database.query<{ address: string }>(`select address from staff_addresses where staff_id = $1 and route = 'teams'`, [kit])).rows.map((row) => JSON.parse(row.address) as object) // prettier-ignore
    beforeEach(async () => {
      kit = newId()
      await database.query(
        `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at)
         values ($1, 'https://login.microsoftonline.com/tenant-1/v2.0', $2, 'Kit Lee', 'Kit', '{duty-worker}', now())`,
        [kit, from().aadObjectId],
      )
    })

    it('is reached in Teams from the moment they install the bot or write to it, and no more when they remove it', async () => {
      await open()
      await post(activity({ type: 'installationUpdate', action: 'add', text: undefined, from: from(), conversation: personal })) // prettier-ignore
      expect(await kept()).toMatchObject([{ channelId: 'msteams', serviceUrl: connector.url, conversation: personal, user: from() }]) // prettier-ignore
      await post(activity({ from: from(), conversation: { ...personal, id: 'a:kit-again' } }))
      expect(await kept()).toMatchObject([{ conversation: { id: 'a:kit-again' } }])
      await post(activity({ type: 'installationUpdate', action: 'remove', text: undefined, from: from(), conversation: personal })) // prettier-ignore
      expect(await kept()).toEqual([])
    })

    it('is nobody whose account is not in the staff table, has left, or belongs to another tenant; nor anybody in a group', async () => {
      await open()
      await post(activity({ conversation: personal }))
      await post(activity({ from: from(), conversation: { ...personal, tenantId: 'tenant-2' } }))
      await post(activity({ from: from(), conversation: { ...personal, tenantId: 'tenant' } }))
      await post(activity({ from: from(), conversation: { ...personal, isGroup: true } }))
      await database.query('update staff set active = false where id = $1', [kit])
      await post(activity({ from: from(), conversation: personal }))
      expect(await kept()).toEqual([])
    })

    it('is screened like anybody else: what they write comes through', async () => {
      const receive = echoing(database)
      await open({ receive })
      await post(activity({ from: from(), conversation: personal, text: 'is this on' }))
      expect(receive.received.map((inbound) => inbound.content)).toMatchObject([
        { type: 'message', text: 'is this on' },
      ])
    })
  })

  it.each([
    ['a serviceUrl elsewhere', { serviceUrl: 'https://elsewhere.example/' }, {}],
    ['a request through a proxy', {}, { 'x-forwarded-for': '203.0.113.9' }],
  ])('without credentials refuses %s', async (_, overrides, headers) => {
    await open()
    expect((await post(activity(overrides), headers)).status).toBe(401)
  })

  it('without credentials refuses everything in production', async () => {
    await open({ config: config({ production: true }) })
    expect((await post(activity())).status).toBe(401)
  })

  describe('with credentials', () => {
    let stub: Server
    let stubUrl: string
    let authentication: BotDoorParts['authentication']
    let sign: (claims?: Record<string, string>, options?: { forged?: boolean; expired?: boolean }) => Promise<string>
    const appId = '11111111-2222-3333-4444-555555555555'

    beforeAll(async () => {
      const keys = await generateKeyPair('RS256', { extractable: true })
      const others = await generateKeyPair('RS256', { extractable: true })
      const jwk = {
        ...(await exportJWK(keys.publicKey)),
        kid: 'k1',
        use: 'sig',
        alg: 'RS256',
        endorsements: ['msteams'],
      }
      stub = createHttpServer((req, res) => {
        res.setHeader('content-type', 'application/json')
        res.end(
          JSON.stringify(
            req.url === '/keys'
              ? { keys: [jwk] }
              : {
                  issuer: 'https://api.botframework.com',
                  jwks_uri: `${stubUrl}/keys`,
                  id_token_signing_alg_values_supported: ['RS256'],
                },
          ),
        )
      })
      await new Promise<void>((resolve) => stub.listen(0, '127.0.0.1', resolve))
      stubUrl = `http://127.0.0.1:${(stub.address() as AddressInfo).port}`
      sign = async (claims = {}, { forged = false, expired = false } = {}) => {
        const now = Math.floor(Date.now() / 1000)
        return new SignJWT({ serviceurl: connector.url, ...claims })
          .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
          .setIssuer(claims.iss ?? 'https://api.botframework.com')
          .setAudience(claims.aud ?? appId)
          .setNotBefore(now - 7200)
          .setExpirationTime(expired ? now - 3600 : now + 3600)
          .sign(forged ? others.privateKey : keys.privateKey)
      }
      authentication = new ConfigurationBotFrameworkAuthentication(
        {
          MicrosoftAppId: appId,
          ToBotFromChannelOpenIdMetadataUrl: `${stubUrl}/openid`,
          ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
          ToBotFromEmulatorOpenIdMetadataUrl: `${stubUrl}/openid`,
          ToChannelFromBotLoginUrl: 'https://login.example/',
          ToChannelFromBotOAuthScope: 'https://api.botframework.com',
          OAuthUrl: 'https://api.botframework.com',
          CallerId: 'urn:botframework:azure',
          ValidateAuthority: 'true',
        },
        {
          isValidAppId: async (id: string) => id === appId,
          isAuthenticationDisabled: async () => false,
          createCredentials: async () => ({ signRequest: async (request: unknown) => request }),
        } as never,
      )
    })
    afterAll(async () => {
      stub.closeAllConnections()
      await new Promise((resolve) => stub.close(resolve))
    })

    const openSecured = (overrides: Partial<BotDoorParts['config']> = {}) =>
      open({ config: config({ MICROSOFT_APP_ID: appId, ...overrides }), authentication })

    it('takes a message with the channel’s own token and replies', async () => {
      await openSecured({ production: true })
      expect((await post(activity(), { authorization: `Bearer ${await sign()}` })).status).toBe(200)
      await until(() => connector.delivered.length === 1)
    })

    it.each<[string, () => Promise<string | undefined>, object]>([
      ['no token', async () => undefined, {}],
      ['nonsense', async () => 'nonsense', {}],
      ['a token for another bot', () => sign({ aud: 'another' }), {}],
      ['a token of another issuer', () => sign({ iss: 'https://evil.example' }), {}],
      ['an expired token', () => sign({}, { expired: true }), {}],
      ['a forged token', () => sign({}, { forged: true }), {}],
      ['a token for another serviceUrl', () => sign({ serviceurl: 'https://elsewhere.example/' }), {}],
      ['a channel the key does not stand for', () => sign(), { channelId: 'emulator' }],
    ])('refuses %s with 401', async (_, token, overrides) => {
      await openSecured()
      const given = await token()
      const answer = await post(activity(overrides), given === undefined ? {} : { authorization: `Bearer ${given}` })
      expect(answer.status).toBe(401)
      expect(await answer.text()).not.toContain('at ')
    })

    it('brings an alert to a member of staff who wrote to the bot: a link, and nothing of anybody', async () => {
      await openSecured()
      const kit = newId()
      await database.query(
        `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at)
         values ($1::uuid, 'https://login.microsoftonline.com/tenant-1/v2.0', $1::uuid::text, 'Kit Lee', 'Kit', '{duty-worker}', now())`,
        [kit],
      )
      const said = activity({ from: { id: '29:kit', aadObjectId: kit }, text: 'hello' })
      expect((await post(said, { authorization: `Bearer ${await sign()}` })).status).toBe(200)
      await until(() => connector.delivered.length === 1)
      const { rows } = await database.query<{ address: string }>('select address from staff_addresses where staff_id = $1', [kit]) // prettier-ignore
      const sendInTeams = createSendInTeams(config({ MICROSOFT_APP_ID: appId }), authentication)
      const link = 'https://here.example/staff/#/alerts/0a0a0a0a-0000-5000-8000-000000000002'
      await alertRoutes({ sendInTeams }).get('teams')!.send({ id: newId(), address: rows[0]!.address, link, at: new Date() }, AbortSignal.timeout(20_000)) // prettier-ignore
      expect(connector.delivered[1]).toEqual({
        conversation: said.conversation.id,
        text: `Something waits for you: ${link}\n\nOpening the link does not acknowledge anything.`,
      })
    })

    it('in production takes only the configured channels', async () => {
      await openSecured({ production: true, BOT_CHANNELS: 'webchat' })
      expect((await post(activity(), { authorization: `Bearer ${await sign()}` })).status).toBe(401)
    })
  })

  const unsent = async () =>
    Number((await database.query<{ n: number }>('select count(*)::int as n from owed_replies')).rows[0]?.n)
})
