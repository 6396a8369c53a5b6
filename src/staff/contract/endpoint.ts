import type { z } from 'zod'
import { defineRoute, type Call, type Reply, type Route, type StaffCaller, type StaffRole } from '../../shared/route.ts'
import { rolesFor, type Subject } from '../access.ts'

/** A staff route without its handler: what the page is built on. `subject` decides who may call it. */
export interface Endpoint<Params = unknown, Query = unknown, Body = unknown, Out = unknown> {
  id: string
  method: Route['method']
  path: string
  summary: string
  subject: Subject
  params?: z.ZodType<Params>
  query?: z.ZodType<Query>
  body?: z.ZodType<Body>
  reply: z.ZodType<Out>
}

/** Declares an endpoint with its types tied together. */
export const endpoint = <
  Params = Record<string, never>,
  Query = Record<string, never>,
  Body = undefined,
  Out = undefined,
>(
  declared: Endpoint<Params, Query, Body, Out>,
): Endpoint<Params, Query, Body, Out> => declared

/** Joins an endpoint and its handler into the route that the HTTP edge serves. */
export function serve<Params, Query, Body, Out>(
  declared: Endpoint<Params, Query, Body, Out>,
  handle: (call: Call<Params, Query, Body, StaffCaller>) => Promise<Reply<Out>>,
): Route {
  const { subject, ...rest } = declared
  const access: { who: 'staff'; roles: readonly StaffRole[] } = { who: 'staff', roles: rolesFor(subject) }
  return defineRoute({ ...rest, access, handle })
}
