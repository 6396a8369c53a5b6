import { z } from 'zod'
import { planParts } from '../plans/copingPlan.ts'
import { pushSubscription } from '../push/pushSubscription.ts'

/**
 * What the device shows before anything else. `set-pin`: joined, no PIN yet. `locked`: the PIN is asked.
 * `pin-blocked`: five wrong PINs, the practitioner gives a new invitation. `open`: the conversation may be shown.
 */
export const DOORS = ['set-pin', 'locked', 'pin-blocked', 'open'] as const
export const door = z.enum(DOORS)
export type Door = z.infer<typeof door>

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a clock time such as 21:00')

/** A person's own settings. Quiet times and reminders are kept in every channel; text size and plain mode matter on the page and in words. */
export const personSettings = z.object({
  textSize: z.union([z.literal(100), z.literal(125), z.literal(150)]).describe('per cent'),
  plain: z.boolean().describe('plain mode: literal words, no emoji'),
  quiet: z.object({ from: clockTime, until: clockTime }).describe('no reminders between these times, England'),
  reminders: z.enum(['on', 'few', 'off']),
})
export type PersonSettings = z.infer<typeof personSettings>

export const DEFAULT_SETTINGS: PersonSettings = {
  textSize: 100,
  plain: false,
  quiet: { from: '20:00', until: '08:00' },
  reminders: 'on',
}

export const helpline = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string().describe('as shown; digits and spaces'),
  how: z.array(z.enum(['call', 'text'])),
  says: z.string().describe('one line on what happens when you get in touch'),
})
export type ShownHelpline = z.infer<typeof helpline>

/** Everything the page needs with nobody signed in: help, leaving quickly, its own name. Kept by the page for when the server is gone. */
export const helpReply = z.object({
  botName: z.string(),
  neutralSite: z.string().describe('where Leave quickly goes'),
  demonstration: z.boolean(),
  helplines: z.array(helpline),
})

export const planReply = z.object({ plan: planParts.nullable(), keep: z.boolean() })

export const practitionerShown = z.object({
  firstName: z.string(),
  staffedNow: z.boolean(),
  nextLook: z.object({
    at: z.iso.datetime().describe('while staffed: by when; otherwise: at when'),
    words: z.string().describe('"Tue 9:00", "today 17:00", "tomorrow 9:00"'),
  }),
})

export const personShown = z.object({
  preferredName: z.string(),
  role: z.enum(['young-person', 'parent-carer']),
  band: z.string(),
  state: z.enum(['invited', 'joined', 'active', 'paused', 'closed']),
  messagesAreRead: z.boolean().describe('a person of the team reads what is written here; false once paused or closed'),
})

export const meReply = z.object({
  door,
  botName: z.string(),
  serviceName: z.string(),
  neutralSite: z.string(),
  demonstration: z.boolean(),
  lockAfterSeconds: z.int().describe('without activity the server locks this device after so long'),
  settings: personSettings,
  pushKey: z.string().nullable().describe('with which this browser may ask for notices; null where there are none'),
  person: personShown.nullable().describe('null unless the door is open'),
  practitioner: practitionerShown.nullable().describe('null unless the door is open'),
})

export const joinBody = z.object({
  link: z.string().min(10).max(100).describe('the secret part of the invitation link'),
  code: z.string().regex(/^\d{6}$/, 'must be six digits'),
})
export const pinBody = z.object({ pin: z.string().regex(/^\d{4,6}$/, 'must be four to six digits') })
export const joinDeviceBody = z.object({
  code: z.string().min(8).max(12).describe('eight characters; spaces and hyphens do not matter'),
})
export const doorReply = z.object({ door, unlockedUntil: z.iso.datetime().nullable() })
export const deviceCodeReply = z.object({
  code: z.string().describe('as shown: XXXX-XXXX'),
  expiresAt: z.iso.datetime(),
})
export const noticesBody = pushSubscription
export const settingsBody = personSettings.partial()
export const settingsReply = z.object({ settings: personSettings })
