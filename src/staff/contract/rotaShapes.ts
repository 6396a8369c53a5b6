import { z } from 'zod'
import { missing } from './personShapes.ts'
import { day, instant, staffMember, staffRole } from './shapes.ts'

/** The rota as the set-up screen shows and changes it. */

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 09:00')

const dayHours = z
  .object({ weekday: z.int().min(1).max(7).describe('1 Monday … 7 Sunday.'), from: time, until: time })
  .meta({ id: 'DayHours' })

const closure = z.object({ day, reason: z.string().trim().max(200) })

const dutyTurn = z
  .object({
    staffId: z.uuid(),
    weekday: z.int().min(1).max(7).nullable(),
    day: day.nullable().describe('A turn for one day goes before the weekday’s. One of the two is null.'),
  })
  .meta({ id: 'DutyTurn' })

const onCallTurn = z.object({ staffId: z.uuid(), from: instant, until: instant }).meta({ id: 'OnCallTurn' })

const absence = z
  .object({ from: instant, until: instant, coverId: z.uuid().nullable() })
  .meta({ id: 'Absence', description: 'Leave, sickness, an hour at the dentist.' })

const version = z.int().describe('As read: when somebody changed this part of the rota since, the change is refused.')

export const serviceRota = z
  .object({
    version,
    hours: z.array(dayHours).max(7),
    closures: z.array(closure).max(100),
    duty: z.array(dutyTurn).max(500),
    onCall: z.array(onCallTurn).max(200),
  })
  .meta({ id: 'ServiceRota' })

export const staffRota = z
  .object({
    version,
    hours: z.array(dayHours).max(7).nullable().describe('Null: the service’s own hours.'),
    coverId: z.uuid().nullable().describe('Who answers in their place whenever an absence names nobody else.'),
    absences: z.array(absence).max(50),
    email: z.string().trim().max(254).nullable(),
    webhook: z.string().trim().max(200).nullable().describe('As the pager or SMS gateway knows them.'),
    keepTeams: z.boolean().describe('False takes their Teams chat away; it comes back when they write to the bot.'),
  })
  .meta({ id: 'StaffRota' })

const staffOnRota = z
  .object({
    version: z.int().describe('Send it back with a change of this person’s part.'),
    staff: staffMember,
    roles: z.array(staffRole),
    atWork: z.boolean(),
    hours: z.array(dayHours).nullable(),
    coverId: z.uuid().nullable(),
    absences: z.array(absence).describe('Those that are not over.'),
    email: z.string().nullable(),
    webhook: z.string().nullable(),
    inTeams: z.boolean().describe('They have written to the bot in Teams, so that alerts reach them there.'),
  })
  .meta({ id: 'StaffOnRota' })

export const rotaPage = z
  .object({
    version: z.int().describe('Send it back with a change of the service’s part.'),
    hours: z.array(dayHours),
    hoursFromSettings: z.boolean().describe('Nobody has set them here yet: the configuration’s hours count.'),
    closures: z.array(closure).describe('From today on, besides the bank holidays of England.'),
    bankHolidays: z.array(day).describe('Of the next year.'),
    duty: z.array(dutyTurn),
    onCall: z.array(onCallTurn).describe('Those that are not over.'),
    staff: z.array(staffOnRota),
    routes: z.array(z.string()).describe('Ways outside this page that are set up in this service.'),
    gaps: z.array(missing).describe('Where nobody would be told, over all cases that are open.'),
    changed: z.object({ at: instant, by: staffMember }).nullable(),
  })
  .meta({ id: 'RotaPage' })
