import { useState } from 'react'

/** A command on its way: `run` refuses a second press while the first is under way, and keeps what went wrong. */
export interface Command<Input, Output> {
  run(input: Input): Promise<Output | undefined>
  running: boolean
  problem: unknown
  clear(): void
}

/** Something that a button does on the server. `run` answers undefined when it did not work; the problem is then kept. */
export function useCommand<Input, Output>(perform: (input: Input) => Promise<Output>): Command<Input, Output> {
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<unknown>(undefined)
  return {
    running,
    problem,
    clear: () => setProblem(undefined),
    async run(input) {
      if (running) return undefined
      setRunning(true)
      setProblem(undefined)
      try {
        return await perform(input)
      } catch (caught) {
        setProblem(caught)
        return undefined
      } finally {
        setRunning(false)
      }
    },
  }
}
