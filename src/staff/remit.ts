import type { z } from 'zod'
import type { role } from './contract/shapes.ts'

type Role = z.infer<typeof role>

/** A module as the operational guidance lists it (Table 2; brief G4). */
interface RemitModule {
  id: string
  title: string
  roles: readonly Role[]
  /** `do` may be assigned; `may-do` needs a supervisor's authorisation for this case first. */
  listed: 'do' | 'may-do'
}

const young = ['young-person'] as const
const adults = ['parent-carer'] as const
const both = ['young-person', 'parent-carer'] as const

/** Everything the role may do. What is not here is not available: no content for it exists (G4). */
export const REMIT: readonly RemitModule[] = [
  { id: 'low-mood', title: 'Low mood: activity scheduling', roles: young, listed: 'do' },
  { id: 'worry', title: 'Worry management', roles: young, listed: 'do' },
  { id: 'sleep', title: 'Sleep hygiene', roles: young, listed: 'do' },
  { id: 'graded-exposure', title: 'Graded exposure (brief)', roles: both, listed: 'do' },
  { id: 'panic', title: 'Panic management', roles: young, listed: 'do' },
  { id: 'coping-past-self-harm', title: 'Coping for past self-harm', roles: young, listed: 'do' },
  { id: 'negative-thoughts', title: 'Everyday negative thoughts', roles: young, listed: 'do' },
  { id: 'problem-solving', title: 'Problem solving', roles: young, listed: 'do' },
  { id: 'behaviour-support', title: 'Behaviour support for parents and carers', roles: adults, listed: 'do' },
  { id: 'stimulus-control', title: 'Sleep: stimulus control', roles: young, listed: 'may-do' },
  { id: 'behavioural-experiments', title: 'Simple behavioural experiments', roles: young, listed: 'may-do' },
  { id: 'erp-mild-ocd', title: 'Exposure and response prevention, mild OCD', roles: young, listed: 'may-do' },
  { id: 'irritability-confidence', title: 'Irritability or low confidence', roles: young, listed: 'may-do' },
]

export const titleOfModule = (id: string): string => REMIT.find((m) => m.id === id)?.title ?? id

/** Why a module cannot be assigned to somebody, in plain words; null when it can. `shipped` are the modules that exist here. */
export function whyNotModule(id: string, role: Role | null, shipped: ReadonlyMap<string, unknown>): string | null {
  const module = REMIT.find((m) => m.id === id)
  if (module === undefined) return 'This is outside what the role may do, so there is no module for it.'
  if (module.listed === 'may-do')
    return 'This needs a supervisor’s authorisation for this case first, and that cannot be recorded here yet.'
  if (!shipped.has(id)) return 'This module is not part of this release yet.'
  if (role !== null && !module.roles.includes(role))
    return module.roles.includes('young-person')
      ? 'This module is for the young person.'
      : 'This module is for a parent or carer.'
  return null
}
