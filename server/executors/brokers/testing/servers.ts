import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import {
  freePort,
  installed,
  noteBroker,
  type RunningServer,
  type ServerCommand,
  serverFolder,
  startServer,
} from './server-process'

/** Null: it cannot be had here, which is noted: no run of the tests depends on it. */
export type StartServer = () => Promise<RunningServer | null>

export const startRedis: StartServer = async () => {
  const program = installed('redis-server')
  if (program === null) return missing('Redis', 'redis-server')
  noteBroker('Redis', `used, ${text(program, '--version')}`)
  const [folder, port] = [serverFolder('redis'), await freePort()]
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--requirepass', PASSWORD]
  return started('Redis', { program, args, folder, port })
}

export const startNats: StartServer = async () => {
  const program = installed('nats-server')
  if (program === null) return missing('NATS', 'nats-server')
  noteBroker('NATS', `used, ${text(program, '--version')}`)
  const [folder, port] = [serverFolder('nats'), await freePort()]
  const args = ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder, '--user', USER, '--pass', PASSWORD]
  return started('NATS', { program, args, folder, port })
}

export const startRabbit: StartServer = async () => {
  const program = installed('rabbitmq-server')
  if (program === null) return missing('RabbitMQ', 'rabbitmq-server')
  noteBroker('RabbitMQ', `used, ${program}`)
  const [folder, port, dist, epmd] = [serverFolder('rabbitmq'), await freePort(), await freePort(), await freePort()]
  const names = { ERL_EPMD_PORT: String(epmd), ERL_EPMD_ADDRESS: '127.0.0.1' }
  const env = {
    ...names,
    RABBITMQ_NODENAME: `test${port}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(dist),
    RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_CONF_ENV_FILE: '/dev/null',
    RABBITMQ_CONFIG_FILE: join(folder, 'none'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '+S 1:1',
  }
  // Debian's wrapper changes the user; the program behind it does not.
  const own = existsSync('/usr/lib/rabbitmq/bin/rabbitmq-server') ? '/usr/lib/rabbitmq/bin/rabbitmq-server' : program
  const afterStop = () => {
    const epmdProgram = installed('epmd')
    if (epmdProgram !== null) text(epmdProgram, '-kill', names)
  }
  return started('RabbitMQ', { program: own, args: [], env, folder, port, afterStop })
}

export interface Certificate {
  readonly key: string
  readonly certificate: string
  readonly pem: string
}

/** For `localhost` only, signed by itself. Null: no openssl here. */
export function makeCertificate(): Certificate | null {
  const openssl = installed('openssl')
  if (openssl === null) return null
  const folder = serverFolder('certificate')
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2']
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...subject]
  execFileSync(openssl, args, { stdio: 'ignore' })
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return { key, certificate, pem: readFileSync(certificate, 'utf8') }
}

/** Redis and NATS as before, but only reachable through TLS. */
export async function startRedisTls({ key, certificate }: Certificate): Promise<RunningServer | null> {
  const program = installed('redis-server')
  if (program === null) return null
  const [folder, port] = [serverFolder('redis-tls'), await freePort()]
  const tls = [
    '--tls-port',
    String(port),
    '--tls-cert-file',
    certificate,
    '--tls-key-file',
    key,
    '--tls-auth-clients',
    'no',
  ]
  return started('Redis', {
    program,
    args: ['--port', '0', '--bind', '127.0.0.1', '--dir', folder, ...tls],
    folder,
    port,
  })
}

export async function startNatsTls({ key, certificate }: Certificate): Promise<RunningServer | null> {
  const program = installed('nats-server')
  if (program === null) return null
  const [folder, port] = [serverFolder('nats-tls'), await freePort()]
  const args = ['-a', '127.0.0.1', '-p', String(port), '--tls', '--tlscert', certificate, '--tlskey', key]
  return started('NATS', { program, args, folder, port })
}

export const KAFKA_VERSION = '4.1.0'
const kafkaFolder = (): string =>
  process.env.PLAYGROUND_KAFKA ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'conductor-playground', `kafka-${KAFKA_VERSION}`)

export const startKafka: StartServer = () => startKafkaWith(null)

/** With a certificate, its clients connect through TLS and sign in with SASL. */
export async function startKafkaWith(certificate: Certificate | null): Promise<RunningServer | null> {
  const java = installed('java')
  const jars = kafkaFolder()
  if (java === null) return missing('Kafka', 'java')
  if (!existsSync(jars) || !readdirSync(jars).some((name) => name.startsWith('kafka_')))
    return missing('Kafka', `its jars in ${jars} (npm run fetch:kafka)`)
  noteBroker('Kafka', `used, ${KAFKA_VERSION}`)
  const [folder, port, controller] = [serverFolder('kafka'), await freePort(), await freePort()]
  const file = join(folder, 'server.properties')
  const settings = kafkaSettings(folder, port, controller)
  writeFileSync(file, certificate === null ? settings : secured(settings, certificate))
  const classes = ['-Xmx384m', '-cp', join(jars, '*')]
  execFileSync(java, [...classes, 'kafka.tools.StorageTool', 'format', '-t', 'AAAAAAAAQACAAAAAAAAAAA', '-c', file])
  return started('Kafka', { program: java, args: [...classes, 'kafka.Kafka', file], folder, port })
}

/** What it advertises is an address that nobody has allowed: `127.0.0.1`, where it is known as `localhost`. */
const kafkaSettings = (folder: string, port: number, controller: number): string =>
  `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
log.dirs=${join(folder, 'data')}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
num.partitions=1
`

function secured(settings: string, { key, certificate }: Certificate): string {
  const pem = join(certificate, '..', 'both.pem')
  writeFileSync(pem, readFileSync(key, 'utf8') + readFileSync(certificate, 'utf8'))
  const login = `org.apache.kafka.common.security.plain.PlainLoginModule required user_${USER}="${PASSWORD}";`
  const changed = settings
    .replace('listeners=PLAINTEXT://', 'listeners=SASL_SSL://')
    .replace(/advertised\.listeners=PLAINTEXT:\/\/127\.0\.0\.1/, 'advertised.listeners=SASL_SSL://localhost')
  return `${changed}listener.security.protocol.map=CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL
inter.broker.listener.name=SASL_SSL
sasl.mechanism.inter.broker.protocol=PLAIN
sasl.enabled.mechanisms=PLAIN
listener.name.sasl_ssl.plain.sasl.jaas.config=${login.replace('required', `required username="${USER}" password="${PASSWORD}"`)}
ssl.keystore.type=PEM
ssl.keystore.location=${pem}
ssl.truststore.type=PEM
ssl.truststore.location=${certificate}
`
}

export const USER = 'tester'
export const PASSWORD = 'a-password'

async function started(name: string, command: ServerCommand): Promise<RunningServer | null> {
  try {
    return await startServer(command)
  } catch (error) {
    noteBroker(name, `not used: its server did not start (${error instanceof Error ? error.message : error})`)
    return null
  }
}

function missing(name: string, what: string): null {
  noteBroker(name, `not used: ${what} is not installed here`)
  return null
}

function text(program: string, argument: string, env: Readonly<Record<string, string>> = {}): string {
  try {
    return execFileSync(program, [argument], { encoding: 'utf8', env: { ...process.env, ...env } })
      .trim()
      .slice(0, 80)
  } catch {
    return program
  }
}
