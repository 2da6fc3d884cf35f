import { asTaskId, asWorkflowId } from '@/server/model/ids'
import { EMPTY_TASK_HEADER } from '@/server/model/journal'
import type { RunHeader, RunTask, RunView } from '@/server/model/run-view'
import { type WorkflowTaskInput, workflowDefSchema } from '@/server/model/workflow-def'

/** Small runs for tests: times are milliseconds after 0. */
export function aTask(ref: string, over: Partial<RunTask> = {}): RunTask {
  return {
    taskId: asTaskId(`${ref}-${over.seq ?? 1}-${over.retryCount ?? 0}`),
    workflowInstanceId: asWorkflowId('run'),
    referenceTaskName: ref,
    taskType: 'SIMPLE',
    taskDefName: ref,
    status: 'COMPLETED',
    ...EMPTY_TASK_HEADER,
    seq: 1,
    executed: true,
    performer: 'worker',
    note: null,
    ...over,
  }
}

export function aRun(
  tasks: WorkflowTaskInput[],
  rows: RunTask[],
  over: Partial<RunHeader> & { now?: number } = {},
): RunView {
  const { now = 10_000, ...header } = over
  return {
    header: {
      workflowId: asWorkflowId('run'),
      workflowName: 'test',
      workflowVersion: 1,
      status: 'RUNNING',
      previousStatus: null,
      correlationId: null,
      priority: 0,
      createTime: 0,
      updateTime: 0,
      endTime: 0,
      lastRetriedTime: 0,
      reasonForIncompletion: null,
      failedReferenceTaskNames: [],
      failedTaskNames: [],
      failedTaskId: null,
      parentWorkflowId: null,
      parentWorkflowTaskId: null,
      reRunFromWorkflowId: null,
      createdBy: null,
      event: null,
      idempotencyKey: null,
      depth: 0,
      rootWorkflowId: null,
      revision: 1,
      ...header,
    },
    definition: workflowDefSchema.parse({ name: 'test', tasks }),
    tasks: rows,
    now,
  }
}

export function step(ref: string, over: Partial<WorkflowTaskInput> = {}): WorkflowTaskInput {
  return { name: ref, taskReferenceName: ref, ...over }
}
