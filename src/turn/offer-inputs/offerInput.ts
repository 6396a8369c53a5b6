import type { Queryable } from '../../database/database.ts'
import type { LowMoodRules } from '../../low-mood/rules.ts'
import type { OpenModule } from '../../programmes/openOffers.ts'
import type { SelfHelpEntry } from '../../record/events.ts'
import type { Json } from '../../shared/json.ts'
import type { SituationPerson } from '../situation.ts'

/** What is there to look an input up from, without asking the database again. */
export interface OpenThings {
  /** Assigned modules, and how far they are open. */
  modules: readonly OpenModule[]
  /** Activities in the person's own words, newest first. */
  ideas: string[]
  /** Reminders whose time has come, the oldest first: first of all the plan of which it is to be heard. */
  due: { dialog: string }[]
  /** Plans whose time is still to come. */
  ahead: { about: string | null }[]
  /** Something about eating was found before: nothing that is exercise is put forward (brief 1a, branches). */
  eatingConcern: boolean
}

export interface Asked {
  person: SituationPerson
  /** The task of the newest open step in a few words, where the programme has them. */
  task: string | undefined
  now: Date
  open: OpenThings
  /** What this very turn leaves in the record: not committed yet, and no less true. */
  recorded: readonly Omit<SelfHelpEntry, 'version'>[]
  lowMood: LowMoodRules
  database: Queryable
}

/** Looks up what an offered dialog is started with; undefined where there is nothing for it now, and it is not offered. */
export type OfferInput = (asked: Asked) => Json | undefined | Promise<Json | undefined>
