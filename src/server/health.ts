/** One thing that must work before this process takes messages: `database`, `content`, `jobs`. Codes, never sentences. */
export interface ReadyCheck {
  name: string
  check(): Promise<boolean>
}

const PATIENCE_MS = 2000

/** Runs every check at once, each with a time limit. A check that throws or hangs has failed. */
export async function readiness(checks: readonly ReadyCheck[]): Promise<{ ready: boolean; failing: string[] }> {
  const outcomes = await Promise.all(checks.map(async ({ name, check }) => ((await inTime(check)) ? [] : [name])))
  const failing = outcomes.flat()
  return { ready: failing.length === 0, failing }
}

async function inTime(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  try {
    return await Promise.race([check(), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
