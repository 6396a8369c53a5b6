import { useState } from 'react'
import { addDeviceCode } from '../api/chatApi.ts'
import { usePage, useParts } from '../parts.ts'
import { w } from '../words/words.ts'
import { NoticesSetting } from './NoticesSetting.tsx'
import { Sheet } from './Sheet.tsx'

const SIZES = [100, 125, 150] as const

/** How the page is read, another device, and locking; and what leaving quickly does and does not do. */
export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const { settings } = usePage()
  const { doors } = useParts()
  const [problem, setProblem] = useState('')
  const save = async (next: typeof settings): Promise<void> => {
    setProblem((await doors.saveSettings(next)) === undefined ? '' : w('settings.not-saved'))
  }
  return (
    <Sheet title={w('settings.title')} close={w('settings.close')} onClose={onClose}>
      <fieldset>
        <legend>{w('settings.size')}</legend>
        <div className="sizes">
          {SIZES.map((size) => (
            <button
              key={size}
              type="button"
              className="choice"
              aria-pressed={settings.textSize === size}
              onClick={() => void save({ ...settings, textSize: size })}
            >
              {size}%
            </button>
          ))}
        </div>
      </fieldset>
      <label className="tick">
        <input
          type="checkbox"
          checked={settings.plain}
          onChange={(event) => void save({ ...settings, plain: event.target.checked })}
        />
        <span>
          <strong>{w('settings.plain')}</strong>
          <span className="small">{w('settings.plain-text')}</span>
        </span>
      </label>
      <NoticesSetting />
      <p role="alert" className="problem">
        {problem}
      </p>
      <AnotherDevice />
      <button type="button" className="choice" onClick={() => void doors.lock()}>
        {w('settings.lock')}
      </button>
      <h3>{w('settings.leave-title')}</h3>
      <p className="small">{w('settings.leave-text')}</p>
    </Sheet>
  )
}

/** A short code that joins a second device. It is made only when asked for, and shown once. */
function AnotherDevice() {
  const [code, setCode] = useState<string | null>(null)
  const [problem, setProblem] = useState(false)
  const show = async (): Promise<void> => {
    const outcome = await addDeviceCode()
    setProblem(!outcome.ok)
    setCode(outcome.ok ? outcome.value.code : null)
  }
  return (
    <section className="another-device">
      {code === null ? (
        <button type="button" className="choice" onClick={() => void show()}>
          {w('settings.device')}
        </button>
      ) : (
        <div role="status">
          <p>{w('settings.device-text')}</p>
          <p className="code">{code}</p>
        </div>
      )}
      {problem && (
        <p role="alert" className="problem">
          {w('doors.problem')}
        </p>
      )}
    </section>
  )
}
