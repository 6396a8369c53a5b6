import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** A free port on this machine. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

/** What the start prints: one link for each of the three people. */
export interface PrintedLinks {
  youngPerson: { link: string; code: string }
  parent: { link: string; code: string }
  practitioner: string
}

export interface RunningServer {
  url: string
  recordUrl: string
  links: PrintedLinks
  /** Milliseconds from spawning to the printed links. */
  startedInMs: number
  process: ChildProcess
  /** Everything the process has printed. */
  output(): string
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>
  /** kill -9. */
  kill(): Promise<void>
}

/** One installation on this machine: the same settings and data for every start. */
export interface Installation {
  environment: Record<string, string>
  start(more?: Record<string, string>): Promise<RunningServer>
  remove(): Promise<void>
}

/** A folder and ports of its own; `databaseUrl` for a PostgreSQL server instead of the embedded database. */
export async function install(
  options: { databaseUrl?: string; environment?: Record<string, string> } = {},
): Promise<Installation> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'installation-'))
  const [port, recordPort] = [await freePort(), await freePort()]
  const environment: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    PORT: String(port),
    REFERENCE_RECORD_PORT: String(recordPort),
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    ...options.environment,
  }
  const started: RunningServer[] = []
  return {
    environment,
    async start(more = {}) {
      const server = await startProcess({ ...environment, ...more }, port, recordPort)
      started.push(server)
      return server
    },
    async remove() {
      for (const server of started) await server.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startProcess(
  environment: Record<string, string>,
  port: number,
  recordPort: number,
): Promise<RunningServer> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  await new Promise<void>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      printed += chunk.toString()
      if (/Dani, the practitioner\s+\S+/.test(printed)) resolve()
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    child.on('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready:\n${printed}`)))
  })
  const personLink = (who: RegExp) => {
    const found = new RegExp(`${who.source}\\s+(\\S+)\\s+code (\\d{6})`).exec(printed)
    return { link: found![1]!, code: found![2]! }
  }
  return {
    url: `http://127.0.0.1:${port}`,
    recordUrl: `http://127.0.0.1:${recordPort}`,
    startedInMs: performance.now() - began,
    process: child,
    output: () => printed,
    links: {
      youngPerson: personLink(/a young person/),
      parent: personLink(/a parent or carer/),
      practitioner: /Dani, the practitioner\s+(\S+)/.exec(printed)![1]!,
    },
    stop() {
      child.kill('SIGINT')
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
