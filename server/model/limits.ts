/**
 * Every bound of the product in one place. `safety` limits hold in both profiles; `quotas` only in the public one
 * (null = unlimited). Each can be set by the operator; a refusal names the limit and its setting.
 */
export interface Limits {
  readonly bodyBytes: number
  readonly jsonDepth: number
  readonly jsonKeys: number
  readonly stringBytes: number
  readonly tasksPerExecution: number
  readonly forkWidth: number
  readonly loopTurns: number
  /** What one event may lead to before the engine takes it for endless. */
  readonly stepsPerDecision: number
  readonly subWorkflowDepth: number
  /** Executions that one start may lead to, by sub-workflows and failure workflows at any depth. */
  readonly descendants: number
  readonly definitionBytes: number
  readonly tasksPerDefinition: number
  readonly variablesBytes: number
  readonly taskInputBytes: number
  readonly taskOutputBytes: number
  readonly scriptWallMs: number
  /** How long the answer of a start or an update waits for the scripts that it unleashed. */
  readonly answerWaitMs: number
  readonly httpTotalMs: number
  readonly httpResponseBytes: number
  readonly statementMs: number
  readonly statementRows: number
  /** The shortest interval of HTTP_POLL. */
  readonly httpPollMs: number
  /** Messages that wait for one execution. */
  readonly workflowMessages: number
  /** Events of one webhook that its history keeps. */
  readonly webhookEventsKept: number
  readonly logsPerTask: number
  readonly logLineBytes: number
  /** Of a secret's or an environment variable's value. */
  readonly secretBytes: number
  /** The shortest time between two runs of a schedule. */
  readonly scheduleSeconds: number
  readonly actionsPerEventHandler: number
  /** Handled messages of events that are kept to be looked at, the newest of each namespace. */
  readonly eventMessagesKept: number
  /** Workflows of which it is kept how one person looks at them; those looked at long ago make room. */
  readonly looksKept: number
  /** Results in a namespace's task cache; the oldest make room. A larger result is not kept. */
  readonly cachedResults: number
  readonly cachedResultBytes: number
}

export interface Quotas {
  readonly definitions: number | null
  readonly versionsPerDefinition: number | null
  readonly taskDefinitions: number | null
  readonly eventHandlers: number | null
  /** Of one person in one namespace. */
  readonly drafts: number | null
  /** Named inputs kept with one definition. */
  readonly savedInputs: number | null
  /** Views of the list of executions, of one person in one namespace. */
  readonly savedViews: number | null
  /** Notes on one definition. */
  readonly notes: number | null
  readonly secrets: number | null
  readonly environmentVariables: number | null
  readonly schedules: number | null
  readonly schemas: number | null
  readonly webhooks: number | null
  /** Of one webhook. */
  readonly webhookEventsPerMinute: number | null
  readonly openWorkflows: number | null
  readonly startsPerSecond: number | null
  readonly startBurst: number | null
  /** Scripts and jq filters tried out in the editor. */
  readonly scriptTriesPerMinute: number | null
  readonly runsPerMonth: number | null
  /** Inputs, outputs and variables of one execution, and of all that are kept. */
  readonly executionBytes: number | null
  readonly storedBytes: number | null
  readonly accessKeys: number | null
  readonly integrations: number | null
  /** Open to brokers and databases at once; idle ones make room. */
  readonly brokerConnections: number | null
  readonly concurrentPolls: number | null
  readonly workerRequestsPerMinute: number | null
  readonly concurrentHttpTasks: number | null
  readonly httpPerMinutePerHost: number | null
  readonly liveViewers: number | null
  readonly keepFinishedDays: number | null
  readonly guestDays: number | null
  /** New accounts, guests included, from one address. */
  readonly signUpsPerHour: number | null
}

/** Spent by whatever makes an execution run: a start, a sub-workflow, and the reopening of one that had ended. */
export type StartQuotas = Pick<Quotas, 'openWorkflows' | 'runsPerMonth' | 'executionBytes' | 'storedBytes'>

const MiB = 1024 * 1024

