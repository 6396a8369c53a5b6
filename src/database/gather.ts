/** A piece that takes longer than this does not hold up the next one. */
const PATIENCE_MS = 30

/**
 * Makes one piece of work of what is asked for at the same moment, so that many share a round trip and a commit: a lone
 * item goes at once; while a piece is under way, what comes waits and goes together in the next. If a piece fails, each of
 * its items is tried by itself, so that nobody pays for another's fault. `work` gives one result for each item, in order.
 * With `restMs` there is a rest after each piece: for what nobody waits for.
 */
export function gather<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  options: { most?: number; restMs?: number } = {},
): (item: Item) => Promise<Result> {
  interface Waiting {
    item: Item
    resolve: (result: Result) => void
    reject: (error: unknown) => void
  }
  const { most = 100, restMs } = options
  let waiting: Waiting[] = []
  /** A piece is under way that the next one waits for, or is about to begin. */
  let busy = false

  const alone = async ({ item, resolve, reject }: Waiting): Promise<void> => {
    try {
      resolve((await work([item]))[0]!)
    } catch (error) {
      reject(error)
    }
  }
  const together = async (piece: readonly Waiting[]): Promise<void> => {
    let results: readonly Result[]
    try {
      results = await work(piece.map(({ item }) => item))
    } catch {
      for (const one of piece) await alone(one)
      return
    }
    for (const [n, one] of piece.entries()) one.resolve(results[n]!)
  }
  const begin = (): void => {
    const piece = waiting.slice(0, most)
    waiting = waiting.slice(most)
    let holds = true
    const letNext = () => {
      if (!holds) return
      holds = false
      if (waiting.length > 0) begin()
      else busy = false
    }
    const patience = setTimeout(letNext, PATIENCE_MS)
    void (piece.length === 1 ? alone(piece[0]!) : together(piece)).then(() => {
      clearTimeout(patience)
      if (restMs === undefined) letNext()
      else setTimeout(letNext, restMs)
    })
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (busy) return
      busy = true
      // Not before everything that arrived together has been read.
      setImmediate(begin)
    })
}
