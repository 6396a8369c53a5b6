import { z } from 'zod'
import { answerOf, type RecordAnswer } from '../answer.ts'
import { inTime } from '../inTime.ts'
import type { BearerToken } from '../token.ts'
import type { Resource } from './resource.ts'

/** A FHIR R4 server, as far as we use one: transactions, searches, and whether it answers. */
export interface FhirClient {
  /** All of a bundle or nothing. The instants at which its parts were last changed, where the server says. */
  transaction(bundle: Resource): Promise<RecordAnswer<{ lastModified: string[] }>>
  /** Everything that a search finds, all its pages. */
  search(type: string, query: Readonly<Record<string, string>>): Promise<RecordAnswer<Resource[]>>
  health(): Promise<RecordAnswer<unknown>>
}

const resource = z.looseObject({ resourceType: z.string(), id: z.string().optional() })
const transactionResponse = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('transaction-response'),
  entry: z.array(
    z.looseObject({
      response: z.looseObject({ status: z.string().regex(/^2\d\d/), lastModified: z.string().optional() }),
    }),
  ),
})
const searchset = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('searchset'),
  entry: z.array(z.looseObject({ resource })).optional(),
  link: z.array(z.looseObject({ relation: z.string(), url: z.string() })).optional(),
})
const capability = z.looseObject({ resourceType: z.literal('CapabilityStatement') })

const PAGES_AT_MOST = 1000

/** `timeoutMs` bounds a whole call. `fetch` is for tests. */
export function createFhirClient(options: {
  url: string
  token: BearerToken
  fetch?: (request: Request) => Promise<Response>
  timeoutMs?: number
}): FhirClient {
  const base = options.url.replace(/\/+$/, '')
  const send = options.token.authorise(inTime(options.fetch ?? fetch, options.timeoutMs ?? 10_000))

  const call = <T>(address: string, shape: z.ZodType<T>, body?: Resource): Promise<RecordAnswer<T>> =>
    answerOf(
      exchange(
        send,
        new Request(address, {
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            accept: 'application/fhir+json',
            ...(body !== undefined && { 'content-type': 'application/fhir+json' }),
          },
          // A redirect would carry the token and the words to another host.
          redirect: 'error',
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      ),
      shape,
    )

  return {
    async transaction(bundle) {
      const answer = await call(base, transactionResponse, bundle)
      if (!answer.ok) return answer
      const { entry } = answer.value
      const sent = bundle.entry as unknown[]
      // Fewer answers than parts: something in between made it up.
      if (entry.length !== sent.length) return { ok: false, kind: 'no-answer', code: 'garbage' }
      const lastModified = entry.flatMap(({ response }) => response.lastModified ?? [])
      const replayed = entry.every(({ response }) => response.status.startsWith('200'))
      return { ok: true, replayed, value: { lastModified } }
    },
    async search(type, query) {
      const found: Resource[] = []
      let next: string | undefined = `${base}/${type}?${new URLSearchParams(query).toString()}`
      for (let page = 0; next !== undefined && page < PAGES_AT_MOST; page++) {
        const answer: RecordAnswer<z.infer<typeof searchset>> = await call(next, searchset)
        if (!answer.ok) return answer
        // A server may add what it wants to say about the search.
        for (const { resource: one } of answer.value.entry ?? [])
          if (one.resourceType === type) found.push(one as Resource)
        const link: string | undefined = answer.value.link?.find(({ relation }) => relation === 'next')?.url
        next = link === undefined ? undefined : new URL(link, `${base}/`).href
        // The token goes to the record and nowhere else.
        if (next !== undefined && !next.startsWith(base)) return { ok: false, kind: 'no-answer', code: 'garbage' }
      }
      return { ok: true, value: found, replayed: false }
    },
    health: () => call(`${base}/metadata`, capability),
  }
}

/** An OperationOutcome's first code takes the place of the contract's own; its prose is left where it is. */
async function exchange(send: (request: Request) => Promise<Response>, request: Request) {
  const response = await send(request)
  const text = await response.text()
  if (response.ok) return { data: JSON.parse(text) as unknown, response }
  return { error: { code: outcomeCode(text) }, response }
}

function outcomeCode(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { issue?: { code?: string }[] }).issue?.[0]?.code
  } catch {
    return undefined
  }
}
