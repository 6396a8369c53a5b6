import type { CalendarDay } from '../shared/calendarDay.ts'
import { hasWording, type MeasureDefinition, type WordedMeasure } from './shape.ts'

/**
 * Why a measure may not be shown to anybody, in plain words for a practitioner; null when it may. It may when its words are
 * here and cleared, the permission has not ended, its risk items are known, and the bot can ask it.
 */
export function whyNotCleared(measure: MeasureDefinition, today: CalendarDay): string | null {
  const { licence, shortTitle, asked } = measure
  if (licence.status !== 'cleared' || !hasWording(measure))
    return `${shortTitle} may not be shown here until permission for its wording is recorded.`
  if (licence.begins !== undefined && licence.begins > today)
    return `The permission to show ${shortTitle} begins on ${licence.begins}.`
  if (licence.expires !== null && licence.expires < today)
    return `The permission to show ${shortTitle} ended on ${licence.expires}.`
  if (measure.riskItems.grade === 'X' || measure.riskItems.grade === 'M')
    return `${shortTitle} is not sent, because it is not known which of its questions are about risk.`
  if (!isAskedInChat(measure)) return NOT_SENT[asked](shortTitle)
  return null
}

/** What is said of measures that are not sent as a questionnaire. */
const NOT_SENT: Record<MeasureDefinition['asked'], (title: string) => string> = {
  'item-by-item': (title) => `${title} cannot be asked in a conversation.`,
  'goal-by-goal': (title) => `${title} cannot be asked in a conversation.`,
  diary: (title) => `${title} is kept night by night, and not sent as a questionnaire.`,
  'by-practitioner': (title) => `${title} is filled in by the practitioner.`,
  'not-known': (title) => `The questions of ${title} were not found.`,
}

/** Whether a measure can be made into a conversation: it has words, and is answered item by item by somebody the bot talks with. */
export const isAskedItemByItem = (measure: MeasureDefinition): measure is WordedMeasure =>
  hasWording(measure) &&
  measure.asked === 'item-by-item' &&
  measure.between === undefined &&
  conversationRoles(measure).length > 0

/** Whether the bot can ask it at all: as a questionnaire, or goal by goal. */
export const isAskedInChat = (measure: MeasureDefinition): measure is WordedMeasure =>
  isAskedItemByItem(measure) ||
  (hasWording(measure) && measure.asked === 'goal-by-goal' && conversationRoles(measure).length > 0)

/** Who of those who answer a measure the bot talks with. */
export const conversationRoles = (measure: MeasureDefinition): ('young-person' | 'parent-carer')[] =>
  measure.respondents.filter((r) => r === 'young-person' || r === 'parent-carer')
