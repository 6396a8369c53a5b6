import type { Database } from '../database/database.ts'
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import type { RotaInHand } from '../rota/keepRota.ts'
import type { ShownHelpline } from './chatShapes.ts'
import type { DeviceLocks } from './deviceLocks.ts'

/** What the chat page's routes are built from. */
export interface ChatParts {
  database: Database
  clock: Clock
  logger: Logger
  locks: DeviceLocks
  rota: Pick<RotaInHand, 'current'>
  helplines: readonly ShownHelpline[]
  botName: string
  serviceName: string
  neutralSite: string
  demonstration: boolean
  /** The service's public key for Web Push; null where it has none. */
  pushKey: string | null
  /** Cookies are marked Secure when the service is reached over https. */
  https: boolean
}
