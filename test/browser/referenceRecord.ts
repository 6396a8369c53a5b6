import type { RunningServer } from '../helpers/runningServer.ts'

interface Item {
  body?: unknown
}

/** What the reference record holds for a case of the demonstration (its young person’s), read over HTTP as any other system would. */
export async function readRecord<T = unknown>(
  server: RunningServer,
  what: 'ledger' | 'measure-administrations' | 'self-help-entries' | 'risk-flags' | 'session-records',
  caseRef = 'DEMO-0001',
): Promise<T[]> {
  const response = await fetch(`${server.recordUrl}/cases/${caseRef}/${what}`, {
    headers: { authorization: 'Bearer demonstration-only' },
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  const { items } = (await response.json()) as { items: Item[] }
  return items.map((item) => (item.body ?? item) as T)
}
