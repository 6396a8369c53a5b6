import { Faults } from '../../src/content/faults.ts'
import { loadCatalogue } from '../../src/content/loadCatalogue.ts'

/** The shipped measures with their norms, codes and thresholds; throws where content has a fault. */
export async function shippedCatalogue() {
  const faults = new Faults()
  const catalogue = await loadCatalogue(new URL('../../content/measures/', import.meta.url), faults)
  faults.throwIfAny()
  return catalogue!
}
