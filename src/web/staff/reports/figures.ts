import type { Schemas } from '../api/client.ts'
import { CARE_STATUS_WORDS, REFERRAL_SOURCE_WORDS, SPECIALIST_WORDS } from '../words/index.ts'

type Figure = Schemas['QuarterlyReport']['figures'][number]

const KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'referrals-by-source': REFERRAL_SOURCE_WORDS,
  'accepted-by-source': REFERRAL_SOURCE_WORDS,
  'held-by-care-status': CARE_STATUS_WORDS,
  'specialist-by-service': SPECIALIST_WORDS,
}

/** What a figure of a breakdown is about, in words. */
export const kindWords = ({ id, of }: Pick<Figure, 'id' | 'of'>): string => (of === null ? '' : (KINDS[id]?.[of] ?? of))

/** A number as it is read: whole where it is a count, to one place where it is a median; a dash where there is nothing. */
export const valueWords = ({ value, small }: Pick<Figure, 'value' | 'small'>): string =>
  value === null ? (small ? 'fewer than 5' : '–') : String(Math.round(value * 10) / 10)

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The report as it may leave the service: small numbers are not in it, nor what they could be worked out from. */
export function asCsv({ quarter, figures }: Schemas['QuarterlyReport']): string {
  const rows = figures.map((figure) => [
    quarter,
    figure.title,
    kindWords(figure),
    figure.small ? 'fewer than 5' : valueWords(figure),
    figure.small || figure.outOf === null ? '' : String(figure.outOf),
    figure.definition,
  ])
  return [['Quarter', 'What', 'Kind', 'Number', 'Of', 'How it is counted'], ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
}
