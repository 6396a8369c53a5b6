import { useMemo, useState } from 'react'
import { dayName, addDays, londonDay } from '../answer/days.ts'
import { now } from '../browser/now.ts'
import { usePage } from '../parts.ts'
import { w } from '../words/words.ts'
import { foldEarlier } from './fold.ts'
import { EntryCard } from './EntryCard.tsx'
import type { Screen } from './readConversation.ts'

const dayOf = (at: string): string => londonDay(new Date(at))

/** The conversation so far: the last entries in sight, earlier days behind one line each. New ones are read out politely. */
export function Conversation({ screen }: { screen: Screen }) {
  const { connection } = usePage()
  const { earlier, recent } = useMemo(() => foldEarlier(screen.entries, dayOf), [screen.entries])
  const nothing = screen.entries.length === 0 && connection === 'online'
  return (
    <section className="conversation" aria-label={w('conversation.label')}>
      {earlier.map((group) => (
        <Earlier key={group.day} day={group.day} screen={screen} entries={group.entries} />
      ))}
      <div role="log" aria-live="polite" aria-relevant="additions text">
        {nothing && <p className="small">{w('conversation.nothing-yet')}</p>}
        {recent.map((entry) => (
          <EntryCard key={entry.key} entry={entry} screen={screen} />
        ))}
      </div>
    </section>
  )
}

function Earlier({ day, screen, entries }: { day: string; screen: Screen; entries: Screen['entries'] }) {
  const [shown, setShown] = useState(false)
  return (
    <div className="earlier">
      <button type="button" className="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {nameOfDay(day)}
      </button>
      {shown && entries.map((entry) => <EntryCard key={entry.key} entry={entry} screen={screen} />)}
    </div>
  )
}

function nameOfDay(day: string): string {
  const today = londonDay(now())
  if (day === today || day === '') return w('conversation.earlier-today')
  return day === addDays(today, -1) ? w('conversation.yesterday') : dayName(day, 'long')
}
