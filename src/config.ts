import { z } from 'zod'
import { InvalidInput, type Fault } from './shared/errors.ts'

/** Each setting: its shape, default and what it is for. The README's table is printed from here (`npm run settings`). */
const settings = {
  PORT: {
    shape: z.coerce.number().int().min(0).max(65535).default(3978),
    why: 'port of the bot, the pages and the APIs',
  },
  HOST: {
    shape: z.string().default('127.0.0.1'),
    why: 'address to listen on; anything but loopback applies production rules',
  },
  DATA_DIR: {
    shape: z.string().default('.data'),
    why: 'folder of the embedded database, its lock and the development signing key',
  },
  DATABASE_URL: {
    shape: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
      .optional(),
    why: 'a PostgreSQL server to use instead of the embedded database',
  },
  PUBLIC_URL: {
    shape: z.url().optional(),
    why: 'the address people reach this service at, for links in invitations and alerts',
  },
  LOG_LEVEL: { shape: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), why: 'how much is logged' },
  SERVICE_NAME: {
    shape: z.string().default('Between Sessions demonstration service'),
    why: 'name of the service, shown to staff',
  },
  BOT_NAME: { shape: z.string().default('Pebble'), why: 'neutral name the bot gives itself' },
  STAFFED_HOURS: {
    shape: z.string().default('Mon-Fri 09:00-17:00'),
    why: 'when somebody from the team reads messages, Europe/London',
  },
  NO_REPLY_MINUTES: {
    shape: z.coerce.number().int().min(1).max(120).default(10),
    why: 'minutes after an unanswered question about safety until one message says that no answer is needed',
  },
  CLARIFY_MINUTES: {
    shape: z.coerce.number().int().min(1).max(1440).default(30),
    why: 'minutes until a saying that nobody has explained is shown to the practitioner',
  },
  REPEAT_MINUTES: {
    shape: z.coerce.number().int().min(0).max(120).default(30),
    why: 'minutes in which the same thing said again joins the alert that is open',
  },
  CHECKED_FOR_DAYS: {
    shape: z.coerce.number().int().min(1).max(366).default(90),
    why: 'days for which a named person’s check of a helpline, and the signature under the safety words, count',
  },
  RISK_TERMS_FILE: {
    shape: z.string().optional(),
    why: 'a restricted list of risk terms that the clinical safety officer keeps outside the repository',
  },
  SMTP_URL: {
    shape: z
      .string()
      .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
      .optional(),
    why: 'mail server for alerts to staff, smtps://user:password@host:port',
  },
  ALERTS_FROM: { shape: z.string().optional(), why: 'sender of alerts by e-mail' },
  ALERT_WEBHOOK_URL: { shape: z.url().optional(), why: 'a pager or SMS gateway that takes signed alerts' },
  ALERT_WEBHOOK_SECRET: {
    shape: z.string().min(32).optional(),
    why: 'secret of at least 32 characters that signs alerts to the gateway',
  },
  RISK_MEASURE_HOURS: {
    shape: z.string().optional(),
    why: 'when measures with questions about risk may be begun; Mon-Thu 08:00-21:00, Fri 08:00-17:00 unless set, and in the demonstration always',
  },
  NEUTRAL_SITE: { shape: z.url().default('https://www.bbc.co.uk/weather'), why: 'where "Leave quickly" goes' },
  SIGNING_KEY: { shape: z.string().min(32).optional(), why: 'secret of at least 32 characters that signs chat tokens' },
  CASE_RECORD_KIND: {
    shape: z.enum(['openapi', 'fhir']).default('openapi'),
    why: 'what the case record is: `openapi`, our own contract, or `fhir`, a FHIR R4 server',
  },
  CASE_RECORD_URL: { shape: z.url().optional(), why: 'address of the case record API, or base of the FHIR server' },
  CASE_RECORD_TOKEN: {
    shape: z.string().optional(),
    why: 'bearer token for the case record; in production this, or the three settings of client credentials',
  },
  CASE_RECORD_TOKEN_URL: {
    shape: z.url().optional(),
    why: 'token endpoint where the case record wants OAuth 2.0 client credentials',
  },
  CASE_RECORD_CLIENT_ID: { shape: z.string().optional(), why: 'client id at that token endpoint' },
  CASE_RECORD_CLIENT_SECRET: { shape: z.string().optional(), why: 'client secret at that token endpoint' },
  CASE_RECORD_SCOPE: { shape: z.string().optional(), why: 'scope to ask that token endpoint for' },
  CASE_RECORD_CASE_SYSTEM: {
    shape: z.string().default('urn:between-sessions:case'),
    why: 'FHIR: system of the identifier by which an EpisodeOfCare carries our case reference',
  },
  REFERENCE_RECORD_PORT: {
    shape: z.coerce.number().int().min(0).max(65535).default(3979),
    why: 'port of the embedded reference case record (development only)',
  },
  VAPID_PUBLIC_KEY: { shape: z.string().optional(), why: 'key pair for notices on phones (Web Push), public half' },
  VAPID_PRIVATE_KEY: { shape: z.string().optional(), why: 'key pair for notices on phones, private half' },
  VAPID_SUBJECT: {
    shape: z
      .string()
      .regex(/^(mailto:|https:\/\/)/, 'must begin with mailto: or https://')
      .optional(),
    why: 'where a push service can reach whoever runs this',
  },
  OIDC_ISSUER: { shape: z.url().optional(), why: 'OpenID Connect issuer that staff sign in with' },
  OIDC_CLIENT_ID: { shape: z.string().optional(), why: 'client id at the OpenID Connect issuer' },
  OIDC_CLIENT_SECRET: { shape: z.string().optional(), why: 'client secret at the OpenID Connect issuer' },
  MICROSOFT_APP_ID: { shape: z.string().optional(), why: 'bot registration, for Teams' },
  MICROSOFT_APP_PASSWORD: { shape: z.string().optional(), why: 'secret of the bot registration' },
  MICROSOFT_APP_TENANT: { shape: z.string().optional(), why: 'tenant of the bot registration' },
  TEAMS_AUDIENCE: { shape: z.string().optional(), why: 'audience of the token the Teams tab sends (api://…)' },
  BOT_CHANNELS: {
    shape: z.string().default('msteams'),
    why: 'channels that /api/messages accepts in production, comma separated',
  },
} as const

