import { pathToFileURL } from 'node:url'
import { createChannels } from './channels/index.ts'
import type { Config } from './config.ts'
import { loadProduct } from './product.ts'
import { createRecordSide, type RecordAddress } from './recordSide.ts'
import { refuseUnchecked } from './productionChecks.ts'
import { beatRegularly } from './database/heartbeat.ts'
import { createJobs } from './database/pgBoss.ts'
import type { Database } from './database/database.ts'
import { chatRoutes } from './identity/chatRoutes.ts'
import { linkAccount, readTypedCode } from './identity/accounts.ts'
import { createDeviceLocks } from './identity/deviceLocks.ts'
import { readImportedWording } from './imported-wording/wordingStore.ts'
import { createOutbox } from './outbox/outbox.ts'
import { keepMeasurePlans } from './measure-plan/keepPlans.ts'
import type { PlanParts } from './measure-plan/parts.ts'
import { keepClimbing, type KeptClimbing } from './risk/ladder/keepClimbing.ts'
import { keepWatch } from './risk/ladder/keepWatch.ts'
import { createLadder } from './risk/ladder/ladder.ts'
import { alertRoutes } from './risk/routes/index.ts'
import { keepRota } from './rota/keepRota.ts'
import { parseStaffedHours } from './rota/staffedHours.ts'
import { createBotDoor } from './server/bot-framework/createBotDoor.ts'
import { workNudges } from './reminders/workNudges.ts'
import { pushNotices, type PushKeys } from './push/pushNotices.ts'
import { createSendInTeams } from './server/bot-framework/sendInTeams.ts'
import { createServer } from './server/createServer.ts'
import type { Clock } from './shared/clock.ts'
import type { Logger } from './shared/logger.ts'
import { createStaffSide } from './staffSide.ts'
import { activationGaps } from './staff/people/activationGaps.ts'
import { keepAnnouncing } from './turn/announce.ts'
import { heldUntil, type MeasureHours } from './turn/heldMeasure.ts'
import { createKeyedMutex } from './turn/mutex.ts'
import { sayNudge } from './turn/sayNudge.ts'
import { workUnanswered } from './turn/quiet/index.ts'
import { createReceive } from './turn/receive.ts'
import type { TurnParts } from './turn/parts.ts'

/** What the program is built from; tests hand in their own. */
export interface AppParts {
  config: Config
  database: Database
  clock: Clock
  logger: Logger
  signingKey: string
  caseRecord: RecordAddress
  /** Address people reach this service at. */
  publicUrl: string
  /** In [0, 1): spreads retries. */
  random: () => number
}

/** The running program: the one place where everything is joined. */
export interface App {
  start(): Promise<{ port: number; host: string }>
  /** Takes nothing new, finishes turns and deliveries in hand, closes everything but the database. */
  stop(): Promise<void>
  /** Outside production: a one-time link with which a member of staff signs in. */
  issueStaffLink(staffId: string): Promise<string>
}

const CONTENT = new URL('../content/', import.meta.url)
const WEB = new URL('../dist/web/', import.meta.url)
/** Decisions that people have not been told of are looked for this often, besides whenever one is made. */
const LOOK_FOR_DECISIONS_MS = 15_000
/** Measures are asked for some minutes before the invitation, so this need not be often. */
const LOOK_FOR_MEASURES_SECONDS = 300

