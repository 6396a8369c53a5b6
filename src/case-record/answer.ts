import type { z } from 'zod'

/**
 * What came back from the case record: the thing asked for, or why not. Never carries what the record wrote in prose,
 * which could repeat what a young person wrote; only codes.
 */
export type RecordAnswer<T> = { ok: true; value: T; replayed: boolean } | ({ ok: false } & Failure)

export type Failure =
  /** No usable answer: it may or may not have been held. */
  | { kind: 'no-answer'; code: 'network' | 'timeout' | 'garbage' }
  /** An answer that says no. `code` is the contract's, or `http-<status>`. */
  | { kind: 'refused'; status: number; code: string; retryAfterMs?: number }

interface Fetched {
  data?: unknown
  error?: unknown
  response: Response
}

/** Makes a call of the generated client into an answer; does not throw. */
export async function answerOf<T>(call: Promise<Fetched>, shape: z.ZodType<T>): Promise<RecordAnswer<T>> {
  let fetched: Fetched
  try {
    fetched = await call
  } catch (error) {
    return { ok: false, kind: 'no-answer', code: whyNoAnswer(error) }
  }
  const { response } = fetched
  if (!response.ok) return { ok: false, ...refusal(response, fetched.error) }
  const read = shape.safeParse(fetched.data)
  if (!read.success) return { ok: false, kind: 'no-answer', code: 'garbage' }
  return { ok: true, value: read.data, replayed: response.headers.get('idempotency-replayed') === 'true' }
}

function whyNoAnswer(error: unknown): 'network' | 'timeout' | 'garbage' {
  const name = (error as { name?: unknown } | null)?.name
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout'
  return name === 'SyntaxError' ? 'garbage' : 'network'
}

function refusal(response: Response, problem: unknown): Failure {
  const said = typeof problem === 'object' && problem !== null ? (problem as { code?: unknown }).code : undefined
  const code = typeof said === 'string' && /^[a-z0-9-]{1,64}$/.test(said) ? said : `http-${response.status}`
  return { kind: 'refused', status: response.status, code, retryAfterMs: retryAfter(response.headers) }
}

/** Retry-After as milliseconds: seconds, or a date measured against the record's own clock. */
function retryAfter(headers: Headers): number | undefined {
  const raw = headers.get('retry-after')
  if (raw === null) return undefined
  if (/^\d+$/.test(raw.trim())) return Number(raw) * 1000
  const wait = Date.parse(raw) - Date.parse(headers.get('date') ?? '')
  return Number.isFinite(wait) && wait > 0 ? wait : undefined
}
