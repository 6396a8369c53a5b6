import type { Queryable } from './database.ts'

/** A job as it is put in a queue; `data` is all that its handler is given. */
export interface JobToDo {
  queue: string
  data: object
  client?: Queryable
  startAfter?: Date
  key?: string
}

/**
 * Work that must happen later or again, kept in the database (pg-boss): it survives restarts and runs once, whichever
 * process takes it. `enqueue` inside a transaction happens only if the transaction commits.
 */
export interface Jobs {
  /**
   * Puts jobs in their queue, with the transaction's client where there is one; several of one queue and client go in one
   * statement. The same `key` is queued once while it waits. Fails before `start`, and for a queue that nobody called
   * `work` for in this process.
   */
  enqueue(...jobs: JobToDo[]): Promise<void>
  /**
   * Takes jobs of a queue, a few at a time; a handler that throws is tried again with back-off and jitter. With
   * `everySeconds` the job comes by itself, for all processes together once in that time. May be called before or
   * after `start`.
   */
  work<Data extends object>(
    queue: string,
    handler: (data: Data) => Promise<void>,
    options?: { concurrency?: number; everySeconds?: number },
  ): Promise<void>
  /** Looks at the queue now: for after the commit of a transaction that enqueued. Costs nothing where nobody waits. */
  nudge(queue: string): void
  start(): Promise<void>
  /** Waits for jobs in hand, then stops. */
  stop(): Promise<void>
}
