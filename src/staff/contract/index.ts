import * as alerts from './alerts.ts'
import * as authorisations from './authorisations.ts'
import { readBrief } from './brief.ts'
import * as cases from './cases.ts'
import { closeCase, readClosing, reopenCase } from './closing.ts'
import { agreeGoal, changeGoal } from './goals.ts'
import { setMeasurePlan } from './measurePlans.ts'
import * as people from './people.ts'
import * as plans from './plans.ts'
import { readReviews, reviewCase } from './reviews.ts'
import { listSessions, recordSession } from './sessions.ts'
import * as rota from './rota.ts'
import { readQuarterlyReport, recordRefusedReferral } from './reports.ts'
import * as service from './service.ts'
import type { Endpoint } from './endpoint.ts'

/** Every endpoint of the staff API that needs a signed-in member of staff. */
export const staffEndpoints: readonly Endpoint[] = [
  ...Object.values(service),
  ...Object.values(alerts),
  ...Object.values(cases),
  ...Object.values(people),
  ...Object.values(plans),
  readReviews,
  reviewCase,
  ...Object.values(rota),
  agreeGoal,
  changeGoal,
  setMeasurePlan,
  readClosing,
  closeCase,
  reopenCase,
  readQuarterlyReport,
  recordRefusedReferral,
  ...Object.values(authorisations),
  recordSession,
  listSessions,
  readBrief,
]
