import { z } from 'zod'
import { CONTACT_WAYS, CONTACT_WITH } from '../../risk/contacts.ts'
import { instant, staffMember } from './shapes.ts'

/** The contact log of an alert (brief 6.3). */

const way = z.enum(CONTACT_WAYS).meta({ id: 'ContactWay' })
const withWhom = z.enum(CONTACT_WITH).meta({ id: 'ContactWith' })

export const contact = z
  .object({
    way,
    with: withWhom,
    name: z.string().trim().min(1).max(200).optional().describe('Needed where it was not the person who wrote.'),
    at: instant.describe('When it was: not before the alert, and not in the future.'),
    reached: z.boolean(),
    note: z.string().trim().min(3).max(4000),
    nextAction: z
      .string()
      .trim()
      .min(3)
      .max(500)
      .optional()
      .describe('Needed, with its time, where nobody was reached.'),
    nextActionAt: instant.optional(),
  })
  .meta({ id: 'Contact' })

export const loggedContact = z
  .object({
    id: z.uuid(),
    by: staffMember,
    loggedAt: instant,
    way,
    with: withWhom,
    name: z.string().nullable(),
    at: instant,
    reached: z.boolean(),
    note: z.string(),
    nextAction: z.string().nullable(),
    nextActionAt: instant.nullable(),
  })
  .meta({ id: 'LoggedContact' })

/** How far contact has come, for the queue. */
export const contactState = z
  .object({
    tries: z.int(),
    reachedPerson: z.boolean().describe('The person who wrote, about this alert or another of the same incident.'),
    reachedCarer: z.boolean(),
    nextAction: z.string().nullable().describe('From the last try, where it reached nobody.'),
    nextActionAt: instant.nullable(),
  })
  .meta({ id: 'ContactState' })
