import type { Plan } from '../api/chatApi.ts'

const PLACE = 'own-plan'

/** Keeps the plan on the device, or takes it away: only for a young person who chose that, knowing that others who use it can open it. */
export function rememberPlan(plan: Plan): void {
  try {
    if (plan === null) localStorage.removeItem(PLACE)
    else localStorage.setItem(PLACE, JSON.stringify(plan))
  } catch {
    // Storage can be switched off; the plan is shown from the server then.
  }
}

/** The plan that was kept on this device, or none. */
export function recallPlan(): Plan {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? 'null') as Plan
  } catch {
    return null
  }
}
