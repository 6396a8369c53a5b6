import { createClassifier, HEADS, type Head, type ModelHeader } from './model.ts'
import type { Meanings } from './features.ts'
import { trainHeads, type Example, TRAINING } from './train.ts'

/** A message to score: who wrote it (its batch), and whether models may be trained on it. */
export interface Written {
  writer: string
  example: Example
  isTrainedOn: boolean
}

/** Writers whose messages are held back together. A writer of none of these is a fold of its own. */
const FOLDS = ['au', 'bvz', 'cwy', 'dtx']

/**
 * The scores of every message by a model that has read nothing by its writer: what a stranger's messages would get. One
 * training a fold.
 */
export function scoreUnseen(written: readonly Written[], meanings: Meanings): Record<Head, number>[] {
  const foldOf = ({ writer }: Written) => FOLDS.find((fold) => fold.includes(writer)) ?? writer
  const scores = new Array<Record<Head, number>>(written.length)
  for (const fold of new Set(written.map(foldOf))) {
    const others = written.filter((one) => one.isTrainedOn && foldOf(one) !== fold)
    const { weights, heads } = trainHeads(others.map((one) => one.example), meanings) // prettier-ignore
    const classifier = createClassifier({ header: { heads, kinds: TRAINING.kinds } as ModelHeader, weights, meanings })
    written.forEach((one, i) => {
      if (foldOf(one) !== fold) return
      const of = classifier.score(one.example)
      scores[i] = Object.fromEntries(HEADS.map((head, h) => [head, of[h]!])) as Record<Head, number>
    })
  }
  return scores
}
