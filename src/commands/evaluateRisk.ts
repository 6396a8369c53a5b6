import { parseArgs } from 'node:util'
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { beyondFloors, confusionOf, figuresBy, figuresOf, type Heard } from '../risk/corpus/evaluation.ts'
import type { Share } from '../risk/corpus/wilson.ts'
import type { LabelledMessage } from '../risk/corpus/message.ts'
import { loadRiskRules } from '../risk/loadRiskRules.ts'
import { hearModel } from '../risk/classifier/hearModel.ts'
import { createClassifier } from '../risk/classifier/model.ts'
import { createLexicon } from '../risk/lexicon.ts'
import { loadRiskModel } from '../risk/loadRiskModel.ts'
import { createScreen } from '../risk/screen.ts'
import { alarmTier, TIERS, type Screen } from '../risk/types.ts'
import { readCorpus } from './corpusFiles.ts'

/**
 * `npm run evaluate-risk`: what the screen hears of the labelled corpus's test split, in figures only, and ends with 1 when
 * one is beyond the floors in content/risk/floors.yaml. `--split dev --errors` lists what it gets wrong in the development
 * split: the test split's messages are never shown, so that nobody writes rules for them.
 */
const { values: asked } = parseArgs({
  options: {
    split: { type: 'string', default: 'test' },
    errors: { type: 'boolean', default: false },
    details: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const split = z.enum(['train', 'dev', 'test']).parse(asked.split)
if (asked.errors && split === 'test') {
  console.error('Messages of the test split are never shown: use --split dev or --split train with --errors.')
  process.exit(1)
}

const content = new URL('../../content/risk/', import.meta.url)
const rules = await loadRiskRules(content)
const messages = (await readCorpus())[split]
const model = await loadRiskModel(content)
const stages: [string, Screen][] = [
  ['Lexicon alone', createScreen(rules)],
  ['Lexicon, with what it would only ask about', countEveryHint()],
  ['Classifier alone', classifierAlone()],
  ['Both stages', createScreen(rules, model)],
]

console.log(`The risk screen on the ${split} split of the labelled corpus: ${messages.length} messages. Rules ${rules.version}, model ${model.header.version}.`) // prettier-ignore
console.log('Synthetic messages, written and labelled for this project: no measure of what real people write.\n')
for (const [name, screen] of stages) printOverall(name, hearAll(screen))

const [, whole] = stages.at(-1)!
const heard = hearAll(whole)
console.log('\nTiers: rows as labelled, columns as heard')
console.log(`     ${TIERS.map((t) => t.padStart(5)).join('')}`)
confusionOf(heard).forEach((row, i) => console.log(`${TIERS[i]}   ${row.map((n) => String(n).padStart(5)).join('')}`))
if (asked.details) for (const property of ['tier', 'family', 'role', 'register', 'disguise', 'batch'] as const) printBy(property) // prettier-ignore
printSpeed()
if (asked.errors) printErrors()

const floors = z
  .record(z.string(), z.number())
  .parse(parse(await readFile(new URL('floors.yaml', content), 'utf8').catch(() => '{}')) ?? {})
const beyond = split === 'test' ? beyondFloors(figuresOf(heard), floors) : []
for (const fault of beyond) console.error(`Beyond its floor: ${fault}`)
if (beyond.length > 0) process.exitCode = 1

/** The first stage, each of its hints counted as a finding: how far its phrases reach. */
function countEveryHint(): Screen {
  const hear = createLexicon(rules)
  return (text, context) => {
    const { findings, hints } = hear(text, context)
    const all = [...findings, ...hints]
    return { findings: all, tier: alarmTier(all), version: rules.version }
  }
}

/** The second stage by itself. It still reads which rules fired, as one sort of word among others. */
function classifierAlone(): Screen {
  const hear = createLexicon(rules)
  const classifier = createClassifier(model)
  return (text, context) => {
    const { tokens, heard } = hear(text, context)
    classifier.score({
      words: tokens.map((t) => t.word),
      role: context.role,
      heard,
      sentences: tokens.map((t) => t.sentence),
    })
    const findings = hearModel(classifier, model.header, context.role, { tier: 'T0', scope: false }, () => '')
    return { findings, tier: alarmTier(findings), version: model.header.version }
  }
}

function hearAll(screen: Screen): Heard[] {
  return messages.map((message) => {
    const { findings } = screen(message.text, contextOf(message))
    return { message, tier: alarmTier(findings), scope: findings.some((f) => f.lane === 'scope') }
  })
}

function contextOf({ role, context }: LabelledMessage) {
  return { role, asking: context, night: false, earlier: [], veryLowRating: false }
}

function printOverall(name: string, all: readonly Heard[]) {
  console.log(`${name}:`)
  for (const [figure, { share, low, high, hit, of }] of Object.entries(figuresOf(all)) as [string, Share][])
    console.log(`  ${figure.padEnd(16)} ${share.toFixed(4)}  (95 % ${low.toFixed(3)} to ${high.toFixed(3)})  ${hit} of ${of}`) // prettier-ignore
}

function printBy(property: Parameters<typeof figuresBy>[1]) {
  const shown = ['urgent-heard', 'risk-heard', 'emergency-heard', 'false-flags', 'false-urgent', 'flags-right'] as const
  console.log(`\nBy ${property}`.padEnd(30) + shown.map((f) => f.padStart(26)).join(''))
  for (const [value, figures] of figuresBy(heard, property))
    console.log(
      value.padEnd(29) +
        shown
          .map((f) => figures[f])
          .map((s) => (s.of === 0 ? '–' : `${s.share.toFixed(3)} ${s.low.toFixed(2)}–${s.high.toFixed(2)} ${s.hit}/${s.of}`))
          .map((s) => s.padStart(26))
          .join(''),
    ) // prettier-ignore
}

function printSpeed() {
  let best = 0
  for (let round = 0; round < 8; round++) {
    const begun = process.cpuUsage()
    for (const message of messages) whole(message.text, contextOf(message))
    const { user, system } = process.cpuUsage(begun)
    best = Math.max(best, messages.length / ((user + system) / 1e6))
  }
  console.log(`\nSpeed: ${Math.round(best)} messages a second of one core's time (best of 8 rounds)`)
}

function printErrors() {
  const wrong = heard.filter(
    ({ message, tier }) => (message.tier === 'T0') !== (tier === 'T0') || message.tier !== tier,
  )
  for (const { message, tier } of wrong.sort((a, b) => (a.message.tier + a.tier < b.message.tier + b.tier ? -1 : 1))) {
    const { findings } = whole(message.text, contextOf(message))
    const why = findings.map((f) => `${f.rule}(${f.tier}): ${f.words}`).join(' | ')
    console.log(`${message.tier}→${tier} ${message.id} ${message.family} [${message.disguise}] ${JSON.stringify(message.text)}${message.context ? ` in answer to ${JSON.stringify(message.context)}` : ''}${why ? `  ⟵ ${why}` : ''}`) // prettier-ignore
  }
}
