import { Faults } from '../../content/faults.ts'
import { readYaml } from '../../content/readYaml.ts'
import { ladderFile, type LadderRules } from './ladderFile.ts'

/** Reads and checks `ladder.yaml` in the content folder. Throws `InvalidInput` with every fault. */
export async function loadLadder(content: URL): Promise<LadderRules> {
  const faults = new Faults()
  const file = await readYaml(new URL('ladder.yaml', content), ladderFile, faults)
  faults.throwIfAny('The acknowledgement ladder has faults:')
  return file!.data
}
