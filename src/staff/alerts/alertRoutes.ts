import type { Contact } from '../../risk/contacts.ts'
import type { Reply, Route, StaffCaller } from '../../shared/route.ts'
import type { z } from 'zod'
import { rolesFor } from '../access.ts'
import { writeAudit } from '../audit.ts'
import * as contract from '../contract/alerts.ts'
import type { contact } from '../contract/contactShapes.ts'
import { serve } from '../contract/endpoint.ts'
import type { alertWithHistory } from '../contract/alertShapes.ts'
import type { StaffParts } from '../parts.ts'
import { alertsInReach } from '../reach.ts'
import { readAlertAfterwards, readAlerts } from './readAlerts.ts'
import { readColleagues } from './readColleagues.ts'
import { readContacts } from './readContacts.ts'
import { readHistory } from './readHistory.ts'
import { readLadders } from './readLadders.ts'
import { readSayings } from './readSayings.ts'
import { noSuchAlert, orRefuse } from './refusals.ts'

/** Alerts: the queue, one with its history, and what a named human does with it. */
export function alertRoutes(parts: StaffParts): Route[] {
  const { database, clock, escalations } = parts
  const { logger } = parts
  const moment = () => ({ now: clock.now(), hours: parts.ladder.hours })
  const ladderOf = async (alertId: string) =>
    (await readLadders(database, [alertId], parts.ladder.hours, clock.now())).get(alertId) ?? []

  const afterwards = async (caller: StaffCaller, alertId: string): Promise<Reply<z.infer<typeof alertWithHistory>>> => {
    const [alert, history, contacts, ladder] = await Promise.all([
      readAlertAfterwards(database, caller, alertId, moment()),
      readHistory(database, alertId),
      readContacts(database, alertId),
      ladderOf(alertId),
    ])
    if (!alert) throw noSuchAlert()
    return { status: 200, body: { alert, history, contacts, ladder } }
  }

  const mustReach = async (caller: StaffCaller, alertId: string): Promise<void> => {
    const { rows } = await database.query(
      `select 1 from escalations e left join cases k on k.id = e.case_id where e.id = $2::uuid and ${alertsInReach(caller, 'act-on-alerts')}`,
      [caller.staffId, alertId],
    )
    if (rows.length === 0) throw noSuchAlert()
  }

  return [
    serve(contract.listAlerts, async ({ caller }) => {
      const [alerts, sayings] = await Promise.all([
        readAlerts(database, caller, { open: true }, moment()),
        readSayings(database, caller, clock.now()),
      ])
      if (alerts.length + sayings.length > 0)
        await writeAudit(database, clock.now(), {
          staffId: caller.staffId,
          action: 'list-alerts',
          detail: { alerts: alerts.map((a) => a.id), sayings: sayings.map((s) => s.id) },
        })
      const waiting = alerts.filter((a) => a.state === 'open')
      const oldest = waiting.map((a) => a.openedAt).sort()[0] ?? null
      return { status: 200, body: { alerts, unacknowledged: waiting.length, oldestWaitingSince: oldest, sayings } }
    }),

    serve(contract.readAlert, async ({ caller, params }) => {
      const [alert] = await readAlerts(database, caller, { alertId: params.alertId }, moment())
      if (!alert) throw noSuchAlert()
      await writeAudit(database, clock.now(), {
        staffId: caller.staffId, action: 'view-alert', caseId: alert.case?.id, personId: alert.person?.id, subjectId: alert.id,
      }) // prettier-ignore
      const [history, contacts, ladder] = await Promise.all([
        readHistory(database, alert.id),
        readContacts(database, alert.id),
        ladderOf(alert.id),
      ])
      return { status: 200, body: { alert, history, contacts, ladder } }
    }),

    serve(contract.acknowledgeAlert, async ({ caller, params, body }) => {
      await mustReach(caller, params.alertId)
      await orRefuse(
        escalations.acknowledge({
          escalationId: params.alertId,
          staffId: caller.staffId,
          plannedAction: body.plannedAction,
          expectedVersion: body.version,
          now: clock.now(),
        }),
      )
      logger.info('alert-acknowledged', { escalationId: params.alertId, staffId: caller.staffId })
      return afterwards(caller, params.alertId)
    }),

    serve(contract.releaseAlert, async ({ caller, params, body }) => {
      await mustReach(caller, params.alertId)
      await orRefuse(
        escalations.release({
          escalationId: params.alertId,
          staffId: caller.staffId,
          outcome: body.outcome,
          falseAlarmReason: body.falseAlarmReason,
          toWhom: body.toWhom,
          nextAction: body.nextAction,
          nextActionAt: body.nextActionAt === undefined ? undefined : new Date(body.nextActionAt),
          contact: body.contact && contactOf(body.contact),
          note: body.note,
          expectedVersion: body.version,
          now: clock.now(),
        }),
      )
      logger.info('alert-released', { escalationId: params.alertId, staffId: caller.staffId, code: body.outcome })
      return afterwards(caller, params.alertId)
    }),

    serve(contract.logContact, async ({ caller, params, body }) => {
      await mustReach(caller, params.alertId)
      await orRefuse(
        escalations.logContact({
          escalationId: params.alertId,
          staffId: caller.staffId,
          contact: contactOf(body),
          now: clock.now(),
        }),
      )
      return afterwards(caller, params.alertId)
    }),

    serve(contract.handOverAlert, async ({ caller, params, body }) => {
      await mustReach(caller, params.alertId)
      await orRefuse(
        escalations.handOver({
          escalationId: params.alertId,
          staffId: caller.staffId,
          toStaffId: body.toStaffId,
          reason: body.reason,
          roles: rolesFor('act-on-alerts'),
          expectedVersion: body.version,
          now: clock.now(),
        }),
      )
      logger.info('alert-handed-over', { escalationId: params.alertId, staffId: caller.staffId })
      return afterwards(caller, params.alertId)
    }),

    serve(contract.listColleagues, async ({ caller }) => ({
      status: 200,
      body: { colleagues: await readColleagues(database, caller, moment()) },
    })),

    serve(contract.addAlertNote, async ({ caller, params, body }) => {
      await mustReach(caller, params.alertId)
      await orRefuse(
        escalations.addNote({
          escalationId: params.alertId,
          staffId: caller.staffId,
          note: body.note,
          now: clock.now(),
        }),
      )
      return afterwards(caller, params.alertId)
    }),
  ]
}

const contactOf = ({ at, nextActionAt, ...rest }: z.infer<typeof contact>): Contact => ({
  ...rest,
  at: new Date(at),
  nextActionAt: nextActionAt === undefined ? undefined : new Date(nextActionAt),
})
