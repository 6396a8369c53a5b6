/** The vocabulary that dialogs are written in. Pure: no time, no randomness, no channel, no sentence. */
export { defineDialog } from './dialog.ts'
export {
  freeText,
  rating,
  yesNo,
  choice,
  choiceFrom,
  choices,
  wholeNumber,
  minutes,
  localDate,
  localTime,
  localDateTime,
  list,
} from './answerTypes.ts'
export type { Dialog } from './dialog.ts'
export type { Band, Kit, Step } from './steps.ts'
export type { SelfHelpRecord, Effect } from './effects.ts'
export type { Control, Option, Output, Picture } from './output.ts'
export type { Command, Input, StepKey } from './input.ts'
export { BANDS } from './steps.ts'
export { COMMANDS } from './input.ts'
/** For the shape of a dialog's input, and for reckoning with local times: a dialog imports nothing but this file. */
export { z } from 'zod'
export { addDays, addMinutes } from '../shared/calendarDay.ts'
/** What the sleep dialogs reckon with. */
export { isBackfilled, isTooLate, momentIn } from '../sleep/night.ts'
export { implausibleIn } from '../sleep/formulas.ts'
export { inOrder, timesOf } from '../sleep/diary.ts'
export { FACTS } from '../sleep/facts.ts'
export { HABITS } from '../sleep/habits.ts'
export { isNight } from './night.ts'
/** What the low mood dialogs reckon with. */
export { areaOf, CARDS, soundsSomeoneElses } from '../low-mood/values.ts'
/** What the dialogs for parents and carers reckon with. */
export { caring } from '../parenting/caring.ts'
export { limitCrossed, mayBeIgnored, rewardProblem } from '../parenting/limits.ts'
export { isVague, namesTheAct, saysNoTime, speaksOfFamilyTime, speaksOfOwnLowMood } from '../parenting/seeIt.ts'
/** What the worry dialogs reckon with. */
export { saysQuiet } from '../worry/typedWorries.ts'
export { EARLIEST, LATEST, latestBefore, mayBegin, namedDay, namedTime, nextWorryTime } from '../worry/worryTime.ts'
/** What the panic dialogs reckon with. */
export { newStepUps } from '../panic/stepUp.ts'
/** What the thought dialogs reckon with. */
export { isGlobalSelfStatement } from '../thoughts/globalStatement.ts'
export { settleFirst, shiftOf } from '../thoughts/rules.ts'
/** What the exposure dialogs reckon with. */
export { blockIn } from '../exposure/blocks.ts'
export { moveAfter } from '../exposure/ladder.ts'
export { outcomeOf, successOf } from '../exposure/practice.ts'