export async function createApp(parts: AppParts): Promise<App> {
  const { config, database, clock, logger } = parts
  const product = await loadProduct(
    CONTENT,
    config.RISK_TERMS_FILE === undefined ? [] : [pathToFileURL(config.RISK_TERMS_FILE)],
    await readImportedWording(database),
  )
  if (config.production) refuseUnchecked(product, clock.now(), config.CHECKED_FOR_DAYS)
  const hours = parseStaffedHours(config.STAFFED_HOURS)
  const rota = keepRota({ database, hours, clock, logger })
  const routes = alertRoutes({ ...config, sendInTeams: createSendInTeams(config) })
  const climbing = { rules: product.ladderRules, hours, outside: [...routes.keys()] }
  const ladderService = { hours, outside: climbing.outside, mustReachOutside: config.production }
  const ladder = createLadder({ ...climbing, logger })
  const watch = keepWatch({ database, clock, logger, outside: climbing.outside, since: clock.now() })
  const jobs = createJobs({ database, logger })
  const record = createRecordSide(parts.caseRecord, { clock, terms: product.scoreTerms })
  const outbox = createOutbox({ database, jobs, target: record.target, clock, logger, random: parts.random })
  const locks = createDeviceLocks({ database, clock })
  const mutex = createKeyedMutex()
  const channels = createChannels({ botName: config.BOT_NAME, words: product.channelWords })

  const turn: TurnParts = {
    ...product,
    database,
    clock,
    logger,
    mutex,
    outbox,
    jobs,
    quiet: {
      noReplyMinutes: config.NO_REPLY_MINUTES,
      clarifyMinutes: config.CLARIFY_MINUTES,
      repeatMinutes: config.REPEAT_MINUTES,
    },
    channels,
    rota,
    ladder,
    watch,
    riskMeasureHours: measureHours(config),
    botName: config.BOT_NAME,
    serviceName: config.SERVICE_NAME,
    mayBegin: async (personId, now) => (await activationGaps(database, personId, now, ladderService)).length === 0,
    async linkAccount(from, text) {
      const typed = readTypedCode(text)
      return typed !== undefined && (await linkAccount(database, from, { ...typed, now: clock.now() })).ok
    },
  }
  const receive = createReceive(turn)
  const plans: PlanParts = {
    database,
    measures: product.measures,
    rules: product.measurePlanRules,
    reminderRules: product.reminderRules,
    opening: () => rota.current(),
    mayBegin: (measure, at) => heldUntil(measure, turn.riskMeasureHours, at) === undefined,
  }
  const https = parts.publicUrl.startsWith('https:')
  const stopping = new AbortController()
  const { publicUrl } = parts
  const staff = createStaffSide({
    ...parts,
    product,
    cases: record.cases,
    outbox,
    publicUrl,
    stopping: stopping.signal,
    ladder: ladderService,
    ladders: ladder,
    watch,
  })
  const pushKeys = pushKeysOf(config)
  const botDoor = createBotDoor({ config, database, clock, logger, receive, channels })
  const server = await createServer({
    port: config.PORT,
    host: config.HOST,
    https,
    signingKey: parts.signingKey,
    database,
    clock,
    logger,
    locks,
    receive,
    routes: [
      ...staff.routes,
      ...chatRoutes({
        database,
        clock,
        logger,
        locks,
        rota,
        helplines: product.helplines,
        botName: config.BOT_NAME,
        serviceName: config.SERVICE_NAME,
        neutralSite: config.NEUTRAL_SITE,
        demonstration: !config.production,
        pushKey: pushKeys?.publicKey ?? null,
        https,
      }),
    ],
    authenticateStaff: staff.authenticate,
    ready: [
      { name: 'database', check: async () => (await database.query('select 1')).rows.length === 1 },
      { name: 'jobs', check: () => Promise.resolve(jobsStarted) },
      {
        name: 'alerts',
        check: async () => {
          await watch.look()
          return !watch.nobodyReached()
        },
      },
    ],
    webFolder: WEB.pathname,
    botDoor,
  })
  let jobsStarted = false
  let kept: KeptClimbing | undefined
  let announcing: { stop(): Promise<void> } | undefined

  return {
    async start() {
      await outbox.start()
      await beatRegularly({ jobs, database, clock })
      await workUnanswered(jobs, turn)
      await workNudges({
        jobs,
        database,
        clock,
        logger,
        rules: product.reminderRules,
        async say(nudge) {
          const said = await sayNudge(nudge, turn, receive)
          if (said && pushKeys !== undefined)
            await pushNotices(nudge.personId, {
              database,
              logger,
              keys: pushKeys,
              notice: product.channelWords.notice,
              fetch,
            })
          return said
        },
      })
      await jobs.work(
        'measure-plans',
        async () => {
          const { asked, missed } = await keepMeasurePlans(plans, clock.now())
          logger.debug('measure-plans', { count: asked + missed })
        },
        { everySeconds: LOOK_FOR_MEASURES_SECONDS },
      )
      await rota.refresh()
      kept = await keepClimbing({ ...climbing, database, jobs, clock, logger, routes, publicUrl })
      await jobs.start()
      jobsStarted = true
      announcing = keepAnnouncing(turn, receive, LOOK_FOR_DECISIONS_MS)
      const listening = await server.listen()
      void botDoor.sendPending()
      return listening
    },
    issueStaffLink: staff.issueDevelopmentLink,
    async stop() {
      stopping.abort()
      await server.close()
      await mutex.idle()
      await botDoor.close()
      await announcing?.stop()
      await kept?.stop()
      watch.stop()
      await rota.stop()
      jobsStarted = false
      await jobs.stop()
    },
  }
}

/** The key pair for notices on phones, where the service has one; the settings are there together or not at all. */
const pushKeysOf = (config: Config): PushKeys | undefined =>
  config.VAPID_PUBLIC_KEY === undefined
    ? undefined
    : {
        publicKey: config.VAPID_PUBLIC_KEY,
        privateKey: config.VAPID_PRIVATE_KEY!,
        subject: config.VAPID_SUBJECT!,
      }

/** The hours of brief 3.2; the demonstration can be tried at any hour unless it is told otherwise. */
function measureHours({ RISK_MEASURE_HOURS: set, production }: Config): MeasureHours {
  if (set === undefined && !production) return 'always'
  return parseStaffedHours(set ?? 'Mon-Thu 08:00-21:00, Fri 08:00-17:00')
}
