import { dialogs } from '../../dialogs/index.ts'
import { checkWords } from '../content/checkWords.ts'
import { checkWriting } from '../content/checkWriting.ts'
import { Faults } from '../content/faults.ts'
import { readContent } from '../content/loadContent.ts'
import { readYaml } from '../content/readYaml.ts'
import { writingRules } from '../content/writingRules.ts'
import { loadProduct } from '../product.ts'
import { InvalidInput } from '../shared/errors.ts'

/**
 * `npm run check-content`: reads everything under content/ and lists every fault with file and line: words and dialogs
 * against each other, limits of length, how easily each flow reads, hard words, words never used, variants, buttons. Ends with
 * 1 when there is a fault.
 */
const folder = new URL('../../content/', import.meta.url)
const faults = new Faults()
const content = await readContent(folder, faults)
const rules = await readYaml(new URL('writing.en.yaml', folder), writingRules, faults)
checkWords(dialogs, content, faults)
if (rules) checkWriting(dialogs, content, rules.data, faults)
try {
  await loadProduct(folder)
} catch (error) {
  if (!(error instanceof InvalidInput)) throw error
  for (const fault of error.faults)
    if (!faults.list.some((one) => one.place === fault.place && one.problem === fault.problem))
      faults.add(fault.place, fault.problem, fault.mend)
}
for (const { place, problem, mend } of faults.list) console.error(`${place}: ${problem}${mend ? ` (${mend})` : ''}`)
console.log(
  faults.list.length === 0
    ? `Content is sound: ${content.dialogFiles.length} dialogs, version ${content.version}.`
    : `${faults.list.length} faults.`,
)
process.exitCode = faults.list.length === 0 ? 0 : 1
