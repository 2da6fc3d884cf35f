/**
 * What a namespace can be connected to. One table feeds the forms, the checks and the API's definitions: a field of
 * the kind `secret` is sealed in the database and never shown again.
 */
export interface IntegrationKind {
  readonly type: string
  readonly category: 'MESSAGE_BROKER' | 'RELATIONAL_DB' | 'API'
  readonly label: string
  readonly hint: string
  readonly fields: readonly IntegrationField[]
}

export interface IntegrationField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind: 'text' | 'long-text' | 'number' | 'secret' | 'switch' | 'choice'
  readonly required?: boolean
  readonly options?: readonly string[]
  readonly initial?: string | number | boolean
  /** Only asked for where this other field is on, or chosen to be anything but `none`. */
  readonly onlyWith?: string
}

const host: IntegrationField = { name: 'host', label: 'Host', kind: 'text', required: true }
const tls: IntegrationField = { name: 'tls', label: 'Encrypt the connection (TLS)', kind: 'switch', initial: false }
const ca: IntegrationField = {
  name: 'caCertificate',
  label: 'CA certificate',
  hint: 'PEM, where the server’s certificate is not signed by a public authority',
  kind: 'long-text',
  onlyWith: 'tls',
}
const username: IntegrationField = { name: 'username', label: 'User name', kind: 'text' }
const password: IntegrationField = { name: 'password', label: 'Password', kind: 'secret' }
const port = (initial: number): IntegrationField => ({ name: 'port', label: 'Port', kind: 'number', initial })
const aws: readonly IntegrationField[] = [
  { name: 'region', label: 'Region', kind: 'text', required: true, initial: 'us-east-1' },
  { name: 'accessKeyId', label: 'Access key ID', kind: 'text', required: true },
  { name: 'secretAccessKey', label: 'Secret access key', kind: 'secret', required: true },
  { name: 'sessionToken', label: 'Session token', kind: 'secret' },
  {
    name: 'endpoint',
    label: 'Endpoint',
    hint: 'For servers that speak the same protocol; AWS itself otherwise',
    kind: 'text',
  },
]

export const INTEGRATION_KINDS: readonly IntegrationKind[] = [
  {
    type: 'kafka',
    category: 'MESSAGE_BROKER',
    label: 'Apache Kafka',
    hint: 'Topics: sink kafka:orders',
    fields: [
      {
        name: 'bootstrapServers',
        label: 'Bootstrap servers',
        hint: 'host:port, several separated by commas',
        kind: 'text',
        required: true,
      },
      tls,
      {
        name: 'saslMechanism',
        label: 'Sign in with',
        kind: 'choice',
        options: ['none', 'plain', 'scram-sha-256', 'scram-sha-512'],
        initial: 'none',
      },
      { ...username, onlyWith: 'saslMechanism' },
      { ...password, onlyWith: 'saslMechanism' },
      ca,
    ],
  },
  {
    type: 'amqp',
    category: 'MESSAGE_BROKER',
    label: 'AMQP 0-9-1 (RabbitMQ)',
    hint: 'Queues and exchanges: sink amqp_queue:orders',
    fields: [
      host,
      port(5672),
      { name: 'virtualHost', label: 'Virtual host', kind: 'text', initial: '/' },
      username,
      password,
      tls,
      ca,
    ],
  },
  {
    type: 'nats',
    category: 'MESSAGE_BROKER',
    label: 'NATS',
    hint: 'Subjects and JetStream: sinks nats:orders and jsm:orders',
    fields: [
      {
        name: 'servers',
        label: 'Servers',
        hint: 'host:port, several separated by commas',
        kind: 'text',
        required: true,
      },
      username,
      password,
      { name: 'token', label: 'Token', kind: 'secret' },
      tls,
      ca,
    ],
  },
  {
    type: 'redis',
    category: 'MESSAGE_BROKER',
    label: 'Redis streams',
    hint: 'Streams: sink redis:orders',
    fields: [
      host,
      port(6379),
      username,
      password,
      { name: 'database', label: 'Database', kind: 'number', initial: 0 },
      tls,
      ca,
    ],
  },
  {
    type: 'sqs',
    category: 'MESSAGE_BROKER',
    label: 'Amazon SQS',
    hint: 'Queues of AWS or of a compatible server: sink sqs:orders',
    fields: aws,
  },
  {
    type: 'postgres',
    category: 'RELATIONAL_DB',
    label: 'PostgreSQL',
    hint: 'For JDBC tasks',
    fields: [
      host,
      port(5432),
      { name: 'database', label: 'Database', kind: 'text', required: true },
      { name: 'schema', label: 'Schema', kind: 'text' },
      { ...username, required: true },
      password,
      { ...tls, initial: true },
      ca,
    ],
  },
  {
    type: 'aws',
    category: 'API',
    label: 'Amazon Web Services',
    hint: 'Credentials for task types that call AWS, such as AWS_LAMBDA',
    fields: aws,
  },
]

export function integrationKind(type: string): IntegrationKind | undefined {
  return INTEGRATION_KINDS.find((kind) => kind.type === type)
}

/** What stands for a secret that is there: sent back unchanged, it is kept. */
export const KEPT_SECRET = '***'
