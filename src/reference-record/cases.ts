import type { CaseBody, CaseDetails } from '../case-record/types.ts'
import type { RecordQueries } from './recordDatabase.ts'
import { Refusal } from './refusal.ts'

interface CaseRow extends Record<string, unknown> {
  case_ref: string
  version: number
  details: CaseDetails
  updated_at: Date
}

const bodyOf = (row: CaseRow): CaseBody => ({
  caseRef: row.case_ref,
  version: row.version,
  details: row.details,
  updatedAt: row.updated_at.toISOString(),
})

/** The case as it stands; 404 where there is none. */
export async function readCase(client: RecordQueries, caseRef: string): Promise<CaseBody> {
  const { rows } = await client.query<CaseRow>(
    'select * from reference_record.cases where case_ref = $1 order by version desc limit 1',
    [caseRef],
  )
  if (!rows[0]) throw new Refusal(404, 'case-not-found')
  return bodyOf(rows[0])
}

/** Cases whose reference begins so. */
export async function findCases(client: RecordQueries, begins: string): Promise<CaseBody[]> {
  const { rows } = await client.query<CaseRow>(
    `select distinct on (case_ref) * from reference_record.cases where starts_with(case_ref, $1)
     order by case_ref, version desc limit 50`,
    [begins],
  )
  return rows.map(bodyOf)
}

/** The ETag of a case as it stands. */
export const etagOf = ({ version }: CaseBody): string => `"${version}"`

/** A new version of the case, the first where there is none. `check` throws where the present one is not as expected. */
export async function addCaseVersion(
  client: RecordQueries,
  caseRef: string,
  details: CaseDetails,
  now: Date,
  check: (current: CaseBody | undefined) => void,
): Promise<CaseBody> {
  // Two at the same time: the second sees the first.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`reference-record ${caseRef}`])
  const current = await client.query<CaseRow>(
    'select * from reference_record.cases where case_ref = $1 order by version desc limit 1',
    [caseRef],
  )
  check(current.rows[0] && bodyOf(current.rows[0]))
  const { rows } = await client.query<CaseRow>(
    `insert into reference_record.cases (case_ref, version, details, updated_at)
     select $1, coalesce(max(version), 0) + 1, $2, $3 from reference_record.cases where case_ref = $1 returning *`,
    [caseRef, JSON.stringify(details), now],
  )
  return bodyOf(rows[0]!)
}
