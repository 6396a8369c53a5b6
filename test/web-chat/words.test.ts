import { globSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Control as KitControl } from '../../src/dialog-kit/index.ts'
import { COMMANDS } from '../../src/dialog-kit/index.ts'
import type { Control } from '../../src/web/chat/conversation/wire.ts'

const words = parse(readFileSync('content/page.en.yaml', 'utf8')) as Record<string, unknown>

function places(node: unknown, at = ''): string[] {
  if (typeof node === 'string') return [at]
  return Object.entries(node as object).flatMap(([key, value]) => places(value, at === '' ? key : `${at}.${key}`))
}
const sources = globSync('src/web/chat/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'))
const used = new Set(sources.flatMap((text) => [...text.matchAll(/'([a-z-]+(?:\.[a-z-]+)+)'/g)].map((m) => m[1] ?? '')))

test('every word the page asks for stands in content', () => {
  const asked = sources.flatMap((text) => [...text.matchAll(/\bw\('([^']+)'/g)].map((m) => m[1] ?? ''))
  expect(asked.length).toBeGreaterThan(60)
  expect(asked.filter((place) => !places(words).includes(place))).toEqual([])
})

test('every word in content is used by the page', () => {
  const byName = new Set(COMMANDS.map((command) => `navigation.${command}`))
  expect(places(words).filter((place) => place !== 'title' && !used.has(place) && !byName.has(place))).toEqual([])
})

test('every standing command has a label', () => {
  const navigation = words.navigation as Record<string, string>
  expect(COMMANDS.filter((command) => command !== 'help' && navigation[command] === undefined)).toEqual([])
})

const NEVER = [
  'promise', 'trust me', 'secret', 'always here for you', '24/7', 'calm down', 'cheer up', "don't worry", 'failed', 'should have',
  'streak', 'diagnosis', 'disorder', 'severe', 'clinical', 'patient', 'contact', 'honestly', 'unfortunately', 'mental', 'therapy',
] // prettier-ignore

test('the page says none of the words that are never said, and no sentence is long', () => {
  const texts = places(words).map(
    (place) => place.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], words) as string,
  )
  for (const text of texts) {
    const lower = text.toLowerCase()
    expect({ text, never: NEVER.filter((word) => lower.includes(word)) }).toEqual({ text, never: [] })
    expect(text).not.toContain('!')
    for (const sentence of text.split(/[.?]\s/))
      expect({ sentence, long: sentence.split(/\s+/).length > 14 }).toEqual({ sentence, long: false })
    expect({ text, long: text.split(/\s+/).length > 35 }).toEqual({ text, long: false })
  }
})

test('numbers to ring stand in services, not in the page, except the emergency number', () => {
  expect(JSON.stringify(words).match(/\d{4,}/g)).toBeNull()
})

test('the page understands every control the dialog kit can show', () => {
  const same = (control: KitControl): Control => control
  expect(same({ kind: 'time' })).toEqual({ kind: 'time' })
})
