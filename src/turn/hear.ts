import type { InboundContent } from '../channels/types.ts'
import { readActivityValue } from '../channels/activityValue.ts'
import type { Option } from '../dialog-kit/index.ts'
import type { OpenQuestion, Surroundings, VisitState } from '../dialog-runner/index.ts'
import { itemText, optionLabel, optionsOf } from '../measures/definition.ts'
import { riskOfAnswer, type RiskItemOutcome } from '../measures/riskItems.ts'
import type { Finding, Lane, ScreenContext, Screening } from '../risk/types.ts'
import type { SituationPerson } from './situation.ts'
import { offeredOptions, readItemAnswers } from './openItem.ts'
import { textsToScreen } from './texts.ts'
import { isCommand } from './toInput.ts'
import type { TurnParts } from './parts.ts'

/** What the screen makes of one message, before any dialog sees it. */
export interface Heard {
  findings: Finding[]
  clarify?: Screening['clarify']
  /** Took something back, or asked to keep it secret: never lowers anything. */
  denial?: true
  /** A measure's risk item was answered: its own conversation follows. */
  item?: { value: number | 'declined'; rule: 'R-M1' | 'R-M2' }
  /** Exactly what was written or chosen, for the escalation. */
  words: string
}

/** Keys of our own buttons' values: they come back with every tap and say nothing. */
const OUR_KEYS = new Set(['answer', 'run', 'step', 'value', 'command', 'open', 'dialog', 'input'])

/** Screens everything a message can carry: text, every string in a value, names of attachments, a measure's risk item. */
export function hear(
  content: InboundContent,
  person: SituationPerson | null,
  visit: VisitState,
  open: OpenQuestion | null,
  surroundings: Surroundings | null,
  parts: TurnParts,
): Heard {
  if (content.type !== 'message' && content.type !== 'edit') return { findings: [], words: '' }
  const value = readActivityValue(content.value)
  const ours = new Set([...OUR_KEYS, ...(open ? [open.run, open.step] : []), ...runIds(visit)])
  if (value && 'command' in value && isCommand(value.command)) ours.add(value.command)
  const offered = open && surroundings ? offeredOptions(visit, surroundings) : []
  const texts = textsToScreen(content, [...offered, ...onEarlierCards(open, parts)], ours)
  const context = contextFor(person, visit, open, surroundings)
  const screenings = texts.map((text) => screenSurely(text, context, parts))
  const item = open && content.type === 'message' ? itemOutcome(content, open, visit, surroundings, parts) : undefined
  const findings = screenings.flatMap((s) => s.findings)
  if (item) findings.push(itemFinding(item, person))
  if (content.attachments.length > 0) findings.push(...content.attachments.map(attachmentFinding))
  return {
    findings,
    ...(findings.length === 0 ? { clarify: screenings.find((s) => s.clarify)?.clarify } : {}),
    ...(screenings.some((s) => s.denial) ? { denial: true as const } : {}),
    ...(item ? { item: { value: item.value, rule: item.outcome.rule } } : {}),
    words: [...new Set([...(item ? [item.asked] : []), content.text, ...texts])]
      .filter((t) => t.trim() !== '')
      .join('\n'),
  }
}

/** Earlier cards of a measure in hand can still be tapped; their labels are the instrument's own words. */
function onEarlierCards(open: OpenQuestion | null, parts: TurnParts): Option[] {
  const measure = open && parts.measures.get(open.dialog)
  if (!measure) return []
  const labels = measure.items.flatMap((item) =>
    optionsOf(measure, item).map(({ value }) => ({
      value: String(value),
      label: optionLabel(measure, item.id, value),
    })),
  )
  return [...new Map(labels.map((option) => [`${option.value} ${option.label}`, option])).values()]
}

/** A fault of the screen itself must not let a message pass unread: a human reads it instead. */
function screenSurely(text: string, context: ScreenContext, parts: TurnParts): Screening {
  try {
    return parts.screen(text, context)
  } catch (error) {
    parts.logger.error('screen-failed', {}, error)
    const finding: Finding = {
      family: 'unscanned',
      lane: 'unscanned',
      tier: 'T1',
      rule: 'screen-failed',
      words: text,
      because: 'the screen failed on this message, so nothing has read it',
    }
    return { findings: [finding], tier: 'T1', version: parts.rulesVersion }
  }
}

const runIds = (visit: VisitState): string[] =>
  [...visit.safety, ...visit.stack, ...visit.aside].flatMap((r) => [r.run, ...Object.keys(r.answers)])

function itemOutcome(
  content: Extract<InboundContent, { type: 'message' | 'edit' }>,
  open: OpenQuestion,
  visit: VisitState,
  surroundings: Surroundings | null,
  parts: TurnParts,
): { outcome: RiskItemOutcome; value: number | 'declined'; asked: string } | undefined {
  const measure = parts.measures.get(open.dialog)
  if (!measure || !surroundings) return undefined
  for (const { step, value } of readItemAnswers(content, open, visit, surroundings)) {
    const outcome = riskOfAnswer(measure, step, value)
    if (!outcome) continue
    // An answer says nothing to whoever looks at it without its question.
    return { outcome, value, asked: `${measure.shortTitle}, item ${outcome.item}: ${itemText(measure, outcome.item)}` }
  }
  return undefined
}

function itemFinding({ outcome }: { outcome: RiskItemOutcome }, person: SituationPerson | null): Finding {
  const lane: Lane = person?.role === 'parent-carer' ? 'parent_self' : 'self'
  return {
    family: 'measure-item',
    lane,
    tier: outcome.tier,
    priority: outcome.priority,
    rule: outcome.rule,
    words: outcome.label ?? '',
    because: `item ${outcome.item}: ${outcome.label ?? 'declined'}`,
  }
}

const attachmentFinding = (attachment: { contentType: string }): Finding => ({
  family: 'unscanned',
  lane: 'unscanned',
  tier: 'T1',
  rule: 'attachment',
  words: attachment.contentType,
  because: 'an attachment cannot be read by the screen',
})

const DAY_MS = 86_400_000

/** Mood was rated 0 or 1 in an entry of the last day. */
const ratedLowLately = (person: SituationPerson | null, at: number): boolean =>
  typeof person?.lowMoodAt === 'string' && at - Date.parse(person.lowMoodAt) <= DAY_MS

const EARLIER_DAYS = 30

function contextFor(
  person: SituationPerson | null,
  visit: VisitState,
  open: OpenQuestion | null,
  surroundings: Surroundings | null,
): ScreenContext {
  const hour = surroundings ? Number(surroundings.now.slice(11, 13)) : 12
  const at = surroundings?.at ?? 0
  const earlier = (person?.escalations ?? []).map((e) => ({
    tier: e.tier,
    lane: e.lane,
    daysAgo: Math.floor((at - Date.parse(e.openedAt)) / DAY_MS),
  }))
  return {
    role: person?.role ?? 'young-person',
    asking: open ? `${open.dialog}/${open.step}` : null,
    night: hour >= 21 || hour < 6,
    earlier: earlier.filter((e) => e.daysAgo <= EARLIER_DAYS),
    veryLowRating:
      ratedLowLately(person, at) ||
      [...visit.stack, ...visit.aside].some((run) =>
        Object.entries(run.answers).some(
          ([key, answer]) =>
            /mood/i.test(key) && answer.state === 'given' && typeof answer.value === 'number' && answer.value <= 1,
        ),
      ),
  }
}
