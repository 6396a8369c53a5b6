import { z } from 'zod'

/** In what way an adult cares for the child. What the bot says to one would be wrong for another (brief 1e). */
export const CARERS = ['parent', 'foster', 'kinship', 'special-guardian', 'residential'] as const
export type Carer = (typeof CARERS)[number]

/** How a child is cared for, as far as the words for parents and carers depend on it. Nothing else of the set-up gets here. */
export const caring = z.object({
  /** Null where nobody has recorded it: then nothing is assumed. */
  carer: z.enum(CARERS).nullable().default(null),
  /** Stay close, never ignore: a history of neglect or trauma, or nobody knows that there is none. */
  timeIn: z.boolean().default(true),
  /** Patterns round family time are looked at, and nothing may touch it. */
  familyTime: z.boolean().default(false),
  /** SEND, autism or sensory needs: demand, predictability and sensory load are looked at first. */
  needsFirst: z.boolean().default(false),
})
export type Caring = z.infer<typeof caring>

/** What the practitioner has set; what was left open follows from the care status. */
export interface CaringSetup {
  careStatus: string
  carer: Carer | null
  timeIn: boolean | null
  familyTime: boolean | null
  needsFirst: boolean | null
}

/** Children who do not, or did not, live with their parents. */
const LIVES_ELSEWHERE = ['in-care', 'kinship', 'special-guardianship', 'care-experienced']
/** Where harm or neglect is, or may be, part of the child's story. An unknown story is not a safe one. */
const STAY_CLOSE = [...LIVES_ELSEWHERE, 'child-protection-plan', 'not-known']

/** How this child is cared for, on the side of staying close wherever nobody has said otherwise. Pure. */
export function caringOf(setup: CaringSetup): Caring {
  return {
    carer: setup.carer,
    timeIn: setup.timeIn ?? STAY_CLOSE.includes(setup.careStatus),
    familyTime: setup.familyTime ?? LIVES_ELSEWHERE.includes(setup.careStatus),
    needsFirst: setup.needsFirst ?? false,
  }
}

/** Whether pocket money and belongings are not this adult's to give or take: an agency or a plan has settled them. */
export const moneyIsSettled = ({ carer }: Pick<Caring, 'carer'>): boolean =>
  carer === 'foster' || carer === 'residential'
