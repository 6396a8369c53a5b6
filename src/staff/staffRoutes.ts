import type { Route } from '../shared/route.ts'
import { alertRoutes } from './alerts/alertRoutes.ts'
import { authorisationRoutes } from './authorisations/authorisationRoutes.ts'
import { briefRoutes } from './brief/briefRoutes.ts'
import { caseRoutes } from './cases/caseRoutes.ts'
import { closingRoutes } from './closing/closingRoutes.ts'
import { goalRoutes } from './goals/goalRoutes.ts'
import { measurePlanRoutes } from './measure-plans/measurePlanRoutes.ts'
import type { StaffParts } from './parts.ts'
import { personRoutes } from './people/personRoutes.ts'
import { planRoutes } from './plans/planRoutes.ts'
import { reviewRoutes } from './reviews/reviewRoutes.ts'
import { sessionRoutes } from './sessions/sessionRoutes.ts'
import { rotaRoutes } from './rota/rotaRoutes.ts'
import { reportRoutes } from './reports/reportRoutes.ts'
import { serviceRoutes } from './service/serviceRoutes.ts'

/** Every route of the staff API that needs a signed-in member of staff. The routes of signing in are `signInRoutes`. */
export const staffRoutes = (parts: StaffParts): Route[] => [
  ...serviceRoutes(parts),
  ...alertRoutes(parts),
  ...caseRoutes(parts),
  ...personRoutes(parts),
  ...planRoutes(parts),
  ...reviewRoutes(parts),
  ...rotaRoutes(parts),
  ...sessionRoutes(parts),
  ...briefRoutes(parts),
  ...goalRoutes(parts),
  ...measurePlanRoutes(parts),
  ...closingRoutes(parts),
  ...reportRoutes(parts),
  ...authorisationRoutes(parts),
]
