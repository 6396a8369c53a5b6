import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { explainFailedStart } from '../src/failedStart.ts'
import { readConfig } from '../src/config.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Starts the program and waits for its end; everything it printed, and how it ended. */
const start = (settings: Record<string, string>) =>
  new Promise<{ printed: string; code: number | null }>((resolve) => {
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'silent', ...settings },
    })
    let printed = ''
    child.stdout.on('data', (data: Buffer) => (printed += data.toString()))
    child.stderr.on('data', (data: Buffer) => (printed += data.toString()))
    child.on('close', (code) => resolve({ printed, code }))
  })

describe('a program that cannot start', () => {
  let folder: string
  let taken: net.Server
  let port: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'start-'))
    taken = net.createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    port = String((taken.address() as net.AddressInfo).port)
  })
  afterAll(async () => {
    await new Promise((resolve) => taken.close(resolve))
    await rm(folder, { recursive: true, force: true })
  })

  it('says in one sentence that its port is taken', async () => {
    const { printed, code } = await start({ DATA_DIR: path.join(folder, 'a'), PORT: port, REFERENCE_RECORD_PORT: '0' })
    expect(code).toBe(1)
    expect(printed.trim().split('\n')).toHaveLength(1)
    expect(printed).toContain(`Port ${port} on 127.0.0.1 is taken`)
  })

  it('says in one sentence that its folder cannot be made', async () => {
    await writeFile(path.join(folder, 'file'), '')
    const { printed, code } = await start({ DATA_DIR: path.join(folder, 'file', 'data'), PORT: '0' })
    expect(code).toBe(1)
    expect(printed.trim().split('\n')).toHaveLength(1)
    expect(printed).toContain('DATA_DIR')
  })

  it('says in one sentence that no database answers, and never the password', async () => {
    const { printed, code } = await start({ DATABASE_URL: 'postgres://bot:not-for-eyes@127.0.0.1:9/x', PORT: '0' })
    expect(code).toBe(1)
    expect(printed.trim().split('\n')).toHaveLength(1)
    expect(printed).toContain('127.0.0.1:9')
    expect(printed).not.toContain('not-for-eyes')
  })

  it('refuses an address that is no PostgreSQL address', () => {
    expect(() => readConfig({ DATABASE_URL: 'nonsense' })).toThrow(/DATABASE_URL: must begin with postgres/)
  })

  it('refuses to serve people over plain http in production', () => {
    expect(() => readConfig({ NODE_ENV: 'production', PUBLIC_URL: 'http://service.example' })).toThrow(
      /PUBLIC_URL: must begin with https/,
    )
  })

  it('explains a server that refuses the password, and leaves what it does not know to be shown as it is', () => {
    expect(explainFailedStart(Object.assign(new Error('x'), { code: '28P01' }))).toContain('password')
    expect(explainFailedStart(new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED', address: '::1', port: 1 })]))).toContain('::1:1') // prettier-ignore
    expect(explainFailedStart(new Error('something else'))).toBeUndefined()
  })
})
