import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConversationReference,
} from 'botbuilder'

/** The SDK's authentication, as its adapter takes it. */
export type BotFrameworkAuthentication = NonNullable<ConstructorParameters<typeof CloudAdapter>[0]>
type ConnectorClient = Awaited<ReturnType<ReturnType<BotFrameworkAuthentication['createConnectorFactory']>['create']>>

/** What the bot registration is known by; without an app id authentication is off, which the door allows on loopback only. */
export interface BotRegistration {
  appId: string
  password?: string
  tenant?: string
}

/** Real authentication, single tenant. */
export const authenticationFor = ({ appId, password, tenant }: BotRegistration): BotFrameworkAuthentication =>
  new ConfigurationBotFrameworkAuthentication(
    appId === ''
      ? {}
      : {
          MicrosoftAppId: appId,
          MicrosoftAppPassword: password,
          MicrosoftAppType: 'SingleTenant',
          MicrosoftAppTenantId: tenant,
        },
  )

/**
 * The SDK's adapter with two additions: a request is authenticated apart from being worked on, so that nothing wrong with a
 * token can look like a fault of ours; and replies are sent after the request was answered, over a kept connector.
 */
export class BotAdapter extends CloudAdapter {
  private readonly connectors = new Map<string, Promise<ConnectorClient>>()
  private readonly appId: string

  constructor(authentication: BotFrameworkAuthentication, appId: string) {
    super(authentication)
    this.appId = appId
  }

  /** True when the token is the channel's own, for this bot and for this activity's serviceUrl. Everything else is false. */
  async isAuthentic(activity: Partial<Activity>, header: string): Promise<boolean> {
    try {
      await this.botFrameworkAuthentication.authenticateRequest(activity as Activity, header)
      return true
    } catch {
      return false
    }
  }

  /**
   * Sends one activity to a conversation through its connector. The SDK tries again by itself until the signal ends it:
   * nothing may come through after the caller has given up.
   */
  async sendTo(
    reference: Partial<ConversationReference>,
    activity: Partial<Activity>,
    signal: AbortSignal,
  ): Promise<void> {
    const connector = await this.connectorFor(reference.serviceUrl ?? '')
    const { id: _, ...rest } = activity
    const addressed: Partial<Activity> = {
      ...rest,
      channelId: reference.channelId,
      serviceUrl: reference.serviceUrl,
      conversation: reference.conversation,
      from: reference.bot,
      recipient: reference.user,
    }
    await connector.conversations.sendToConversation(reference.conversation?.id ?? '', addressed, {
      abortSignal: signal,
    })
  }

  private connectorFor(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.connectors.get(serviceUrl)
    if (known !== undefined) return known
    const made = this.botFrameworkAuthentication
      .createConnectorFactory(this.createClaimsIdentity(this.appId))
      .create(serviceUrl, undefined)
    this.connectors.set(serviceUrl, made)
    made.catch(() => this.connectors.delete(serviceUrl))
    return made
  }
}
