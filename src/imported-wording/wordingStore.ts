import { createHash } from 'node:crypto'
import type { Queryable } from '../database/database.ts'
import type { ImportedWording, WordingFile } from '../measures/importedWording.ts'
import { wordingText } from '../measures/wording.ts'
import { newId } from '../shared/ids.ts'

/** Keeps a checked file of words. Words imported before stay, and no longer hold. */
export async function storeWording(client: Queryable, file: WordingFile, now: Date): Promise<void> {
  const { permission, wording } = file
  await client.query(
    `insert into measure_wordings (id, measure, measure_version, words, source, shown_on_form, sha256, permission_reference,
       permission_holder, permitted_from, permitted_until, imported_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      newId(), file.measure, file.version, JSON.stringify(wording), file.source, file.shownOnForm,
      createHash('sha256').update(wordingText(wording)).digest('hex'),
      permission.reference, permission.holder, permission.from, permission.until, now,
    ], // prettier-ignore
  )
}

/** Takes back every wording of a measure, as when a permission is withdrawn. How many there were. */
export async function withdrawWording(client: Queryable, measure: string, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    'update measure_wordings set withdrawn_at = $2 where measure = $1 and withdrawn_at is null',
    [measure, now],
  )
  return rowCount ?? 0
}

/** The words that hold, one a measure: the newest that was not withdrawn. Whether its permission lasts is judged each day. */
export async function readImportedWording(client: Queryable): Promise<ImportedWording[]> {
  const { rows } = await client.query<ImportedWording>(
    `select distinct on (measure) measure, measure_version as version, words, source, shown_on_form as "shownOnForm", sha256,
       permission_reference as "permissionReference", permitted_from as "permittedFrom", permitted_until as "permittedUntil"
     from measure_wordings where withdrawn_at is null order by measure, imported_at desc`,
  )
  return rows
}
