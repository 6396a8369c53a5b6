import type { z } from 'zod'
import { DEFINITIONS } from '../../reports/definitions.ts'
import { daysOf, quarterOf, type Quarter } from '../../reports/quarter.ts'
import { quarterlyReport, type Figure } from '../../reports/quarterlyReport.ts'
import { smallFigures } from '../../reports/smallFigures.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import type { Route, StaffCaller } from '../../shared/route.ts'
import { reachOf } from '../access.ts'
import { serve } from '../contract/endpoint.ts'
import * as contract from '../contract/reports.ts'
import type { StaffParts } from '../parts.ts'
import { readReferrals, readReportCases } from './readReportFacts.ts'
import { recordRefusedReferral } from './recordReferral.ts'

type Report = z.infer<typeof contract.quarterlyReport>

/** The quarterly activity and outcomes report (operational guidance, section 7; brief 6.4). */
export function reportRoutes(parts: StaffParts): Route[] {
  const { database, clock } = parts
  return [
    serve(contract.readQuarterlyReport, async ({ caller, query }) => ({
      status: 200,
      body: await report(parts, caller, query.quarter ?? quarterOf(londonDay(clock.now()))),
    })),
    serve(contract.recordRefusedReferral, async ({ caller, body }) => ({
      status: 201,
      body: { id: await recordRefusedReferral(database, caller, body, clock.now()) },
    })),
  ]
}

async function report({ database, measures }: StaffParts, caller: StaffCaller, quarter: Quarter): Promise<Report> {
  const wholeService = reachOf(caller, 'see-report').includes('all')
  const { cases, mayOpen } = await readReportCases(database, caller, measures)
  const referrals = await readReferrals(database, cases.map(({ caseId }) => caseId), wholeService, caller.staffId) // prettier-ignore
  const figures = quarterlyReport(quarter, cases, referrals)
  const small = smallFigures(figures)
  const shown = (figure: Figure): Report['figures'][number] => ({
    id: figure.id,
    of: figure.of,
    ...DEFINITIONS[figure.id]!,
    // Whoever sees the whole service may not open its cases: a small number could still show who it is.
    value: small.has(figure) && wholeService ? null : figure.value,
    outOf: figure.outOf,
    small: small.has(figure),
    cases: figure.caseIds.flatMap((caseId) => {
      const caseRef = mayOpen.get(caseId)
      return caseRef === undefined ? [] : [{ caseId, caseRef }]
    }),
  })
  return { quarter, ...daysOf(quarter), wholeService, figures: figures.map(shown) }
}
