import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Problem } from './states.tsx'
import { useReturnFocus } from './useReturnFocus.ts'

interface FormDialogProps {
  title: string
  /** The word on the button that sends. */
  send: string
  ready: boolean
  running: boolean
  problem: unknown
  /** Answers whether it worked; the form then closes. */
  onSend: () => Promise<boolean>
  /** Called when the dialog has gone. */
  onClose: () => void
  children: ReactNode
}

/** A form over the page. Esc and Cancel close it and send nothing; a refusal is shown inside, with what was typed kept. */
export function FormDialog({ title, send, ready, running, problem, onSend, onClose, children }: FormDialogProps) {
  // Closed first and taken away after: taken away while open, Fluent would leave the page behind it hidden to screen readers.
  const [open, setOpen] = useState(true)
  useReturnFocus()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !running) void onSend().then((worked) => worked && setOpen(false))
  }
  return (
    // A click beside the form must not throw away what was typed.
    <Dialog
      open={open}
      modalType="modal"
      surfaceMotion={{ onMotionFinish: (_, { direction }) => direction === 'exit' && onClose() }}
      onOpenChange={(_, change) => change.type !== 'backdropClick' && setOpen(change.open)}
    >
      <DialogSurface className="form-dialog" aria-describedby={undefined}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="form">
              {children}
              {problem === undefined ? null : <Problem problem={problem} />}
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={!ready || running}>
                {send}
              </Button>
              <Button type="button" onClick={() => setOpen(false)}>
                Cancel
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
