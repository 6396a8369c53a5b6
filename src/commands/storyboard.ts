import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { loadProduct } from '../product.ts'
import { storyboardPage } from './storyboardPage.ts'

/**
 * `npm run storyboard [file]`: every message of every dialog as one printable page, for reading aloud and for clinical
 * sign-off. Made from the definitions and the words alone, nothing is run.
 */
const file = process.argv[2] ?? 'test-output/storyboard.html'
const product = await loadProduct(new URL('../../content/', import.meta.url))
const page = storyboardPage([...product.dialogs.values()], product.words, product.contentVersion)
await mkdir(dirname(file), { recursive: true })
await writeFile(file, page)
console.log(`${product.dialogs.size} dialogs written to ${file}`)
