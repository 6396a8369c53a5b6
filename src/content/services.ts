import { z } from 'zod'

/** One helpline or service. `owner`, `checked_on` and `signed_by` stay empty until a named human of the service fills them. */
export const helpline = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  /** As it is read out; spaces allowed. */
  number: z.string(),
  /** What to press or send, where that is needed: "option 2". */
  then: z.string().default(''),
  how: z.array(z.enum(['call', 'text'])).min(1),
  /** What happens when you ring or text. */
  what_happens: z.string(),
  when: z.string(),
  audience: z.array(z.enum(['young-person', 'parent-carer'])).min(1),
  owner: z.string(),
  checked_on: z.union([z.literal(''), z.iso.date()]),
  signed_by: z.string(),
})
export type Helpline = z.infer<typeof helpline>

/** `content/services.yaml`, in the order they are shown. */
export const servicesFile = z.strictObject({ helplines: z.array(helpline).min(1) })
