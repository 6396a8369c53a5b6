import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { bodyOf, type Schemas } from '../api/client.ts'
import { useDesk } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { FormDialog } from '../parts/formDialog.tsx'
import { useCommand } from '../parts/useCommand.ts'
import { useReturnFocus } from '../parts/useReturnFocus.ts'
import { whenWords } from '../words/index.ts'
import { invitationWords } from './invitationWords.ts'

/** Makes an invitation and shows link and code once, on a card that can be printed. */
export default function Invitation({ person, onClose }: { person: Schemas['Person']; onClose: () => void }) {
  const { api, cache } = useDesk()
  const made = useRef<Schemas['NewInvitation'] | null>(null)
  const [shown, setShown] = useState<Schemas['NewInvitation'] | null>(null)
  const make = useCommand(() =>
    bodyOf(api.POST('/staff/api/people/{personId}/invitations', { params: { path: { personId: person.id } } })),
  )
  const run = async () => {
    const answer = await make.run(undefined)
    if (!answer) return false
    made.current = answer
    void cache.refresh(['cases'])
    return true
  }
  if (shown) return <InvitationCard person={person} made={shown} onClose={onClose} />
  return (
    <FormDialog
      title={`Invite ${person.preferredName}`}
      send="Make the invitation"
      ready={person.consent.complete}
      running={make.running}
      problem={make.problem}
      onSend={run}
      onClose={() => (made.current ? setShown(made.current) : onClose())}
    >
      <p>
        You get a link and a six-digit code, shown once. Give them to {person.preferredName} in person or by video,
        nobody else.
      </p>
      {person.invitation.state === 'waiting' ? <p>The invitation they have now stops working.</p> : null}
      {person.consent.complete ? null : (
        <div className="gaps" role="note">
          <strong>First finish the consent record. It still needs:</strong>
          <ul>
            {person.consent.missing.map(({ code, words }) => (
              <li key={code}>{words}</li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  )
}

/** The card: what stands on it is for the person who is invited, so it names no service and nothing about why. */
function InvitationCard({
  person,
  made,
  onClose,
}: {
  person: Schemas['Person']
  made: Schemas['NewInvitation']
  onClose: () => void
}) {
  const now = useNow()
  useReturnFocus()
  const [open, setOpen] = useState(true)
  const [copied, setCopied] = useState(false)
  const print = () => {
    document.documentElement.dataset.print = 'card'
    window.print()
    delete document.documentElement.dataset.print
  }
  const copy = async () => {
    await navigator.clipboard.writeText(made.link)
    setCopied(true)
  }
  return (
    <Dialog
      open={open}
      modalType="alert"
      surfaceMotion={{ onMotionFinish: (_, { direction }) => direction === 'exit' && onClose() }}
    >
      <DialogSurface className="form-dialog">
        <DialogBody>
          <DialogTitle>Invitation for {person.preferredName}</DialogTitle>
          <DialogContent>
            <p>
              <strong>Shown once.</strong> When this is closed, neither can be read again; a new invitation can be made.
            </p>
            <dl className="invitation-card">
              <dt>{invitationWords.link}</dt>
              <dd>
                <code className="invitation-link">{made.link}</code>
              </dd>
              <dt>{invitationWords.code}</dt>
              <dd>
                <code className="invitation-code">{made.code}</code>
              </dd>
              <dt>{invitationWords.teams}</dt>
              <dd>
                <code>{made.teamsCode}</code>
              </dd>
              <dt>{invitationWords.until}</dt>
              <dd>{whenWords(made.expiresAt, now)}</dd>
            </dl>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => setOpen(false)}>
              Done
            </Button>
            <Button onClick={() => void copy()}>{copied ? 'Copied' : 'Copy link'}</Button>
            <Button onClick={print}>Print the card</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
