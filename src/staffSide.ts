import { createRemoteJWKSet } from 'jose'
import type { RecordCases } from './case-record/recordCases.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { issueInvitation } from './identity/invitation.ts'
import { resetPin } from './identity/pin.ts'
import type { Outbox } from './outbox/types.ts'
import { acknowledge, noteOnEscalation, release } from './risk/acknowledge.ts'
import { uncheckedByHumans } from './productionChecks.ts'
import { logContact } from './risk/contacts.ts'
import { handOver } from './risk/handOver.ts'
import type { Ladder } from './risk/ladder/ladder.ts'
import type { LadderWatch } from './risk/ladder/keepWatch.ts'
import type { Product } from './product.ts'
import { isLocalRequest } from './server/localRequest.ts'
import type { Clock } from './shared/clock.ts'
import { newId } from './shared/ids.ts'
import type { Logger } from './shared/logger.ts'
import type { Route } from './shared/route.ts'
import { createSignIn, type SignIn } from './staff/sign-in/signIn.ts'
import type { TeamsTrust } from './staff/sign-in/parts.ts'
import type { LadderService } from './staff/cases/ladderService.ts'
import { staffRoutes } from './staff/staffRoutes.ts'
import { helplinesForStaff } from './staff/service/helplinesForStaff.ts'

/** Version of what people are shown about this service before they consent. */
export const INFORMATION_VERSION = '1'

/** The staff API and signing in, joined with the rest of the program. */
export interface StaffSide {
  routes: Route[]
  authenticate: SignIn['authenticateStaff']
  issueDevelopmentLink: SignIn['issueDevelopmentLink']
}

export function createStaffSide(parts: {
  config: Config
  database: Database
  clock: Clock
  logger: Logger
  signingKey: string
  product: Product
  cases: RecordCases
  outbox: Outbox
  publicUrl: string
  stopping: AbortSignal
  ladder: LadderService
  ladders: Ladder
  watch: Pick<LadderWatch, 'problems'>
}): StaffSide {
  const { config, database, clock, logger, product, cases, outbox, publicUrl } = parts
  const signIn = createSignIn({
    database,
    clock,
    logger,
    serviceName: config.SERVICE_NAME,
    publicUrl,
    signingKey: parts.signingKey,
    production: config.production,
    openIdConnect: openIdConnectOf(config),
    teams: teamsOf(config),
    isLocal: ({ address, headers }) => isLocalRequest({ headers, socket: { remoteAddress: address } }),
  })
  const routes = staffRoutes({
    database,
    clock,
    logger,
    serviceName: config.SERVICE_NAME,
    botName: config.BOT_NAME,
    demonstration: !config.production,
    informationVersion: INFORMATION_VERSION,
    programmes: product.programmes,
    measures: product.measures,
    norms: product.norms,
    measurePlanRules: product.measurePlanRules,
    screen: product.screen,
    reminderRules: product.reminderRules,
    suggestedQuestions: product.suggestedQuestions,
    contentVersion: product.contentVersion,
    outbox,
    helplines: () => helplinesForStaff(product.services, clock.now(), config.CHECKED_FOR_DAYS),
    serviceState: () => ({
      alertsReachNobody: [...parts.watch.problems()],
      restrictedPhrases: product.restrictedPhrases,
      safetyWordsSigned: !uncheckedByHumans(product, clock.now(), config.CHECKED_FOR_DAYS).some(({ place }) =>
        place.startsWith('content/risk/'),
      ),
    }),
    ladder: parts.ladder,
    escalations: {
      acknowledge: (request) => acknowledge(database, { ...request, outbox }),
      release: (request) => release(database, { ...request, outbox }),
      logContact: (request) => logContact(database, { ...request, key: newId(), outbox }),
      handOver: (request) => handOver(database, { ...request, outbox, ladder: parts.ladders }),
      addNote: async ({ escalationId, staffId, note, now }) => {
        await database.transaction((client) =>
          noteOnEscalation(client, { escalationId, staffId, key: newId(), text: note, now, outbox }),
        )
        await database.publish('escalations', escalationId)
      },
    },
    deliveries: { resend: (outboxId, staffId) => outbox.resend(outboxId, staffId) },
    caseRecord: {
      async findCase(caseRef) {
        const found = await cases.isThere(caseRef)
        if (found.ok) return found.value
        throw new Error('the case record cannot be reached')
      },
      async createCase({ caseRef, practitioner, supervisor }) {
        const kept = await cases.make(
          caseRef,
          { state: 'open', practitioner, ...(supervisor === null ? {} : { supervisor }) },
          newId(),
        )
        if (kept.ok) return true
        if (kept.kind === 'refused' && kept.status === 403) return false
        throw new Error('the case record cannot be reached')
      },
    },
    issueInvitation: ({ personId, issuedBy, now }) => issueInvitation(database, { personId, issuedBy, now, publicUrl }),
    resetPin: ({ personId, now }) => resetPin(database, personId, now),
    stopping: parts.stopping,
  })
  return {
    routes: [...signIn.routes, ...routes],
    authenticate: signIn.authenticateStaff,
    issueDevelopmentLink: signIn.issueDevelopmentLink,
  }
}

function openIdConnectOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Config) {
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined) return null
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }
}

function teamsOf({ TEAMS_AUDIENCE, MICROSOFT_APP_TENANT: tenant }: Config): TeamsTrust | null {
  if (TEAMS_AUDIENCE === undefined || tenant === undefined) return null
  const authority = `https://login.microsoftonline.com/${tenant}`
  return {
    issuer: `${authority}/v2.0`,
    audience: TEAMS_AUDIENCE,
    tenant,
    keys: createRemoteJWKSet(new URL(`${authority}/discovery/v2.0/keys`)),
  }
}
