import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from '../../generated/staff-api.ts'

export type Schemas = components['schemas']
export type StaffApi = Client<paths>

/** A request that the server refused. `detail` is written for staff and shown as it is; `code` is for us. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly faults: readonly { place: string; problem: string }[]
  constructor(status: number, problem: Partial<Schemas['Problem']> | undefined) {
    super(`${status} ${problem?.code ?? 'unknown'}`)
    this.name = 'Refused'
    this.status = status
    this.code = problem?.code ?? 'unknown'
    this.detail = problem?.detail ?? `The server answered with ${status}.`
    this.faults = problem?.faults ?? []
  }
}

interface ApiParts {
  /** A bearer token in Teams, null where the cookie is enough. */
  token: () => Promise<string | null>
  /** Only tests hand in another one. */
  fetch?: typeof globalThis.fetch
  baseUrl?: string
}

/** The staff API. In a browser the sign-in cookie goes along; in Teams each request carries a fresh token. */
export function createStaffApi({ token, fetch, baseUrl = '' }: ApiParts): StaffApi {
  const api = createClient<paths>({ baseUrl, credentials: 'same-origin', ...(fetch ? { fetch } : {}) })
  api.use({
    async onRequest({ request }) {
      // A form on another site cannot add this header: what protects callers with a cookie.
      request.headers.set('x-requested-with', 'staff-page')
      const bearer = await token()
      if (bearer) request.headers.set('authorization', `Bearer ${bearer}`)
      return request
    },
  })
  return api
}

/** The answer's body, or `Refused`. A server that cannot be reached rejects with fetch's own TypeError. */
export async function bodyOf<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer
  if (response.ok) return data as T
  throw new Refused(response.status, typeof error === 'object' && error !== null ? error : undefined)
}

/** What to tell staff when something did not work, with what to do next. */
export function problemWords(problem: unknown): string {
  if (problem instanceof Refused) {
    if (problem.status === 401) return 'You are signed out. Sign in again; what you typed stays here.'
    if (problem.status >= 500) return 'The server could not do this just now. Nothing was saved. Try again in a moment.'
    const faults = problem.faults.map((fault) => `${fault.place}: ${fault.problem}`).join('; ')
    return faults ? `${problem.detail} ${faults}` : problem.detail
  }
  return 'The server cannot be reached. Nothing was saved. Check the connection and try again.'
}
