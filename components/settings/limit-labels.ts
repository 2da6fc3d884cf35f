import type { Limits, Quotas } from '@/server/model/limits'

type Unit = 'count' | 'bytes' | 'ms' | 'seconds' | 'days'

interface LimitLabel {
  readonly label: string
  readonly unit: Unit
}

export const QUOTA_LABELS: Readonly<Record<keyof Quotas, LimitLabel>> = {
  definitions: { label: 'Workflow definitions', unit: 'count' },
  versionsPerDefinition: { label: 'Versions of one definition', unit: 'count' },
  taskDefinitions: { label: 'Task definitions', unit: 'count' },
  eventHandlers: { label: 'Event handlers', unit: 'count' },
  drafts: { label: 'Drafts of one person', unit: 'count' },
  savedInputs: { label: 'Saved inputs of one definition', unit: 'count' },
  savedViews: { label: 'Saved views of one person', unit: 'count' },
  notes: { label: 'Notes on one definition', unit: 'count' },
  secrets: { label: 'Secrets', unit: 'count' },
  environmentVariables: { label: 'Environment variables', unit: 'count' },
  schedules: { label: 'Schedules', unit: 'count' },
  schemas: { label: 'Schemas', unit: 'count' },
  webhooks: { label: 'Webhooks', unit: 'count' },
  webhookEventsPerMinute: { label: 'Events of one webhook per minute', unit: 'count' },
  openWorkflows: { label: 'Open executions', unit: 'count' },
  startsPerSecond: { label: 'Starts per second', unit: 'count' },
  startBurst: { label: 'Starts at once', unit: 'count' },
  scriptTriesPerMinute: { label: 'Scripts tried out per minute', unit: 'count' },
  runsPerMonth: { label: 'Executions per month', unit: 'count' },
  executionBytes: { label: 'Data of an execution', unit: 'bytes' },
  storedBytes: { label: 'Data of all executions', unit: 'bytes' },
  accessKeys: { label: 'Keys and tokens', unit: 'count' },
  integrations: { label: 'Integrations', unit: 'count' },
  brokerConnections: { label: 'Connections to brokers and databases at once', unit: 'count' },
  concurrentPolls: { label: 'Polls waiting at once', unit: 'count' },
  workerRequestsPerMinute: { label: 'Worker requests per minute', unit: 'count' },
  concurrentHttpTasks: { label: 'HTTP tasks at once', unit: 'count' },
  httpPerMinutePerHost: { label: 'HTTP calls per minute and host', unit: 'count' },
  liveViewers: { label: 'Live viewers', unit: 'count' },
  keepFinishedDays: { label: 'Finished executions are kept', unit: 'days' },
  guestDays: { label: 'A guest account lasts', unit: 'days' },
  signUpsPerHour: { label: 'New accounts per hour and address', unit: 'count' },
}

export const LIMIT_LABELS: Readonly<Record<keyof Limits, LimitLabel>> = {
  bodyBytes: { label: 'Size of a request', unit: 'bytes' },
  jsonDepth: { label: 'Depth of JSON', unit: 'count' },
  jsonKeys: { label: 'Keys in one JSON', unit: 'count' },
  stringBytes: { label: 'Length of a text', unit: 'bytes' },
  tasksPerExecution: { label: 'Tasks in an execution', unit: 'count' },
  forkWidth: { label: 'Branches of a fork', unit: 'count' },
  loopTurns: { label: 'Turns of a loop', unit: 'count' },
  stepsPerDecision: { label: 'Steps that follow from one event', unit: 'count' },
  subWorkflowDepth: { label: 'Depth of sub-workflows', unit: 'count' },
  descendants: { label: 'Sub-workflows of an execution, all levels', unit: 'count' },
  definitionBytes: { label: 'Size of a definition', unit: 'bytes' },
  tasksPerDefinition: { label: 'Tasks in a definition', unit: 'count' },
  variablesBytes: { label: 'Size of the variables', unit: 'bytes' },
  taskInputBytes: { label: 'Size of a task input', unit: 'bytes' },
  taskOutputBytes: { label: 'Size of a task output', unit: 'bytes' },
  scriptWallMs: { label: 'Time of a script', unit: 'ms' },
  answerWaitMs: { label: 'Wait of an answer for its scripts', unit: 'ms' },
  httpTotalMs: { label: 'Time of an HTTP call', unit: 'ms' },
  httpResponseBytes: { label: 'Size of an HTTP response', unit: 'bytes' },
  statementMs: { label: 'Time of a JDBC statement', unit: 'ms' },
  statementRows: { label: 'Rows of a JDBC statement', unit: 'count' },
  httpPollMs: { label: 'Shortest interval of HTTP polling', unit: 'ms' },
  workflowMessages: { label: 'Messages waiting for one execution', unit: 'count' },
  webhookEventsKept: { label: 'Events kept of a webhook', unit: 'count' },
  logsPerTask: { label: 'Log lines of a task', unit: 'count' },
  logLineBytes: { label: 'Length of a log line', unit: 'bytes' },
  scheduleSeconds: { label: 'Time between runs of a schedule', unit: 'seconds' },
  secretBytes: { label: 'Size of a secret or variable', unit: 'bytes' },
  actionsPerEventHandler: { label: 'Actions of an event handler', unit: 'count' },
  eventMessagesKept: { label: 'Handled messages of events kept', unit: 'count' },
  looksKept: { label: 'Workflows whose look is kept', unit: 'count' },
  cachedResults: { label: 'Results in the task cache', unit: 'count' },
  cachedResultBytes: { label: 'Size of a cached result', unit: 'bytes' },
}

const KIB = 1024

export function limitText(value: number, unit: Unit): string {
  switch (unit) {
    case 'count':
      return value.toLocaleString('en')
    case 'bytes':
      return value >= KIB * KIB
        ? `${trim(value / KIB / KIB)} MB`
        : value >= KIB
          ? `${trim(value / KIB)} KB`
          : `${value} B`
    case 'ms':
      return value >= 1000 ? `${trim(value / 1000)} s` : `${value} ms`
    case 'seconds':
      return `${value} s`
    case 'days':
      return value === 1 ? '1 day' : `${value} days`
  }
}

function trim(value: number): string {
  return String(Math.round(value * 10) / 10)
}
