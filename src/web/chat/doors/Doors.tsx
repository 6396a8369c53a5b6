import { useEffect, useState } from 'react'
import { usePage, useParts } from '../parts.ts'
import { w } from '../words/words.ts'
import { DigitsForm } from './DigitsForm.tsx'
import { SetPin } from './SetPin.tsx'

/** Everything that stands before the conversation: one thing on the screen, in the words of the page. */
export function Doors() {
  const { shown, link, outgoing } = usePage()
  const { page, doors } = useParts()
  const goTo = (next: 'join' | 'join-device'): void => page.change({ shown: next })
  switch (shown) {
    case 'first-load':
      return <FirstLoad />
    case 'unreachable':
      return (
        <Door title={w('first-load.no-connection')}>
          <button type="button" className="choice main" onClick={() => void doors.load()}>
            {w('first-load.again')}
          </button>
        </Door>
      )
    case 'join':
      return link === null ? (
        <Door title={w('doors.join.no-link')} text={w('doors.join.no-link-text')}>
          <button type="button" className="choice" onClick={() => goTo('join-device')}>
            {w('doors.join.other-device')}
          </button>
        </Door>
      ) : (
        <Door title={w('doors.join.title')} text={w('doors.join.text')}>
          <DigitsForm
            label={w('doors.join.code')}
            button={w('doors.join.button')}
            digits={[6, 6]}
            send={doors.join}
            refused={sayRefusal('join')}
          />
        </Door>
      )
    case 'link-used':
      return (
        <Door title={w('doors.used.title')} text={w('doors.used.text')}>
          <button type="button" className="choice" onClick={() => goTo('join-device')}>
            {w('doors.used.other-device')}
          </button>
        </Door>
      )
    case 'join-device':
      return (
        <Door title={w('doors.device.title')} text={w('doors.device.text')}>
          <DigitsForm
            label={w('doors.device.code')}
            button={w('doors.device.button')}
            letters
            digits={[8, 9]}
            send={doors.joinDevice}
            refused={sayRefusal('device')}
          />
          <button type="button" className="quiet" onClick={() => goTo('join')}>
            {w('doors.device.back')}
          </button>
        </Door>
      )
    case 'set-pin':
      return (
        <Door title={w('doors.set-pin.title')} text={w('doors.set-pin.text')}>
          <SetPin />
        </Door>
      )
    case 'locked':
      return (
        <Door title={w('doors.locked.title')} text={w('doors.locked.text')}>
          <DigitsForm
            label={w('doors.locked.pin')}
            button={w('doors.locked.button')}
            hidden
            digits={[4, 6]}
            send={doors.unlock}
            refused={sayRefusal('locked')}
          />
          {outgoing.length > 0 && <p className="small">{w('doors.locked.kept')}</p>}
          <p className="small">{w('doors.locked.forgotten')}</p>
          {link !== null && (
            <button type="button" className="quiet" onClick={() => goTo('join')}>
              {w('doors.locked.new-link')}
            </button>
          )}
        </Door>
      )
    case 'pin-blocked':
      return <Door title={w('doors.pin-blocked.title')} text={w('doors.pin-blocked.text')} />
    case 'open':
      return null
  }
}

/** One door: a title that takes the focus, a sentence, and what can be done. */
function Door(props: { title: string; text?: string; children?: React.ReactNode }) {
  useEffect(() => {
    const title = document.querySelector<HTMLElement>('.door h1')
    if (document.activeElement === document.body) title?.focus()
  }, [props.title])
  return (
    <main className="door">
      <h1 tabIndex={-1}>{props.title}</h1>
      {props.text !== undefined && <p>{props.text}</p>}
      {props.children}
    </main>
  )
}

const QUIET_MS = 400

/** The first moment: nothing for a blink, then a calm line. */
function FirstLoad() {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="door" aria-busy="true">
      <p role="status">{slow ? w('first-load.wait') : ''}</p>
    </main>
  )
}

/** What a refusal is called at a door, with the tries left where the server says so. */
const sayRefusal =
  (door: 'join' | 'locked' | 'device') =>
  ({ code, triesLeft }: { code: string; triesLeft?: number }): string => {
    if (code === 'offline') return w('doors.offline')
    if (code === 'status-429' || code.startsWith('too-many')) return w('doors.too-many')
    const wrong: Record<string, string> = {
      join: code === 'invitation-wrong-code' ? w('doors.join.wrong') : '',
      locked: code === 'wrong-pin' ? w('doors.locked.wrong') : '',
      device: code === 'device-code-refused' ? w('doors.device.wrong') : '',
    }
    const words = wrong[door] || w('doors.problem')
    const tries =
      door === 'join'
        ? w('doors.join.tries', { tries: triesLeft ?? '' })
        : w('doors.locked.tries', { tries: triesLeft ?? '' })
    return triesLeft === undefined ? words : `${words} ${tries}`
  }
