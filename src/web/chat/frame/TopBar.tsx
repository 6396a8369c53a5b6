import type { Me } from '../api/chatApi.ts'
import { timeName } from '../answer/days.ts'
import { usePage, useParts } from '../parts.ts'
import { Reconnecting } from './Reconnecting.tsx'
import { w } from '../words/words.ts'

/** Always in sight: who looks at this and when, help, and leaving. */
export function TopBar({ openSettings }: { openSettings?: () => void }) {
  const { me, help, shown } = usePage()
  const { openHelp, leave } = useParts()
  const practitioner = shown === 'open' ? me?.practitioner : null
  return (
    <header className="top">
      <div className="column">
        {practitioner && (
          <p className="who">
            <strong>{practitioner.firstName}</strong> <span>{nextLook(practitioner)}</span>
          </p>
        )}
        <div className="top-ways">
          <button type="button" className="help-now" onClick={openHelp}>
            {w('top.help')}
          </button>
          <button type="button" className="leave" onClick={leave}>
            {w('top.leave')}
          </button>
        </div>
        {openSettings && (
          <button type="button" className="quiet settings" aria-label={w('top.settings')} onClick={openSettings}>
            <SettingsMark />
          </button>
        )}
      </div>
      {shown === 'open' && <Reconnecting />}
      {help.demonstration && <p className="demonstration">{w('top.demonstration')}</p>}
    </header>
  )
}

/** "Next look: Tue 9:00", or while somebody is there "Next look by 5:00 pm". */
function nextLook(practitioner: NonNullable<Me['practitioner']>): string {
  if (!practitioner.staffedNow) return w('top.next-look', { nextLook: practitioner.nextLook.words })
  const time = practitioner.nextLook.words.split(' ').at(-1) ?? ''
  return w('top.next-look-by', { time: timeName(time) })
}

const SettingsMark = () => (
  <svg
    viewBox="0 0 24 24"
    width="24"
    height="24"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
  >
    <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
    <circle cx="16" cy="7" r="2.5" />
    <circle cx="8" cy="17" r="2.5" />
  </svg>
)
