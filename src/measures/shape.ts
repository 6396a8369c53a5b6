import { z } from 'zod'
import { evidence } from './evidence.ts'
import { example } from './example.ts'
import { scale } from './scales.ts'
import { wording } from './wording.ts'

/** Acts at once from this value on; `rule` is the clinical brief's, `review` is for the practitioner to look at. */
const risk = z.strictObject({ from: z.number(), rule: z.enum(['R-M1', 'R-M2', 'review']) })

const option = z.strictObject({
  value: z.int(),
  loinc: z.string().optional(),
  /** A permitted answer that is no score, such as "don't know". */
  scored: z.literal(false).optional(),
  /** What it counts where that is not its value. */
  scoredAs: z.int().optional(),
})

const item = z.strictObject({
  id: z.string().min(1),
  loinc: z.string().optional(),
  risk: risk.optional(),
  /** May be left out altogether, at the end: a third goal, an impact supplement. */
  optional: z.literal(true).optional(),
  /** Its own response options, where they differ from the measure's. */
  options: z.array(option).min(2).optional(),
  /** What kind of answer it takes, where it has no options. */
  answer: z.enum(['time', 'minutes', 'count', 'ordinal']).optional(),
})

/**
 * The shape of one measure's file: a new measure is one file in content/measures/. Licence, source and evidence grade stand beside each
 * group of facts; what is not verified says so. A measure whose words may not ship has `wording: null`: it is scored here
 * and shown only where a service has imported the words it holds permission for.
 */
export const measureShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d+$/),
  title: z.string().min(1),
  shortTitle: z.string().min(1),
  /** A name shared by several forms of one instrument; the score command finds the form by respondent, answers or scale. */
  family: z.string().optional(),
  respondents: z.array(z.enum(['young-person', 'parent-carer', 'practitioner', 'teacher'])).min(1),
  respondentText: z.string(),
  ages: z.strictObject({ from: z.int(), to: z.int(), ...evidence.shape }),
  licence: z.strictObject({
    status: z.enum(['cleared', 'not-cleared']),
    text: z.string().min(1),
    /** A line the licence wants visible on the form. */
    shownOnForm: z.string().nullable(),
    permissionReference: z.string().nullable(),
    /** The permission's first day, where it has one; `expires` is its last. */
    begins: z.iso.date().optional(),
    expires: z.iso.date().nullable(),
    ...evidence.shape,
  }),
  /** How it is asked: `not-known` where the items themselves were not found. */
  asked: z.enum(['item-by-item', 'goal-by-goal', 'diary', 'by-practitioner', 'not-known']),
  minutes: z.int(),
  items: z.array(item),
  options: z.array(option),
  /** Any number from here to there is an answer (visual analogue scales). */
  between: z.strictObject({ from: z.number(), to: z.number() }).optional(),
  /** Items of the instrument that the bot does not ask; a person may, and their risk rule holds. */
  notAsked: z
    .array(
      z.strictObject({
        id: z.string(),
        why: z.string(),
        labels: z.array(z.string()).optional(),
        risk: z.strictObject({ label: z.string() }).optional(),
      }),
    )
    .default([]),
  /** What is known of risk items. Grade X or M: the measure cannot be sent, whoever clears its words. */
  riskItems: evidence,
  wording: wording.nullable(),
  /** The norm tables its scales are read in, where it has any. */
  norms: z.strictObject({ form: z.string(), respondent: z.enum(['self', 'parent']) }).optional(),
  /** The scale that is the measure's total, where it has one. */
  total: z.string().optional(),
  scales: z.array(scale).min(1),
  /** Bands of T-scores, for staff: `from` belongs to a band, `below` does not. T is never rounded first. */
  tBands: z
    .array(z.strictObject({ from: z.number().nullable(), below: z.number().nullable(), name: z.string() }))
    .optional(),
  /** A published screening cut-off that is not called caseness. */
  cutOff: z.strictObject({ from: z.number(), ...evidence.shape }).optional(),
  /** Evidence by group of facts. */
  evidence: z.record(z.string(), evidence),
  codes: z.record(z.string(), z.string()),
  frequency: z.strictObject({ text: z.string(), source: z.string(), grade: evidence.shape.grade }),
  /** Worked examples, made without this engine; one test runs them all. */
  examples: z.array(example),
})

export type MeasureDefinition = z.infer<typeof measureShape>
export type MeasureItem = MeasureDefinition['items'][number]

/** A definition together with its words: one that can be shown. */
export type WordedMeasure = MeasureDefinition & { wording: NonNullable<MeasureDefinition['wording']> }

/** Whether a measure has words to show: its own, or those a service imported. */
export const hasWording = (measure: MeasureDefinition): measure is WordedMeasure => measure.wording !== null

/** An item's words, or its number where there are none. */
export const itemText = (measure: MeasureDefinition, item: string): string => measure.wording?.items[item] ?? item

/** The label of an answer, or its number where there is none. */
export const optionLabel = (measure: MeasureDefinition, item: string, value: number): string =>
  measure.wording?.itemOptions?.[item]?.[String(value)] ?? measure.wording?.options[String(value)] ?? String(value)

/** The response options of an item: its own, or the measure's. */
export const optionsOf = (measure: MeasureDefinition, item: MeasureItem): MeasureDefinition['options'] =>
  item.options ?? measure.options
