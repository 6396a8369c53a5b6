import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { placeOnStaffPage } from '../../src/staff/sign-in/handshake.ts'
import type { SignInParts } from '../../src/staff/sign-in/parts.ts'
import { createSignIn } from '../../src/staff/sign-in/signIn.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import {
  createBrowser,
  isLocal,
  logIn,
  serveSignIn,
  startProvider,
  type Browser,
  type Listening,
  type RunningProvider,
  type SignInServer,
} from './signInServer.ts'

const CLIENT = { id: 'staff-page', secret: 'a secret of at least thirty-two letters' }
const COOKIE = 'staff-sign-in'

describe.each(ENGINES)('staff sign-in on %s', (engine) => {
  let database: Database
  let provider: RunningProvider | undefined
  let staff: SignInServer
  let now: Date
  let parts: SignInParts
  const open: Listening[] = []

  const serve = async () => {
    const served = await serveSignIn((publicUrl) => {
      parts = {
        database, clock: { now: () => now }, logger: silentLogger, serviceName: 'A service', publicUrl, signingKey: 'k'.repeat(40), production: false,
        openIdConnect: null, teams: null, isLocal,
      } // prettier-ignore
      return createSignIn(parts)
    })
    open.push(served)
    return served
  }
  const addStaff = async (issuer: string, subject: string, active = true) => {
    const id = newId()
    await database.query(
      `insert into staff (id, issuer, subject, display_name, first_name, roles, active, created_at) values ($1, $2, $3, 'Dani Example', 'Dani', '{practitioner}', $4, $5)`,
      [id, issuer, subject, active, now],
    )
    return id
  }
  const who = async (browser: Browser, init?: RequestInit) => {
    const response = await browser.go(`${staff.url}/staff/api/who`, init)
    return {
      status: response.status,
      ...((await response.json()) as { caller?: { displayName: string } | null; code?: string }),
    }
  }
  const lands = async (browser: Browser, address: string) => (await browser.go(address)).headers.get('location')

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(() => {
    now = new Date()
  })
  afterEach(async () => {
    for (const listening of open.splice(0)) await listening.close()
    await provider?.close()
    provider = undefined
  })
  afterAll(() => database.close())

  describe('with OpenID Connect', () => {
    beforeEach(async () => {
      staff = await serve()
      provider = await startProvider({ ...CLIENT, redirectUri: `${staff.url}/staff/sign-in/callback` })
      staff.use(
        createSignIn({
          ...parts,
          openIdConnect: { issuer: provider.url, clientId: CLIENT.id, clientSecret: CLIENT.secret },
        }),
      )
    })

    it('signs in a member of staff who stands in our table, and takes them where they wanted to go', async () => {
      await addStaff(provider!.url, 'dani')
      const browser = createBrowser()
      const callback = await logIn(browser, staff.url, 'dani', '?to=/staff/%23/alerts/7')
      expect(new URL(callback).searchParams.get('code')).not.toBeNull()
      const response = await browser.go(callback)
      expect(response.headers.get('location')).toBe('/staff/#/alerts/7')
      expect(response.headers.getSetCookie().find((c) => c.startsWith(COOKIE))).toMatch(
        /; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
      )
      expect(await who(browser)).toMatchObject({ caller: { displayName: 'Dani Example', roles: ['practitioner'] } })
      const kept = await database.query<{ secret_hash: string }>(
        'select secret_hash from staff_sign_ins order by created_at desc limit 1',
      )
      expect(kept.rows[0]!.secret_hash).not.toContain(browser.cookie(staff.url, COOKIE))
    })

    it('refuses somebody the issuer knows and our table does not, and somebody who has left', async () => {
      await addStaff(provider!.url, 'left', false)
      await addStaff('https://another.issuer', 'stranger')
      for (const login of ['stranger', 'left']) {
        const browser = createBrowser()
        expect(await lands(browser, await logIn(browser, staff.url, login))).toBe('/staff/?refused=not-known')
        expect(browser.cookie(staff.url, COOKIE)).toBeUndefined()
      }
    })

    it('refuses a callback that is sent a second time', async () => {
      await addStaff(provider!.url, 'twice')
      const browser = createBrowser()
      const callback = await logIn(browser, staff.url, 'twice')
      const handshake = browser.cookie(staff.url, 'staff-handshake')!
      expect(await lands(browser, callback)).toBe('/staff/')
      browser.setCookie(staff.url, 'staff-handshake', handshake)
      expect(await lands(browser, callback)).toBe('/staff/?refused=not-completed')
    })

    it('refuses a code that was redeemed before, also with a handshake of its own', async () => {
      await addStaff(provider!.url, 'replayed')
      const first = createBrowser()
      const callback = new URL(await logIn(first, staff.url, 'replayed'))
      await first.go(callback.href)
      const thief = createBrowser()
      const own = new URL(await logIn(thief, staff.url, 'thief'))
      own.searchParams.set('code', callback.searchParams.get('code')!)
      expect(await lands(thief, own.href)).toBe('/staff/?refused=not-completed')
      expect(thief.cookie(staff.url, COOKIE)).toBeUndefined()
    })

    it('refuses a callback in a browser that never began, one with another state, and one that took too long', async () => {
      await addStaff(provider!.url, 'victim')
      const browser = createBrowser()
      const callback = await logIn(browser, staff.url, 'victim')
      expect(await lands(createBrowser(), callback)).toBe('/staff/?refused=not-completed')
      const other = new URL(callback)
      other.searchParams.set('state', 'another')
      expect(await lands(browser, other.href)).toBe('/staff/?refused=not-completed')

      const slow = createBrowser()
      const late = await logIn(slow, staff.url, 'victim')
      now = new Date(now.getTime() + 601_000)
      expect(await lands(slow, late)).toBe('/staff/?refused=not-completed')
    })

    it('says so when the issuer cannot be reached, and works as soon as it can', async () => {
      await addStaff(provider!.url, 'patient')
      const browser = createBrowser()
      provider!.down()
      expect(await lands(browser, `${staff.url}/staff/sign-in`)).toBe('/staff/?refused=issuer-not-reached')
      provider!.up()
      expect(await lands(browser, await logIn(browser, staff.url, 'patient'))).toBe('/staff/')
    })

    it('says so where no issuer is set up', async () => {
      staff.use(createSignIn(parts))
      expect(await lands(createBrowser(), `${staff.url}/staff/sign-in`)).toBe('/staff/?refused=not-set-up')
    })
  })

  describe('with the printed link of development', () => {
    let staffId: string
    beforeEach(async () => {
      staff = await serve()
      staffId = await addStaff('development', newId())
    })

    it('signs in once, on this machine', async () => {
      const link = await staff.signIn().issueDevelopmentLink(staffId)
      const browser = createBrowser()
      expect(await lands(browser, link)).toBe('/staff/')
      expect((await who(browser)).caller?.displayName).toBe('Dani Example')
      expect(await lands(createBrowser(), link)).toBe('/staff/?refused=link-used')
    })

    it('does not exist through a proxy or under another name, and is not used up by trying', async () => {
      const link = await staff.signIn().issueDevelopmentLink(staffId)
      expect((await createBrowser().go(link, { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(404)
      // fetch sets Host itself; the same rule is tried here through the route.
      const route = staff.signIn().routes.find((r) => r.id === 'developmentSignIn')!
      const call = {
        params: {},
        query: { token: new URL(link).searchParams.get('token')! },
        body: undefined,
        caller: null,
        requestId: 'r',
        address: '127.0.0.1',
      }
      await expect(route.handle({ ...call, headers: { host: 'evil.example' } })).rejects.toMatchObject({ status: 404 })
      await expect(
        route.handle({ ...call, address: '10.0.0.7', headers: { host: 'localhost' } }),
      ).rejects.toMatchObject({ status: 404 })
      expect(await lands(createBrowser(), link)).toBe('/staff/')
    })

    it('does not exist in production', async () => {
      const production = createSignIn({ ...parts, production: true })
      expect(production.routes.map((r) => r.id)).not.toContain('developmentSignIn')
      await expect(production.issueDevelopmentLink(staffId)).rejects.toThrow('production')
    })

    it('refuses a link that is too old, changed, or signed for something else', async () => {
      const link = await staff.signIn().issueDevelopmentLink(staffId)
      const other = createSignIn({ ...parts, signingKey: 'z'.repeat(40) })
      expect(await lands(createBrowser(), await other.issueDevelopmentLink(staffId))).toBe('/staff/?refused=link-used')
      now = new Date(now.getTime() + 13 * 3_600_000)
      expect(await lands(createBrowser(), link)).toBe('/staff/?refused=link-used')
    })
  })

  describe('once signed in', () => {
    let browser: Browser
    let staffId: string
    beforeEach(async () => {
      staff = await serve()
      staffId = await addStaff('development', newId())
      browser = createBrowser()
      await browser.go(await staff.signIn().issueDevelopmentLink(staffId))
    })

    it('takes changes from the staff page only', async () => {
      expect(await who(browser, { method: 'POST' })).toMatchObject({ status: 403, code: 'not-from-the-staff-page' })
      for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await who(browser, { method })).status).toBe(403)
      expect(
        (await who(browser, { method: 'POST', headers: { 'x-requested-with': 'staff-page' } })).caller,
      ).not.toBeNull()
    })

    it('ends after twelve hours, when the member of staff leaves, and at once on signing out', async () => {
      const secret = browser.cookie(staff.url, COOKIE)!
      await database.query('update staff set active = false where id = $1', [staffId])
      expect((await who(browser)).caller).toBeNull()
      await database.query(`update staff set active = true, roles = '{supervisor}' where id = $1`, [staffId])
      expect((await who(browser)).caller).toMatchObject({ roles: ['supervisor'] })

      const before = now
      now = new Date(now.getTime() + 12 * 3_600_000 + 1000)
      expect((await who(browser)).caller).toBeNull()
      now = before

      const out = await browser.go(`${staff.url}/staff/sign-out`, {
        method: 'POST',
        headers: { 'x-requested-with': 'staff-page' },
      })
      expect(await out.json()).toEqual({ continueAt: '/staff/' })
      expect(browser.cookie(staff.url, COOKIE)).toBeUndefined()
      browser.setCookie(staff.url, COOKIE, secret)
      expect((await who(browser)).caller).toBeNull()
    })

    it('is nobody with a secret that was made up', async () => {
      browser.setCookie(staff.url, COOKIE, 'made-up')
      expect((await who(browser)).caller).toBeNull()
    })
  })

  it('marks cookies Secure and ties them to the host where the service is reached over https', async () => {
    staff = await serve()
    const secure = createSignIn({ ...parts, publicUrl: 'https://staff.example' })
    const staffId = await addStaff('development', newId())
    const link = new URL(await secure.issueDevelopmentLink(staffId))
    const route = secure.routes.find((r) => r.id === 'developmentSignIn')!
    const reply = await route.handle({
      params: {}, query: { token: link.searchParams.get('token')! }, body: undefined, caller: null, requestId: 'r', address: '127.0.0.1', headers: { host: 'localhost' },
    }) // prettier-ignore
    expect((reply.headers!['set-cookie'] as string[])[0]).toMatch(
      /^__Host-staff-sign-in=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/,
    )
  })
})

it.each([
  ['/staff/#/alerts/7', '/staff/#/alerts/7'],
  ['/staff/cases?x=1', '/staff/cases?x=1'],
  [undefined, '/staff/'],
  ['https://evil.example/staff/', '/staff/'],
  ['//evil.example/staff/', '/staff/'],
  ['/staff/../chat/', '/staff/'],
  ['/staff/sign-in', '/staff/'],
  ['/staff/api/alerts', '/staff/'],
])('after signing in, %s leads to %s', (asked, led) => {
  expect(placeOnStaffPage(asked)).toBe(led)
})
