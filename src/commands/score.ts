import { createInterface } from 'node:readline'
import { Faults } from '../content/faults.ts'
import { loadCatalogue } from '../content/loadCatalogue.ts'
import { scoreLine } from '../measures/scoreLine.ts'
import { scoreHelp } from './scoreHelp.ts'

/**
 * Reads administrations of measures as JSON lines from standard input and writes the score of each, one line each in the
 * same order. A line that cannot be used gives `{id, error}` and the rest goes on. Nothing is stored. `--help` says more.
 */
if (process.argv.includes('--help')) {
  console.log(scoreHelp)
} else {
  const faults = new Faults()
  const catalogue = await loadCatalogue(new URL('../../content/measures/', import.meta.url), faults)
  faults.throwIfAny('The measures cannot be used:')
  let line = 0
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    line++
    if (text.trim() === '') continue
    const read = parseJson(text)
    const scored =
      read === undefined
        ? { id: null, error: `line ${line}: is not JSON (write one JSON object a line)` }
        : scoreLine(catalogue!, read)
    process.stdout.write(`${JSON.stringify(scored)}\n`)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
