import type { CaseDetail } from '../cases/readCase.ts'
import type { Brief } from './sources.ts'

type Measure = Brief['measures'][number]

/** Goals stand in a line of their own. */
export const GOALS = 'gbo'

type Request = CaseDetail['people'][number]['measureRequests'][number]
export const isWaiting = ({ state }: Request): boolean => state === 'asked' || state === 'started'

/** Each person's measures: the last administration with what it was compared with, and what is asked for and not there yet. */
export function measuresInBrief(detail: CaseDetail, isNew: (at: string) => boolean): Measure[] {
  return detail.people.flatMap((person) => {
    const waiting = person.measureRequests.filter((one) => isWaiting(one) && one.measure !== GOALS)
    const sent = detail.measures.filter(({ personId }) => personId === person.id)
    const known = sent.flatMap((series): Measure[] => {
      const last = series.administrations.at(-1)
      if (!last) return []
      const { occurredAt, localDate, total, reason, band, change, changeFromBaseline, reliable, fast } = last
      const words = (id: string) => last.answers.find(({ item }) => item === id)?.text ?? id
      return [
        {
          personName: person.preferredName,
          title: series.title,
          max: series.range?.max ?? null,
          direction: series.direction,
          last: { occurredAt, localDate, total, reason, band, change, changeFromBaseline, reliable, fast },
          isNew: isNew(occurredAt),
          declined: last.declined.map(words),
          missing: last.missing.length,
          riskItems: last.answers
            .filter(({ risk }) => risk)
            .map(({ text, answerText }) => ({ text, answer: answerText })),
          waiting: waiting.some(({ measure }) => measure === series.measure),
        },
      ]
    })
    const never = waiting
      .filter(({ measure }) => !sent.some((series) => series.measure === measure))
      .map(
        ({ title }): Measure => ({
          personName: person.preferredName,
          title,
          max: null,
          direction: null,
          last: null,
          isNew: false,
          declined: [],
          missing: 0,
          riskItems: [],
          waiting: true,
        }),
      )
    return [...known, ...never]
  })
}
