import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Limits, Quotas } from '@/server/model/limits'
import { readLimits } from './limit-settings'
import { projectRoot } from './project-root'
import { keptSecret } from './secret'
import { StartupError } from './startup-error'

/** What the operator set, read once at start. */
export interface Env {
  readonly port: number
  /** The address to listen on; null: all. */
  readonly host: string | null
  /** null: the embedded database. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly publicUrl: string
  readonly secret: string
  /** What secrets of namespaces are sealed with: the first seals, the others still open. */
  readonly secretsKeys: readonly [string, ...string[]]
  /** Open to strangers: quotas, expiring guests, throttled sign-up. */
  readonly isPublic: boolean
  /** Requests without credentials act in this namespace. */
  readonly openNamespace: string | null
  /** False: no HTTP task calls anything, for when something must be stopped at once. */
  readonly outbound: boolean
  /** Targets that the outbound guard lets through, as `host:port`. */
  readonly outboundAllow: readonly string[]
  /** A reverse proxy in front sets X-Forwarded-For. */
  readonly trustProxy: boolean
  readonly google: OauthClient | null
  readonly github: OauthClient | null
  readonly limits: Limits
  readonly quotas: Quotas
  /** `${workflow.env.NAME}`: what PLAYGROUND_ENV_NAME or CONDUCTOR_ENV_NAME says. */
  readonly workflowEnv: Readonly<Record<string, string>>
  /** Modules that add task types, sinks and evaluators. */
  readonly extensions: readonly string[]
  readonly logLevel: string
}

export interface OauthClient {
  readonly id: string
  readonly secret: string
}

type Variables = Readonly<Record<string, string | undefined>>

/** The second is Conductor's own; ours wins. */
const WORKFLOW_ENV = ['CONDUCTOR_ENV_', 'PLAYGROUND_ENV_'] as const
const text = z.string().trim().min(1).optional()
const flag = z
  .enum(['1', '0', 'true', 'false'], 'must be 1 or 0')
  .optional()
  .transform((given) => given === '1' || given === 'true')
const onOrOff = z
  .enum(['on', 'off'], 'must be on or off')
  .default('on')
  .transform((given) => given === 'on')
const targets = z
  .string()
  .optional()
  .transform((given) =>
    (given ?? '')
      .split(',')
      .map((each) => each.trim().toLowerCase())
      .filter((each) => each !== ''),
  )
  .pipe(z.array(z.string().regex(/:\d{1,5}$/, 'must be a list of host:port')))

const sealingKey = z.string().min(32, 'must be one or more texts of at least 32 characters, separated by commas')
const sealingKeys = z
  .string()
  .transform((given) => given.split(',').map((each) => each.trim()))
  .pipe(z.tuple([sealingKey], sealingKey))
  .optional()

const schema = z.object({
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  HOST: text,
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  NEXTAUTH_URL: z.url('must be a URL').optional(),
  NEXTAUTH_SECRET: text,
  PLAYGROUND_SECRETS_KEY: sealingKeys,
  PLAYGROUND_DATA: text,
  PLAYGROUND_PUBLIC: flag,
  PLAYGROUND_OPEN_NAMESPACE: text,
  PLAYGROUND_OUTBOUND: onOrOff,
  PLAYGROUND_OUTBOUND_ALLOW: targets,
  PLAYGROUND_TRUST_PROXY: flag,
  PLAYGROUND_EXTENSIONS: z.string().default(''),
  GOOGLE_CLIENT_ID: text,
  GOOGLE_CLIENT_SECRET: text,
  GITHUB_CLIENT_ID: text,
  GITHUB_CLIENT_SECRET: text,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export function readEnv(variables: Variables): Env {
  const given = parse(variables)
  const dataFolder = resolve(given.PLAYGROUND_DATA ?? join(projectRoot(), '.data'))
  return {
    port: given.PORT,
    host: given.HOST ?? null,
    databaseUrl: given.DATABASE_URL ?? null,
    dataFolder,
    publicUrl: (given.NEXTAUTH_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ''),
    secret: given.NEXTAUTH_SECRET ?? keptSecret(dataFolder, 'secret'),
    secretsKeys: given.PLAYGROUND_SECRETS_KEY ?? [keptSecret(dataFolder, 'secrets-key')],
    isPublic: given.PLAYGROUND_PUBLIC,
    openNamespace: given.PLAYGROUND_OPEN_NAMESPACE ?? null,
    outbound: given.PLAYGROUND_OUTBOUND,
    outboundAllow: given.PLAYGROUND_OUTBOUND_ALLOW,
    trustProxy: given.PLAYGROUND_TRUST_PROXY,
    google: oauthClient(given.GOOGLE_CLIENT_ID, given.GOOGLE_CLIENT_SECRET),
    github: oauthClient(given.GITHUB_CLIENT_ID, given.GITHUB_CLIENT_SECRET),
    ...readLimits(variables, given.PLAYGROUND_PUBLIC),
    workflowEnv: workflowEnv(variables),
    extensions: paths(given.PLAYGROUND_EXTENSIONS),
    logLevel: given.LOG_LEVEL,
  }
}

/** An empty variable counts as unset, as in every shell script. */
function parse(variables: Variables): z.output<typeof schema> {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const result = schema.safeParse(set)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    // A database address or a secret may hold a password: it is never repeated.
    const found = /SECRET|DATABASE/.test(name) ? '' : ` (found "${set[name]}")`
    return `${name} ${message}${found}`
  })
  throw new StartupError(`${problems.join('; ')}.`)
}

function paths(list: string): readonly string[] {
  const given = list.split(',').map((each) => each.trim())
  return given.filter((each) => each !== '').map((each) => resolve(projectRoot(), each))
}

function oauthClient(id: string | undefined, secret: string | undefined): OauthClient | null {
  return id !== undefined && secret !== undefined ? { id, secret } : null
}

function workflowEnv(variables: Variables): Record<string, string> {
  const named = WORKFLOW_ENV.flatMap((prefix) =>
    Object.entries(variables).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value ?? ''] as const] : [],
    ),
  )
  return Object.fromEntries(named)
}
