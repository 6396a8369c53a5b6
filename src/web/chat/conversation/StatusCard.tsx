import { w } from '../words/words.ts'
import type { Status } from './wire.ts'

/** Where an escalation truly stands: sent, to whom, and "seen by" only once a named person has taken it. */
export function StatusCard({ status, current, news }: { status: Status; current: boolean; news?: true }) {
  const { sent, told, seenBy, nextLook } = status
  const delivered = sent !== undefined && told.length > 0
  return (
    <section
      className={current ? 'card status current' : 'card status'}
      aria-label={w('status.title')}
      data-news={news}
    >
      <h2>{w('status.title')}</h2>
      <ol>
        <li className={delivered ? 'done' : 'waiting'}>
          {delivered ? w('status.sent', { told: joinNames(told), sent }) : w('status.trying')}
        </li>
        <li className={seenBy ? 'done' : 'waiting'}>
          {seenBy ? w('status.seen', seenBy) : w('status.not-seen', { nextLook })}
        </li>
      </ol>
    </section>
  )
}

const joinNames = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${w('status.and')} ${names.at(-1)}`
