import type { Contact } from '../../src/risk/contacts.ts'

/** Somebody rang the person who wrote, and spoke with them. */
export const spoken = (at: Date): Contact => ({
  way: 'call',
  with: 'person',
  at,
  reached: true,
  note: 'spoke with them',
})
