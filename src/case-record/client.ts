import createClient, { type Client } from 'openapi-fetch'
import { answerOf, type RecordAnswer } from './answer.ts'
import type { paths } from './generated/case-record.ts'
import { inTime } from './inTime.ts'
import { fixedToken, type BearerToken } from './token.ts'
import { caseBody, caseList, health, ledgerPage } from './shapes.ts'
import type { CaseBody, CaseDetails, LedgerLine } from './types.ts'

/**
 * The case record as the rest of the program sees it: looking up and comparing. Adding to a case is not here: that goes
 * through the outbox, whose deliveries use `writes.ts` with `http`.
 */
export interface CaseRecordClient {
  health(): Promise<RecordAnswer<{ status: 'ok' }>>
  findCases(caseRefBegins: string): Promise<RecordAnswer<CaseBody[]>>
  getCase(caseRef: string): Promise<RecordAnswer<CaseBody>>
  /** Creates or updates a case where the record lets us; otherwise refused with 403. Not through the outbox: a person waits. */
  putCase(caseRef: string, details: CaseDetails, idempotencyKey: string): Promise<RecordAnswer<CaseBody>>
  /** Everything held for the case, all pages, without words. */
  ledger(caseRef: string): Promise<RecordAnswer<LedgerLine[]>>
  /** What the record holds under one idempotency key; undefined where it holds nothing. */
  heldUnder(caseRef: string, idempotencyKey: string): Promise<RecordAnswer<LedgerLine | undefined>>
  /** For the deliveries only. */
  http: Client<paths>
}

/** `timeoutMs` bounds a whole call, the reading of its body included. `fetch` is for tests. */
export function createCaseRecordClient(options: {
  url: string
  token: string | BearerToken
  fetch?: (request: Request) => Promise<Response>
  timeoutMs?: number
}): CaseRecordClient {
  const token = typeof options.token === 'string' ? fixedToken(options.token) : options.token
  const http = createClient<paths>({
    baseUrl: options.url.replace(/\/+$/, ''),
    // A redirect would carry the token and the words to another host.
    redirect: 'error',
    fetch: token.authorise(inTime(options.fetch ?? fetch, options.timeoutMs ?? 10_000)),
  })

  const ledgerFrom = (caseRef: string, query: { after?: number; idempotencyKey?: string }) =>
    answerOf(
      http.GET('/cases/{caseRef}/ledger', { params: { path: { caseRef }, query: { limit: 500, ...query } } }),
      ledgerPage,
    )

  return {
    http,
    health: () => answerOf(http.GET('/health'), health),
    async findCases(caseRefBegins) {
      const found = await answerOf(http.GET('/cases', { params: { query: { caseRef: caseRefBegins } } }), caseList)
      return found.ok ? { ...found, value: found.value.cases } : found
    },
    getCase: (caseRef) => answerOf(http.GET('/cases/{caseRef}', { params: { path: { caseRef } } }), caseBody),
    putCase: (caseRef, details, idempotencyKey) =>
      answerOf(
        http.PUT('/cases/{caseRef}', {
          params: { path: { caseRef }, header: { 'Idempotency-Key': idempotencyKey } },
          body: details,
        }),
        caseBody,
      ),
    async ledger(caseRef) {
      const lines: LedgerLine[] = []
      let after: number | undefined = 0
      while (after !== undefined) {
        const page: RecordAnswer<{ items: LedgerLine[]; next?: number }> = await ledgerFrom(caseRef, { after })
        if (!page.ok) return page
        lines.push(...page.value.items)
        after = page.value.next
      }
      return { ok: true, value: lines, replayed: false }
    },
    async heldUnder(caseRef, idempotencyKey) {
      const page = await ledgerFrom(caseRef, { idempotencyKey })
      return page.ok ? { ...page, value: page.value.items[0] } : page
    },
  }
}
