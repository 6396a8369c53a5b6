import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { WEB_OUT, WEB_PAGES, webBuild } from '../../vite.config.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const digestFile = join(WEB_OUT, '.digest')

/** Everything a page is built from: its sources, the words and numbers it embeds, the libraries' exact versions, the recipe. */
const SOURCES = ['src/web/**/*', 'src/shared/**/*.ts', 'content/*.yaml', 'package-lock.json', 'vite.config.ts']

/** A digest of what the pages are built from: the same digest, the same pages. */
export function digestOfWebSources(folder: string = root): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES, { cwd: folder }).sort()) {
    const path = join(folder, file)
    if (!statSync(path).isFile()) continue
    hash.update(file).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** True when `dist/web` holds both pages as built from the present sources. Takes milliseconds. */
export function webIsFresh(): boolean {
  if (!WEB_PAGES.every((page) => existsSync(join(WEB_OUT, page, 'index.html')))) return false
  return existsSync(digestFile) && readFileSync(digestFile, 'utf8') === digestOfWebSources()
}

/**
 * Builds the browser pages into `dist/web`. With `ifStale` nothing is done when they are fresh, and vite is not even
 * loaded: a start uses that. Returns whether anything was built. A page whose `index.html` is not there fails the build.
 */
export async function buildWeb(options: { ifStale?: boolean } = {}): Promise<boolean> {
  if (options.ifStale && webIsFresh()) return false
  const digest = digestOfWebSources()
  const { build } = await import('vite')
  for (const page of WEB_PAGES) await build(webBuild(page))
  mkdirSync(WEB_OUT, { recursive: true })
  writeFileSync(digestFile, digest)
  return true
}

/** Size of every built file, as sent compressed. */
export function webSizes(): { file: string; bytes: number; gzipped: number }[] {
  return globSync('*/**/*.{js,css,html}', { cwd: WEB_OUT })
    .map((file) => {
      const text = readFileSync(join(WEB_OUT, file))
      return { file, bytes: text.length, gzipped: gzipSync(text, { level: 9 }).length }
    })
    .sort((a, b) => b.gzipped - a.gzipped)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  const built = await buildWeb({ ifStale: process.argv.includes('--if-stale') })
  const took = `${Math.round(performance.now() - started)} ms`
  console.log(built ? `Built the web pages in ${took}.` : `The web pages are fresh (checked in ${took}).`)
  if (process.argv.includes('--sizes'))
    for (const { file, bytes, gzipped } of webSizes())
      console.log(
        `${(gzipped / 1024).toFixed(1).padStart(8)} kB gz ${(bytes / 1024).toFixed(1).padStart(9)} kB  ${file}`,
      )
}
