import type { Dialog, Option } from '../dialog-kit/index.ts'
import { shownOptions } from './askQuestion.ts'
import { momentsOf, type Draft } from './draft.ts'
import type { Run } from './types.ts'
import { walk, type Question, type Stop } from './walk.ts'

/** Questions already answered on the way, in order, with the options each offers. */
export interface Passed {
  question: Question
  options: () => Option[]
}

/** Where a run stands now, without saying or doing anything, and what was answered on the way. */
export function lookAhead(draft: Draft, dialog: Dialog, run: Run): { stop: Stop; passed: Passed[] } {
  const passed: Passed[] = []
  const stop = walk(dialog, run, momentsOf(run, draft.surroundings), {
    passed: (question) => passed.push({ question, options: () => shownOptions(draft, run, question) }),
  })
  return { stop, passed }
}
