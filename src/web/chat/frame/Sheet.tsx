import { useEffect, useId, useRef, type ReactNode } from 'react'

/**
 * A sheet over everything, with a title and a way back. It keeps the keyboard inside, closes with Escape and gives the
 * focus back to where it was.
 */
export function Sheet(props: {
  title: string
  close: string
  onClose: () => void
  kind?: 'help'
  children: ReactNode
}) {
  const sheet = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => {
    const element = sheet.current
    const before = document.activeElement
    if (element === null) return
    if (typeof element.showModal === 'function') element.showModal()
    else element.setAttribute('open', '')
    return () => {
      element.close?.()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={sheet}
      className={`sheet ${props.kind ?? ''}`}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
      onClick={(event) => event.target === sheet.current && props.onClose()}
    >
      <div className="sheet-body">
        <div className="sheet-head">
          <h2 id={title} tabIndex={-1}>
            {props.title}
          </h2>
          <button type="button" className="quiet" onClick={props.onClose}>
            {props.close}
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  )
}
