import type { Queryable } from '../database/database.ts'
import { DEFAULT_SETTINGS, personSettings, type PersonSettings } from './chatShapes.ts'

/** A person's settings as stored, with a default for each that is missing or not readable any more. */
export function readSettings(stored: unknown): PersonSettings {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  const read: Record<string, unknown> = { ...DEFAULT_SETTINGS }
  for (const [name, shape] of Object.entries(personSettings.shape)) {
    const result = shape.safeParse(given[name])
    if (result.success) read[name] = result.data
  }
  return read as PersonSettings
}

/** Changes some of a person's settings; those of others stay, also ones this page does not know. */
export async function changeSettings(
  client: Queryable,
  personId: string,
  changes: Partial<PersonSettings>,
): Promise<PersonSettings> {
  const { rows } = await client.query<{ settings: unknown }>(
    'update people set settings = settings || $2::jsonb where id = $1 returning settings',
    [personId, JSON.stringify(changes)],
  )
  return readSettings(rows[0]?.settings)
}
