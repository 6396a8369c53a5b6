import { logCatchUp, logOfToday } from './activityLog.ts'
import { weekToLookAt, whatHelped } from './keepGoing.ts'
import { logPatterns } from './logPatterns.ts'
import type { OfferInput } from './offerInput.ts'
import {
  parentCheckIn,
  parentCheckInDue,
  parentLog,
  parentTips,
  parentWeek,
  parentWeekAgain,
  parentYesterday,
} from './parenting.ts'
import { exposureLadder, exposurePlan, exposureStep } from './exposure.ts'
import { panicLog, panicPlan } from './panic.ts'
import { planIdeas } from './planIdeas.ts'
import { planToReview } from './planReview.ts'
import { sleepChange, sleepChangesNow, sleepHabitsLeft, sleepTick, sleepToKeep } from './sleepChanges.ts'
import { sleepEarlierNight, sleepLastNight, sleepLastNightShort } from './sleepNights.ts'
import { sleepNextFact, sleepWeekRead } from './sleepReading.ts'
import { cardsWithoutIdeas, openValueCards } from './values.ts'
import { thoughtCatch, thoughtCheck } from './thoughts.ts'
import { nextTimeForWorries, worriesHeld } from './worries.ts'

/** By the name a programme calls them. A new one is a file and a line here. */
export const offerInputs: ReadonlyMap<string, OfferInput> = new Map([
  ['log-of-today', logOfToday],
  ['log-catch-up', logCatchUp],
  ['log-patterns', logPatterns],
  ['value-cards', openValueCards],
  ['cards-without-ideas', cardsWithoutIdeas],
  ['exposure-ladder', exposureLadder],
  ['exposure-plan', exposurePlan],
  ['exposure-step', exposureStep],
  ['panic-log', panicLog],
  ['panic-plan', panicPlan],
  ['week-to-look-at', weekToLookAt],
  ['what-helped', whatHelped],
  ['plan-ideas', planIdeas],
  ['plan-to-review', planToReview],
  ['sleep-last-night', sleepLastNight],
  ['sleep-last-night-short', sleepLastNightShort],
  ['sleep-earlier-night', sleepEarlierNight],
  ['sleep-next-fact', sleepNextFact],
  ['sleep-week-read', sleepWeekRead],
  ['sleep-habits-left', sleepHabitsLeft],
  ['sleep-change', sleepChange],
  ['sleep-tick', sleepTick],
  ['sleep-changes-now', sleepChangesNow],
  ['sleep-to-keep', sleepToKeep],
  ['thought-catch', thoughtCatch],
  ['thought-check', thoughtCheck],
  ['next-worry-time', nextTimeForWorries],
  ['worries-held', worriesHeld],
  ['parent-week', parentWeek],
  ['parent-week-again', parentWeekAgain],
  ['parent-check-in', parentCheckIn],
  ['parent-check-in-due', parentCheckInDue],
  ['parent-yesterday', parentYesterday],
  ['parent-log', parentLog],
  ['parent-tips', parentTips],
])
