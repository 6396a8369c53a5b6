import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { digestOfWebSources } from '../../src/commands/buildWeb.ts'

describe('whether the web pages are fresh', () => {
  let folder: string
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'web-sources-'))
    write('src/web/staff/main.tsx', 'one')
    write('content/page.en.yaml', 'title: Messages')
    write('package-lock.json', '{}')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test.each([
    ['a page’s source', 'src/web/staff/main.tsx'],
    ['a new file', 'src/web/chat/new.ts'],
    ['words a page embeds', 'content/page.en.yaml'],
    ['the libraries', 'package-lock.json'],
  ])('%s changes the digest', (_, file) => {
    const before = digestOfWebSources(folder)
    write(file, 'other')
    expect(digestOfWebSources(folder)).not.toBe(before)
  })

  test('what no page is built from does not', () => {
    const before = digestOfWebSources(folder)
    write('src/turn/receive.ts', 'other')
    write('content/dialogs/worry.en.yaml', 'other')
    expect(digestOfWebSources(folder)).toBe(before)
  })

  test('moving text from one file to the next is a change', () => {
    write('src/web/a.ts', 'xy')
    write('src/web/b.ts', '')
    const before = digestOfWebSources(folder)
    write('src/web/a.ts', 'x')
    write('src/web/b.ts', 'y')
    expect(digestOfWebSources(folder)).not.toBe(before)
  })
})
