import { plainInput } from '@/server/engine/add-task'
import { changeTask, type Draft, endTask } from '@/server/engine/draft'
import type { Task, Workflow } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { ownTask } from './in-place'
import type { Entry, Step } from './operator'
import { performed } from './performed'

/**
 * EVENT: a message to a sink, made of the task's input and where it comes from; its id is the task's. `conductor` and
 * `conductor:x` are queues of this server, named after the workflow: their messages are durable with this transition,
 * and sent once, where the reference publishes again with each decision. Every other sink is a broker's.
 */
const broker = performed({ work: (draft, task) => ({ sink: sinkOf(task), payload: payloadOf(draft.workflow, task) }) })

/** What a broker was sent may hold secrets: the row shows the payload as it was written. */
export const event = ownTask({
  performer: 'system',
  input,
  begin,
  onPerformed: (step, task, outcome) =>
    broker.onPerformed?.(step, task, { ...outcome, output: outputOf(step.draft.workflow, task, sinkOf(task)) }),
})

function input(draft: Draft, entry: Entry, taskId: TaskId): JsonObject {
  const { inputParameters, asyncComplete, dynamicTaskNameParam } = entry.task
  // What DYNAMIC makes an EVENT has no field for it.
  const sink = (dynamicTaskNameParam ? inputParameters.sink : entry.task.sink) ?? null
  const task = { ...entry.task, inputParameters: { ...inputParameters, sink, asyncComplete } }
  return plainInput(draft, { ...entry, task }, taskId)
}

function begin(step: Step, task: Task): void {
  const { draft } = step
  const sink = sinkOf(task)
  if (sink === '') fail(draft, task, 'No sink specified in task')
  else if (sink === 'conductor') emit(draft, task, task.referenceTaskName)
  else if (sink.startsWith('conductor:')) emit(draft, task, sink.slice('conductor:'.length))
  else if (sink.startsWith('conductor')) fail(draft, task, `Invalid / Unsupported sink specified: ${sink}`)
  else broker.begin(step, task)
}

function emit(draft: Draft, task: Task, name: string): void {
  const { workflow } = draft
  const queue = `conductor:${workflow.workflowName}:${name}`
  draft.effects.push({ type: 'emit', event: queue, messageId: task.taskId, payload: payloadOf(workflow, task) })
  const outputData = outputOf(workflow, task, queue)
  if (task.inputData.asyncComplete === true) changeTask(draft, task, { status: 'IN_PROGRESS', outputData })
  else endTask(draft, task, { status: 'COMPLETED', outputData })
}

function fail(draft: Draft, task: Task, reasonForIncompletion: string): void {
  endTask(draft, task, { status: 'FAILED', outputData: payloadOf(draft.workflow, task), reasonForIncompletion })
}

function sinkOf({ inputData: { sink } }: Task): string {
  return typeof sink === 'string' ? sink.trim() : ''
}

function outputOf(workflow: Workflow, task: Task, produced: string): JsonObject {
  return { ...payloadOf(workflow, task), event_produced: produced }
}

function payloadOf(workflow: Workflow, { inputData }: Task): JsonObject {
  return {
    ...inputData,
    workflowInstanceId: workflow.workflowId,
    workflowType: workflow.workflowName,
    workflowVersion: workflow.workflowVersion,
    correlationId: workflow.correlationId,
    taskToDomain: workflow.taskToDomain,
  }
}
