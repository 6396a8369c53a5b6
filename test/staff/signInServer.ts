import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider } from 'oidc-provider'
import { isLocalRequest } from '../../src/server/localRequest.ts'
import { Problem, type Route } from '../../src/shared/route.ts'
import type { SignInParts } from '../../src/staff/sign-in/parts.ts'
import type { SignIn } from '../../src/staff/sign-in/signIn.ts'
import { answerWith } from '../helpers/answer.ts'

export interface Listening {
  url: string
  close(): Promise<void>
}

const listen = (server: http.Server): Promise<Listening> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () => {
          server.closeAllConnections()
          return new Promise((done) => server.close(() => done()))
        },
      }),
    ),
  )

export interface SignInServer extends Listening {
  signIn(): SignIn
  /** Serves another one at the same address: once the provider, which must know ours, has an address of its own. */
  use(signIn: SignIn): void
}

/** What the HTTP edge does with the routes of signing in and one staff route beside them, over real HTTP. */
export async function serveSignIn(build: (publicUrl: string) => SignIn): Promise<SignInServer> {
  let signIn: SignIn
  const server = http.createServer((req, res) => {
    void answer(req).then(({ status, headers, body }) => {
      for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value)
      res.statusCode = status
      res.end(body === undefined ? undefined : JSON.stringify(body))
    })
  })
  const answer = async (
    req: http.IncomingMessage,
  ): Promise<{ status: number; headers?: Record<string, string | string[]>; body?: unknown }> => {
    const url = new URL(req.url ?? '/', 'http://here')
    const headers = req.headers as Record<string, string | undefined>
    try {
      if (url.pathname === '/staff/api/who')
        return { status: 200, body: { caller: await signIn.authenticateStaff(headers, req.method ?? '') } }
      const route = signIn.routes.find((r: Route) => r.path === url.pathname && r.method === req.method?.toLowerCase())
      if (!route) return { status: 404 }
      const caller = route.access.who === 'staff' ? await signIn.authenticateStaff(headers, route.method) : null
      if (route.access.who === 'staff' && caller === null) return { status: 401 }
      const query = route.query?.parse(Object.fromEntries(url.searchParams)) ?? {}
      return await route.handle({
        params: {},
        query,
        body: undefined,
        caller,
        requestId: 'r',
        address: req.socket.remoteAddress ?? '',
        headers,
      })
    } catch (error) {
      if (error instanceof Problem) return { status: error.status, body: { code: error.code } }
      return { status: 400 }
    }
  }
  const listening = await listen(server)
  signIn = build(listening.url)
  return {
    ...listening,
    signIn: () => signIn,
    use: (other) => {
      signIn = other
    },
  }
}

export const isLocal: SignInParts['isLocal'] = ({ address, headers }) =>
  isLocalRequest({ headers: headers, socket: { remoteAddress: address } })

export interface RunningProvider extends Listening {
  /** Answers 503 to everything from now on, until it is up again. */
  down(): void
  up(): void
}

/** A real OpenID provider on this machine. Whoever types a login name is signed in under it. */
export async function startProvider(client: {
  id: string
  secret: string
  redirectUri: string
}): Promise<RunningProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = await exportJWK(privateKey)
  const server = http.createServer()
  const listening = await listen(server)
  const provider = quietly(
    () =>
      new Provider(listening.url, {
        clients: [
          {
            client_id: client.id,
            client_secret: client.secret,
            redirect_uris: [client.redirectUri],
            grant_types: ['authorization_code'],
            response_types: ['code'],
          },
        ],
        jwks: { keys: [{ ...key, alg: 'RS256', use: 'sig', kid: 'one' }] },
        cookies: { keys: ['a key of this test'] },
        pkce: { required: () => true },
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
        ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
      }),
  )
  const answer = provider.callback()
  let isUp = true
  server.on('request', (req, res) => {
    if (isUp) void answer(req, res)
    else answerWith(res, 503)
  })
  return {
    ...listening,
    down: () => {
      isUp = false
    },
    up: () => {
      isUp = true
    },
  }
}

/** A browser as far as signing in needs one: cookies by host, redirects one at a time. */
export function createBrowser() {
  const jar = new Map<string, Map<string, string>>()
  const cookiesFor = (url: URL) => [...(jar.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  const browser = {
    async go(address: string, init: RequestInit = {}): Promise<Response> {
      const url = new URL(address)
      const response = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { ...(init.headers as Record<string, string>), cookie: cookiesFor(url) },
      })
      for (const line of response.headers.getSetCookie()) {
        const [name = '', ...value] = (line.split(';')[0] ?? '').split('=')
        const kept = jar.get(url.host) ?? jar.set(url.host, new Map()).get(url.host)!
        if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) kept.delete(name)
        else kept.set(name, value.join('='))
      }
      return response
    },
    /** Follows redirects until one leads where `until` says, or to a page; gives that address. */
    async follow(from: string, until: (address: string) => boolean): Promise<string> {
      let address = from
      for (let i = 0; i < 12; i++) {
        if (until(address)) return address
        const response = await browser.go(address)
        const next = response.headers.get('location')
        if (next === null) return address
        address = new URL(next, address).href
      }
      throw new Error('Too many redirects')
    },
    cookie: (address: string, name: string) => jar.get(new URL(address).host)?.get(name),
    setCookie: (address: string, name: string, value: string) => jar.get(new URL(address).host)!.set(name, value),
  }
  return browser
}

export type Browser = ReturnType<typeof createBrowser>

/** Types a login name at the provider and agrees; gives the address of the callback that it leads to. */
export async function logIn(browser: Browser, staffUrl: string, login: string, to = ''): Promise<string> {
  const back = (address: string) => address.startsWith(`${staffUrl}/staff/sign-in/callback`)
  let page = await browser.follow(`${staffUrl}/staff/sign-in${to}`, back)
  for (const form of [{ prompt: 'login', login, password: 'anything' }, { prompt: 'consent' }]) {
    if (back(page)) return page
    const answer = await browser.go(page, {
      method: 'POST',
      body: new URLSearchParams(form as unknown as Record<string, string>).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    page = await browser.follow(new URL(answer.headers.get('location') ?? '', page).href, back)
  }
  return page
}

/** The provider reminds everybody that its defaults are for development, which is what they are used for here. */
function quietly<T>(work: () => T): T {
  const { warn } = console
  console.warn = () => undefined
  try {
    return work()
  } finally {
    console.warn = warn
  }
}
