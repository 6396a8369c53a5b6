import fc from 'fast-check'

/** `npm test` tries the same cases on every machine, so that a change is judged by the change; `npm run test:long` tries new ones. */
if (process.env.LONG_TESTS === undefined) fc.configureGlobal({ seed: 20_261_121 })
