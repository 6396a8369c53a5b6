import type { ChannelWords } from './channelWords.ts'
import { createDirectLine } from './directLine.ts'
import type { Channel } from './types.ts'

/** Local Bot Framework clients (Emulator, test tools): drawn like Web Chat, pushed like Teams. Development only. */
export const createEmulator = (parts: { botName: string; words: ChannelWords }): Channel => ({
  ...createDirectLine(parts),
  id: 'emulator',
  pushes: true,
})
