import type { Changed } from './followChanges.ts'

/** What is known of one thing that was asked of the server. `data` stays while it is fetched again or cannot be. */
export interface Loaded<T> {
  data: T | undefined
  problem: unknown
  loading: boolean
}

interface Entry {
  kind: Changed | 'once'
  value: Loaded<unknown>
  load: () => Promise<unknown>
  listeners: Set<() => void>
  /** The latest request; answers of earlier ones are dropped, so that an old list never overwrites a newer one. */
  round: number
}

const EMPTY: Loaded<unknown> = { data: undefined, problem: undefined, loading: true }

/** What the page has fetched, kept once for all who show it and fetched again when the server says that it changed. */
export class Cache {
  readonly #entries = new Map<string, Entry>()

  read(key: string): Loaded<unknown> {
    return this.#entries.get(key)?.value ?? EMPTY
  }

  /** Fetches unless it is there already; `listener` hears of every change until the result is called. */
  follow(key: string, kind: Changed | 'once', load: () => Promise<unknown>, listener: () => void): () => void {
    let entry = this.#entries.get(key)
    if (!entry) {
      entry = { kind, value: EMPTY, load, listeners: new Set(), round: 0 }
      this.#entries.set(key, entry)
    }
    const isNew = entry.listeners.size === 0
    entry.load = load
    entry.listeners.add(listener)
    // Nobody was following it: what is kept may be old, so it is shown and fetched again.
    if (isNew && (entry.kind !== 'once' || entry.value.data === undefined)) void this.#fetch(entry)
    return () => entry.listeners.delete(listener)
  }

  /** Puts in what a command answered, so that the screen is right at once. */
  put(key: string, data: unknown): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    entry.round += 1
    this.#set(entry, { data, problem: undefined, loading: false })
  }

  /** Fetches again what is on the screen and of this kind. What nobody follows is fetched when it is next shown. */
  async refresh(kinds: readonly Changed[]): Promise<void> {
    const touched = [...this.#entries.values()].filter(
      (entry) => entry.listeners.size > 0 && entry.kind !== 'once' && kinds.includes(entry.kind),
    )
    await Promise.all(touched.map((entry) => this.#fetch(entry)))
  }

  async reload(key: string): Promise<void> {
    const entry = this.#entries.get(key)
    if (entry) await this.#fetch(entry)
  }

  async #fetch(entry: Entry): Promise<void> {
    const round = ++entry.round
    this.#set(entry, { ...entry.value, loading: true })
    try {
      const data = await entry.load()
      if (round === entry.round) this.#set(entry, { data, problem: undefined, loading: false })
    } catch (problem) {
      if (round === entry.round) this.#set(entry, { ...entry.value, problem, loading: false })
    }
  }

  #set(entry: Entry, value: Loaded<unknown>): void {
    entry.value = value
    for (const listener of entry.listeners) listener()
  }
}
