import { loadRiskRules } from '../../src/risk/loadRiskRules.ts'
import { createScreen } from '../../src/risk/screen.ts'
import type { Screen, ScreenContext } from '../../src/risk/types.ts'

/** As long as the doors let through. */
const LONG = 90_000
/** Reading any of these took minutes, or for ever, when its cost grew with the square or the cube of a word's length. */
const PATIENCE_MS = 30_000

const filled = (piece: string) => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG)
const lettersInNoOrder = Array.from({ length: LONG }, (_, i) => 'abcdefghijklm'[(i * 7 + (i % 5)) % 13]).join('')

const SHAPES: [string, string][] = [
  ['one word that never ends', lettersInNoOrder],
  ['single letters', filled('a b c d e ')],
  ['one letter again and again', filled('h a ')],
  ['a word full of digits', filled('a1b2c3')],
  ['words joined by marks', filled('a/b-c.')],
  ['exclamation marks inside a word', `a${filled('!')}a`],
  ['a word with very many stars', `k${filled('*')}l`],
  ['letters of another script', filled('а')],
  ['the same hard sentence', filled('used to want to die last year my friend said ')],
]

describe('a very long message', () => {
  let screen: Screen
  const context: ScreenContext = {
    role: 'young-person',
    asking: null,
    night: false,
    earlier: [],
    veryLowRating: false,
  }
  beforeAll(async () => {
    screen = createScreen(await loadRiskRules(new URL('../../content/risk/', import.meta.url)))
  })

  it.each(SHAPES)('of %s is read to its end, in bounded time', (_, shape) => {
    const started = performance.now()
    const { tier } = screen(`${shape} . i am going to kill myself tonight`, context)
    expect(performance.now() - started).toBeLessThan(PATIENCE_MS)
    expect(tier).toBe('T3')
  })
})
