import type { Config } from '../../config.ts'
import type { SendInTeams } from '../../risk/routes/teams.ts'
import { authenticationFor, BotAdapter, type BotFrameworkAuthentication } from './botAdapter.ts'

type Registration = Pick<Config, 'MICROSOFT_APP_ID' | 'MICROSOFT_APP_PASSWORD' | 'MICROSOFT_APP_TENANT'>

/** Sends alerts to members of staff in Teams, through the connector; undefined where no bot is registered. */
export function createSendInTeams(
  { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT: tenant }: Registration,
  /** For tests: the SDK's authentication against a local stub. */
  authentication?: BotFrameworkAuthentication,
): SendInTeams | undefined {
  if (!appId) return undefined
  const adapter = new BotAdapter(authentication ?? authenticationFor({ appId, password, tenant }), appId)
  return (reference, text, signal) => adapter.sendTo(reference, { type: 'message', text }, signal)
}
