import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { changes, choices, deliveries, helplinesState, me, parkedDelivery, serviceState } from './serviceShapes.ts'

export const readMe = endpoint({
  id: 'readMe',
  method: 'get',
  path: '/staff/api/me',
  summary: 'Who is signed in and which parts of the page they have.',
  subject: 'see-service',
  reply: me,
})

export const readChoices = endpoint({
  id: 'readChoices',
  method: 'get',
  path: '/staff/api/choices',
  summary: 'Modules, measures and supervisors that forms may offer, with why one is not available.',
  subject: 'see-service',
  reply: choices,
})

export const readHelplines = endpoint({
  id: 'readHelplines',
  method: 'get',
  path: '/staff/api/helplines',
  summary: 'Whether a named human has checked the helpline numbers.',
  subject: 'see-service',
  reply: helplinesState,
})

export const readServiceState = endpoint({
  id: 'readServiceState',
  method: 'get',
  path: '/staff/api/service-state',
  summary: 'Whether a restricted list of risk terms is loaded, and whether the safety words are signed.',
  subject: 'see-service',
  reply: serviceState,
})

export const listDeliveries = endpoint({
  id: 'listDeliveries',
  method: 'get',
  path: '/staff/api/deliveries',
  summary: 'What is on its way to the case record, and what is parked and needs a person.',
  subject: 'see-deliveries',
  reply: deliveries,
})

export const resendDelivery = endpoint({
  id: 'resendDelivery',
  method: 'post',
  path: '/staff/api/deliveries/{outboxId}/resend',
  summary: 'Tries a parked entry again.',
  subject: 'resend-deliveries',
  params: z.object({ outboxId: z.uuid() }),
  reply: parkedDelivery.pick({ outboxId: true }).extend({ state: z.enum(['waiting', 'parked', 'delivered']) }),
})

export const awaitChanges = endpoint({
  id: 'awaitChanges',
  method: 'get',
  path: '/staff/api/changes',
  summary:
    'Waits up to 25 seconds for something the caller sees to change. Without `since` it answers at once with a cursor.',
  subject: 'see-service',
  query: z.object({ since: z.string().max(200).optional() }),
  reply: changes,
})
