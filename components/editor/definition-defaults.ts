import type { WorkflowDef, WorkflowTask } from '@/server/model/workflow-def'

/** What the server fills in, written out: the schema itself is large and is loaded after the graph has been drawn. */
export const TASK_DEFAULTS: Omit<WorkflowTask, 'name' | 'taskReferenceName'> = {
  type: 'SIMPLE',
  inputParameters: {},
  startDelay: 0,
  joinOn: [],
  defaultExclusiveJoinTask: [],
  optional: false,
  permissive: false,
  asyncComplete: false,
  onStateChange: {},
  metadata: {},
  decisionCases: {},
  defaultCase: [],
  forkTasks: [],
  loopOver: [],
}

export const WORKFLOW_DEFAULTS: Omit<WorkflowDef, 'name'> = {
  version: 1,
  tasks: [],
  inputParameters: [],
  outputParameters: {},
  schemaVersion: 2,
  restartable: true,
  workflowStatusListenerEnabled: false,
  timeoutPolicy: 'ALERT_ONLY',
  timeoutSeconds: 0,
  variables: {},
  inputTemplate: {},
  metadata: {},
  enforceSchema: true,
  maskedFields: [],
}
