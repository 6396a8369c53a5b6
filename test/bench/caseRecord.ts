/**
 * The case record is somebody else's system: the reference record in a process of its own, on a database of its own.
 * node caseRecord.ts [postgres://…]
 */
import { PGlite } from '@electric-sql/pglite'
import { connectPostgres } from '../../src/database/connect.ts'
import { wrap } from '../../src/database/embedded.ts'
import { startReferenceRecord } from '../../src/reference-record/start.ts'
import { silentLogger } from '../../src/shared/logger.ts'

const url = process.argv[2]
const database =
  url === undefined ? wrap(await PGlite.create(), silentLogger) : await connectPostgres({ url, logger: silentLogger })
const record = await startReferenceRecord({ database, port: 0, token: 'bench', logger: silentLogger })
console.log(`ready ${record.url}`)
process.on('SIGINT', () => process.exit(0))
