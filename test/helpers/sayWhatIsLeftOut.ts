/** Says before the tests which of them cannot run on this machine, and what would bring them in. */
import { CHROMIUM } from './chromium.ts'
import { POSTGRES_URL } from './database.ts'

const leftOut = [
  ...(POSTGRES_URL === undefined
    ? [
        'the PostgreSQL half of the database tests: no server answers on 127.0.0.1:5432; start one or set TEST_DATABASE_URL',
      ]
    : []),
  ...(CHROMIUM === undefined
    ? ['the browser tests: no Chromium found; install the package "chromium" or set CHROMIUM_PATH']
    : []),
  ...(process.env.WEBCHAT_BUNDLE === undefined
    ? ['the unmodified Web Chat: set WEBCHAT_BUNDLE to dist/webchat.js of the package botframework-webchat']
    : []),
]
console.log(
  leftOut.length === 0
    ? 'All tests can run here.'
    : `Left out on this machine:\n${leftOut.map((l) => `  - ${l}`).join('\n')}`,
)