type Settings = { [K in keyof typeof settings]: z.infer<(typeof settings)[K]['shape']> }

/** The checked settings of this process. */
export interface Config extends Settings {
  /** Production rules apply: NODE_ENV is production, or HOST is not loopback. Nothing of the demonstration runs. */
  production: boolean
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** Over https, or on this machine itself. */
const isSafeAddress = (url: string): boolean =>
  url.startsWith('https://') || LOOPBACK.has(new URL(url).hostname.replace(/^\[|\]$/g, ''))

/** Settings that production cannot do without. */
const NEEDED_IN_PRODUCTION = [
  'PUBLIC_URL', 'DATABASE_URL', 'SIGNING_KEY', 'CASE_RECORD_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET',
] as const // prettier-ignore

/** The documented settings, for the README's table and error messages. */
export const describeSettings = (): { name: string; why: string; default: string; neededInProduction: boolean }[] =>
  Object.entries(settings).map(([name, { shape, why }]) => {
    const given = shape.safeParse(undefined)
    return {
      name,
      why,
      default: given.success && given.data !== undefined ? String(given.data) : '',
      neededInProduction: (NEEDED_IN_PRODUCTION as readonly string[]).includes(name),
    }
  })

/** Reads the settings from the environment; the only reader of `process.env`. Throws `InvalidInput` with every fault at once. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const faults: Fault[] = []
  const read: Record<string, unknown> = {}
  for (const [name, { shape, why }] of Object.entries(settings)) {
    const raw = environment[name] === '' ? undefined : environment[name]
    const result = (shape as z.ZodType).safeParse(raw)
    if (result.success) read[name] = result.data
    else for (const issue of result.error.issues) faults.push({ place: name, problem: issue.message, mend: why })
  }
  const push = ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'] as const
  if (push.some((name) => read[name] !== undefined))
    for (const name of push)
      if (read[name] === undefined && !faults.some((f) => f.place === name))
        faults.push({ place: name, problem: 'is needed beside the other two and is not set', mend: settings[name].why })
  const host = typeof read.HOST === 'string' ? read.HOST : '127.0.0.1'
  const production = environment.NODE_ENV === 'production' || !LOOPBACK.has(host)
  if (production) {
    for (const name of NEEDED_IN_PRODUCTION)
      if (read[name] === undefined && !faults.some((f) => f.place === name))
        faults.push({ place: name, problem: 'is needed in production and is not set', mend: settings[name].why })
    const credentials = ['CASE_RECORD_TOKEN_URL', 'CASE_RECORD_CLIENT_ID', 'CASE_RECORD_CLIENT_SECRET'] as const
    const without = credentials.filter((name) => read[name] === undefined)
    const alone = without.length === credentials.length
    if (alone && read.CASE_RECORD_TOKEN === undefined)
      faults.push({
        place: 'CASE_RECORD_TOKEN',
        problem: `is needed in production, or ${credentials.join(', ')} together, and is not set`,
        mend: settings.CASE_RECORD_TOKEN.why,
      })
    if (!alone)
      for (const name of without)
        faults.push({ place: name, problem: 'is needed beside the other two and is not set', mend: settings[name].why })
    for (const name of ['CASE_RECORD_URL', 'CASE_RECORD_TOKEN_URL'] as const)
      if (typeof read[name] === 'string' && !isSafeAddress(read[name]))
        faults.push({ place: name, problem: 'must begin with https:// in production', mend: settings[name].why })
    // Over plain http cookies, tokens and what people write could be read by anybody on the same network.
    if (typeof read.PUBLIC_URL === 'string' && !read.PUBLIC_URL.startsWith('https://'))
      faults.push({
        place: 'PUBLIC_URL',
        problem: 'must begin with https:// in production',
        mend: settings.PUBLIC_URL.why,
      })
  }
  if (faults.length > 0) throw new InvalidInput('The settings cannot be used:', faults)
  return { ...(read as Settings), production }
}
