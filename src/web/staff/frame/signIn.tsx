import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { bodyOf, type Schemas, type StaffApi } from '../api/client.ts'
import type { Host } from '../host/types.ts'

const KEPT_PLACE = 'place-before-sign-in'

/**
 * Goes back to where somebody was going before signing in. A server never sees what stands after `#`, so it is kept here
 * meanwhile. Called once as the page starts.
 */
export function returnToKeptPlace(): void {
  const place = sessionStorage.getItem(KEPT_PLACE)
  sessionStorage.removeItem(KEPT_PLACE)
  if (place && !window.location.hash) window.location.hash = place
}

/** How to sign in, in the ways this service has; nothing that does not work here is offered. */
export function SignIn({ host, api, onTryAgain }: { host: Host; api: StaffApi; onTryAgain: () => void }) {
  const [ways, setWays] = useState<Schemas['SignInWays'] | null>(null)
  useEffect(() => {
    bodyOf(api.GET('/staff/api/sign-in')).then(setWays, () => setWays(null))
  }, [api])
  const refused = new URLSearchParams(window.location.search).get('refused')

  return (
    <main className="gate">
      <h1>{ways?.serviceName ?? 'Staff page'}</h1>
      {refused ? (
        <p role="alert">
          That sign-in did not work ({refused}). If your account is new here, ask whoever sets up the service to add it.
        </p>
      ) : null}
      {host.inTeams ? (
        <>
          <p>Teams did not sign you in to this page. Your account may not be set up here yet.</p>
          <Button appearance="primary" onClick={onTryAgain}>
            Try again
          </Button>
        </>
      ) : (
        <>
          <p>Sign in to see alerts and your caseload.</p>
          {ways?.openIdConnect ? (
            <Button
              as="a"
              appearance="primary"
              href="/staff/sign-in"
              onClick={() => sessionStorage.setItem(KEPT_PLACE, window.location.hash)}
            >
              Sign in with your work account
            </Button>
          ) : null}
          {ways?.development ? (
            <p>
              This is a development copy: open the one-time link that was printed where it was started. It works once;
              start again for a new one.
            </p>
          ) : null}
          {ways && !ways.openIdConnect && !ways.development ? (
            <p>No way to sign in is set up. Whoever runs the service sets OIDC_ISSUER and what goes with it.</p>
          ) : null}
          <Button onClick={onTryAgain}>I have signed in: show the page</Button>
        </>
      )}
    </main>
  )
}
