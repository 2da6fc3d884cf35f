import type { Extension } from '@/server/executors/extensions/extension'
import { createInOrder, type InOrder } from '@/server/executors/in-order'
import { createScriptPool, type ScriptPool } from '@/server/executors/script-pool'
import type { EventSinks } from '@/server/executors/sinks/sink'
import { createTargetRate, type TargetRate } from '@/server/executors/target-rate'
import type { WorkflowId } from '@/server/model/ids'
import type { Limits, Quotas } from '@/server/model/limits'
import type { Database } from '@/server/platform/database'
import type { Env } from '@/server/platform/env'
import type { Logger } from '@/server/platform/logger'
import type { Prisma } from '@/server/platform/prisma'
import { createSealing, type Sealing } from '@/server/platform/sealing'
import { createSettingsNews, type SettingsNews } from '@/server/queue/settings-news'
import { createEnvironment, type Environment } from '@/server/store/environment'
import { createLive, type Live } from '@/server/store/live'
import { createStore, type Store } from '@/server/store/store'
import { createEventSources, type EventSources } from './events/event-sources'
import { createExtensions, type Extensions, namesOf } from './extensions'
import { createHttpCalls, type HttpCalls } from './http-calls'
import { createBrokerSinks } from './integrations/broker-sinks'
import { createIntegrations, type Integrations } from './integrations/integrations'
import { createOutboundDoors } from './outbound'
import { createSheetCache, type SheetCache } from './performers/business-rule/sheet-cache'
import { withCheckedStarts } from './schemas/check-start'
import { createSchemaShelf, type SchemaShelf } from './schemas/schema-shelf'
import { createVault, type Vault } from './secrets/vault'
import { createStartRate, type StartRate } from './start-rate'
import { createSuspensions, type Suspensions } from './suspensions'

/** Everything that an operation may use. One per process; replicas share nothing but the database. */
export interface App {
  readonly env: Env
  readonly limits: Limits
  readonly quotas: Quotas
  readonly db: Database
  readonly prisma: Prisma
  readonly logger: Logger
  readonly clock: Clock
  readonly store: Store
  readonly live: Live
  readonly scripts: ScriptPool
  /** What an execution's scripts answer, in the order asked: its rows come as if scripts ran in the decision. */
  readonly scriptAnswers: InOrder<WorkflowId>
  readonly http: HttpCalls
  readonly integrations: Integrations
  readonly extensions: Extensions
  readonly sinks: EventSinks
  readonly sources: EventSources
  readonly startRate: StartRate
  /** Events that each webhook takes. */
  readonly webhookRate: TargetRate
  /** Decision tables of BUSINESS_RULE. */
  readonly sheets: SheetCache
  /** What a namespace keeps that must not be readable in the database. */
  readonly sealing: Sealing
  readonly vault: Vault
  readonly environment: Environment
  /** Schemas in force. */
  readonly shelf: SchemaShelf
  readonly suspensions: Suspensions
  readonly settingsNews: SettingsNews
  /** Answers what is under way, ends waiting polls and closes what this bundle opened. */
  close(): Promise<void>
}

export interface Clock {
  /** Epoch milliseconds. Deadlines of executions use the database's clock instead. */
  now(): number
}

export interface AppParts extends Pick<App, 'env' | 'db' | 'prisma' | 'logger'> {
  /** What PLAYGROUND_EXTENSIONS names, already loaded. */
  readonly loaded?: readonly Extension[]
}

const SCRIPT_CHILDREN = 2
const CONCURRENT_HTTP = 50

export function createApp({ loaded = [], ...parts }: AppParts): App {
  const { env, db, logger } = parts
  const { limits, quotas } = env
  const news = createSettingsNews(db)
  const environment = createEnvironment(db, news, env.workflowEnv)
  const sealing = createSealing(env.secretsKeys)
  const shelf = createSchemaShelf(db, news)
  const plainStore = createStore({ db, logger, limits, quotas, environment, extensions: namesOf(loaded) })
  const live = createLive(plainStore, plainStore.queue.link)
  const scripts = createScriptPool({
    wallMs: limits.scriptWallMs,
    size: SCRIPT_CHILDREN,
    maxBytes: limits.taskOutputBytes,
  })
  const store = withCheckedStarts(plainStore, { scripts, shelf })
  const doors = createOutboundDoors(env, db.url)
  const clock = { now: () => Date.now() }
  const integrations = createIntegrations({ db, sealing, quotas, doors })
  const extensions = createExtensions(loaded, { integrations, limits })
  const sinks = new Map([...createBrokerSinks(integrations), ...extensions.sinks])
  return {
    ...parts,
    limits,
    quotas,
    store,
    live,
    scripts,
    scriptAnswers: createInOrder(),
    http: createHttpCalls(doors.guard, {
      concurrentPerNamespace: quotas.concurrentHttpTasks ?? CONCURRENT_HTTP,
      perMinutePerHost: quotas.httpPerMinutePerHost,
    }),
    integrations,
    extensions,
    sinks,
    sources: createEventSources({ db, limits, logger, sinks, store }),
    clock,
    startRate: createStartRate(quotas),
    webhookRate: createTargetRate(quotas.webhookEventsPerMinute),
    sheets: createSheetCache(),
    sealing,
    vault: createVault(db, news, sealing),
    environment,
    shelf,
    suspensions: createSuspensions(db, news),
    settingsNews: news,
    async close() {
      live.stop()
      await store.stop()
      await integrations.close()
      await news.stop()
      await scripts.close()
    },
  }
}
