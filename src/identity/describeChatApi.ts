import { describeRoutes } from '../shared/openApi.ts'
import type { ChatParts } from './chatParts.ts'
import { chatRoutes } from './chatRoutes.ts'

/** The OpenAPI document of the chat page's API. Building the list of routes reads none of the parts: only handlers do. */
export const describeChatApi = (): Record<string, unknown> =>
  describeRoutes(
    {
      title: 'Chat page API',
      version: '1',
      description: 'For the chat page, beside Direct Line: joining, the PIN, a second device, settings, help.',
    },
    chatRoutes({} as ChatParts),
  )
