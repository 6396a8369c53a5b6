import type { AnswerTypes } from './answers.ts'
import type { Kit, Step } from './steps.ts'

/** The kit's functions: each turns what a dialog writes into a step as data. One object serves every dialog. */
const kit = {
  say: (id: string, options: object = {}): object => ({ step: 'say', id, ...options }),
  ask: (id: string, options: object = {}): object => ({ step: 'ask', id, ...options }),
  branch: (id: string, on: unknown, paths: unknown) => ({ step: 'branch', id, on, paths }),
  repeat: (id: string, steps: (kit: unknown) => Step[]): object => ({ step: 'repeat', id, steps: steps(kit) }),
  each: (id: string, over: unknown, steps: (kit: unknown) => Step[]) => ({
    step: 'repeat',
    id,
    over,
    steps: steps(kit),
  }),
  again: (id: string, whilst: unknown, options: { atMost: number }, steps: Step[]) => ({
    step: 'again',
    id,
    whilst,
    ...options,
    steps,
  }),
  review: (id: string) => ({ step: 'review', id }),
  record: (id: string, record: unknown) => ({ step: 'record', id, record }),
  call: (id: string, dialog: string, input?: unknown) => ({ step: 'call', id, dialog, input }),
  handOver: (id: string, dialogs: readonly string[], to: unknown) => ({ step: 'hand-over', id, dialogs, to }),
  remind: (id: string, options: RemindOptions) => ({
    step: 'effect',
    id,
    effect: (answers: unknown, circumstances: { run: string }) => {
      const at = options.at(answers, circumstances)
      const input = options.input?.(answers, circumstances) ?? {}
      return at === undefined
        ? undefined
        : { type: 'remind', key: `${circumstances.run}/${id}`, at, dialog: options.dialog, input }
    },
  }),
  notice: (id: string, notice: (answers: unknown, circumstances: unknown) => unknown) => ({
    step: 'effect',
    id,
    effect: (answers: unknown, circumstances: unknown) => {
      const which = notice(answers, circumstances)
      return which === undefined ? undefined : { type: 'notice', notice: which }
    },
  }),
  effect: (id: string, effect: unknown) => ({ step: 'effect', id, effect }),
  end: (id: string) => ({ step: 'end', id }),
}

interface RemindOptions {
  dialog: string
  at: (answers: unknown, circumstances: unknown) => string | undefined
  input?: (answers: unknown, circumstances: unknown) => unknown
}

export const createKit = <A extends AnswerTypes, I>(): Kit<A, I> => kit as unknown as Kit<A, I>
