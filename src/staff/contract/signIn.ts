import { defineRoute, type Call, type Reply, type Route, type StaffCaller } from '../../shared/route.ts'
import { signInWays } from './serviceShapes.ts'
import { z } from 'zod'

/** What the page shows before anybody is signed in: which ways of signing in there are. */
export const signInWaysRoute = (
  handle: (
    call: Call<Record<string, never>, Record<string, never>, undefined, null>,
  ) => Promise<Reply<z.infer<typeof signInWays>>>,
): Route =>
  defineRoute({
    id: 'readSignInWays',
    method: 'get',
    path: '/staff/api/sign-in',
    summary:
      'Which ways of signing in there are. `GET /staff/sign-in` begins with OpenID Connect and comes back to /staff/, with `?refused=<code>` when it did not work.',
    access: { who: 'anyone' },
    reply: signInWays,
    handle,
  })

/** Signing out; open to every signed-in member of staff, whatever their roles. */
export const signOutRoute = (
  handle: (
    call: Call<Record<string, never>, Record<string, never>, undefined, StaffCaller>,
  ) => Promise<Reply<{ continueAt: string }>>,
): Route =>
  defineRoute({
    id: 'signOut',
    method: 'post',
    path: '/staff/sign-out',
    summary: 'Ends this sign-in. `continueAt` is where the page goes next.',
    access: {
      who: 'staff',
      roles: ['practitioner', 'supervisor', 'duty-worker', 'safeguarding-lead', 'service-manager', 'service-set-up'],
    },
    reply: z.object({ continueAt: z.string() }),
    handle,
  })
