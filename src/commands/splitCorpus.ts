import { agreementOf, type Agreement } from '../risk/corpus/agreement.ts'
import { joinLabels } from '../risk/corpus/message.ts'
import { dealSplits, SPLITS } from '../risk/corpus/split.ts'
import { readBatches, writePlaces } from './corpusFiles.ts'

/**
 * `npm run split-corpus`: gives every new message of the risk corpus its place (train, dev, test) and keeps those given
 * before; prints how many stand where and how far the two labels agree. Run it when a batch is added, never to deal anew.
 */
const { messages, seconds, places } = await readBatches()
const dealt = dealSplits(messages, places)
await writePlaces(dealt)
for (const split of SPLITS)
  console.log(`${split.padEnd(9)} ${Object.values(dealt).filter((place) => place.split === split).length}`)

const second = new Map(seconds.map((label) => [label.id, label]))
const labelled = messages.map((message) => joinLabels(message, second.get(message.id)))
for (const batch of [...new Set(labelled.map((m) => m.batch)), 'all']) {
  const { tier, flagged } = agreementOf(labelled.filter((m) => batch === 'all' || m.batch === batch))
  console.log(`labels of ${batch.padEnd(3)}: tier ${shown(tier)}; flagged or not ${shown(flagged)}`)
}

function shown({ messages: n, alike, kappa }: Agreement): string {
  return n === 0 ? 'no second labels' : `${(alike * 100).toFixed(1)} % alike, kappa ${kappa.toFixed(3)}, of ${n}`
}
