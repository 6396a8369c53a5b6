import type { Route } from '../../shared/route.ts'
import { mayAtAll } from '../access.ts'
import { serve } from '../contract/endpoint.ts'
import * as contract from '../contract/service.ts'
import type { StaffParts } from '../parts.ts'
import { awaitChanges } from './awaitChanges.ts'
import { readChoices } from './readChoices.ts'
import { readDeliveries } from './readDeliveries.ts'
import { resendDelivery } from './resendDelivery.ts'

/** Who is signed in, what forms may offer, deliveries, and waiting for changes. */
export function serviceRoutes(parts: StaffParts): Route[] {
  const { database, serviceName, botName, demonstration } = parts
  return [
    serve(contract.readMe, async ({ caller }) => ({
      status: 200,
      body: {
        staffId: caller.staffId,
        name: caller.displayName,
        roles: [...caller.roles],
        serviceName,
        botName,
        demonstration,
        may: {
          seeAlerts: mayAtAll(caller, 'see-alerts'),
          seeCaseload: mayAtAll(caller, 'see-cases'),
          changeCases: mayAtAll(caller, 'change-cases'),
          seeReport: mayAtAll(caller, 'see-report'),
          seeDeliveries: mayAtAll(caller, 'see-deliveries'),
          changeRota: mayAtAll(caller, 'change-rota'),
        },
      },
    })),
    serve(contract.readChoices, async () => ({ status: 200, body: await readChoices(parts) })),
    serve(contract.readHelplines, async () => ({ status: 200, body: parts.helplines() })),
    serve(contract.readServiceState, async () => ({ status: 200, body: parts.serviceState() })),
    serve(contract.listDeliveries, async ({ caller }) => ({
      status: 200,
      body: await readDeliveries(database, caller),
    })),
    serve(contract.resendDelivery, async ({ caller, params }) => ({
      status: 200,
      body: { outboxId: params.outboxId, state: await resendDelivery(parts, caller, params.outboxId) },
    })),
    serve(contract.awaitChanges, async ({ caller, query }) => ({
      status: 200,
      body: await awaitChanges(parts, caller, query.since),
      headers: { 'cache-control': 'no-store' },
    })),
  ]
}
