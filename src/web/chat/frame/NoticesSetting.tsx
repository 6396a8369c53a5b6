import { useEffect, useState } from 'react'
import { noticesNow, turnOffNotices, turnOnNotices, type Notices } from '../browser/notices.ts'
import { usePage } from '../parts.ts'
import { w } from '../words/words.ts'

/** Being told on this device that there is a message. Not there where the service or the browser cannot. */
export function NoticesSetting() {
  const key = usePage().me?.pushKey ?? null
  const [notices, setNotices] = useState<Notices>('cannot')
  const [problem, setProblem] = useState(false)
  useEffect(() => {
    if (key !== null) void noticesNow().then(setNotices)
  }, [key])
  if (key === null || notices === 'cannot') return null
  const change = async (wanted: boolean): Promise<void> => {
    try {
      setNotices(await (wanted ? turnOnNotices(key) : turnOffNotices()))
      setProblem(false)
    } catch {
      setProblem(true)
    }
  }
  return (
    <>
      <label className="tick">
        <input
          type="checkbox"
          checked={notices === 'on'}
          disabled={notices === 'blocked'}
          onChange={(event) => void change(event.target.checked)}
        />
        <span>
          <strong>{w('settings.notices')}</strong>
          <span className="small">
            {w(notices === 'blocked' ? 'settings.notices-blocked' : 'settings.notices-text')}
          </span>
        </span>
      </label>
      {problem && (
        <p role="alert" className="problem">
          {w('settings.not-saved')}
        </p>
      )}
    </>
  )
}
