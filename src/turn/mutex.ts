/**
 * One piece of work at a time per key, in order of arrival, within this process. Other processes are held off by
 * compare-and-swap on the saved state.
 */
export interface KeyedMutex {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Resolves when nothing is running or waiting any more. */
  idle(): Promise<void>
}

export function createKeyedMutex(): KeyedMutex {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run(key, work) {
      const before = tails.get(key)
      const mine = before === undefined ? work() : before.then(work, work)
      tails.set(key, mine)
      const forget = () => {
        if (tails.get(key) === mine) tails.delete(key)
      }
      mine.then(forget, forget)
      return mine
    },
    async idle() {
      while (tails.size > 0) await Promise.allSettled(tails.values())
    },
  }
}
