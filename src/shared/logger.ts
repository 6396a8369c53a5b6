import { pino, type Logger as PinoLogger } from 'pino'

/**
 * The only fields a log line may carry: ids, codes, counts and durations. Never words a person wrote, never names.
 * A field that is not listed here does not compile and is dropped at run time.
 */
export interface LogFields {
  event?: string
  requestId?: string
  conversationId?: string
  turnId?: string
  personId?: string
  caseId?: string
  staffId?: string
  escalationId?: string
  outboxId?: string
  measureId?: string
  dialogId?: string
  stepId?: string
  channel?: string
  route?: string
  queue?: string
  tier?: string
  lane?: string
  ruleIds?: string[]
  method?: string
  path?: string
  status?: number
  code?: string
  errorName?: string
  /** Where in our own code it went wrong: `file:line`, no message. */
  errorPlace?: string
  attempt?: number
  count?: number
  durationMs?: number
  port?: number
  host?: string
  version?: string
}

const ALLOWED = new Set<string>([
  'event', 'requestId', 'conversationId', 'turnId', 'personId', 'caseId', 'staffId', 'escalationId', 'outboxId',
  'measureId', 'dialogId', 'stepId', 'channel', 'route', 'queue', 'tier', 'lane', 'ruleIds', 'method', 'path',
  'status', 'code', 'errorName', 'errorPlace', 'attempt', 'count', 'durationMs', 'port', 'host', 'version',
]) // prettier-ignore

/** Structured log with an allow-list of fields. `event` names what happened in kebab-case. */
export interface Logger {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields, error?: unknown): void
}

/** Name, code and place of an error, without its message: messages of libraries quote what a person wrote. */
function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error }
  const place = /\((?:file:\/\/)?[^()]*?((?:src|dialogs)\/[^()]+?:\d+):\d+\)/.exec(error.stack ?? '')?.[1]
  const code = (error as { code?: unknown }).code
  return { errorName: error.name, errorPlace: place, code: typeof code === 'string' ? code : undefined }
}

export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const sink: PinoLogger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination as never)
  const keep = (event: string, fields: LogFields = {}) =>
    Object.fromEntries(Object.entries({ event, ...fields }).filter(([k, v]) => ALLOWED.has(k) && v !== undefined))
  return {
    debug: (event, fields) => sink.debug(keep(event, fields)),
    info: (event, fields) => sink.info(keep(event, fields)),
    warn: (event, fields) => sink.warn(keep(event, fields)),
    error: (event, fields, error) =>
      sink.error(keep(event, { ...fields, ...(error === undefined ? {} : describeError(error)) })),
  }
}

/** For tests and commands that print their own output. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} }
