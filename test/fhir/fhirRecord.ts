import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { bundleFaults } from './r4.ts'

export interface Stored {
  resourceType: string
  id: string
  meta: { versionId: string; lastUpdated: string; tag?: { system: string; code: string }[] }
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever was sent
  [name: string]: any
}
interface Entry {
  fullUrl: string
  resource: Stored
  request: { method: string; url: string; ifNoneExist?: string }
}

/** What a FHIR record has kept: handed in again, it survives a restart of the server. `faults` is what was not valid R4. */
export class FhirStore {
  readonly resources: Stored[] = []
  readonly faults: string[] = []
  transactions = 0
  private ticks = 0

  /** Adds a case: an episode of care of a patient of its own. */
  addCase(caseRef: string, system = 'urn:between-sessions:case'): void {
    const patient = this.keep({ resourceType: 'Patient' } as Stored)
    const identifier = [{ system, value: caseRef }]
    this.keep({ resourceType: 'EpisodeOfCare', identifier, status: 'active', patient: { reference: `Patient/${patient.id}` } } as never) // prettier-ignore
  }

  keep(resource: Stored): Stored {
    // A server's clock of milliseconds that never stands still, so that order can be seen.
    const lastUpdated = new Date(Date.UTC(2026, 0, 1) + this.ticks++).toISOString()
    const kept = { ...resource, id: randomUUID(), meta: { ...resource.meta, versionId: '1', lastUpdated } }
    this.resources.push(kept)
    return kept
  }

  /** By `identifier=` (several, comma-separated, are any of them) or `_tag=`. */
  find(type: string, query: URLSearchParams): Stored[] {
    const wanted = (query.get('identifier') ?? query.get('_tag') ?? '').split(',')
    const names = (one: Stored): string[] =>
      query.has('_tag')
        ? (one.meta.tag ?? []).map((t) => `${t.system}|${t.code}`)
        : [one.identifier ?? []].flat().map((i: { system: string; value: string }) => `${i.system}|${i.value}`)
    return this.resources.filter((one) => one.resourceType === type && names(one).some((name) => wanted.includes(name)))
  }

  /** All or nothing, as R4 has it: conditional creates, JSON patches, references inside resolved. */
  transact(bundle: { entry: Entry[] }): { status: number; body: object } {
    const faults = bundleFaults(bundle)
    this.faults.push(...faults)
    if (faults.length > 0) return { status: 422, body: outcome('invariant') }
    const addresses = new Map<string, string>()
    const toMake: Entry[] = []
    const patches: (() => void)[] = []
    const status = new Map<Entry, { status: string; found?: Stored }>()
    for (const entry of bundle.entry) {
      const { method, url, ifNoneExist } = entry.request
      if (method === 'PATCH') {
        const [type, query] = url.split('?')
        const found = this.find(type!, new URLSearchParams(query))
        if (found.length !== 1) return { status: found.length === 0 ? 404 : 412, body: outcome('not-found') }
        const operations = JSON.parse(Buffer.from(entry.resource.data, 'base64').toString()) as { path: string; value: unknown }[] // prettier-ignore
        patches.push(() => operations.forEach(({ path, value }) => (found[0]![path.slice(1)] = value)))
        status.set(entry, { status: '200 OK', found: found[0]! })
        continue
      }
      const found = this.find(entry.resource.resourceType, new URLSearchParams(ifNoneExist))
      if (found.length > 1) return { status: 412, body: outcome('multiple-matches') }
      if (found[0]) addresses.set(entry.fullUrl, `${found[0].resourceType}/${found[0].id}`)
      else toMake.push(entry)
      status.set(entry, { status: found[0] ? '200 OK' : '201 Created', found: found[0] })
    }
    const made = toMake.map((entry) => {
      const one = this.keep(entry.resource)
      addresses.set(entry.fullUrl, `${one.resourceType}/${one.id}`)
      status.get(entry)!.found = one
      return one
    })
    for (const one of made) Object.assign(one, resolve(one, addresses))
    for (const patch of patches) patch()
    this.transactions++
    const entry = bundle.entry.map((one) => {
      const { status: said, found } = status.get(one)!
      const location = `${found!.resourceType}/${found!.id}/_history/1`
      return { response: { status: said, location, lastModified: found!.meta.lastUpdated } }
    })
    return { status: 200, body: { resourceType: 'Bundle', type: 'transaction-response', entry } }
  }
}

const outcome = (code: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] })

function resolve<T>(value: T, addresses: ReadonlyMap<string, string>): T {
  return JSON.parse(JSON.stringify(value), (name, inside: unknown) =>
    name === 'reference' && typeof inside === 'string' ? (addresses.get(inside) ?? inside) : inside,
  ) as T
}

const PAGE = 7

/** A FHIR R4 server over real HTTP, as much of one as a case record needs. */
export async function startFhirRecord(options: { token: string; store?: FhirStore; port?: number }) {
  const store = options.store ?? new FhirStore()
  const server = http.createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const say = (status: number, body: object) => {
        res.writeHead(status, { 'content-type': 'application/fhir+json' })
        res.end(JSON.stringify(body))
      }
      const { pathname, searchParams } = new URL(req.url ?? '', 'http://record')
      if (req.headers.authorization !== `Bearer ${options.token}`) return say(401, outcome('login'))
      if (req.method === 'POST' && pathname === '/') {
        const { status, body } = store.transact(JSON.parse(Buffer.concat(chunks).toString()) as { entry: Entry[] })
        return say(status, body)
      }
      if (pathname === '/metadata') return say(200, { resourceType: 'CapabilityStatement' })
      const found = store.find(pathname.slice(1), searchParams)
      const from = Number(searchParams.get('_from') ?? 0)
      const more = new URLSearchParams(searchParams)
      more.set('_from', String(from + PAGE))
      return say(200, {
        resourceType: 'Bundle',
        type: 'searchset',
        link: from + PAGE < found.length ? [{ relation: 'next', url: `${pathname}?${more}` }] : [],
        entry: found.slice(from, from + PAGE).map((resource) => ({ resource })),
      })
    })
  })
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done))
  return {
    store,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
