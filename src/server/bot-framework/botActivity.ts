import { z } from 'zod'

const account = z.object({ id: z.string(), name: z.string().optional(), aadObjectId: z.string().optional() })

/** What is read of a Bot Framework activity; the rest of it is left alone. */
export const botActivity = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  name: z.string().optional(),
  timestamp: z.union([z.string(), z.date()]).optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  deliveryMode: z.string().optional(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1),
    isGroup: z.boolean().optional(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  text: z.string().optional(),
  value: z.unknown().optional(),
  attachments: z
    .array(
      z.looseObject({
        name: z.string().nullish(),
        contentType: z.string().nullish(),
        contentUrl: z.string().nullish(),
      }),
    )
    .nullish(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).optional(),
  channelData: z.unknown().optional(),
})
export type BotActivity = z.infer<typeof botActivity>
