import { addDays, londonDay } from './shared/calendarDay.ts'
import type { Fault } from './shared/errors.ts'
import { InvalidInput } from './shared/errors.ts'
import type { Product } from './product.ts'
import { uncheckedHelplines } from './staff/service/helplinesForStaff.ts'

/** What a named human of the service answers for, as far as the program can see it. */
type Answered = Pick<Product, 'services' | 'safetySignature'>

const empty = (problems: [value: string, name: string][]) =>
  problems.filter(([value]) => value === '').map(([, name]) => name)

/** What no named human of this service has checked or signed, or not within so many days; each with what to do (brief 2.5, R7). */
export function uncheckedByHumans({ services, safetySignature }: Answered, now: Date, withinDays: number): Fault[] {
  const oldest = addDays(londonDay(now), -withinDays)
  const why = (missing: string[]) =>
    missing.length > 0 ? `${missing.join(', ')} not filled in` : `checked more than ${withinDays} days ago`
  const helplines = uncheckedHelplines(services, now, withinDays).map(({ id, owner, checked_on, signed_by }) => ({
    place: `content/services.yaml (${id})`,
    problem: why(empty([[owner, 'owner'], [checked_on, 'checked_on'], [signed_by, 'signed_by']])), // prettier-ignore
    mend: 'a named person of this service checks the number and fills these in',
  }))
  const { signedBy, signedOn } = safetySignature
  if (signedBy !== '' && signedOn !== '' && signedOn >= oldest) return helplines
  return [
    ...helplines,
    {
      place: 'content/risk/replies.lock.json',
      problem: why(empty([[signedBy, 'signed_by'], [signedOn, 'signed_on']])), // prettier-ignore
      mend: 'the clinical safety officer reads the safety words and signs them',
    },
  ]
}

/** Stops a production start over what nobody has answered for, listing each. The demonstration runs, with a note to staff. */
export function refuseUnchecked(answered: Answered, now: Date, withinDays: number): void {
  const faults = uncheckedByHumans(answered, now, withinDays)
  if (faults.length > 0) throw new InvalidInput('Not to be used with real people yet:', faults)
}
