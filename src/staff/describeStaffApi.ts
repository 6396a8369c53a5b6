import { describeRoutes } from '../shared/openApi.ts'
import { staffEndpoints } from './contract/index.ts'
import { serve } from './contract/endpoint.ts'
import { signInWaysRoute, signOutRoute } from './contract/signIn.ts'

const unanswered = () => Promise.reject(new Error('Described only'))

/** The OpenAPI document of the staff API. Needs no database: shapes only. */
export const describeStaffApi = (): Record<string, unknown> =>
  describeRoutes(
    {
      title: 'Staff API',
      version: '1',
      description:
        'For the practitioner’s page. Callers with a cookie send `x-requested-with: staff-page` on everything that changes something; the Teams tab sends a bearer token.',
    },
    [
      signInWaysRoute(unanswered),
      signOutRoute(unanswered),
      ...staffEndpoints.map((declared) => serve(declared, unanswered)),
    ],
  )
