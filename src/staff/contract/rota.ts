import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { rotaPage, serviceRota, staffRota } from './rotaShapes.ts'

export const readRotaPage = endpoint({
  id: 'readRotaPage',
  method: 'get',
  path: '/staff/api/rota',
  summary: 'Who is there and when, how each member of staff is reached, and where nobody would be told.',
  subject: 'change-rota',
  reply: rotaPage,
})

export const changeServiceRota = endpoint({
  id: 'changeServiceRota',
  method: 'put',
  path: '/staff/api/rota',
  summary: 'Staffed hours, closures, duty turns and on-call turns, as a whole. Refused with every fault by name.',
  subject: 'change-rota',
  body: serviceRota,
  reply: rotaPage,
})

export const changeStaffRota = endpoint({
  id: 'changeStaffRota',
  method: 'put',
  path: '/staff/api/rota/staff/{staffId}',
  summary: 'One person’s working days, leave, cover and addresses, as a whole. Refused with every fault by name.',
  subject: 'change-rota',
  params: z.object({ staffId: z.uuid() }),
  body: staffRota,
  reply: rotaPage,
})
