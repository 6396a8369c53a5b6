import { z } from 'zod'
import { QUARTER } from '../../reports/quarter.ts'
import { REFERRAL_SOURCES } from '../../reports/facts.ts'
import { endpoint } from './endpoint.ts'
import { day } from './shapes.ts'

export const referralSource = z.enum(REFERRAL_SOURCES).meta({ id: 'ReferralSource' })

/** Where a case comes from. */
export const referral = z
  .object({
    source: referralSource,
    receivedOn: day,
    earlierCaseRef: z.string().trim().min(1).max(80).optional().describe('Reference of an earlier case of the same young person.'),
    sameIssue: z.boolean().default(false).describe('For the same issue as that earlier case.'),
  })
  .meta({ id: 'Referral' }) // prettier-ignore

const quarter = z.string().regex(QUARTER, 'a quarter, as 2026-Q4')

export const quarterlyReport = z
  .object({
    quarter,
    from: day,
    until: day,
    wholeService: z.boolean().describe('Every case of the service; otherwise those in the caller’s reach.'),
    figures: z.array(
      z.object({
        id: z.string(),
        of: z.string().nullable().describe('What is counted apart: a source, a service, a measure.'),
        title: z.string(),
        definition: z.string(),
        value: z.number().nullable().describe('Null of nothing, and where it is too small to be shown.'),
        outOf: z.number().nullable(),
        small: z.boolean().describe('From 1 to 4, or a share of so few: could show who it is, and never leaves the page.'),
        cases: z.array(z.object({ caseId: z.uuid(), caseRef: z.string() })).describe('Those behind it that the caller may open.'),
      }),
    ),
  })
  .meta({ id: 'QuarterlyReport' }) // prettier-ignore

export const readQuarterlyReport = endpoint({
  id: 'readQuarterlyReport',
  method: 'get',
  path: '/staff/api/reports/quarterly',
  summary: 'Activity and outcomes of a quarter, every number with its definition, denominator and the cases behind it.',
  subject: 'see-report',
  query: z.object({ quarter: quarter.optional().describe('Left out: the present one.') }),
  reply: quarterlyReport,
})

export const recordRefusedReferral = endpoint({
  id: 'recordRefusedReferral',
  method: 'post',
  path: '/staff/api/referrals',
  summary: 'Records a referral that was not accepted, so that the quarterly report knows of it. Nobody is named.',
  subject: 'open-cases',
  body: z.object({ source: referralSource, receivedOn: day, reason: z.string().trim().min(3).max(400) }),
  reply: z.object({ id: z.uuid() }),
})