/** Safety limits: a person's own machine is never the bottleneck, and never at risk. */
export const LOCAL_LIMITS: Limits = {
  bodyBytes: 10 * MiB,
  jsonDepth: 100,
  jsonKeys: 200_000,
  stringBytes: 8 * MiB,
  tasksPerExecution: 100_000,
  forkWidth: 20_000,
  loopTurns: 100_000,
  stepsPerDecision: 1_000_000,
  subWorkflowDepth: 50,
  descendants: 50_000,
  definitionBytes: 5 * MiB,
  tasksPerDefinition: 10_000,
  variablesBytes: 4 * MiB,
  taskInputBytes: 32 * MiB,
  taskOutputBytes: 8 * MiB,
  scriptWallMs: 4_000,
  answerWaitMs: 1_000,
  httpTotalMs: 60_000,
  httpResponseBytes: 8 * MiB,
  statementMs: 60_000,
  statementRows: 50_000,
  httpPollMs: 1_000,
  workflowMessages: 1_000,
  webhookEventsKept: 200,
  logsPerTask: 10_000,
  logLineBytes: 64 * 1024,
  secretBytes: 64 * 1024,
  scheduleSeconds: 1,
  actionsPerEventHandler: 100,
  eventMessagesKept: 10_000,
  looksKept: 1_000,
  cachedResults: 10_000,
  cachedResultBytes: MiB,
}

export const LOCAL_QUOTAS: Quotas = {
  definitions: null,
  versionsPerDefinition: null,
  taskDefinitions: null,
  eventHandlers: null,
  drafts: null,
  savedInputs: null,
  savedViews: null,
  notes: null,
  secrets: null,
  environmentVariables: null,
  schedules: null,
  schemas: null,
  webhooks: null,
  webhookEventsPerMinute: null,
  openWorkflows: null,
  startsPerSecond: null,
  startBurst: null,
  scriptTriesPerMinute: null,
  runsPerMonth: null,
  executionBytes: null,
  storedBytes: null,
  accessKeys: null,
  integrations: null,
  brokerConnections: null,
  concurrentPolls: null,
  workerRequestsPerMinute: null,
  concurrentHttpTasks: null,
  httpPerMinutePerHost: null,
  liveViewers: null,
  keepFinishedDays: null,
  guestDays: null,
  signUpsPerHour: null,
}

/** A sandbox that is open to strangers. */
export const PUBLIC_LIMITS: Limits = {
  bodyBytes: MiB,
  jsonDepth: 100,
  jsonKeys: 10_000,
  stringBytes: MiB,
  tasksPerExecution: 5_000,
  forkWidth: 1_000,
  loopTurns: 1_000,
  stepsPerDecision: 100_000,
  subWorkflowDepth: 10,
  descendants: 1_000,
  definitionBytes: 500 * 1024,
  tasksPerDefinition: 1_000,
  variablesBytes: 256 * 1024,
  taskInputBytes: 2 * MiB,
  taskOutputBytes: 512 * 1024,
  scriptWallMs: 1_000,
  answerWaitMs: 1_000,
  httpTotalMs: 10_000,
  httpResponseBytes: MiB,
  statementMs: 10_000,
  statementRows: 1_000,
  httpPollMs: 60_000,
  workflowMessages: 1_000,
  webhookEventsKept: 50,
  logsPerTask: 100,
  logLineBytes: 1024,
  secretBytes: 8 * 1024,
  scheduleSeconds: 60,
  actionsPerEventHandler: 20,
  eventMessagesKept: 1_000,
  looksKept: 200,
  cachedResults: 1_000,
  cachedResultBytes: 32 * 1024,
}

export const PUBLIC_QUOTAS: Quotas = {
  definitions: 100,
  versionsPerDefinition: 50,
  taskDefinitions: 500,
  eventHandlers: 50,
  drafts: 100,
  savedInputs: 50,
  savedViews: 50,
  notes: 200,
  secrets: 50,
  environmentVariables: 50,
  schedules: 20,
  schemas: 100,
  webhooks: 20,
  webhookEventsPerMinute: 60,
  openWorkflows: 1_000,
  startsPerSecond: 20,
  startBurst: 100,
  scriptTriesPerMinute: 120,
  runsPerMonth: 50_000,
  executionBytes: 20 * MiB,
  storedBytes: 200 * MiB,
  accessKeys: 10,
  integrations: 10,
  brokerConnections: 5,
  concurrentPolls: 100,
  workerRequestsPerMinute: 1_000,
  concurrentHttpTasks: 5,
  httpPerMinutePerHost: 60,
  liveViewers: 10,
  keepFinishedDays: 7,
  guestDays: 7,
  signUpsPerHour: 10,
}
