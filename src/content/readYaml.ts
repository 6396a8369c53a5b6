import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'
import { LineCounter, parseDocument, isNode, type Document } from 'yaml'
import type { z } from 'zod'
import type { Faults } from './faults.ts'

/** A content file that was read: its data, and where in the file each part of it stands. */
export interface ContentFile<T> {
  data: T
  /** The file as people name it, from the folder the command runs in. */
  name: string
  /** `file:line` of a part of the data, of the nearest part around it where it is not in the file. */
  placeOf(path: readonly (string | number)[]): string
  /** The file as it stands, for digests. */
  source: string
}

/** The file's name for fault lists. */
export const nameOf = (file: URL): string => relative(process.cwd(), fileURLToPath(file))

/**
 * Reads a YAML (or JSON, which is YAML) file and checks it with a schema. Every fault is added with file and line, and
 * then there is no file. Use for everything under `content/`.
 */
export async function readYaml<T>(
  file: URL,
  schema: z.ZodType<T>,
  faults: Faults,
): Promise<ContentFile<T> | undefined> {
  const name = nameOf(file)
  const source = await readFile(file, 'utf8').catch(() => undefined)
  if (source === undefined) {
    faults.add(name, 'this file cannot be read')
    return undefined
  }
  // JSON is YAML, and many times quicker to read as what it is; lines are looked up only where there is a fault.
  const json: unknown = name.endsWith('.json') ? readJson(source) : undefined
  if (json !== undefined) {
    const read = schema.safeParse(json)
    if (read.success) return { data: read.data, name, placeOf: (path) => placesIn(name, source)(path), source }
  }
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  for (const error of document.errors) faults.add(`${name}:${lines.linePos(error.pos[0]).line}`, error.message)
  if (document.errors.length > 0) return undefined
  const placeOf = placesOf(name, document, lines)
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { data: parsed.data, name, placeOf, source }
  for (const issue of parsed.error.issues) {
    const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol')
    faults.add(placeOf(path), `${path.join('.')}: ${issue.message}`)
  }
  return undefined
}

const placesOf =
  (name: string, document: Pick<Document, 'contents' | 'getIn'>, lines: LineCounter) =>
  (path: readonly (string | number)[]): string => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return `${name}:${lines.linePos(node.range[0]).line}`
    }
    return `${name}:1`
  }

const placesIn = (name: string, source: string) => {
  const lines = new LineCounter()
  return placesOf(name, parseDocument(source, { lineCounter: lines, prettyErrors: false }), lines)
}

/** Undefined where it is not JSON: then it is read as YAML, which says where the fault is. */
function readJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown
  } catch {
    return undefined
  }
}

/** All YAML files of a folder with one schema, by their names without the ending, in the order of these. */
export async function readYamlFolder<T>(
  folder: URL,
  schema: z.ZodType<T>,
  faults: Faults,
): Promise<[string, ContentFile<T>][]> {
  const read: [string, ContentFile<T>][] = []
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.yaml')).sort()) {
    const file = await readYaml(new URL(name, folder), schema, faults)
    if (file) read.push([name.slice(0, -'.yaml'.length), file])
  }
  return read
}
