import { createEmailRoute } from './email.ts'
import type { AlertRoute } from './route.ts'
import { createTeamsRoute, type SendInTeams } from './teams.ts'
import { createWebhookRoute } from './webhook.ts'

/** What the routes are set up with; a route without its settings is not there. */
export interface RouteSettings {
  SMTP_URL?: string
  ALERTS_FROM?: string
  ALERT_WEBHOOK_URL?: string
  ALERT_WEBHOOK_SECRET?: string
  /** Undefined where no bot is registered. */
  sendInTeams?: SendInTeams | undefined
}

/** Every route outside the staff page: one file each in this folder, one line here. */
const ROUTES: readonly ((settings: RouteSettings) => AlertRoute | undefined)[] = [
  ({ SMTP_URL: smtpUrl, ALERTS_FROM: from }) => (smtpUrl && from ? createEmailRoute({ smtpUrl, from }) : undefined),
  ({ ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret }) =>
    url && secret ? createWebhookRoute({ url, secret }) : undefined,
  ({ sendInTeams }) => sendInTeams && createTeamsRoute(sendInTeams),
]

/** The routes that are set up in this service, by id. */
export const alertRoutes = (settings: RouteSettings): ReadonlyMap<string, AlertRoute> =>
  new Map(ROUTES.flatMap((make) => make(settings) ?? []).map((route) => [route.id, route]))
