import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { issueInvitation } from '../identity/invitation.ts'
import { createRecordSide, recordAddress, type RecordAddress } from '../recordSide.ts'
import { startReferenceRecord } from '../reference-record/start.ts'
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import { INFORMATION_VERSION } from '../staffSide.ts'
import { DEMONSTRATION_CASES } from './caseload.ts'
import { createDemonstration, demonstrationPersonId, demonstrationStaffId } from './createDemonstration.ts'

/** Opens the reference record of the demonstration; it listens on this machine only. */
const DEMONSTRATION_TOKEN = 'demonstration-only'

export interface Demonstration {
  caseRecord: RecordAddress
  /** The links that the start prints. New invitations each time: a link works once. */
  describe(app: { issueStaffLink(staffId: string): Promise<string> }, publicUrl: string): Promise<string>
  stop(): Promise<void>
}

/** Outside production only: the embedded reference case record (unless another is configured) and a fictional caseload. */
export async function startDemonstration(parts: {
  config: Config
  database: Database
  logger: Logger
  clock: Clock
}): Promise<Demonstration> {
  const { config, database, logger, clock } = parts
  if (config.production) throw new Error('The demonstration does not run in production.')
  const elsewhere = recordAddress(config)
  const reference = elsewhere
    ? undefined
    : await startReferenceRecord({ database, port: config.REFERENCE_RECORD_PORT, token: DEMONSTRATION_TOKEN, logger })
  const caseRecord: RecordAddress = elsewhere ?? {
    kind: 'openapi',
    url: reference!.url,
    token: DEMONSTRATION_TOKEN,
    caseSystem: config.CASE_RECORD_CASE_SYSTEM,
    mayMakeCases: true,
  }
  await createDemonstration({
    database,
    cases: createRecordSide(caseRecord, { clock, terms: new Map() }).cases,
    now: clock.now(),
    informationVersion: INFORMATION_VERSION,
  })
  return {
    caseRecord,
    async describe(app, publicUrl) {
      const lines = ['', 'A demonstration with fictional people is ready.', '']
      for (const person of DEMONSTRATION_CASES.flatMap((one) => one.people).filter((p) => p.invited)) {
        const personId = demonstrationPersonId(person.key)
        const { link, code } = await issueInvitation(database, {
          personId,
          issuedBy: demonstrationStaffId('dani'),
          now: clock.now(),
          publicUrl,
        })
        const who =
          person.role === 'young-person'
            ? `${person.preferredName}, a young person`
            : `${person.preferredName}, a parent or carer`
        lines.push(`  ${who.padEnd(34)} ${link}   code ${code}`)
      }
      lines.push(`  ${'Dani, the practitioner'.padEnd(34)} ${await app.issueStaffLink(demonstrationStaffId('dani'))}`)
      return [...lines, '', 'Each link works once; a new start prints new ones. Stop with Ctrl-C.', ''].join('\n')
    },
    async stop() {
      await reference?.close()
    },
  }
}
