import { REMIT, type RemitItem } from '../programmes/remit.ts'

type Role = RemitItem['roles'][number]

export const titleOfModule = (id: string): string => REMIT.find((m) => m.id === id)?.title ?? id

/**
 * Why a module cannot be assigned to somebody, in plain words; null when it can. `shipped` are the modules that exist here,
 * `authorised` what a supervisor has authorised for the case.
 */
export function whyNotModule(
  id: string,
  role: Role | null,
  shipped: ReadonlyMap<string, unknown>,
  authorised: readonly string[] = [],
): string | null {
  const module = REMIT.find((m) => m.id === id)
  if (module === undefined || module.listed === 'should-not')
    return 'This is outside what the role may do, so there is no module for it.'
  if (module.listed === 'may-do' && !authorised.includes(id))
    return 'This needs a supervisor’s authorisation for this case first.'
  if (!shipped.has(id)) return 'This module is not part of this release yet.'
  if (role !== null && !module.roles.includes(role))
    return module.roles.includes('young-person')
      ? 'This module is for the young person.'
      : 'This module is for a parent or carer.'
  return null
}
