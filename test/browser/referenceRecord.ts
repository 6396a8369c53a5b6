import type { RunningServer } from '../helpers/runningServer.ts'

interface Item {
  body?: unknown
}

/** What the reference record holds for the demonstration's young person, read over HTTP as any other system would. */
export async function readRecord<T = unknown>(
  server: RunningServer,
  what: 'ledger' | 'measure-administrations' | 'self-help-entries' | 'risk-flags',
): Promise<T[]> {
  const response = await fetch(`${server.recordUrl}/cases/DEMO-0001/${what}`, {
    headers: { authorization: 'Bearer demonstration-only' },
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  const { items } = (await response.json()) as { items: Item[] }
  return items.map((item) => (item.body ?? item) as T)
}
