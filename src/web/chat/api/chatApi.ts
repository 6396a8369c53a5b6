import createClient from 'openapi-fetch'
import type { components, paths } from '../../generated/chat-api.ts'

const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })

type ReplyOf<P extends keyof paths, M extends 'get' | 'post'> = paths[P] extends {
  [K in M]: { responses: { '2XX': { content: { 'application/json': infer R } } } }
}
  ? R
  : never

/** What the server says about this device and, once open, who is talking to whom. */
export type Me = ReplyOf<'/chat/api/me', 'get'>
/** Numbers and what the page needs before anybody has joined. */
export type Help = ReplyOf<'/chat/api/help', 'get'>
export type Helpline = Help['helplines'][number]
/** Where a browser takes notices. */
export type PushSubscription = NonNullable<
  paths['/chat/api/notices']['put']['requestBody']
>['content']['application/json']
/** A young person's own coping plan. */
export type Plan = ReplyOf<'/chat/api/plan', 'get'>['plan']
export type Door = Me['door']
export type Settings = Me['settings']

/** Why something was refused: the server's stable code, or `offline` when it was not reached. */
export interface Refusal {
  ok: false
  code: string
  triesLeft?: number
}
export type Outcome<T> = { ok: true; value: T } | Refusal

/** A refusal over a code or PIN also says how many tries are left. */
type Problem = components['schemas']['Problem'] & { triesLeft?: number }

/** Calls the server and never throws: a phone loses its connection all the time. */
async function ask<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Outcome<T>> {
  try {
    const { data, error, response } = await call
    if (response.ok) return { ok: true, value: data as T }
    const problem = (typeof error === 'object' && error !== null ? error : {}) as Partial<Problem>
    return { ok: false, code: problem.code ?? `status-${response.status}`, triesLeft: problem.triesLeft }
  } catch {
    return { ok: false, code: 'offline' }
  }
}

export const fetchMe = () => ask(api.GET('/chat/api/me'))
export const fetchHelp = () => ask(api.GET('/chat/api/help'))
export const fetchPlan = () => ask(api.GET('/chat/api/plan'))
export const join = (link: string, code: string) => ask(api.POST('/chat/api/join', { body: { link, code } }))
export const joinDevice = (code: string) => ask(api.POST('/chat/api/join-device', { body: { code } }))
export const setPin = (pin: string) => ask(api.POST('/chat/api/pin', { body: { pin } }))
export const unlock = (pin: string) => ask(api.POST('/chat/api/unlock', { body: { pin } }))
/** Outlives the page: used when it is being left. */
export const lock = () => ask(api.POST('/chat/api/lock', { keepalive: true }))
export const stillHere = () => ask(api.POST('/chat/api/still-here'))
export const addDeviceCode = () => ask(api.POST('/chat/api/device-codes'))
export const takeNotices = (body: PushSubscription) => ask(api.PUT('/chat/api/notices', { body }))
export const refuseNotices = () => ask(api.DELETE('/chat/api/notices'))
export const changeSettings = (body: Partial<Settings>) => ask(api.PATCH('/chat/api/settings', { body }))
