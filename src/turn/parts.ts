import type { Database } from '../database/database.ts'
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import type { RotaInHand } from '../rota/keepRota.ts'
import type { Dialog } from '../dialog-kit/index.ts'
import type { WordsSource } from '../dialog-runner/types.ts'
import type { MeasurePlanRules } from '../measure-plan/plan.ts'
import type { NormTables } from '../measures/norms.ts'
import type { MeasureDefinition } from '../measures/definition.ts'
import type { Programme } from '../programmes/programme.ts'
import type { LowMoodRules } from '../low-mood/rules.ts'
import type { Jobs } from '../database/jobs.ts'
import type { Outbox } from '../outbox/types.ts'
import type { Ladder } from '../risk/ladder/ladder.ts'
import type { LadderWatch } from '../risk/ladder/keepWatch.ts'
import type { Screen } from '../risk/types.ts'
import type { Channel } from '../channels/types.ts'
import type { MeasureHours } from './heldMeasure.ts'
import type { KeyedMutex } from './mutex.ts'

/** What the turn pipeline is built from; everything it touches is handed in. */
export interface TurnParts {
  database: Database
  clock: Clock
  logger: Logger
  mutex: KeyedMutex
  screen: Screen
  rulesVersion: string
  outbox: Outbox
  jobs: Pick<Jobs, 'enqueue'>
  /** Times of the safety conversation that the service has set (brief 4.3, 4.8). */
  quiet: { noReplyMinutes: number; clarifyMinutes: number; repeatMinutes: number }
  dialogs: ReadonlyMap<string, Dialog>
  measures: ReadonlyMap<string, MeasureDefinition>
  norms: NormTables
  measurePlanRules: MeasurePlanRules
  programmes: ReadonlyMap<string, Programme>
  lowMood: LowMoodRules
  words: WordsSource
  contentVersion: string
  channels: ReadonlyMap<string, Channel>
  rota: Pick<RotaInHand, 'current'>
  ladder: Ladder
  watch: Pick<LadderWatch, 'nobodyReached'>
  /** When measures with questions about risk may be begun. */
  riskMeasureHours: MeasureHours
  botName: string
  serviceName: string
  /** The consent record and the ladder allow this person to begin (brief 2.1, 2.2). */
  mayBegin(personId: string, now: Date): Promise<boolean>
  /** Binds an account to the person whose invitation code it sent (Teams); false where the text is none. */
  linkAccount(
    from: { tenant: string; account: string; channel: string; conversationId: string },
    text: string,
  ): Promise<boolean>
}
