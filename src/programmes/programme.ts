import { z } from 'zod'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a clock time, as 06:00')

/** One thing that a step opens at the start of a visit. */
const opening = z.strictObject({
  /** Its label stands in the words of `home`, under this value. */
  offer: z.string(),
  dialog: z.string(),
  /** What the dialog is started with, where it is always the same. */
  input: z.record(z.string(), z.json()).default({}),
  /** Names what looks its input up (src/turn/offer-inputs); where there is nothing for it, it is not offered. */
  'input-from': z.string().optional(),
  /** Offered only at these hours; `from` after `until` goes over midnight. */
  from: clockTime.optional(),
  until: clockTime.optional(),
  /** Shown after everything that is not last. */
  last: z.boolean().default(false),
  /** The last step at which it is offered; without it, it stays open to the end. */
  'until-step': z.int().min(1).optional(),
  /** For the moment itself: always among the first things offered. */
  'at-hand': z.literal(true).optional(),
  /** A `may-do` item of the remit that a supervisor must have authorised for this case (G4). */
  needs: z.string().optional(),
})
export type Opening = z.infer<typeof opening>

/**
 * One guided programme as data: its steps in the order in which sessions open them, and what each adds to what a person is
 * offered. Everything that an earlier step opened stays open unless it says otherwise.
 */
export const programme = z
  .strictObject({
    /** The module's id in the remit. */
    programme: z.string().regex(/^[a-z0-9-]+$/),
    steps: z
      .array(
        z.strictObject({
          /** For staff. */
          title: z.string(),
          /** A template for "what we agreed", for staff to change. */
          task: z.string(),
          /** The step's task in a few words, for the person whose step it is: "This week's task: …". */
          words: z.string().optional(),
          opens: z.array(opening).default([]),
        }),
      )
      .min(1),
  })
  .superRefine((one, check) => {
    for (const [n, step] of one.steps.entries())
      for (const [m, { from, until }] of step.opens.entries())
        if ((from === undefined) !== (until === undefined))
          check.addIssue({
            code: 'custom',
            path: ['steps', n, 'opens', m],
            message: 'needs both `from` and `until`, or neither',
          })
  })
export type Programme = z.infer<typeof programme>
