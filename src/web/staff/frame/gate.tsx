import { Button, Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import { bodyOf, problemWords, Refused, type Schemas, type StaffApi } from '../api/client.ts'
import type { Host } from '../host/types.ts'
import { Frame } from './frame.tsx'
import { SignIn } from './signIn.tsx'

type Who =
  | { state: 'asking' }
  | { state: 'in'; me: Schemas['Me'] }
  | { state: 'out' }
  | { state: 'failed'; problem: unknown }

/** Asks who is there, and shows the page or the way to sign in. A sign-in that ends later brings one back here. */
export function Gate({ host, api }: { host: Host; api: StaffApi }) {
  const [who, setWho] = useState<Who>({ state: 'asking' })
  const ask = useCallback(async () => {
    try {
      setWho({ state: 'in', me: await bodyOf(api.GET('/staff/api/me')) })
    } catch (problem) {
      setWho(problem instanceof Refused && problem.status === 401 ? { state: 'out' } : { state: 'failed', problem })
    }
  }, [api])
  useEffect(() => void ask(), [ask])

  switch (who.state) {
    case 'asking':
      return (
        <Skeleton className="gate" aria-label="Starting">
          <SkeletonItem size={28} />
          <SkeletonItem size={96} />
          <SkeletonItem size={96} />
        </Skeleton>
      )
    case 'in':
      return <Frame host={host} api={api} me={who.me} onSignedOut={() => setWho({ state: 'out' })} />
    case 'out':
      return <SignIn host={host} api={api} onTryAgain={() => void ask()} />
    case 'failed':
      return (
        <main className="gate">
          <h1>This page could not start</h1>
          <p>{problemWords(who.problem)}</p>
          <p>Alerts are not shown here until it does. If it lasts, use your service’s other way of being reached.</p>
          <Button appearance="primary" onClick={() => void ask()}>
            Try again
          </Button>
        </main>
      )
  }
}
