import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { ZipFile } from 'yazl'
import { readConfig } from '../config.ts'
import { InvalidInput, type Fault } from '../shared/errors.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(import.meta.url)

/** What differs between deployments of the Teams app. */
export interface ManifestSettings {
  /** The bot registration's id; also the app's. */
  appId: string
  /** Where this service is reached; Teams accepts https only. */
  publicUrl: string
  /** Audience of the token that the tab sends, `api://<host>/<appId>`. */
  audience: string
  /** Three numbers with dots; a new one for every upload. */
  version: string
  /** Name of the service, up to 32 characters. */
  developer: string
}

/** The manifest with everything filled in. A placeholder that nothing fills is a fault, not an empty string. */
export function fillManifest(template: string, settings: ManifestSettings): Record<string, unknown> {
  const values: Record<string, string> = {
    ...settings,
    publicUrl: settings.publicUrl.replace(/\/+$/, ''),
    publicHost: URL.canParse(settings.publicUrl) ? new URL(settings.publicUrl).host : settings.publicUrl,
  }
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(/\{(\w+)\}/g, (_, name: string) => {
        const filled = values[name]
        if (filled === undefined)
          throw new InvalidInput('The manifest template cannot be used:', [
            { place: `{${name}}`, problem: 'nothing fills this' },
          ])
        return filled
      })
    if (Array.isArray(value)) return value.map(fill)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner)]))
    return value
  }
  return fill(JSON.parse(template)) as Record<string, unknown>
}

/** Every way in which a manifest breaks Microsoft's schema of the version it names. Empty when Teams would accept its form. */
export function checkManifest(manifest: Record<string, unknown>): Fault[] {
  const entry = require.resolve('@microsoft/app-manifest')
  const schemas = join(
    entry.slice(0, entry.lastIndexOf('app-manifest') + 'app-manifest'.length),
    'build/json-schemas/teams',
  )
  const version = String(manifest.manifestVersion)
  if (!/^\d+\.\d+$/.test(version)) return [{ place: '/manifestVersion', problem: `${version} is not a version` }]
  const schema: unknown = JSON.parse(readFileSync(join(schemas, `v${version}`, 'MicrosoftTeams.schema.json'), 'utf8'))
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema as object)
  if (validate(manifest)) return []
  return (validate.errors ?? []).map((error) => ({
    place: error.instancePath || '/',
    problem: error.message ?? error.keyword,
  }))
}

/** The app package that is uploaded to Teams: the manifest and its two icons, zipped. The same input gives the same bytes. */
export async function zipManifest(
  manifest: Record<string, unknown>,
  icons: { color: Buffer; outline: Buffer },
): Promise<Buffer> {
  const zip = new ZipFile()
  // The earliest time a zip can hold.
  const mtime = new Date('1980-01-01T00:00:00')
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', { mtime })
  zip.addBuffer(icons.color, 'color.png', { mtime })
  zip.addBuffer(icons.outline, 'outline.png', { mtime })
  zip.end()
  return buffer(zip.outputStream)
}

/** Fills, checks and zips the manifest. Throws `InvalidInput` listing every fault. */
export async function buildManifest(
  settings: ManifestSettings,
  folder: string = join(root, 'manifest'),
): Promise<Buffer> {
  const manifest = fillManifest(readFileSync(join(folder, 'manifest.template.json'), 'utf8'), settings)
  const faults = checkManifest(manifest)
  // Microsoft's schema lets http through; Teams itself does not open it.
  if (!settings.publicUrl.startsWith('https://'))
    faults.push({ place: 'PUBLIC_URL', problem: 'is not https', mend: 'Teams opens https addresses only' })
  if (faults.length > 0) throw new InvalidInput('Teams would refuse this manifest:', faults)
  const icon = (name: string) => readFileSync(join(folder, `${name}.png`))
  return zipManifest(manifest, { color: icon('color'), outline: icon('outline') })
}

/** The settings of this deployment, or `InvalidInput` with all that is missing and what each is for. */
export function manifestSettings(config: ReturnType<typeof readConfig>, version: string): ManifestSettings {
  const { MICROSOFT_APP_ID: appId, PUBLIC_URL: publicUrl } = config
  if (!appId || !publicUrl)
    throw new InvalidInput('The Teams app cannot be built:', [
      ...(appId
        ? []
        : [{ place: 'MICROSOFT_APP_ID', problem: 'is not set', mend: 'id of the bot registration (a GUID)' }]),
      ...(publicUrl
        ? []
        : [{ place: 'PUBLIC_URL', problem: 'is not set', mend: 'https address people reach this service at' }]),
    ])
  const audience = config.TEAMS_AUDIENCE ?? `api://${new URL(publicUrl).host}/${appId}`
  return { appId, publicUrl, audience, version, developer: config.SERVICE_NAME.slice(0, 32) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const target = join(root, 'dist/manifest.zip')
    const zip = await buildManifest(manifestSettings(readConfig(), version))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, zip)
    console.log(`Wrote dist/manifest.zip (${zip.length} bytes).`)
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
