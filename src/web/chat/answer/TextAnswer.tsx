import { useEffect, useId, useRef } from 'react'
import { usePage, useParts } from '../parts.ts'
import { w } from '../words/words.ts'

interface TextAnswerProps {
  /** Under which the half-written text is kept while the page locks. */
  draftKey: string
  control: { maxLength: number; placeholder?: string; suggestions?: readonly string[] }
  label?: string
  /** A truthful line on who reads this. */
  reads?: string
  send(text: string): void
}

/** The person's own words, with a send button; under them what others say, one tap away. What is half written survives a lock and a lost connection, in memory only. */
export function TextAnswer({ draftKey, control, label, reads, send }: TextAnswerProps) {
  const { drafts, me } = usePage()
  const { page } = useParts()
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const typed = drafts[draftKey] ?? ''
  const keep = (text: string): void => page.change((now) => ({ drafts: { ...now.drafts, [draftKey]: text } }))
  const left = control.maxLength - typed.length
  useEffect(() => {
    const box = field.current
    if (box === null) return
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + 4}px`
  }, [typed])
  const submit = (): void => {
    const text = typed.trim()
    if (text === '') return
    keep('')
    send(text)
  }
  const practitioner = me?.practitioner
  const later =
    practitioner && !practitioner.staffedNow ? w('answer.read-later', { nextLook: practitioner.nextLook.words }) : ''
  return (
    <form
      className="text"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label htmlFor={id} className="out-of-sight">
        {label ?? w('answer.write')}
      </label>
      <div className="text-row">
        <textarea
          id={id}
          ref={field}
          rows={1}
          maxLength={control.maxLength}
          value={typed}
          placeholder={control.placeholder ?? ''}
          aria-describedby={`${id}-about`}
          onChange={(event) => keep(event.target.value)}
          onKeyDown={(event) => {
            const plainEnter = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing
            if (!plainEnter || !matchMedia('(pointer: fine)').matches) return
            event.preventDefault()
            submit()
          }}
        />
        <button type="submit" className="choice main" disabled={typed.trim() === ''}>
          {w('answer.send')}
        </button>
      </div>
      {control.suggestions !== undefined && (
        <div className="chips suggestions" role="group" aria-label={w('answer.suggestions')}>
          {control.suggestions.map((suggestion) => (
            <button key={suggestion} type="button" className="choice" onClick={() => send(suggestion)}>
              {suggestion}
            </button>
          ))}
        </div>
      )}
      <p id={`${id}-about`} className="small">
        {left < control.maxLength / 5 ? w('answer.left', { left }) : (reads ?? later)}
      </p>
    </form>
  )
}
