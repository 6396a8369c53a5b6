import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { day, instant, staffMember } from './shapes.ts'

const params = z.object({ caseId: z.uuid() })
const reason = z.string().trim().min(3).max(400)

const authorisation = z
  .object({
    id: z.uuid(),
    item: z.string(),
    title: z.string(),
    reason: z.string(),
    by: staffMember,
    at: instant,
    expiresOn: day.describe('The last day on which it holds.'),
    state: z.enum(['in-force', 'expired', 'withdrawn']),
    withdrawn: z.object({ by: staffMember, at: instant, reason: z.string() }).nullable(),
  })
  .meta({ id: 'Authorisation' })

const authorisations = z
  .object({
    items: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          opens: z.boolean().describe('Something of it exists here, and opens while it is authorised.'),
        }),
      )
      .describe('What the operational guidance lets the role do only with discretion and close supervision.'),
    authorisations: z.array(authorisation).describe('Newest first, those that have ended too.'),
    latestDay: day.describe('The last day an authorisation of today may name.'),
    mayAuthorise: z.boolean(),
  })
  .meta({ id: 'Authorisations' })

export const listAuthorisations = endpoint({
  id: 'listAuthorisations',
  method: 'get',
  path: '/staff/api/cases/{caseId}/authorisations',
  summary: 'What a supervisor has authorised for this case, and what needs it.',
  subject: 'see-cases',
  params,
  reply: authorisations,
})

export const authoriseItem = endpoint({
  id: 'authoriseItem',
  method: 'post',
  path: '/staff/api/cases/{caseId}/authorisations',
  summary: 'Authorises one item for this case until a day. Only its supervisor; refused while one is in force.',
  subject: 'authorise-remit',
  params,
  body: z.object({ item: z.string(), reason, expiresOn: day }).meta({ id: 'NewAuthorisation' }),
  reply: authorisations,
})

export const withdrawAuthorisation = endpoint({
  id: 'withdrawAuthorisation',
  method: 'post',
  path: '/staff/api/cases/{caseId}/authorisations/{authorisationId}/withdraw',
  summary: 'Withdraws an authorisation at once, with a reason. Withdrawing one that has ended changes nothing.',
  subject: 'authorise-remit',
  params: z.object({ caseId: z.uuid(), authorisationId: z.uuid() }),
  body: z.object({ reason }),
  reply: authorisations,
})
