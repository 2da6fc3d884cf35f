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
  readonly subWorkflowDepth: number
  readonly definitionBytes: number
  readonly tasksPerDefinition: number
  readonly variablesBytes: number
  readonly taskOutputBytes: number
  readonly scriptWallMs: number
  readonly httpTotalMs: number
  readonly httpResponseBytes: number
  readonly logsPerTask: number
  readonly logLineBytes: number
}

export interface Quotas {
  readonly definitions: number | null
  readonly versionsPerDefinition: number | null
  readonly openWorkflows: number | null
  readonly startsPerSecond: number | null
  readonly startBurst: number | null
  readonly runsPerMonth: number | null
  readonly accessKeys: number | null
  readonly concurrentPolls: number | null
  readonly workerRequestsPerMinute: number | null
  readonly concurrentHttpTasks: number | null
  readonly httpPerMinutePerHost: number | null
  readonly liveViewers: number | null
  readonly keepFinishedDays: number | null
  readonly guestDays: number | null
}
