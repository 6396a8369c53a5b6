import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { InlineConfig, Plugin } from 'vite'
import { parse } from 'yaml'

/** The browser apps we build. Each is a folder in `src/web` with an `index.html`, served under its own name. */
export const WEB_PAGES = ['chat', 'staff'] as const
export type WebPage = (typeof WEB_PAGES)[number]

const root = fileURLToPath(new URL('.', import.meta.url))

/** Where the built pages stand; the server reads them from here. */
export const WEB_OUT = `${root}dist/web`

/** Who checked a helpline is for staff: no name of theirs is built into a page. */
const withoutSigners = (key: string, value: unknown): unknown =>
  ['owner', 'checked_on', 'signed_by'].includes(key) ? undefined : value

/** Lets a page import words from `content/*.yaml`: parsed at build time, so that no parser is sent to a phone. */
const yamlWords = (): Plugin => ({
  name: 'yaml-words',
  transform(code, id) {
    if (!/\.ya?ml$/.test(id)) return null
    return { code: `export default ${JSON.stringify(parse(code), withoutSigners)}`, map: null, moduleType: 'js' }
  },
})

/**
 * How one page is built. Two builds rather than one with two entries: a young person's phone then never loads a file
 * that was cut to suit the staff page, and everything of a page stands under its own address.
 * No inline script or style is produced (strict CSP); Fluent's style elements take the nonce from `<meta name="csp-nonce">`.
 */
export const webBuild = (page: WebPage, out: string = WEB_OUT): InlineConfig => ({
  configFile: false,
  root: `${root}src/web/${page}`,
  base: `/${page}/`,
  publicDir: existsSync(`${root}src/web/${page}/public`) ? 'public' : false,
  logLevel: 'warn',
  clearScreen: false,
  plugins: [yamlWords()],
  // A build made while tests run (NODE_ENV=test) is the same build: React's development calls are not in its production files.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: `${out}/${page}`,
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    // Fluent marks its files 'use client' for servers that render React; in a browser bundle that means nothing.
    rolldownOptions: {
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
})

/** For editors and `vite` itself: the staff page. Builds go through `src/commands/buildWeb.ts`. */
export default webBuild('staff')
