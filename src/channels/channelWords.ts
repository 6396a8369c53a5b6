import { z } from 'zod'
import { COMMANDS } from '../dialog-kit/index.ts'

/** The labels a channel needs besides what a dialog says: `content/channels.<language>.yaml`. */
export const channelWords = z.strictObject({
  commands: z.record(z.enum(COMMANDS), z.string().min(1).max(24)),
  done: z.string().min(1).max(24),
  day: z.string().min(1).max(24),
  time: z.string().min(1).max(24),
  choose: z.string().min(1).max(40),
  notice: z.strictObject({ title: z.string().min(1).max(24), text: z.string().min(1).max(40) }),
})
export type ChannelWords = z.infer<typeof channelWords>
