import type { ChannelWords } from './channelWords.ts'
import { createDirectLine } from './directLine.ts'
import { createEmulator } from './emulator.ts'
import { createTeams } from './teams.ts'
import type { Channel } from './types.ts'

/** Every channel, by its Bot Framework id. A new channel is one file and one line here. */
export const createChannels = (parts: { botName: string; words: ChannelWords }): ReadonlyMap<string, Channel> =>
  new Map([createDirectLine(parts), createTeams(parts), createEmulator(parts)].map((channel) => [channel.id, channel]))
