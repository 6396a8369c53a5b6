import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')

/** Words the field does not use for what they would mean here; the README's glossary has the right ones. */
const NOT_OURS = [
  'user', 'patient', 'kid', 'kids', 'guardian', 'clinician', 'therapist', 'admin', 'profile', 'waterfall', 'slot',
  'quiz', 'submission', 'grade', 'severity', 'ticket', 'placement', 'client',
] // prettier-ignore

/** Where `client` has its technical meaning: something that calls a server or a database. */
const TECHNICAL = /^src\/(case-record|database|web|server|outbox|reference-record|demonstration)\//

const filesUnder = (folder: string, ending: RegExp): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.parentPath.includes('generated'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))

const wordsIn = (name: string): string[] =>
  name.split(/(?=[A-Z])|[-_./ ]/).map((word) => word.toLowerCase()).filter(Boolean) // prettier-ignore

describe('names and words are the field’s own', () => {
  it('in the names that the code exports and in the names of its files', () => {
    const found: string[] = []
    for (const file of [...filesUnder('src', /\.tsx?$/), ...filesUnder('dialogs', /\.ts$/)]) {
      const source = readFileSync(path.join(ROOT, file), 'utf8')
      const names = [...source.matchAll(/^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm)].map(
        (m) => m[1]!,
      )
      for (const name of [...names, path.basename(file).replace(/\.tsx?$/, '')])
        for (const word of wordsIn(name))
          if (NOT_OURS.includes(word) && !(word === 'client' && TECHNICAL.test(file))) found.push(`${file}: ${name}`)
    }
    expect(found).toEqual([])
  })

  it('in every sentence that a young person, a parent or a carer reads', () => {
    const found: string[] = []
    const spoken = new RegExp(`\\b(${NOT_OURS.filter((word) => word !== 'slot').join('|')})s?\\b`, 'i')
    for (const file of filesUnder('content', /\.en\.yaml$/).filter(
      (name) => !/^content\/(risk\/(lexicon|reading|meanings)|writing)/.test(name),
    ))
      for (const [n, line] of readFileSync(path.join(ROOT, file), 'utf8').split('\n').entries()) {
        const text = line
          .replace(/#.*$/, '')
          .replace(/special guardian/gi, '')
          .replace(/^\s*[\w-]+:/, '')
        if (spoken.test(text)) found.push(`${file}:${n + 1} ${line.trim()}`)
      }
    expect(found).toEqual([])
  })
})
