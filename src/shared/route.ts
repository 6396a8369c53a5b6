import type { z } from 'zod'

/** What a member of staff may be in our own table (architecture: identity, roles, data). */
export const STAFF_ROLES = [
  'practitioner',
  'supervisor',
  'duty-worker',
  'safeguarding-lead',
  'service-manager',
  'service-set-up',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/**
 * Who may call a route. There is no default: a route without a decision does not compile.
 * `device` is a young person's or parent/carer's joined device, `unlocked-device` one whose PIN has been entered.
 */
export type Access =
  | { who: 'anyone' }
  | { who: 'device' }
  | { who: 'unlocked-device' }
  | { who: 'staff'; roles: readonly StaffRole[] }

export interface DeviceCaller {
  deviceId: string
  personId: string
}
export interface StaffCaller {
  staffId: string
  displayName: string
  roles: readonly StaffRole[]
}

/** What a handler is given: parsed input and who calls. It never sees the HTTP library. */
export interface Call<Params, Query, Body, Caller> {
  params: Params
  query: Query
  body: Body
  caller: Caller
  requestId: string
  /** Address the request came from, for limiting tries only; never logged. */
  address: string
  headers: Readonly<Record<string, string | undefined>>
}

/** `headers` may set cookies or an ETag; `body` is checked against the route's `reply` shape in tests. */
export interface Reply<T> {
  status: number
  body?: T
  headers?: Record<string, string | string[]>
}

/** One HTTP route as data: its address, who may call it, the shapes in and out, and the handler. */
export interface Route<Params = unknown, Query = unknown, Body = unknown, Out = unknown, Caller = unknown> {
  /** Unique, camelCase: the operationId of the OpenAPI document. */
  id: string
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** OpenAPI form: `/staff/api/cases/{caseId}`. */
  path: string
  summary: string
  access: Access
  params?: z.ZodType<Params>
  query?: z.ZodType<Query>
  body?: z.ZodType<Body>
  reply: z.ZodType<Out>
  handle(call: Call<Params, Query, Body, Caller>): Promise<Reply<Out>>
}

type CallerOf<A extends Access> = A extends { who: 'staff' }
  ? StaffCaller
  : A extends { who: 'anyone' }
    ? null
    : DeviceCaller

/** Declares a route with its types tied together. */
export function defineRoute<
  A extends Access,
  Params = Record<string, never>,
  Query = Record<string, never>,
  Body = undefined,
  Out = unknown,
>(route: Omit<Route<Params, Query, Body, Out, CallerOf<A>>, 'access'> & { access: A }): Route {
  return route
}

/** Thrown by a handler to answer with problem+json. `code` is stable and machine-readable; `detail` is for the person. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly extra: Record<string, unknown>
  constructor(status: number, code: string, detail: string, extra: Record<string, unknown> = {}) {
    super(`${status} ${code}`)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.detail = detail
    this.extra = extra
  }
}
