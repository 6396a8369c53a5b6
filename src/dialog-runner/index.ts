/** Runs dialogs, pure: (definitions, saved state, input) → (saved state, outputs, effects). No clock, no file, no chance. */
export { startDialog } from './startDialog.ts'
export { receiveInput } from './receiveInput.ts'
export { askAgain, putAside, resumable, resume } from './pauseAndResume.ts'
export { openQuestion } from './openQuestion.ts'
export { emptyVisit, parseVisitState } from './visitState.ts'
export type * from './types.ts'
