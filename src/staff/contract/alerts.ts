import { z } from 'zod'
import {
  acknowledgement,
  alertList,
  alertNote,
  alertWithHistory,
  colleagues,
  handover,
  release,
} from './alertShapes.ts'
import { contact } from './contactShapes.ts'
import { endpoint } from './endpoint.ts'

const params = z.object({ alertId: z.uuid() })

export const listAlerts = endpoint({
  id: 'listAlerts',
  method: 'get',
  path: '/staff/api/alerts',
  summary: 'Alerts that a human has not closed yet, as far as the caller reaches. Looking never acknowledges.',
  subject: 'see-alerts',
  reply: alertList,
})

export const readAlert = endpoint({
  id: 'readAlert',
  method: 'get',
  path: '/staff/api/alerts/{alertId}',
  summary: 'One alert with everything that happened to it. Every view is written down.',
  subject: 'see-alerts',
  params,
  reply: alertWithHistory,
})

export const acknowledgeAlert = endpoint({
  id: 'acknowledgeAlert',
  method: 'post',
  path: '/staff/api/alerts/{alertId}/acknowledge',
  summary: '“I’m dealing with this”, with what is planned. The first one stands.',
  subject: 'act-on-alerts',
  params,
  body: acknowledgement,
  reply: alertWithHistory,
})

export const releaseAlert = endpoint({
  id: 'releaseAlert',
  method: 'post',
  path: '/staff/api/alerts/{alertId}/release',
  summary: 'Closes the alert with an outcome and a note. A hold ends only here.',
  subject: 'act-on-alerts',
  params,
  body: release,
  reply: alertWithHistory,
})

export const logContact = endpoint({
  id: 'logContact',
  method: 'post',
  path: '/staff/api/alerts/{alertId}/contacts',
  summary: 'Writes down a try at reaching somebody about the alert. It acknowledges and closes nothing.',
  subject: 'act-on-alerts',
  params,
  body: contact,
  reply: alertWithHistory,
})

export const addAlertNote = endpoint({
  id: 'addAlertNote',
  method: 'post',
  path: '/staff/api/alerts/{alertId}/notes',
  summary: 'Adds a note to the alert’s history.',
  subject: 'act-on-alerts',
  params,
  body: alertNote,
  reply: alertWithHistory,
})

export const listColleagues = endpoint({
  id: 'listColleagues',
  method: 'get',
  path: '/staff/api/colleagues',
  summary: 'Who an alert may be handed over to, and whether they are at work now.',
  subject: 'act-on-alerts',
  reply: colleagues,
})

export const handOverAlert = endpoint({
  id: 'handOverAlert',
  method: 'post',
  path: '/staff/api/alerts/{alertId}/hand-over',
  summary:
    'Gives the alert to another named member of staff. They are told by every route, and it is open until they acknowledge.',
  subject: 'act-on-alerts',
  params,
  body: handover,
  reply: alertWithHistory,
})
