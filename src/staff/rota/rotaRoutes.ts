import type { Route } from '../../shared/route.ts'
import { serve } from '../contract/endpoint.ts'
import * as contract from '../contract/rota.ts'
import type { StaffParts } from '../parts.ts'
import { changeServiceRota, changeStaffRota } from './changeRota.ts'
import { readRotaPage } from './readRotaPage.ts'

/** The rota's set-up: hours, leave, cover, duty, on-call, addresses. */
export const rotaRoutes = (parts: StaffParts): Route[] => [
  serve(contract.readRotaPage, async () => ({ status: 200, body: await readRotaPage(parts) })),

  serve(contract.changeServiceRota, async ({ caller, body }) => {
    await changeServiceRota(parts, caller, body)
    return { status: 200, body: await readRotaPage(parts) }
  }),

  serve(contract.changeStaffRota, async ({ caller, params, body }) => {
    await changeStaffRota(parts, caller, params.staffId, body)
    return { status: 200, body: await readRotaPage(parts) }
  }),
]
