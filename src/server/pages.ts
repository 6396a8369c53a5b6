import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'restify'
import { pagePolicy, SCRIPT_POLICY } from './securityHeaders.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt'])
/** vite puts a digest of the content in these names: a browser need never ask again. */
const HASHED = /\/assets\/[^/]+-[\w-]{8,}\.\w+$/
const NONCE = '{{csp-nonce}}'

interface PageFile {
  raw: Buffer
  extension: string
  tag: string
  compressed: Map<'br' | 'gzip', Promise<Buffer>>
}

/** The built browser pages, read once and served from memory. */
export interface Pages {
  serve(req: Request, res: Response, address: string): Promise<boolean>
}

/** Reads a folder of built pages. A folder that is not there gives no pages; the APIs work without. */
export async function readPages(folder: string): Promise<Pages> {
  const files = new Map<string, PageFile>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const full = path.join(entry.parentPath, entry.name)
    const raw = await readFile(full)
    const address = `/${path.relative(folder, full).split(path.sep).join('/')}`
    files.set(address, {
      raw,
      extension: path.extname(entry.name),
      tag: `"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`,
      compressed: new Map(),
    })
  }
  return {
    async serve(req, res, address) {
      const file = files.get(address.endsWith('/') ? `${address}index.html` : address) ?? fallback(files, address)
      if (file === undefined) return false
      if (file.extension === '.html') servePage(req, res, file, address)
      else await serveFile(req, res, file, address)
      return true
    },
  }
}

/** A place inside the staff page that has an address of its own is served by the page itself. */
const fallback = (files: Map<string, PageFile>, address: string): PageFile | undefined =>
  /^\/staff\/(?!api\/)[^.]*$/.test(address) ? files.get('/staff/index.html') : undefined

function servePage(req: Request, res: Response, file: PageFile, address: string): void {
  const nonce = randomBytes(16).toString('base64')
  const body = Buffer.from(file.raw.toString('utf8').replaceAll(NONCE, nonce))
  const page = address.startsWith('/staff') ? 'staff' : address.startsWith('/chat') ? 'chat' : 'other'
  res.setHeader('content-security-policy', pagePolicy(page, nonce, req.headers.host))
  res.setHeader('cache-control', 'no-cache')
  send(res, 200, body, TYPES['.html'] as string)
}

async function serveFile(req: Request, res: Response, file: PageFile, address: string): Promise<void> {
  res.setHeader('cache-control', HASHED.test(address) ? 'public, max-age=31536000, immutable' : 'no-cache')
  res.setHeader('etag', file.tag)
  if (file.extension === '.js') res.setHeader('content-security-policy', SCRIPT_POLICY)
  if (req.headers['if-none-match'] === file.tag) {
    res.statusCode = 304
    res.end()
    return
  }
  const type = TYPES[file.extension] ?? 'application/octet-stream'
  if (!COMPRESSED.has(file.extension)) return send(res, 200, file.raw, type)
  res.setHeader('vary', 'accept-encoding')
  const accepted = String(req.headers['accept-encoding'] ?? '')
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
  if (encoding === undefined) return send(res, 200, file.raw, type)
  res.setHeader('content-encoding', encoding)
  send(res, 200, await compress(file, encoding), type)
}

/** Compressed when first asked for, then kept. */
function compress(file: PageFile, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const known = file.compressed.get(encoding)
  if (known !== undefined) return known
  const made =
    encoding === 'br'
      ? promisify(brotliCompress)(file.raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : promisify(gzip)(file.raw, { level: 9 })
  file.compressed.set(encoding, made)
  return made
}

function send(res: Response, status: number, body: Buffer, type: string): void {
  res.statusCode = status
  res.setHeader('content-type', type)
  res.setHeader('content-length', body.length)
  res.end(body)
}
