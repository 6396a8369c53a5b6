import { readFile } from 'node:fs/promises'
import { nameOf } from './readYaml.ts'
import type { Faults } from './faults.ts'

/** Reads a content file that is not text (a trained model's weights). A file that cannot be read is a fault, and then there is none. */
export async function readBytes(file: URL, faults: Faults): Promise<Uint8Array | undefined> {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) faults.add(nameOf(file), 'this file cannot be read')
  return bytes
}
