import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { z } from 'zod'
import { checkCorpus } from '../risk/corpus/checkCorpus.ts'
import { joinLabels, secondLabel, writtenMessage, type LabelledMessage } from '../risk/corpus/message.ts'
import type { Place, SplitName } from '../risk/corpus/split.ts'
import { InvalidInput, type Fault } from '../shared/errors.ts'

const folder = new URL('../../content/risk/corpus/', import.meta.url)
const splitFile = new URL('split.json', folder)

/** Every batch as it was written, with its second labels and the places given so far. Throws with every fault of a line. */
export async function readBatches() {
  const faults: Fault[] = []
  const names = (await readdir(folder)).sort()
  const messages = await readAll(names.filter((name) => /^[a-z]\.jsonl$/.test(name)), writtenMessage, faults) // prettier-ignore
  const seconds = await readAll(names.filter((name) => /^[a-z]\.second\.jsonl$/.test(name)), secondLabel, faults) // prettier-ignore
  if (faults.length > 0) throw new InvalidInput('The risk corpus has faults:', faults)
  const places = JSON.parse(await readFile(splitFile, 'utf8').catch(() => '{}')) as Record<string, Place>
  return { messages, seconds, places }
}

/** The checked corpus, one list of labelled messages a split. Throws with every fault. */
export async function readCorpus(): Promise<Record<SplitName, LabelledMessage[]>> {
  const { messages, seconds, places } = await readBatches()
  const faults = checkCorpus(messages, seconds, places)
  if (faults.length > 0) throw new InvalidInput('The risk corpus has faults:', faults)
  const labels = new Map(seconds.map((label) => [label.id, label]))
  const corpus: Record<SplitName, LabelledMessage[]> = { train: [], dev: [], test: [], 'left-out': [] }
  for (const message of messages) corpus[places[message.id]!.split].push(joinLabels(message, labels.get(message.id)))
  return corpus
}

/** Keeps the places, one message a line so that a change is easy to see. */
export async function writePlaces(places: Readonly<Record<string, Place>>): Promise<void> {
  const lines = Object.entries(places).map(([id, place]) => `  ${JSON.stringify(id)}: ${JSON.stringify(place)}`)
  await writeFile(splitFile, `{\n${lines.join(',\n')}\n}\n`)
}

async function readAll<T>(names: readonly string[], schema: z.ZodType<T>, faults: Fault[]): Promise<T[]> {
  const all: T[] = []
  for (const name of names) {
    const lines = (await readFile(new URL(name, folder), 'utf8')).split('\n')
    lines.forEach((line, i) => {
      if (line.trim() === '') return
      const read = schema.safeParse(parseJson(line))
      if (read.success) all.push(read.data)
      else
        for (const issue of read.error.issues)
          faults.push({ place: `${name}:${i + 1}`, problem: `${issue.path.join('.')}: ${issue.message}` })
    })
  }
  return all
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
