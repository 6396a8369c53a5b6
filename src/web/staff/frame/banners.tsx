import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { bodyOf } from '../api/client.ts'
import { useDesk, useLoaded } from '../live/desk.tsx'
import { useNow } from '../live/useNow.ts'
import { counted, whenWords } from '../words/index.ts'

/** What must be seen wherever one is: an old screen, a sign-in that ended, unchecked helplines, the demonstration. */
export function Banners({ onRetry, onSignIn }: { onRetry: () => void; onSignIn: () => void }) {
  const { me, freshness } = useDesk()
  const helplines = useLoaded('helplines', 'once', (api) => bodyOf(api.GET('/staff/api/helplines')))
  const service = useLoaded('service-state', 'alerts', (api) => bodyOf(api.GET('/staff/api/service-state')))
  const now = useNow()
  return (
    <aside className="banners" aria-label="About this page">
      {freshness.state === 'stale' ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>Not connected since {whenWords(freshness.since.toISOString(), now)}.</MessageBarTitle>
            What you see may be old, and new alerts do not appear. It is trying again by itself.
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onRetry}>
              Try now
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {freshness.state === 'signed-out' ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>You are signed out.</MessageBarTitle>
            New alerts do not appear until you sign in again.
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" appearance="primary" onClick={onSignIn}>
              Sign in
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {service.data && service.data.alertsReachNobody.length > 0 ? (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>Alerts do not get through.</MessageBarTitle>
            Pagers and e-mail may stay silent. Keep this page open, look often, and tell the others.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {helplines.data && !helplines.data.checked ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Helpline numbers are unchecked.</MessageBarTitle>
            {helplines.data.note ?? 'A named person of the service checks them before real people use this.'}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {service.data ? (
        <p className="quiet">
          {service.data.safetyWordsSigned ? '' : 'The safety words are not signed yet. '}
          {service.data.restrictedPhrases === null
            ? 'No restricted list of risk terms is loaded.'
            : `A restricted list of ${counted(service.data.restrictedPhrases, 'risk phrase', 'risk phrases')} is loaded.`}
        </p>
      ) : null}
      {me.demonstration ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Demonstration.</MessageBarTitle>
            Everybody here is made up. Do not enter real people.
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </aside>
  )
}
