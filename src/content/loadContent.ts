import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dialog } from '../dialog-kit/index.ts'
import { checkWords } from './checkWords.ts'
import type { Content, ReadContent } from './content.ts'
import { Faults } from './faults.ts'
import { readYaml, type ContentFile } from './readYaml.ts'
import { servicesFile } from './services.ts'
import { wordsFrom } from './words.ts'
import { standingFile, wordsFile, type StandingFile, type WordsFile } from './wordsFile.ts'

const PHONE = /\{phone:([^}]*)\}/g

/**
 * Reads, checks and freezes `content/`. Throws InvalidInput with every fault, each with file and line. With the dialogs
 * given, their steps and answers are checked against the words, both ways.
 */
export async function loadContent(folder: URL, dialogs?: readonly Dialog[]): Promise<Content> {
  const faults = new Faults()
  const content = await readContent(folder, faults)
  if (dialogs) checkWords(dialogs, content, faults)
  faults.throwIfAny()
  return content
}

/** The same, but adds faults to a list and goes on: for the content check, which lists more. */
export async function readContent(folder: URL, faults: Faults): Promise<ReadContent> {
  const services = await readYaml(new URL('services.yaml', folder), servicesFile, faults)
  const standing = new Map<string, ContentFile<StandingFile>>()
  for (const [name, language] of await namesIn(folder, /^standing\.([a-z]{2})\.yaml$/)) {
    const file = await readYaml(new URL(name!, folder), standingFile, faults)
    if (file) standing.set(language!, file)
  }
  const dialogsFolder = new URL('dialogs/', folder)
  const dialogFiles: { language: string; file: ContentFile<WordsFile> }[] = []
  for (const [name, id, language] of await namesIn(dialogsFolder, /^([a-z0-9-]+)\.([a-z]{2})\.yaml$/, true)) {
    const file = await readYaml(new URL(name!, dialogsFolder), wordsFile, faults)
    if (!file) continue
    if (file.data.dialog !== id)
      faults.add(file.placeOf(['dialog']), `says it is for ${file.data.dialog}`, `the file's name says ${id}`)
    dialogFiles.push({ language: language!, file })
  }
  const helplines = services?.data.helplines ?? []
  const numbers = new Map(helplines.map((one) => [one.id, one.number]))
  for (const file of [...standing.values(), ...dialogFiles.map((one) => one.file)])
    findUnknownPhones(file, numbers, faults)
  const fill = (text: string) => text.replace(PHONE, (token, id: string) => numbers.get(id) ?? token)
  return Object.freeze({
    words: wordsFrom(
      dialogFiles.map(({ language, file }) => ({ language, file: file.data })),
      new Map([...standing].map(([language, file]) => [language, file.data])),
      fill,
    ),
    services: Object.freeze(helplines),
    languages: [...standing.keys()],
    version: await versionOf(folder),
    dialogFiles,
    standingFiles: standing,
  })
}

async function namesIn(folder: URL, pattern: RegExp, may = false): Promise<string[][]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (may) return []
    throw error
  })
  return names.sort().flatMap((name) => {
    const match = pattern.exec(name)
    return match ? [[...match]] : []
  })
}

function findUnknownPhones(file: ContentFile<unknown>, numbers: ReadonlyMap<string, string>, faults: Faults): void {
  file.source.split('\n').forEach((line, index) => {
    if (line.trimStart().startsWith('#')) return
    for (const [, id] of line.matchAll(PHONE))
      if (!numbers.has(id!))
        faults.add(`${file.name}:${index + 1}`, `no helpline "${id}"`, 'ids are in content/services.yaml')
  })
}

/** Digest over the name and text of every file under a folder, in order of their names. */
async function versionOf(folder: URL): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    hash
      .update(relative(fileURLToPath(folder), file))
      .update('\0')
      .update(await readFile(file))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 12)
}
