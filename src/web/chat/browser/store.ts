import { useSyncExternalStore } from 'react'

/** One value that the page draws itself from. It is replaced, never changed in place. */
export interface Store<T> {
  get(): T
  /** Lays some parts over the present value, or works out the next value from it. */
  change(next: Partial<T> | ((present: T) => Partial<T>)): void
  subscribe(listener: () => void): () => void
}

/** Makes a store. Nothing of it outlives the page: what a person writes is kept in memory only. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    change(next) {
      value = { ...value, ...(typeof next === 'function' ? next(value) : next) }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Draws a component anew whenever the store's value is replaced. */
export const useStore = <T extends object>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get)
