import { writeFile } from 'node:fs/promises'
import { Faults } from '../content/faults.ts'
import { ALLOWANCE, chooseThresholds, type Scored } from '../risk/classifier/chooseThresholds.ts'
import { type Head, type ModelHeader, modelHeader } from '../risk/classifier/model.ts'
import { scoreUnseen } from '../risk/classifier/scoreUnseen.ts'
import { trainHeads, TRAINING, type Example } from '../risk/classifier/train.ts'
import { digestText } from '../risk/corpus/digest.ts'
import type { LabelledMessage } from '../risk/corpus/message.ts'
import { loadMeanings, versionOf } from '../risk/loadRiskModel.ts'
import { loadRiskRules } from '../risk/loadRiskRules.ts'
import { createLexicon } from '../risk/lexicon.ts'
import { alarmTier, tierRank } from '../risk/types.ts'
import { readCorpus } from './corpusFiles.ts'

/**
 * `npm run train-risk`: trains the screen's second stage on the train split, chooses its thresholds on train and dev by
 * cross-validation over writers and writes content/risk/model.bin and model.json. Deterministic; a few minutes. Never reads
 * the test split's messages. Run it after a change of the corpus, the lexicon, the word classes, or of how messages are read.
 */
const content = new URL('../../content/risk/', import.meta.url)
const faults = new Faults()
const [rules, meanings, { train, dev }] = await Promise.all([loadRiskRules(content), loadMeanings(content, faults), readCorpus()]) // prettier-ignore
faults.throwIfAny('The word classes have faults:')
if (!meanings) throw new Error('content/risk/meanings.en.yaml is missing')
const hear = createLexicon(rules)
const hearingOf = ({ text, role }: LabelledMessage) => hear(text, { role, asking: null, night: false, earlier: [], veryLowRating: false }) // prettier-ignore

const { weights, heads } = trainHeads(train.map(exampleOf), meanings.data)
const header: ModelHeader = {
  version: versionOf(new Uint8Array(weights.buffer)),
  trainedOn: {
    messages: train.length,
    corpus: digestText(train.map((m) => `${m.id} ${m.text} ${m.tier} ${m.family}`).join('\n')),
    meanings: meanings.digest,
    rules: rules.version,
  },
  kinds: TRAINING.kinds,
  heads,
  thresholds: { risk: 0, urgent: 0, emergency: 0, scope: 0, hintRisk: 0, hintUrgent: 0, hintEmergency: 0 },
}
const known = [...train, ...dev]
const unseen = scoreUnseen(
  known.map((message) => ({
    writer: message.batch,
    example: exampleOf(message),
    isTrainedOn: train.includes(message),
  })),
  meanings.data,
)
header.thresholds = chooseThresholds(known.map((message, i) => scoreOf(message, unseen[i]!)), ALLOWANCE) // prettier-ignore
await writeFile(new URL('model.bin', content), weights)
await writeFile(new URL('model.json', content), `${JSON.stringify(modelHeader.parse(header), null, 2)}\n`)
console.log(`model ${header.version}: trained on ${train.length} messages, thresholds chosen on ${known.length}`)
for (const [head, threshold] of Object.entries(header.thresholds)) console.log(`  ${head.padEnd(10)} from ${threshold.toFixed(2)}`) // prettier-ignore

function exampleOf(message: LabelledMessage): Example {
  const isAbout = (lane: Head) => message.tier !== 'T0' && message.lane === lane
  const is: Record<Head, boolean> = {
    risk: tierRank(message.tier) >= 1,
    urgent: tierRank(message.tier) >= 2,
    emergency: message.tier === 'T3',
    scope: message.scope,
    safeguarding: isAbout('safeguarding'),
    others: isAbout('others'),
    third_party: isAbout('third_party'),
    medical: isAbout('medical'),
  }
  const { tokens, heard } = hearingOf(message)
  return { words: tokens.map((t) => t.word), role: message.role, heard, sentences: tokens.map((t) => t.sentence), is }
}

function scoreOf(message: LabelledMessage, scores: Scored['scores']): Scored {
  const { findings, hints } = hearingOf(message)
  return { tier: message.tier, scope: message.scope, lexicon: alarmTier(findings), hint: alarmTier(hints), scores }
}
