import { z } from 'zod'
import { STAFF_ROLES } from '../../shared/route.ts'
import { CARERS } from '../../parenting/caring.ts'
import { ENGAGEMENTS } from '../../reminders/engagement.ts'
import { LANES } from '../../risk/types.ts'

/** Shapes that several routes share. A shape with an id becomes a named type of the staff page. */

export const instant = z.iso.datetime({ offset: true })
export const day = z.iso.date()

export const role = z.enum(['young-person', 'parent-carer']).meta({ id: 'PersonRole' })
export const carer = z
  .enum(CARERS)
  .meta({ id: 'Carer', description: 'In what way an adult cares for the child; their words follow it.' })
export const band = z.enum(['Y11-13', 'Y14-15', 'Y16-18', 'P5-7', 'P8-11', 'P12+']).meta({ id: 'Band' })
export const staffRole = z.enum(STAFF_ROLES).meta({ id: 'StaffRole' })
export const tier = z.enum(['T1', 'T2', 'T3']).meta({ id: 'Tier' })
export const lane = z.enum(LANES).meta({ id: 'Lane' })

/** What somebody's use of the chat, or their silence, is called (brief 5.2). */
export const engagement = z.enum(ENGAGEMENTS).meta({ id: 'Engagement' })

export const careStatus = z
  .enum([
    'none',
    'in-care',
    'kinship',
    'special-guardianship',
    'care-experienced',
    'child-protection-plan',
    'child-in-need-plan',
    'young-carer',
    'not-known',
  ])
  .meta({ id: 'CareStatus' })

/** A member of staff as named on a screen. */
export const staffMember = z.object({ staffId: z.uuid(), name: z.string() }).meta({ id: 'StaffMember' })

/** How a case's entries stand on their way to the case record. */
export const deliveryCounts = z
  .object({ waiting: z.int(), parked: z.int(), delivered: z.int() })
  .meta({ id: 'DeliveryCounts', description: 'Entries on their way to the case record; parked ones need a person.' })
