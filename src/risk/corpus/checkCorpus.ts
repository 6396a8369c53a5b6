import type { Fault } from '../../shared/errors.ts'
import { findAlike, NEAR_DUPLICATE } from './alike.ts'
import type { SecondLabel, WrittenMessage } from './message.ts'
import { digestMessage, type Place } from './split.ts'

/**
 * What is wrong with a corpus that reads well line by line: ids twice, messages without a place or changed since they got
 * it, near-duplicates that are not left out, second labels for nothing. An empty list means it can be used.
 */
export function checkCorpus(
  messages: readonly WrittenMessage[],
  seconds: readonly SecondLabel[],
  places: Readonly<Record<string, Place>>,
): Fault[] {
  const faults: Fault[] = []
  const ids = new Set<string>()
  for (const message of messages) {
    const { id } = message
    if (ids.has(id)) faults.push({ place: id, problem: 'this id stands more than once' })
    ids.add(id)
    const place = places[id]
    if (!place) faults.push({ place: id, problem: 'has no place in split.json', mend: 'run npm run split-corpus' })
    else if (place.digest !== digestMessage(message))
      faults.push({ place: id, problem: 'has changed since it got its place in split.json' })
    if (message.family === 'none' && message.tier !== 'T0')
      faults.push({ place: id, problem: `family none, and yet ${message.tier}` })
  }
  for (const id of Object.keys(places))
    if (!ids.has(id)) faults.push({ place: id, problem: 'stands in split.json and in no batch' })
  const labelled = new Set<string>()
  for (const { id } of seconds) {
    if (!ids.has(id)) faults.push({ place: id, problem: 'has a second label and stands in no batch' })
    if (labelled.has(id)) faults.push({ place: id, problem: 'has two second labels' })
    labelled.add(id)
  }
  const kept = messages.filter(({ id }) => places[id]?.split !== 'left-out')
  for (const { first, second, likeness } of findAlike(kept, NEAR_DUPLICATE))
    faults.push({ place: second, problem: `says what ${first} says (likeness ${likeness.toFixed(2)})` })
  return faults
}
