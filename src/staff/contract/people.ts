import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { assignment, caringChange, consent, measureRequest, newInvitation, person } from './personShapes.ts'

const params = z.object({ personId: z.uuid() })

export const recordConsent = endpoint({
  id: 'recordConsent',
  method: 'put',
  path: '/staff/api/people/{personId}/consent',
  summary: 'Records consent as it stands now; earlier records are kept. The reply lists what is still missing.',
  subject: 'change-cases',
  params,
  body: consent,
  reply: person,
})

export const changeCaring = endpoint({
  id: 'changeCaring',
  method: 'put',
  path: '/staff/api/people/{personId}/caring',
  summary: 'What a parent or carer and the child call each other, and in what way they care for the child.',
  subject: 'change-cases',
  params,
  body: caringChange,
  reply: person,
})

export const invitePerson = endpoint({
  id: 'invitePerson',
  method: 'post',
  path: '/staff/api/people/{personId}/invitations',
  summary: 'A single-use link and code, shown once; an earlier one stops working. Refused while consent is incomplete.',
  subject: 'change-cases',
  params,
  reply: newInvitation,
})

export const resetPin = endpoint({
  id: 'resetPin',
  method: 'post',
  path: '/staff/api/people/{personId}/pin-reset',
  summary: 'Takes the PIN away, so that the person sets a new one.',
  subject: 'change-cases',
  params,
  reply: person,
})

export const assignModule = endpoint({
  id: 'assignModule',
  method: 'post',
  path: '/staff/api/people/{personId}/assignments',
  summary: 'Assigns a module. Only what the role may do, and only what exists.',
  subject: 'change-cases',
  params,
  body: z.object({ module: z.string().min(1).max(60) }),
  reply: assignment,
})

export const openStep = endpoint({
  id: 'openStep',
  method: 'patch',
  path: '/staff/api/people/{personId}/assignments/{assignmentId}',
  summary:
    'Opens another step of a module, after a session (G3). Refused with 409 when it stands at another step than the caller saw.',
  subject: 'change-cases',
  params: params.extend({ assignmentId: z.uuid() }),
  body: z.object({ from: z.int().min(1), step: z.int().min(1) }),
  reply: assignment,
})

export const endAssignment = endpoint({
  id: 'endAssignment',
  method: 'delete',
  path: '/staff/api/people/{personId}/assignments/{assignmentId}',
  summary: 'Ends an assignment; what was written stays readable.',
  subject: 'change-cases',
  params: params.extend({ assignmentId: z.uuid() }),
  reply: assignment,
})

export const requestMeasure = endpoint({
  id: 'requestMeasure',
  method: 'post',
  path: '/staff/api/people/{personId}/measure-requests',
  summary: 'Asks a person for a measure. Refused in plain words when it is not cleared for use or not for this person.',
  subject: 'change-cases',
  params,
  body: z.object({ measure: z.string().min(1).max(60), reason: measureRequest.shape.reason.default('session') }),
  reply: measureRequest,
})

export const withdrawMeasure = endpoint({
  id: 'withdrawMeasure',
  method: 'delete',
  path: '/staff/api/people/{personId}/measure-requests/{requestId}',
  summary: 'Withdraws a request that was not sent in yet.',
  subject: 'change-cases',
  params: params.extend({ requestId: z.uuid() }),
  reply: measureRequest,
})
