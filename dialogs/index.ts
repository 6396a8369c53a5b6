import type { Dialog } from '../src/dialog-kit/index.ts'
import { abcLog } from './abc-log.ts'
import { activityCheckIn } from './activity-check-in.ts'
import { activityReview } from './activity-review.ts'
import { afterRelease } from './after-release.ts'
import { agenda } from './agenda.ts'
import { firstConversation } from './first-conversation.ts'
import { firstConversationParent } from './first-conversation-parent.ts'
import { firstPractice } from './first-practice.ts'
import { firstSmallThing } from './first-small-thing.ts'
import { home } from './home.ts'
import { howWeHandledIt } from './how-we-handled-it.ts'
import { keepGoing } from './keep-going.ts'
import { leaveANote } from './leave-a-note.ts'
import { letItBe } from './let-it-be.ts'
import { logAnActivity } from './log-an-activity.ts'
import { lookAtLog } from './look-at-log.ts'
import { lowMoodCycle } from './low-mood-cycle.ts'
import { notKnowing } from './not-knowing.ts'
import { notKnowingReview } from './not-knowing-review.ts'
import { lookingBack } from './looking-back.ts'
import { ownWorryPlan } from './own-worry-plan.ts'
import { parentCheckIn } from './parent-check-in.ts'
import { parentWeek } from './parent-week.ts'
import { rewardPlan } from './reward-plan.ts'
import { calmLimits } from './calm-limits.ts'
import { familyMeeting } from './family-meeting.ts'
import { schoolNote } from './school-note.ts'
import { parentKeepGoing } from './parent-keep-going.ts'
import { parentDay } from './parent-day.ts'
import { parentTips } from './parent-tips.ts'
import { didNotSuit } from './did-not-suit.ts'
import { wentWell } from './went-well.ts'
import { parentWeekOne } from './parent-week-one.ts'
import { planAnActivity } from './plan-an-activity.ts'
import { problemReview } from './problem-review.ts'
import { problemSolving } from './problem-solving.ts'
import { planReminder } from './plan-reminder.ts'
import { sleepDiary } from './sleep-diary.ts'
import { sleepAdjust } from './sleep-adjust.ts'
import { sleepBedRules } from './sleep-bed-rules.ts'
import { sleepChecklist } from './sleep-checklist.ts'
import { sleepFact } from './sleep-fact.ts'
import { sleepKeep } from './sleep-keep.ts'
import { sleepPlan } from './sleep-plan.ts'
import { sleepTick } from './sleep-tick.ts'
import { sleepWeek } from './sleep-week.ts'
import { valueCard } from './value-card.ts'
import { valuedActivities } from './valued-activities.ts'
import { taskCheckIn } from './task-check-in.ts'
import { panicNow } from './panic-now.ts'
import { panicLog } from './panic-log.ts'
import { panicPlan } from './panic-plan.ts'
import { panicWhatItIs } from './panic-what-it-is.ts'
import { thoughtsAndFeelings } from './thoughts-and-feelings.ts'
import { thoughtCatch } from './thought-catch.ts'
import { thoughtCheck } from './thought-check.ts'
import { weekLook } from './week-look.ts'
import { exposureGoal } from './exposure-goal.ts'
import { exposureStep } from './exposure-step.ts'
import { exposureLadder } from './exposure-ladder.ts'
import { exposurePlan } from './exposure-plan.ts'
import { exposureReview } from './exposure-review.ts'
import { whatGotInTheWay } from './what-got-in-the-way.ts'
import { whatWeAgreed } from './what-we-agreed.ts'
import { worryCatch } from './worry-catch.ts'
import { worryDiary } from './worry-diary.ts'
import { worryNight } from './worry-night.ts'
import { worryTime } from './worry-time.ts'
import { worryTimeSettings } from './worry-time-settings.ts'
import { worryTree } from './worry-tree.ts'
import { worryWhatItIs } from './worry-what-it-is.ts'

/** Every structured dialog. A dialog that is not listed here does not exist. */
export const dialogs: readonly Dialog[] = [
  home,
  firstConversation,
  firstConversationParent,
  firstSmallThing,
  lowMoodCycle,
  logAnActivity,
  lookAtLog,
  valueCard,
  valuedActivities,
  planAnActivity,
  planReminder,
  activityCheckIn,
  activityReview,
  whatGotInTheWay,
  weekLook,
  keepGoing,
  afterRelease,
  howWeHandledIt,
  worryWhatItIs,
  worryDiary,
  worryCatch,
  worryNight,
  worryTree,
  worryTime,
  worryTimeSettings,
  problemSolving,
  problemReview,
  letItBe,
  notKnowing,
  notKnowingReview,
  ownWorryPlan,
  whatWeAgreed,
  firstPractice,
  taskCheckIn,
  panicNow,
  panicLog,
  panicPlan,
  panicWhatItIs,
  thoughtsAndFeelings,
  thoughtCatch,
  thoughtCheck,
  exposureGoal,
  exposureStep,
  exposureLadder,
  exposurePlan,
  exposureReview,
  leaveANote,
  agenda,
  lookingBack,
  parentWeekOne,
  abcLog,
  parentCheckIn,
  wentWell,
  parentWeek,
  rewardPlan,
  calmLimits,
  familyMeeting,
  schoolNote,
  parentKeepGoing,
  parentDay,
  parentTips,
  didNotSuit,
  sleepDiary,
  sleepFact,
  sleepWeek,
  sleepChecklist,
  sleepPlan,
  sleepTick,
  sleepAdjust,
  sleepBedRules,
  sleepKeep,
]
