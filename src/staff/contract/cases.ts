import { z } from 'zod'
import { caseChange, caseDetail, caseload, entry, newCase } from './caseShapes.ts'
import { endpoint } from './endpoint.ts'
import { newPerson, person } from './personShapes.ts'
import { sleepSummary } from './sleepShapes.ts'

const params = z.object({ caseId: z.uuid() })

export const listCaseload = endpoint({
  id: 'listCaseload',
  method: 'get',
  path: '/staff/api/caseload',
  summary: 'Every case the caller may open, one line each.',
  subject: 'see-cases',
  reply: caseload,
})

export const openCase = endpoint({
  id: 'openCase',
  method: 'post',
  path: '/staff/api/cases',
  summary: 'Opens a case for the caller. It must exist in the case record, or be created there first.',
  subject: 'open-cases',
  body: newCase,
  reply: caseDetail,
})

export const readCase = endpoint({
  id: 'readCase',
  method: 'get',
  path: '/staff/api/cases/{caseId}',
  summary: 'One case on one screen. The view is written down.',
  subject: 'see-cases',
  params,
  reply: caseDetail,
})

export const listEntries = endpoint({
  id: 'listEntries',
  method: 'get',
  path: '/staff/api/cases/{caseId}/entries',
  summary: 'Earlier entries, newest first, fifty at a time.',
  subject: 'see-cases',
  params,
  query: z.object({ cursor: z.string().max(100) }),
  reply: z.object({ entries: z.array(entry), nextEntries: z.string().nullable() }),
})

export const readSleep = endpoint({
  id: 'readSleep',
  method: 'get',
  path: '/staff/api/cases/{caseId}/sleep',
  summary:
    'The sleep diary put together: school nights and free nights apart, changes that are tried, signs. The view is written down.',
  subject: 'see-cases',
  params,
  reply: sleepSummary,
})

export const changeCase = endpoint({
  id: 'changeCase',
  method: 'patch',
  path: '/staff/api/cases/{caseId}',
  summary:
    'Next session, session number, care status, supervisor, set-up. Refused with 409 when somebody changed it meanwhile.',
  subject: 'change-cases',
  params,
  body: caseChange,
  reply: caseDetail,
})

export const addPerson = endpoint({
  id: 'addPerson',
  method: 'post',
  path: '/staff/api/cases/{caseId}/people',
  summary: 'Adds a young person or a parent/carer to a case.',
  subject: 'change-cases',
  params,
  body: newPerson,
  reply: person,
})

export const markNoticesSeen = endpoint({
  id: 'markNoticesSeen',
  method: 'post',
  path: '/staff/api/cases/{caseId}/notices/seen',
  summary: 'Notices and notes have been seen by the caller.',
  subject: 'change-cases',
  params,
  body: z.object({ ids: z.array(z.uuid()).max(200) }),
  reply: z.object({ seen: z.int() }),
})
